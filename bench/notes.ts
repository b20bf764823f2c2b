import { parseHalf } from '#domain/notes/decodeHalf.ts';
import { putAction, putItem, putPrivate, putRemark, putSummary } from '#domain/notes/editEntries.ts';
import { finish, logMeeting, reorder, tick } from '#domain/notes/editMarks.ts';
import { encodeHalf, encodePrivateNotes } from '#domain/notes/encodeHalf.ts';
import { mergeHalves } from '#domain/notes/mergeHalves.ts';
import type { CalendarMeeting, KnownCalendar, Side } from '#domain/notes/notesView.ts';
import type { Pen } from '#domain/notes/stamp.ts';
import { shortId } from '#domain/notes/noteId.ts';
import { emptyHalf, emptyPrivateNotes } from '#domain/notes/types.ts';
import type { Half, PrivateNotes } from '#domain/notes/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { median } from './line.ts';
import type { BenchLine } from './line.ts';

const weeks = 260;
const meetingsInSeason = 26;
/** Items and actions of both people together; summaries and remarks come on top. */
const items = 3_000;
const hour = 3_600_000;
const week = 168 * hour;
const firstDay: IsoDay = '2021-12-02';
const firstStart = Date.parse(`${firstDay}T14:00:00Z`);
const people = ['5d1c2b8e-40f7-4b0a-9a6e-7f1f0c3a2e11', 'c7e0a9d4-1b52-4f63-8a2d-3e9b6d5f4c22'] as const;
const mentorship = 'b2f7c1d0-93a4-4e58-9f07-1c6d2a8e5b33';

export interface NotesOfPerson {
  readonly id: string;
  readonly halves: Half[];
  readonly privates: PrivateNotes[];
}

/**
 * Prep notes after five years of weekly meetings: what it takes to make one view of both halves, and how much one person has written, in all files of ten seasons:
 * the halves and the private notes, of the two people the one with more. (The copies of both halves, kept in each own drive, are these files once more.)
 */
export async function notesBenchmarks(): Promise<readonly BenchLine[]> {
  const [morgan, dana] = fiveYears();
  const calendar = calendarOf();
  const now = firstStart + weeks * week - 50 * hour;
  const times: number[] = [];
  for (let run = 0; run < 25; run += 1) {
    // Files as they come from the drive: nothing of an earlier run is kept.
    const fresh = [morgan, dana].map((person) => ({ ...person, halves: person.halves.map(reread) }));
    const [mine, partner] = fresh;
    if (mine === undefined || partner === undefined) throw new Error('two people have notes');
    const began = performance.now();
    const notes = mergeHalves(sideOf(mine), sideOf(partner), calendar, now);
    times.push(performance.now() - began);
    if (notes.items.length + notes.actions.length !== items) throw new Error('not all items are in the view');
    await Promise.resolve();
  }
  const bytes = Math.max(...[morgan, dana].map(bytesOf));
  return [
    { name: 'notes-merge-5y', value: median(times), unit: 'ms' },
    { name: 'notes-half-5y', value: bytes / 1_000_000, unit: 'MB' },
  ];
}

/** What the files of one person hold together. */
function bytesOf({ halves, privates }: NotesOfPerson): number {
  const texts = [...halves.map(encodeHalf), ...privates.map(encodePrivateNotes)];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Ten seasons of 26 weekly meetings, written with the app's own edits; the latest season first. */
export function fiveYears(
  ids: readonly string[] = people,
  mentorshipId: string = mentorship,
): readonly [NotesOfPerson, NotesOfPerson] {
  const [morgan, dana] = ids.map((id): NotesOfPerson => ({ id, halves: [], privates: [] }));
  if (morgan === undefined || dana === undefined) throw new Error('two people have notes');
  const random = mulberry(20261123);
  for (let index = 0; index < weeks; index += 1) {
    if (index % meetingsInSeason === 0) {
      const season = index / meetingsInSeason + 1;
      for (const person of [morgan, dana]) {
        person.halves.unshift(emptyHalf(mentorshipId, season, person.id));
        person.privates.unshift(emptyPrivateNotes(mentorshipId, season, person.id));
      }
    }
    writeMeeting(index, morgan, dana, random);
  }
  return [morgan, dana];
}

function writeMeeting(index: number, morgan: NotesOfPerson, dana: NotesOfPerson, random: () => number): void {
  const note = addDays(firstDay, index * 7);
  const start = firstStart + index * week;
  const wanted = Math.round(((index + 1) * items) / weeks) - Math.round((index * items) / weeks);
  for (let each = 0; each < wanted; each += 1) {
    const author = random() < 0.5 ? morgan : dana;
    const pen = penAt(start - (wanted - each) * 2 * hour, random);
    const id = newId(random);
    const half = latest(author.halves);
    if (each % 4 === 3) {
      const due = addDays(note, 7);
      author.halves[0] = putAction(
        half,
        { id, text: sentence(50, random), note, who: [author.id], due },
        pen,
      );
    } else {
      const type = each % 4 === 0 ? 'question' : each % 4 === 1 ? 'topic' : 'update';
      author.halves[0] = putItem(half, { id, type, text: sentence(75, random), note }, pen);
    }
    if (each % 6 === 5) {
      const remark = { id: newId(random), on: id, text: sentence(60, random) };
      const other = author === morgan ? dana : morgan;
      other.halves[0] = putRemark(latest(other.halves), remark, penAt(start - hour, random));
    }
  }
  for (const person of [morgan, dana]) {
    const pen = penAt(start + hour, random);
    person.halves[0] = putSummary(latest(person.halves), note, sentence(160, random), pen);
    const privates = person.privates[0];
    if (privates) person.privates[0] = putPrivate(privates, note, sentence(240, random), pen);
  }
  markMeeting(index, morgan, dana, random);
}

/** One of the two ticks what was talked about and done, and puts two items in another order. */
function markMeeting(index: number, morgan: NotesOfPerson, dana: NotesOfPerson, random: () => number): void {
  const now = firstStart + index * week + hour;
  const note = addDays(firstDay, index * 7);
  const ticker = random() < 0.6 ? morgan : dana;
  const pen = penAt(now, random);
  const view = mergeHalves(
    { person: morgan.id, halves: morgan.halves.slice(0, 1) },
    { person: dana.id, halves: dana.halves.slice(0, 1) },
    undefined,
    now,
  );
  const page = view.byNote.get(note);
  if (page === undefined) return;
  let half = latest(ticker.halves);
  const [moved] = page.agenda;
  if (moved) half = reorder(half, page.agenda, moved.id, 2, pen);
  for (const item of [...page.agenda, ...page.carried]) {
    if (item.talked === undefined && random() < 0.85) half = tick(half, item, note, pen);
  }
  for (const action of [...page.actions, ...page.carriedActions]) {
    if (!action.isDone && random() < 0.5) half = finish(half, action, note, pen);
  }
  ticker.halves[0] = logMeeting(half, note, 'met', pen);
}

function sideOf({ id, halves }: NotesOfPerson): Side {
  return { person: id, halves };
}

function calendarOf(): KnownCalendar {
  const meetings = Array.from({ length: weeks + 8 }, (_, index): CalendarMeeting => {
    const day = addDays(firstDay, index * 7);
    const start = firstStart + index * week;
    return { note: day, day, start, end: start + hour, isCancelled: false };
  });
  return { from: firstDay, to: addDays(firstDay, (weeks + 8) * 7), meetings };
}

function latest(halves: readonly Half[]): Half {
  const [half] = halves;
  if (half === undefined) throw new Error('the season has no half');
  return half;
}

function reread(half: Half): Half {
  const decoded = parseHalf(encodeHalf(half));
  if (decoded.kind !== 'half') throw new Error(`the half was refused: ${decoded.why}`);
  return decoded.half;
}

/** Every meeting is written in another opening of the app. */
function penAt(at: number, random: () => number): Pen {
  return { writer: newId(random).slice(0, 8), at: at + Math.floor(random() * 60_000) };
}

function newId(random: () => number): string {
  const hex = (length: number): string =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return shortId([8, 4, 4, 4, 12].map(hex).join('-'));
}

const stock =
  'how do we say no to a fourth committee without closing the door which conference first open access survey sample of forty too small exchange between our two libraries got its funding who could look at the draft before the panel'.split(
    ' ',
  );

/** Words up to about a length in characters. */
function sentence(length: number, random: () => number): string {
  let text = '';
  while (text.length < length)
    text += `${text === '' ? '' : ' '}${stock[Math.floor(random() * stock.length)]}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}

/** Mulberry32: the same five years in every run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
