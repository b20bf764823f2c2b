import * as fc from 'fast-check';
import { decodeHalf, parseHalf } from '#domain/notes/decodeHalf.ts';
import { encodeHalf } from '#domain/notes/encodeHalf.ts';
import { mergeOwnDevices } from '#domain/notes/mergeOwnDevices.ts';
import { primaryOf } from '#domain/notes/entry.ts';
import type { Notes, Words } from '#domain/notes/notesView.ts';
import type { Half } from '#domain/notes/types.ts';
import { histories, playHistory, versionsOf, viewFor } from './playHistory.ts';
import type { Merge, Step } from './playHistory.ts';

/** `LONG=1 npx jest --selectProjects unit test/domain/notes/mergeLaws.test.ts` plays 20,000 histories. */
const isLong = process.env['LONG'] === '1';
const runs = isLong ? 20_000 : 300;
jest.setTimeout(isLong ? 3_600_000 : 60_000);

/** The laws that a history breaks, in words; none when all is well. */
function brokenLaws(history: readonly Step[], merge: Merge): string[] {
  const outcomes = playHistory(history, merge);
  const broken: string[] = [];
  const hold = (law: string, isHeld: boolean): void => void (isHeld || broken.push(law));
  for (const { devices, texts, marks, states } of outcomes) {
    const [one, other] = devices;
    hold('both devices have the same in the end', encodeHalf(one) === encodeHalf(other));
    hold('no word lost, none come back', isSameSet(new Set(versionsOf(one).values()), texts));
    const left = new Map(one.marks.map((mark) => [`${mark.on} ${mark.what}`, mark.stamp as string]));
    hold('the latest mark stands', isSameMap(left, marks));
    const forth = states.reduce(merge);
    const back = states.toReversed().reduce(merge);
    hold('order is irrelevant', encodeHalf(forth) === encodeHalf(back));
    hold('all states together are the last one', encodeHalf(forth) === encodeHalf(one));
    hold('twice is once', encodeHalf(merge(forth, one)) === encodeHalf(one));
    const third = Math.ceil(states.length / 3);
    const [a, b, c] = [states[0] ?? one, states[third] ?? one, states[third * 2] ?? one];
    hold('grouping is irrelevant', encodeHalf(merge(merge(a, b), c)) === encodeHalf(merge(a, merge(b, c))));
    const read = parseHalf(encodeHalf(one));
    hold('the file holds all', read.kind === 'half' && encodeHalf(read.half) === encodeHalf(one));
  }
  const [morgan, dana] = outcomes;
  const halves = [morgan.devices[0], dana.devices[0]] as const;
  const [mine, theirs] = [viewFor(0, halves), viewFor(1, halves)];
  hold('every word is on screen', isSameSet(wordsShown(mine), new Set([...morgan.texts, ...dana.texts])));
  hold('both people see the same', JSON.stringify(mirrored(mine)) === JSON.stringify(comparable(theirs)));
  return broken;
}

describe('the laws of the merge', () => {
  it(`hold in ${runs} histories of two people with two devices each`, () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(brokenLaws(history, mergeOwnDevices)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it.each(Object.entries(faultyMerges()))('are broken by a merge that %s', (_, merge) => {
    const result = fc.check(
      fc.property(histories, (history) => {
        expect(brokenLaws(history, merge)).toEqual([]);
      }),
      { numRuns: 3_000, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  });
});

/** The right merge with its entries changed. */
function overEntries(change: (merged: Half, a: Half, b: Half) => Half['entries']): Merge {
  return (a, b) => {
    const merged = mergeOwnDevices(a, b);
    return { ...merged, entries: change(merged, a, b) };
  };
}

/** Merges with one mistake each, to see that the laws notice. */
function faultyMerges(): Readonly<Record<string, Merge>> {
  return {
    'takes the other file as it is': (_, b) => b,
    'keeps its own file as it is': (a) => a,
    'forgets what was removed': overEntries((merged, a, b) =>
      merged.entries.map((entry) => {
        if (entry.versions.length > 0) return entry;
        const [from] = [...a.entries, ...b.entries].filter(
          ({ id, versions }) => id === entry.id && versions.length > 0,
        );
        return from ?? entry;
      }),
    ),
    'drops removed entries altogether': overEntries((merged) =>
      merged.entries.filter(({ versions }) => versions.length > 0),
    ),
    'keeps only the latest of two texts': overEntries((merged) =>
      merged.entries.map((entry) => ({ ...entry, versions: entry.versions.slice(0, 1) })),
    ),
    'keeps replaced texts': overEntries((merged, a, b) =>
      merged.entries.map((entry) => {
        const all = [...a.entries, ...b.entries].filter(({ id }) => id === entry.id);
        const byStamp = new Map(all.flatMap(({ versions }) => versions).map((each) => [each.stamp, each]));
        return { ...entry, versions: [...byStamp.values()] };
      }),
    ),
    'loses what only the other file has': overEntries((merged, a) =>
      merged.entries.filter(({ id }) => a.entries.some((entry) => entry.id === id)),
    ),
    'takes its own mark, not the latest': (a, b) => ({
      ...mergeOwnDevices(a, b),
      marks: [
        ...a.marks,
        ...b.marks.filter(({ on, what }) => !a.marks.some((mark) => mark.on === on && mark.what === what)),
      ].toSorted((x, y) => (`${x.on} ${x.what}` < `${y.on} ${y.what}` ? -1 : 1)),
    }),
    'forgets what it has seen': overEntries((merged) =>
      merged.entries.map((entry) => ({ ...entry, seen: entry.versions.map(({ stamp }) => stamp) })),
    ),
    'takes a removal for the last word': overEntries((merged, a, b) =>
      merged.entries.map((entry) => {
        const removed = [...a.entries, ...b.entries].some(
          ({ id, versions }) => id === entry.id && versions.length === 0,
        );
        return removed ? { ...entry, versions: [] } : entry;
      }),
    ),
  };
}

describe('merging any two files that were read', () => {
  const stamps = fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b', 'c'))
    .map(([at, writer]) => `2026-11-23T09:00:00.00${at}Z ${writer}`);
  const versionRows = fc.record({
    type: fc.constantFrom('question', 'from-a-newer-version'),
    text: fc.constantFrom('x', 'y', 'z'),
    stamp: stamps,
    later: fc.constantFrom(1, [2], { three: 3 }),
  });
  const entryRows = fc.oneof(
    fc
      .tuple(fc.constantFrom('1', '2', '3'), versionRows, fc.array(stamps, { maxLength: 3 }))
      .map(([id, row, seen]) => ({ id, ...row, seen })),
    fc.record({
      id: fc.constantFrom('1', '2', '3'),
      versions: fc.array(versionRows, { maxLength: 3 }),
      seen: fc.array(stamps, { minLength: 1, maxLength: 3 }),
      beside: fc.constantFrom('p', 'q'),
    }),
  );
  const markRows = fc.record({
    on: fc.constantFrom('1', '2'),
    what: fc.constantFrom('talked', 'letGo', 'from-a-newer-version'),
    is: fc.constantFrom(true, false),
    stamp: stamps,
    more: fc.constantFrom(1, 2),
  });
  const halves = fc
    .record({
      entries: fc.array(entryRows, { maxLength: 5 }),
      marks: fc.array(markRows, { maxLength: 4 }),
      unreadable: fc.array(fc.constantFrom('torn', { id: 7 }, 5), { maxLength: 2 }),
      extra: fc.constantFrom('one', { two: 2 }, null),
    })
    .map((lists): Half => {
      const about = { kind: 'mentor-meetings/half', version: 1, mentorship: 'm', season: 1, author: 'p' };
      const decoded = decodeHalf({ ...about, ...lists });
      if (decoded.kind !== 'half') throw new Error(decoded.why);
      return decoded.half;
    });
  const numRuns = isLong ? 50_000 : 1_000;

  it('comes to the same in any order and grouping, and twice is once', () => {
    fc.assert(
      fc.property(halves, halves, halves, (a, b, c) => {
        expect(text(a, b)).toBe(text(b, a));
        expect(text(a, a)).toBe(text(a));
        expect(text(a, b, c)).toBe(encodeHalf(mergeOwnDevices(a, mergeOwnDevices(b, c))));
        expect(text(a, b, b, a)).toBe(text(a, b));
      }),
      { numRuns },
    );
  });

  it('is what the file gives back', () => {
    fc.assert(
      fc.property(halves, halves, (a, b) => {
        const merged = mergeOwnDevices(a, b);
        expect(parseHalf(encodeHalf(merged))).toMatchObject({ kind: 'half', half: merged, leftOut: 0 });
      }),
      { numRuns },
    );
  });

  it('keeps the first text of an entry the latest one', () => {
    fc.assert(
      fc.property(halves, halves, (a, b) => {
        for (const entry of mergeOwnDevices(a, b).entries) {
          const latest = entry.versions
            .map(({ stamp }) => stamp as string)
            .toSorted()
            .at(-1);
          expect(primaryOf(entry)?.stamp).toBe(latest);
        }
      }),
      { numRuns },
    );
  });

  it('refuses to mix two people', () => {
    fc.assert(
      fc.property(halves, halves, (a, b) => {
        expect(() => mergeOwnDevices(a, { ...b, author: 'q' })).toThrow(RangeError);
      }),
      { numRuns: 10 },
    );
  });
});

/** The file that comes of merging several, from the left. */
function text(...all: readonly Half[]): string {
  return encodeHalf(all.reduce((a, b) => mergeOwnDevices(a, b)));
}

function wordsShown(view: Notes): ReadonlySet<string> {
  const carriables = [...view.items, ...view.actions];
  const onPages = view.meetings.flatMap((each) => [...each.agenda, ...each.carried, ...each.actions]);
  const isLost = (item: Words): boolean => !onPages.some(({ id }) => id === item.id);
  // What is open stands on a page or waits for one; only what is ticked or let go may be found by search alone.
  const open = [
    ...view.items.filter((item) => item.talked === undefined && !item.isLetGo),
    ...view.openActions.filter(({ home }) => home !== undefined),
  ];
  if (open.some((item) => isLost(item) && !view.waiting.some(({ id }) => id === item.id))) return new Set();
  const others = [
    ...view.meetings.flatMap(({ summaries }) => [...summaries.mine, ...summaries.partner]),
    ...[view.asking.mine, view.asking.partner].filter((words) => words !== undefined),
  ];
  const all = [
    ...carriables,
    ...carriables.flatMap(({ remarks }) => remarks),
    ...others,
    ...view.looseRemarks,
  ];
  return new Set(all.flatMap((words) => [words.text, ...words.also.map((other) => other.text)]));
}

/** What one person sees, told as the other sees it. */
function mirrored(view: Notes): unknown {
  return JSON.parse(JSON.stringify(view, turned));
}

function turned(key: string, value: unknown): unknown {
  if (key === 'by') return value === 'mine' ? 'partner' : 'mine';
  if (key === 'key') return undefined;
  if (typeof value !== 'object' || value === null || !('mine' in value && 'partner' in value)) return value;
  return { ...value, mine: value.partner, partner: value.mine };
}

function comparable(view: Notes): unknown {
  return JSON.parse(JSON.stringify(view, (key, value: unknown) => (key === 'key' ? undefined : value)));
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}

function isSameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
