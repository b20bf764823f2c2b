import type { IsoDay } from '#domain/time/types.ts';
import { compareText } from './json.ts';
import type { JsonValue } from './json.ts';
import { placeBetween, placeOfTime, placesAnew } from './place.ts';
import type { Place } from './place.ts';
import { stampAfter, timeOf } from './stamp.ts';
import type { Pen, Stamp } from './stamp.ts';
import type { Half, Mark, MeetingKind, Met } from './types.ts';

/*
 * Marks may be set on anybody's entries: they stand in one's own half, and of both halves the latest wins. `over` is the stamp of what is on screen (the view
 * carries it), so that a tick wins over the one it answers even when the partner's clock is ahead.
 */

/** What an agenda item or action shows of the marks on it; part of the view. */
export interface Marked {
  readonly id: string;
  readonly stamps: MarkStamps;
}

/** The stamps of the winning marks, whatever they say; undefined where none was ever set. */
export interface MarkStamps {
  readonly talked: Stamp | undefined;
  readonly done: Stamp | undefined;
  readonly letGo: Stamp | undefined;
  readonly place: Stamp | undefined;
}

/** Ticks an item as talked about on the note's meeting; undefined takes the tick away. */
export function tick(half: Half, item: Marked, note: string | undefined, pen: Pen): Half {
  return setMark(half, item.id, 'talked', note ?? false, pen, item.stamps.talked);
}

/** Marks an action as done: on a note's page, or elsewhere (`true`). False opens it again. */
export function finish(half: Half, action: Marked, done: string | boolean, pen: Pen): Half {
  return setMark(half, action.id, 'done', done, pen, action.stamps.done);
}

/** Lets an item or action go, so that it is carried no further; false takes it up again. */
export function letGo(half: Half, item: Marked, isLetGo: boolean, pen: Pen): Half {
  return setMark(half, item.id, 'letGo', isLetGo, pen, item.stamps.letGo);
}

/**
 * Moves one item of a list as it is shown (the agenda, or what is carried over) to another position, counted without it. One mark is written; all places
 * anew when there is no room between the neighbours.
 */
export function reorder(
  half: Half,
  shown: readonly (Marked & { readonly place: Place })[],
  id: string,
  position: number,
  pen: Pen,
): Half {
  const moved = shown.find((item) => item.id === id);
  if (moved === undefined) return half;
  const others = shown.filter((item) => item !== moved);
  const at = Math.max(0, Math.min(others.length, position));
  const before = others[at - 1]?.place ?? '';
  const after = others[at]?.place ?? endAfter(before, pen);
  const place = placeBetween(before, after);
  if (place !== undefined) return setMark(half, moved.id, 'place', place, pen, moved.stamps.place);
  const places = placesAnew(shown.length);
  return others.toSpliced(at, 0, moved).reduce((changed, item, index) => {
    const anew = places[index];
    return anew === undefined ? changed : setMark(changed, item.id, 'place', anew, pen, item.stamps.place);
  }, half);
}

/** What kind of meeting it is; undefined leaves it to the app. */
export function setKind(
  half: Half,
  note: string,
  kind: MeetingKind | undefined,
  pen: Pen,
  over?: Stamp,
): Half {
  return setMark(half, note, 'kind', kind ?? null, pen, over);
}

/** Whether a meeting took place; undefined takes the answer back. */
export function logMeeting(half: Half, note: string, met: Met | undefined, pen: Pen, over?: Stamp): Half {
  return setMark(half, note, 'met', met ?? null, pen, over);
}

/** Says that a date (its own note id) belongs to an earlier note; undefined unties it. */
export function bindNote(half: Half, date: string, note: string | undefined, pen: Pen, over?: Stamp): Half {
  return setMark(half, date, 'note', note ?? null, pen, over);
}

/** The day of a single meeting, for the history once the calendar has it no more. */
export function setDay(half: Half, note: string, day: IsoDay, pen: Pen, over?: Stamp): Half {
  return setMark(half, note, 'day', day, pen, over);
}

function setMark(
  half: Half,
  on: string,
  what: string,
  is: JsonValue,
  pen: Pen,
  over: Stamp | undefined,
): Half {
  const position = half.marks.findIndex((mark) => isAtOrAfter(mark, on, what));
  const index = position === -1 ? half.marks.length : position;
  const known = half.marks[index];
  const own = known?.on === on && known.what === what ? known : undefined;
  const mark: Mark = { on, what, is, stamp: stampAfter(pen, [own?.stamp, over]), rest: own?.rest ?? {} };
  return { ...half, marks: half.marks.toSpliced(index, own === undefined ? 0 : 1, mark) };
}

function isAtOrAfter(mark: Mark, on: string, what: string): boolean {
  return (compareText(mark.on, on) || compareText(mark.what, what)) >= 0;
}

/** The end of a list lies before whatever is added later, where that is possible. */
function endAfter(last: Place, pen: Pen): Place | undefined {
  const now = placeOfTime(timeOf(stampAfter(pen, [])));
  return last < now ? now : undefined;
}
