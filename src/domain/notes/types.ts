import type { JsonMembers, JsonValue } from './json.ts';
import type { Seen, Stamp } from './stamp.ts';

/**
 * One of the texts an entry has. `content` holds its `type`, its `text` and what belongs to that type, with every member that only a newer version of the
 * app knows.
 */
export interface Version {
  readonly stamp: Stamp;
  readonly content: JsonMembers;
}

/**
 * Something its author wrote: an item of the agenda, an action, a summary. Usually one version; more when it was changed on two devices that did not know of
 * each other, and none once its author removed it (`seen` then stays, so that it does not come back from another device).
 */
export interface Entry {
  readonly id: string;
  /** Latest first. */
  readonly versions: readonly Version[];
  readonly seen: Seen;
  /** Members beside the versions that only a newer version of the app knows. */
  readonly rest: JsonMembers;
}

/** A small fact about an entry (anybody's) or a meeting, of which the latest wins: talked about, place, let go, done, met. */
export interface Mark {
  /** Id of an entry, or of a note. */
  readonly on: string;
  readonly what: string;
  readonly is: JsonValue;
  readonly stamp: Stamp;
  readonly rest: JsonMembers;
}

/** What one person wrote about one season of a mentorship. Only that person's app writes it. */
export interface NotesFile {
  readonly mentorship: string;
  /** 1 and up. */
  readonly season: number;
  /** The author's directory id, as the file says; who wrote it is told by the drive, not by this. */
  readonly author: string;
  /** By id, each once. */
  readonly entries: readonly Entry[];
  /** By `on`, then `what`, each once. */
  readonly marks: readonly Mark[];
  /** Rows that could not be read, kept as they were. */
  readonly unreadable: readonly JsonValue[];
  /** Members that only a newer version of the app knows. */
  readonly rest: JsonMembers;
}

/** The shared half of the notes. */
export interface Half extends NotesFile {
  readonly kind: 'half';
}

/** The notes that never leave their author's own drive. */
export interface PrivateNotes extends NotesFile {
  readonly kind: 'private';
}

export type AgendaType = 'topic' | 'question' | 'update';
export type MeetingKind = 'first' | 'regular' | 'review' | 'closing';
export type Met = 'met' | 'moved' | 'missed';

/** The questions of the first conversation. Their words are in the catalogue. */
export type FirstQuestion = 'wants' | 'needs' | 'howOften' | 'howCancel' | 'betweenUs' | 'limits' | 'howEnd';

/** A message or page that an item came from. */
export interface SourceLink {
  readonly title: string;
  readonly url: string;
}

/** A half with nothing in it yet. */
export function emptyHalf(mentorship: string, season: number, author: string): Half {
  return { kind: 'half', ...emptyFile(mentorship, season, author) };
}

/** Private notes with nothing in them yet. */
export function emptyPrivateNotes(mentorship: string, season: number, author: string): PrivateNotes {
  return { kind: 'private', ...emptyFile(mentorship, season, author) };
}

function emptyFile(mentorship: string, season: number, author: string): NotesFile {
  return { mentorship, season, author, entries: [], marks: [], unreadable: [], rest: {} };
}
