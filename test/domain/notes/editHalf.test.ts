import {
  dropVersion,
  findEntry,
  putAction,
  putAnswer,
  putItem,
  putPrivate,
  putSummary,
  removeEntry,
  restoreEntry,
} from '#domain/notes/editEntries.ts';
import { logMeeting, reorder, tick } from '#domain/notes/editMarks.ts';
import { mergeHalves } from '#domain/notes/mergeHalves.ts';
import { mergeOwnDevices } from '#domain/notes/mergeOwnDevices.ts';
import type { AgendaItem } from '#domain/notes/notesView.ts';
import { emptyPrivateNotes } from '#domain/notes/types.ts';
import type { Half, NotesFile } from '#domain/notes/types.ts';
import * as fc from 'fast-check';
import { at, dana, halfOf, morgan, penAt, sideOf } from './notesFixtures.ts';

const note = '2026-12-03';
const draft = { id: 'q1', type: 'question', text: 'Why?', note } as const;
const first = putItem(halfOf(morgan), draft, penAt('2026-11-23T09:00', 'phone'));

function textsOf(file: NotesFile, id: string): unknown[] {
  return findEntry(file, id)?.versions.map(({ content }) => content['text']) ?? [];
}

function agendaOf(half: Half): readonly AgendaItem[] {
  const view = mergeHalves(sideOf(half), sideOf(halfOf(dana)), undefined, at('2026-11-23T09:00'));
  return view.byNote.get(note)?.agenda ?? [];
}

function idsOf(half: Half): string {
  return agendaOf(half)
    .map(({ id }) => id)
    .join('');
}

describe('typing', () => {
  it('replaces the text before it, and keeps one version however long it goes on', () => {
    let half = first;
    for (const text of ['W', 'Wh', 'Who', 'Who?']) {
      half = putItem(half, { ...draft, text }, penAt('2026-11-23T10:00', 'phone'));
    }
    expect(textsOf(half, 'q1')).toEqual(['Who?']);
    expect(findEntry(half, 'q1')?.seen).toHaveLength(1);
  });

  it('leaves the file as it is when nothing changes', () => {
    expect(putItem(first, draft, penAt('2026-11-24T09:00', 'laptop'))).toBe(first);
  });

  it('keeps what two devices wrote without knowing of each other, the later first', () => {
    const phone = putItem(first, { ...draft, text: 'Why me?' }, penAt('2026-11-23T10:00', 'phone'));
    const laptop = putItem(first, { ...draft, text: 'Why now?' }, penAt('2026-11-23T10:05', 'laptop'));
    const both = mergeOwnDevices(phone, laptop);
    expect(textsOf(both, 'q1')).toEqual(['Why now?', 'Why me?']);
    expect(agendaOf(both)).toMatchObject([{ text: 'Why now?', also: [{ text: 'Why me?' }] }]);
  });

  it('goes on in its own text when another device’s text comes to stand first', () => {
    const phone = putItem(first, { ...draft, text: 'Why me' }, penAt('2026-11-23T10:00', 'phone'));
    const laptop = putItem(first, { ...draft, text: 'Why now?' }, penAt('2026-11-23T10:05', 'laptop'));
    const both = mergeOwnDevices(phone, laptop);
    const on = putItem(both, { ...draft, text: 'Why me?' }, penAt('2026-11-23T10:06', 'phone'));
    expect(textsOf(on, 'q1')).toEqual(['Why me?', 'Why now?']);
  });

  it('starts from the version it is told, and leaves the others', () => {
    const phone = putItem(first, { ...draft, text: 'Why me?' }, penAt('2026-11-23T10:00', 'phone'));
    const laptop = putItem(first, { ...draft, text: 'Why now?' }, penAt('2026-11-23T10:05', 'laptop'));
    const both = mergeOwnDevices(phone, laptop);
    const from = findEntry(both, 'q1')?.versions[1]?.stamp;
    const edited = putItem(both, { ...draft, text: 'Why I?' }, penAt('2026-11-24T09:00', 'tablet'), from);
    expect(textsOf(edited, 'q1')).toEqual(['Why I?', 'Why now?']);
  });

  it('brings an item back that another device removed while it was being changed', () => {
    const phone = putItem(first, { ...draft, text: 'Why me?' }, penAt('2026-11-23T10:00', 'phone'));
    const laptop = removeEntry(first, 'q1', penAt('2026-11-23T11:00', 'laptop'));
    expect(textsOf(mergeOwnDevices(phone, laptop), 'q1')).toEqual(['Why me?']);
    expect(textsOf(mergeOwnDevices(laptop, phone), 'q1')).toEqual(['Why me?']);
  });

  it('in the past, by a clock that is wrong, still counts as later', () => {
    const late = putItem(first, { ...draft, text: 'Later' }, penAt('2019-01-01T00:00', 'phone'));
    expect(textsOf(mergeOwnDevices(first, late), 'q1')).toEqual(['Later']);
  });

  it('writes down when the entry was first written', () => {
    const edited = putItem(first, { ...draft, text: 'Who?' }, penAt('2026-11-25T09:00', 'laptop'));
    expect(agendaOf(edited)).toMatchObject([{ text: 'Who?', addedAt: '2026-11-23T09:00:00.000Z' }]);
  });

  it('takes a due day away again', () => {
    const action = { id: 'a1', text: 'Read', note, who: [morgan] };
    const due = putAction(halfOf(morgan), { ...action, due: '2026-12-01' }, penAt('2026-11-23T09:00'));
    const free = putAction(due, { ...action, due: undefined }, penAt('2026-11-23T09:01'));
    expect(findEntry(free, 'a1')?.versions[0]?.content).not.toHaveProperty('due');
  });

  it('of one summary on two devices gives one entry with both texts', () => {
    const phone = putSummary(halfOf(morgan), note, 'From the train', penAt('2026-12-03T15:00', 'phone'));
    const laptop = putSummary(halfOf(morgan), note, 'At my desk', penAt('2026-12-03T15:00', 'laptop'));
    expect(textsOf(mergeOwnDevices(phone, laptop), `summary:${note}`)).toEqual([
      'From the train',
      'At my desk',
    ]);
  });

  it('refuses a pen that no file could hold', () => {
    const pen = { writer: 'two words', at: 0 };
    expect(() => putItem(first, { ...draft, text: 'x' }, pen)).toThrow(RangeError);
  });
});

describe('removing', () => {
  it('takes an item away for good, on the other device too', () => {
    const removed = removeEntry(first, 'q1', penAt('2026-11-23T10:00'));
    expect(findEntry(removed, 'q1')).toBeUndefined();
    expect(findEntry(mergeOwnDevices(first, removed), 'q1')).toBeUndefined();
    expect(findEntry(mergeOwnDevices(removed, first), 'q1')).toBeUndefined();
  });

  it('can be taken back, with the time it was first written', () => {
    const entry = findEntry(first, 'q1');
    const removed = removeEntry(first, 'q1', penAt('2026-11-23T10:00'));
    const restored = entry && restoreEntry(removed, entry, penAt('2026-11-23T10:01'));
    expect(agendaOf(restored ?? removed)).toMatchObject([
      { text: 'Why?', addedAt: '2026-11-23T09:00:00.000Z' },
    ]);
  });

  it('takes all texts that it is seen to have', () => {
    const other = putItem(halfOf(morgan), { ...draft, text: 'Who?' }, penAt('2026-11-23T09:30', 'laptop'));
    const removed = removeEntry(mergeOwnDevices(first, other), 'q1', penAt('2026-11-23T10:00'));
    expect(textsOf(removed, 'q1')).toEqual([]);
  });

  it('of one of two texts keeps the other', () => {
    const other = putItem(halfOf(morgan), { ...draft, text: 'Who?' }, penAt('2026-11-23T09:30', 'laptop'));
    const both = mergeOwnDevices(first, other);
    const stamp = findEntry(both, 'q1')?.versions[0]?.stamp;
    expect(textsOf(both, 'q1')).toEqual(['Who?', 'Why?']);
    expect(stamp && textsOf(dropVersion(both, 'q1', stamp, penAt('2026-11-23T10:00')), 'q1')).toEqual([
      'Why?',
    ]);
  });
});

describe('the order of an agenda', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].reduce(
    (half, id, index) => putItem(half, { ...draft, id, text: id }, penAt(`2026-11-23T09:0${index}`)),
    halfOf(morgan),
  );

  it('is that of adding', () => {
    expect(idsOf(many)).toBe('abcde');
  });

  it.each([
    ['a', 4, 'bcdea'],
    ['e', 0, 'eabcd'],
    ['b', 2, 'acbde'],
    ['c', 2, 'abcde'],
    ['d', 99, 'abced'],
    ['d', -1, 'dabce'],
  ])('after moving %s to %i is %s, by one mark', (id, position, order) => {
    const moved = reorder(many, agendaOf(many), id, position, penAt('2026-11-23T10:00'));
    expect(idsOf(moved)).toBe(order);
    expect(moved.marks).toHaveLength(1);
  });

  it('puts what is added later at the end, after any moves', () => {
    const moved = reorder(many, agendaOf(many), 'a', 4, penAt('2026-11-23T10:00'));
    const added = putItem(moved, { ...draft, id: 'f', text: 'f' }, penAt('2026-11-23T11:00'));
    expect(idsOf(added)).toBe('bcdeaf');
  });

  it('is the wished one after any number of moves', () => {
    const moves = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(moves, (wished) => {
        let half = many;
        let order = ['a', 'b', 'c', 'd', 'e'];
        for (const [from, to] of wished) {
          const id = order[from] ?? '';
          half = reorder(half, agendaOf(half), id, to, penAt('2026-11-23T10:00'));
          order = order.filter((each) => each !== id).toSpliced(to, 0, id);
          expect(idsOf(half)).toBe(order.join(''));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is numbered anew when two items share one place', () => {
    const twins = ['a', 'b', 'c'].reduce(
      (half, id) => putItem(half, { ...draft, id, text: id }, penAt('2026-11-23T09:00')),
      halfOf(morgan),
    );
    expect(idsOf(reorder(twins, agendaOf(twins), 'c', 1, penAt('2026-11-23T10:00')))).toBe('acb');
  });
});

describe('a mark', () => {
  it('wins over the one on screen even when that one’s clock is ahead', () => {
    const [item] = agendaOf(first);
    if (item === undefined) throw new Error('the agenda is empty');
    const partner = tick(halfOf(dana), item, note, penAt('2026-11-23T12:00', 'fast'));
    const shown = mergeHalves(sideOf(first), sideOf(partner), undefined, at('2026-11-23T09:00'));
    expect(shown.items).toMatchObject([{ talked: note }]);
    const undone = tick(first, shown.items[0] ?? item, undefined, penAt('2026-11-23T09:00', 'slow'));
    const after = mergeHalves(sideOf(undone), sideOf(partner), undefined, at('2026-11-23T09:00'));
    expect(after.items).toMatchObject([{ talked: undefined }]);
  });

  it('keeps its place in the sorted list, one for each thing', () => {
    let half = halfOf(morgan);
    for (const day of ['2026-12-17', '2026-12-03', '2026-12-31', '2026-12-03']) {
      half = logMeeting(half, day, 'met', penAt('2026-12-31T09:00'));
    }
    expect(half.marks.map(({ on }) => on)).toEqual(['2026-12-03', '2026-12-17', '2026-12-31']);
  });
});

describe('private notes', () => {
  it('are edited and merged by the same rules', () => {
    const empty = emptyPrivateNotes('mentorship-1', 1, morgan);
    const phone = putPrivate(empty, note, 'Ask about the panel', penAt('2026-11-23T09:00', 'phone'));
    const laptop = putAnswer(empty, 'limits', 'No evenings', penAt('2026-11-23T09:00', 'laptop'));
    const both = mergeOwnDevices(phone, laptop);
    expect(textsOf(both, `private:${note}`)).toEqual(['Ask about the panel']);
    expect(textsOf(both, 'answer:limits')).toEqual(['No evenings']);
  });
});
