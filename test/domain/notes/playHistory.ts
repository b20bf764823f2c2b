import * as fc from 'fast-check';
import { parseHalf } from '#domain/notes/decodeHalf.ts';
import {
  dropVersion,
  findEntry,
  putAction,
  putAsking,
  putItem,
  putRemark,
  putSummary,
  removeEntry,
  restoreEntry,
} from '#domain/notes/editEntries.ts';
import { bindNote, finish, letGo, logMeeting, reorder, tick } from '#domain/notes/editMarks.ts';
import { encodeHalf } from '#domain/notes/encodeHalf.ts';
import { mergeHalves } from '#domain/notes/mergeHalves.ts';
import { mergeOwnDevices } from '#domain/notes/mergeOwnDevices.ts';
import type { Carriable, Notes, Side } from '#domain/notes/notesView.ts';
import type { Pen } from '#domain/notes/stamp.ts';
import { emptyHalf } from '#domain/notes/types.ts';
import type { Entry, Half, Version } from '#domain/notes/types.ts';

/** What a history does, step by step. Numbers pick among what is there, so that every history can be played. */
export type Step = {
  readonly device: number;
  readonly pick: number;
  readonly what: (typeof stepKinds)[number];
};

const stepKinds = [
  'add',
  'add',
  'action',
  'summary',
  'asking',
  'remark',
  'edit',
  'edit',
  'edit',
  'remove',
  'undo',
  'choose',
  'tick',
  'tick',
  'finish',
  'letGo',
  'reorder',
  'met',
  'bind',
  'fetch',
  'fetch',
  'put',
  'put',
  'putBlindly',
  'repeatPut',
  'cutShort',
  'reopen',
  'clockBack',
] as const;

/** Two people, two devices each; steps in any order, so that each device is offline for any stretch. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    device: fc.nat(3),
    pick: fc.nat(1_000),
    what: fc.constantFrom(...stepKinds),
  }),
  { minLength: 4, maxLength: 70, size: 'max' },
);

export type Merge = (a: Half, b: Half) => Half;

interface Device {
  readonly person: 0 | 1;
  writer: string;
  clock: number;
  own: Half;
  partner: Half;
  etag: number;
  sent: string | undefined;
  removed: Entry | undefined;
}

/** What came of a history for one person, and what should have come of it by a count that knows nothing of merging. */
export interface Outcome {
  /** What each device has after everybody has been online. */
  readonly devices: readonly [Half, Half];
  /** Every text that was written and that no device seeing it has replaced or removed. */
  readonly texts: ReadonlySet<string>;
  /** The stamp of the latest mark, by what it is about. */
  readonly marks: ReadonlyMap<string, string>;
  /** States on the way, of both devices. */
  readonly states: readonly Half[];
}

/** What is written down beside the merging. */
interface Book {
  readonly written: Map<string, string>;
  readonly gone: Set<string>;
  readonly marks: Map<string, string>;
  readonly states: Half[];
}

function newBook(): Book {
  return { written: new Map(), gone: new Set(), marks: new Map(), states: [] };
}

export const people = ['person-a', 'person-b'] as const;
const notes = ['2026-11-05', '2026-11-19', '2026-12-03', 'one.x'];
const start = Date.UTC(2026, 10, 23, 9);

export function playHistory(
  steps: readonly Step[],
  merge: Merge = mergeOwnDevices,
): readonly [Outcome, Outcome] {
  const files = people.map((person) => ({ text: encodeHalf(emptyHalf('m1', 1, person)), etag: 1 }));
  const books: readonly [Book, Book] = [newBook(), newBook()];
  let opened = 0;
  let words = 0;
  const openDevice = (person: 0 | 1, aheadMilli: number): Device => ({
    person,
    writer: `w${(opened += 1)}`,
    clock: start + aheadMilli,
    own: emptyHalf('m1', 1, people[person]),
    partner: emptyHalf('m1', 1, people[person === 0 ? 1 : 0]),
    etag: 0,
    sent: undefined,
    removed: undefined,
  });
  // One clock is an hour ahead, one half a second behind, so that stamps come out of order and coincide.
  const devices = [
    openDevice(0, 0),
    openDevice(0, 3_600_000),
    openDevice(1, -500),
    openDevice(1, 0),
  ] as const;

  const read = (person: number): Half | undefined => {
    const decoded = parseHalf(files[person]?.text ?? '', { mentorship: 'm1' });
    return decoded.kind === 'half' ? decoded.half : undefined;
  };
  const fetch = (device: Device): void => {
    const remote = read(device.person);
    if (remote !== undefined) device.own = merge(device.own, remote);
    device.partner = read(1 - device.person) ?? device.partner;
    device.etag = files[device.person]?.etag ?? 0;
  };
  const put = (device: Device, text: string, isGuarded: boolean): void => {
    const file = files[device.person];
    if (file === undefined || (isGuarded && file.etag !== device.etag)) return;
    file.text = text;
    file.etag += 1;
    if (isGuarded) device.etag = file.etag;
    device.sent = text;
  };
  /** Takes an edit in and writes down which texts came and went by it. */
  const edit = (device: Device, changed: Half): void => {
    const book = books[device.person];
    const before = versionsOf(device.own);
    const after = versionsOf(changed);
    for (const [key, text] of after) if (!before.has(key)) book.written.set(key, text);
    for (const key of before.keys()) if (!after.has(key)) book.gone.add(key);
    for (const mark of changed.marks) {
      const key = `${mark.on} ${mark.what}`;
      const known = book.marks.get(key);
      if (known === undefined || known < mark.stamp) book.marks.set(key, mark.stamp);
    }
    device.own = changed;
  };

  steps.forEach(({ device: index, pick, what }, number) => {
    const device = devices[index];
    if (device === undefined) return;
    device.clock += pick % 3;
    const pen: Pen = { writer: device.writer, at: device.clock };
    const id = `e${number}`;
    const note = notes[pick % notes.length] ?? '';
    const text = `word${(words += 1)}`;
    const own = device.own.entries.filter((entry) => entry.versions.length > 0);
    const picked = own[pick % Math.max(1, own.length)];
    const shown = carriablesOf(viewOf(device));
    const item = shown[pick % Math.max(1, shown.length)];
    switch (what) {
      case 'add':
        return edit(
          device,
          putItem(device.own, { id, type: 'question', text, ...(pick % 2 ? { note } : {}) }, pen),
        );
      case 'action':
        return edit(device, putAction(device.own, { id, text, note, who: [people[0]] }, pen));
      case 'summary':
        return edit(device, putSummary(device.own, note, text, pen));
      case 'asking':
        return edit(device, putAsking(device.own, text, pen));
      case 'remark':
        return item && edit(device, putRemark(device.own, { id, on: item.id, text }, pen));
      case 'edit':
        return picked && edit(device, retype(device.own, picked, text, pen, pick));
      case 'remove':
        device.removed = picked;
        return picked && edit(device, removeEntry(device.own, picked.id, pen));
      case 'undo':
        if (device.removed === undefined || findEntry(device.own, device.removed.id)) return undefined;
        return edit(device, restoreEntry(device.own, device.removed, pen));
      case 'choose': {
        const also = picked?.versions[1];
        return picked && also && edit(device, dropVersion(device.own, picked.id, also.stamp, pen));
      }
      case 'tick':
        return item && edit(device, tick(device.own, item, pick % 4 ? note : undefined, pen));
      case 'finish':
        return item && edit(device, finish(device.own, item, pick % 2 ? note : false, pen));
      case 'letGo':
        return item && edit(device, letGo(device.own, item, pick % 2 === 0, pen));
      case 'reorder':
        return item && edit(device, reorder(device.own, shown, item.id, pick % 7, pen));
      case 'met':
        return edit(device, logMeeting(device.own, note, pick % 2 ? 'met' : 'missed', pen));
      case 'bind':
        return edit(
          device,
          bindNote(device.own, note, pick % 3 ? notes[(pick + 1) % notes.length] : undefined, pen),
        );
      case 'fetch':
        books[device.person].states.push(device.own);
        return fetch(device);
      case 'put':
        return put(device, encodeHalf(device.own), true);
      case 'putBlindly':
        return put(device, encodeHalf(device.own), false);
      case 'repeatPut':
        return device.sent === undefined ? undefined : put(device, device.sent, false);
      case 'cutShort': {
        const file = files[device.person];
        if (file !== undefined) file.text = file.text.slice(0, pick);
        return undefined;
      }
      case 'reopen':
        device.writer = `w${(opened += 1)}`;
        return undefined;
      case 'clockBack':
        device.clock -= pick;
        return undefined;
    }
  });

  for (let round = 0; round < 3; round += 1) {
    for (const device of devices) {
      fetch(device);
      put(device, encodeHalf(device.own), true);
      books[device.person].states.push(device.own);
    }
  }
  const outcome = (book: Book, one: Device, other: Device): Outcome => {
    const { written, gone, marks, states } = book;
    const left = [...written].filter(([key]) => !gone.has(key));
    return { devices: [one.own, other.own], texts: new Set(left.map(([, text]) => text)), marks, states };
  };
  return [outcome(books[0], devices[0], devices[1]), outcome(books[1], devices[2], devices[3])];
}

/** The view of one person, Morgan's or Dana's, from the halves of both. */
export function viewFor(person: 0 | 1, halves: readonly [Half, Half]): Notes {
  const side = (of: 0 | 1): Side => ({ person: people[of], halves: [halves[of]] });
  return mergeHalves(side(person), side(person === 0 ? 1 : 0), undefined, start);
}

/** The live texts of a half, by entry and stamp. */
export function versionsOf(half: Half): ReadonlyMap<string, string> {
  return new Map(
    half.entries.flatMap(({ id, versions }) =>
      versions.map(({ stamp, content }) => [`${id} ${stamp}`, textOf(content['text'])] as const),
    ),
  );
}

/** Everything that can be ticked, moved or let go, in the order in which it is shown. */
export function carriablesOf(view: Notes): readonly Carriable[] {
  const all = view.meetings.flatMap((each) => [
    ...each.agenda,
    ...each.carried,
    ...each.actions,
    ...each.carriedActions,
  ]);
  return [...new Map([...all, ...view.waiting].map((item) => [item.key, item])).values()];
}

function viewOf(device: Device): Notes {
  return device.person === 0
    ? viewFor(0, [device.own, device.partner])
    : viewFor(1, [device.partner, device.own]);
}

/** Typing in an entry, from the text that stands first or, sometimes, from another one that it has. */
function retype(half: Half, entry: Entry, text: string, pen: Pen, pick: number): Half {
  const version: Version | undefined = entry.versions[pick % 3 === 0 ? entry.versions.length - 1 : 0];
  const from = pick % 2 ? version?.stamp : undefined;
  const { type, note, on } = version?.content ?? {};
  const noteOr = note === undefined ? undefined : textOf(note);
  if (type === 'action') {
    return putAction(half, { id: entry.id, text, note: noteOr, who: [people[1]] }, pen, from);
  }
  if (type === 'summary') return putSummary(half, noteOr ?? '', text, pen, from);
  if (type === 'asking') return putAsking(half, text, pen, from);
  if (type === 'remark') return putRemark(half, { id: entry.id, on: textOf(on), text }, pen, from);
  return putItem(half, { id: entry.id, type: pick % 2 ? 'topic' : 'update', text, note: noteOr }, pen, from);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
