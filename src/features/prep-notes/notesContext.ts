import type { AgendaItem, Who } from '#domain/notes/notesView.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';
import type { NotesSession } from './session/createNotesSession.ts';
import type { NotesState } from './session/types.ts';

/** What every part of the notes needs. */
export interface NotesContext {
  readonly words: Words['notes'];
  readonly format: Format;
  readonly zone: ZoneName;
  readonly now: EpochMilli;
  readonly session: NotesSession;
  readonly state: NotesState;
  /** How the partner is called, and how oneself. */
  readonly partner: string;
  readonly self: string;
  readonly me: string;
  /** Says something that can be seen as well. */
  readonly announce: (text: string) => void;
  /** Says what was done and offers to take it back. */
  readonly offerUndo: (text: string, undo: () => void) => void;
  readonly openLink: (url: string) => void;
}

export function nameOf(who: Who, { partner, self }: NotesContext): string {
  return who === 'mine' ? self : partner;
}

/** Day of an instant written `yyyy-MM-ddTHH:mm:ss.sssZ`, on one's own clock. */
export function dayOfTime(time: string, { zone }: Pick<NotesContext, 'zone'>): IsoDay {
  return toWall(Date.parse(time), zone).day;
}

/** "from 19 November": the day of the meeting that something was carried from. */
export function fromText(item: Pick<AgendaItem, 'home'>, context: NotesContext): string | undefined {
  const day = item.home === undefined ? undefined : context.state.notes.byNote.get(item.home)?.day;
  return day === undefined ? undefined : context.words.agenda.from({ day: context.format.day(day, 'date') });
}

/** A text short enough for the name of a button. */
export function shortly(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
