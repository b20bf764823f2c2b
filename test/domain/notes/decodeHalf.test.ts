import {
  decodeHalf,
  decodePrivateNotes,
  longestFile,
  parseHalf,
  parsePrivateNotes,
} from '#domain/notes/decodeHalf.ts';
import type { DecodedHalf } from '#domain/notes/decodeHalf.ts';
import { putItem } from '#domain/notes/editEntries.ts';
import { encodeHalf } from '#domain/notes/encodeHalf.ts';
import { mergeHalves } from '#domain/notes/mergeHalves.ts';
import type { Half } from '#domain/notes/types.ts';
import { at, dana, halfOf, morgan, penAt, sideOf } from './notesFixtures.ts';

const stamp = '2026-11-23T09:00:00.000Z w1';
const question = { id: 'q1', type: 'question', note: '2026-12-03', text: 'Why?', stamp };
const tick = { on: 'q1', what: 'talked', is: '2026-12-03', stamp };

function fileWith(members: object): Record<string, unknown> {
  return {
    kind: 'mentor-meetings/half',
    version: 1,
    mentorship: 'mentorship-1',
    season: 1,
    author: morgan,
    entries: [],
    marks: [],
    ...members,
  };
}

function halfIn(decoded: DecodedHalf): Half {
  if (decoded.kind === 'refused') throw new Error(decoded.why);
  return decoded.half;
}

describe('a file that is no half', () => {
  it.each([
    ['nothing at all', '', 'empty'],
    ['blanks after a byte order mark', '\uFEFF \n', 'empty'],
    ['a half cut short in a text', encodeHalf(halfOf(morgan)).slice(0, 40), 'cut-short'],
    ['a half cut short between members', '{"kind": "mentor-meetings/half",', 'cut-short'],
    ['a half cut short after an escape', '{"kind": "mentor\\', 'cut-short'],
    ['a comma too many, typed by hand', '{"kind": "mentor-meetings/half",}', 'damaged'],
    ['a picture', '\u0089PNG\r\n\u001A\n', 'damaged'],
    ['brackets a million deep', '['.repeat(1_000_000), 'cut-short'],
    ['another kind of JSON', '{"kind": "recipe"}', 'not-notes'],
    ['a list', '[]', 'not-notes'],
    ['a number', '7', 'not-notes'],
    ['a text', '"mentor-meetings/half"', 'not-notes'],
    ['null', 'null', 'not-notes'],
  ])('is refused by name: %s', (_, text, why) => {
    expect(parseHalf(text)).toEqual({ kind: 'refused', why });
  });

  it.each([
    ['a version from the future', { version: 2 }, 'newer-version'],
    ['no version', { version: undefined }, 'not-notes'],
    ['half a version', { version: 0.5 }, 'not-notes'],
    ['a season of nought', { season: 0 }, 'not-notes'],
    ['an author who is a list', { author: ['x'] }, 'not-notes'],
    ['entries that are none', { entries: {} }, 'not-notes'],
    ['no marks', { marks: undefined }, 'not-notes'],
    [
      'more rows than anybody could write',
      { entries: Array.from({ length: 40_001 }, () => question) },
      'too-large',
    ],
  ])('is refused by name: %s', (_, members, why) => {
    expect(decodeHalf(fileWith(members))).toEqual({ kind: 'refused', why });
  });

  it('is refused before it is parsed when it is too long', () => {
    expect(parseHalf(' '.repeat(longestFile + 1))).toEqual({ kind: 'refused', why: 'too-large' });
  });

  it('is refused when it is about something or somebody else', () => {
    const file = fileWith({});
    expect(decodeHalf(file, { mentorship: 'other' })).toEqual({ kind: 'refused', why: 'other-mentorship' });
    expect(decodeHalf(file, { season: 2 })).toEqual({ kind: 'refused', why: 'other-season' });
    expect(decodeHalf(file, { author: dana })).toEqual({ kind: 'refused', why: 'other-author' });
    expect(decodeHalf(file, { mentorship: 'mentorship-1', season: 1, author: morgan }).kind).toBe('half');
  });

  it('is no private file either, and a private file is no half', () => {
    expect(decodePrivateNotes(fileWith({}))).toEqual({ kind: 'refused', why: 'not-notes' });
    const own = JSON.stringify(fileWith({ kind: 'mentor-meetings/private' }));
    expect(parsePrivateNotes(own)).toMatchObject({ kind: 'private', notes: { kind: 'private' } });
    expect(parseHalf(own)).toEqual({ kind: 'refused', why: 'not-notes' });
  });
});

describe('a half edited by hand', () => {
  it('may begin with a byte order mark and be laid out anew', () => {
    const text = `\uFEFF${JSON.stringify(fileWith({ entries: [question] }), undefined, 4)}`;
    expect(halfIn(parseHalf(text)).entries).toHaveLength(1);
  });

  it.each([
    ['no id', { ...question, id: undefined }],
    ['an id with a line break', { ...question, id: 'a\nb' }],
    ['no stamp', { ...question, stamp: undefined }],
    ['a stamp of 31 April', { ...question, stamp: '2026-04-31T09:00:00.000Z w1' }],
    ['a stamp without a writer', { ...question, stamp: '2026-04-30T09:00:00.000Z' }],
    ['a writer who is __proto__', { ...question, stamp: '2026-04-30T09:00:00.000Z __proto__' }],
    ['a text that is a number', { ...question, text: 5 }],
    ['a text that is an object', { ...question, text: { toString: 'x' } }],
    ['no type', { ...question, type: undefined }],
    ['a note that is no id', { ...question, note: ['2026-12-03'] }],
    ['a due day that no month has', { ...question, type: 'action', who: [], due: '2026-02-30' }],
    ['people who are none', { ...question, type: 'action', who: [5] }],
    ['a link without an address', { ...question, link: { title: 'x' } }],
    ['a list for a row', [question]],
    ['null for a row', null],
    ['versions that are none', { id: 'q1', versions: 'all', seen: [stamp] }],
    ['a hundred and one versions', { id: 'q1', versions: Array.from({ length: 101 }, () => question) }],
    ['neither version nor anything seen', { id: 'q1', versions: [], seen: [] }],
    ['a tick that is a number', { ...tick, is: 5 }],
    ['a place that is no place', { on: 'q1', what: 'place', is: '../..', stamp }],
    ['a mark on nothing', { what: 'talked', is: false, stamp }],
  ])('keeps what it cannot read as it was: %s', (_, row) => {
    const decoded = parseHalf(JSON.stringify(fileWith({ entries: [row] })));
    expect(decoded).toMatchObject({ kind: 'half', unreadable: 1, half: { entries: [], marks: [] } });
    expect(JSON.parse(encodeHalf(halfIn(decoded)))).toMatchObject({
      unreadable: [JSON.parse(JSON.stringify(row))],
    });
    expect(parseHalf(encodeHalf(halfIn(decoded)))).toEqual(decoded);
  });

  it('reads what was unreadable once a newer version of the app can', () => {
    const decoded = decodeHalf(fileWith({ unreadable: [question, tick, 'torn'] }));
    expect(decoded).toMatchObject({ unreadable: 1 });
    expect(halfIn(decoded).entries).toHaveLength(1);
    expect(halfIn(decoded).marks).toHaveLength(1);
  });

  it('joins rows that say two things of one entry, and loses neither text', () => {
    const again = { ...question, text: 'Why not?', stamp: '2026-11-23T09:00:01.000Z w2' };
    const { entries } = halfIn(decodeHalf(fileWith({ entries: [question, again] })));
    expect(entries.map(({ versions }) => versions.map(({ content }) => content['text']))).toEqual([
      ['Why not?', 'Why?'],
    ]);
  });

  it('keeps both texts even when one stamp stands on both', () => {
    const { entries } = halfIn(decodeHalf(fileWith({ entries: [question, { ...question, text: 'Who?' }] })));
    expect(entries[0]?.versions).toHaveLength(2);
  });
});

describe('a hostile half', () => {
  const poison = `{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}`;

  it('cannot reach what every object inherits, wherever it says __proto__', () => {
    const text = `{"kind": "mentor-meetings/half", "version": 1, "mentorship": "m", "season": 1, "author": "a",
      "__proto__": {"polluted": true}, "extra": ${poison},
      "entries": [
        {"id": "e1", "type": "question", "text": "x", "stamp": "${stamp}", "__proto__": {"text": "y"}, "more": ${poison}},
        {"id": "e2", "type": "__proto__", "text": "x", "stamp": "${stamp}"},
        {"id": "constructor", "versions": [{"type": "hasOwnProperty", "stamp": "${stamp}"}], "rest": ${poison}},
        {"id": "__proto__", "type": "question", "text": "mine", "stamp": "${stamp}"}],
      "marks": [{"on": "__proto__", "what": "__proto__", "is": ${poison}, "stamp": "${stamp}"},
        {"on": "constructor", "what": "toString", "is": true, "stamp": "${stamp}"}],
      "unreadable": [${poison}]}`;
    const decoded = parseHalf(text);
    const half = halfIn(decoded);
    const side = { person: 'a', halves: [half] };
    const view = mergeHalves(side, { person: 'b', halves: [] }, undefined, at('2026-11-23T09:00'));
    expect(view.items.map((item) => item.text).toSorted()).toEqual(['mine', 'x']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(half.rest['extra'])).toBe(Object.prototype);
    expect(half.entries.every((entry) => Object.getPrototypeOf(entry.rest) === Object.prototype)).toBe(true);
    expect(encodeHalf(half)).not.toContain('polluted');
    expect(decoded).toMatchObject({ leftOut: 12 });
    expect(parseHalf(encodeHalf(half))).toMatchObject({ half, leftOut: 0 });
  });

  it('cannot nest so deep that writing it back fails', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const text = JSON.stringify(fileWith({ entries: [question] })).replace(
      '"marks"',
      `"deep":${deep},"marks"`,
    );
    const half = halfIn(parseHalf(text));
    expect(half.entries).toHaveLength(1);
    expect(encodeHalf(half).length).toBeLessThan(2_000);
  });

  it('costs no time by naming many writers', () => {
    const seen = Array.from({ length: 2_001 }, (_, index) => `2026-11-23T09:00:00.000Z w${index}`);
    expect(decodeHalf(fileWith({ entries: [{ ...question, seen }] }))).toMatchObject({ unreadable: 1 });
  });

  it('costs no time by saying twenty thousand things of one entry, and loses none of them', () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => ({ ...question, text: `${index}` }));
    const decoded = decodeHalf(fileWith({ entries }));
    expect(decoded).toMatchObject({ unreadable: 19_980 });
    expect(halfIn(decoded).entries[0]?.versions).toHaveLength(20);
  });

  it('leaves out numbers that JSON cannot write back', () => {
    const text = JSON.stringify(fileWith({})).replace('"marks"', '"huge":1e999,"marks"');
    expect(parseHalf(text)).toMatchObject({ leftOut: 1, half: { rest: {} } });
  });

  it('keeps any text as it is', () => {
    const hostile = '\u202Eevil\u0000<script>alert(1)</script>\uD800 ](javascript:1) {{x}} "\\';
    const half = putItem(
      halfOf(morgan),
      { id: 'q1', type: 'question', text: hostile },
      penAt('2026-11-23T09:00'),
    );
    const view = mergeHalves(
      sideOf(halfIn(parseHalf(encodeHalf(half)))),
      sideOf(halfOf(dana)),
      undefined,
      at('2026-11-23T09:00'),
    );
    expect(view.items[0]?.text).toBe(hostile);
  });
});

describe('a half from a newer version of the app', () => {
  const newer = fileWith({
    weather: { mood: 'sunny' },
    entries: [
      { ...question, colour: 'green' },
      { id: 'p1', type: 'poem', verses: ['a', 'b'], stamp },
      { id: 'v1', versions: [{ ...question, id: undefined, tone: 1 }], seen: [stamp], pinned: true },
    ],
    marks: [
      { ...tick, why: 'because' },
      { on: 'q1', what: 'stars', is: { five: 5 }, stamp },
    ],
  });

  it('is read, and what is new in it is written back', () => {
    const decoded = decodeHalf(JSON.parse(JSON.stringify(newer)));
    expect(decoded).toMatchObject({ unreadable: 0, leftOut: 0 });
    const edited = putItem(
      halfIn(decoded),
      { id: 'q1', type: 'question', text: 'How?', note: '2026-12-03' },
      penAt('2026-11-24T09:00'),
    );
    expect(JSON.parse(encodeHalf(edited))).toMatchObject({
      weather: { mood: 'sunny' },
      entries: expect.arrayContaining([
        expect.objectContaining({ text: 'How?', colour: 'green' }),
        { id: 'p1', type: 'poem', verses: ['a', 'b'], stamp },
        expect.objectContaining({ id: 'v1', pinned: true }),
      ]) as unknown,
      marks: [
        { on: 'q1', what: 'stars', is: { five: 5 } },
        { on: 'q1', what: 'talked', why: 'because' },
      ],
    });
  });

  it('says how much of it cannot be shown', () => {
    const half = halfIn(decodeHalf(JSON.parse(JSON.stringify(newer))));
    const view = mergeHalves(sideOf(half), sideOf(halfOf(dana)), undefined, at('2026-11-23T09:00'));
    expect(view.unknownEntries).toBe(1);
    expect(view.items).toHaveLength(2);
  });
});
