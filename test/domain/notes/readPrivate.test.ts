import { putAnswer, putPrivate } from '#domain/notes/editEntries.ts';
import { parseHalf, parsePrivateNotes } from '#domain/notes/decodeHalf.ts';
import { encodePrivateNotes } from '#domain/notes/encodeHalf.ts';
import { readPrivate } from '#domain/notes/readPrivate.ts';
import { emptyPrivateNotes } from '#domain/notes/types.ts';
import { morgan, penAt } from './notesFixtures.ts';

describe('private notes', () => {
  const season = emptyPrivateNotes('mentorship-1', 1, morgan);
  let notes = putPrivate(season, '2026-12-03', 'Ask about the panel', penAt('2026-11-23T09:00'));
  notes = putPrivate(notes, '2026-12-01', 'Budget!', penAt('2026-11-24T09:00'));
  notes = putAnswer(notes, 'limits', 'No evenings', penAt('2026-11-23T09:00'));

  it('stand with their meeting, answers apart', () => {
    const view = readPrivate([notes], morgan, new Map());
    expect(view.byNote.get('2026-12-03')?.map(({ text }) => text)).toEqual(['Ask about the panel']);
    expect(view.answers.get('limits')?.text).toBe('No evenings');
    expect(view.byNote.size).toBe(2);
  });

  it('come back from their file as they were', () => {
    expect(parsePrivateNotes(encodePrivateNotes(notes), { author: morgan })).toEqual({
      kind: 'private',
      notes,
      unreadable: 0,
      leftOut: 0,
    });
    expect(parseHalf(encodePrivateNotes(notes))).toEqual({ kind: 'refused', why: 'not-notes' });
  });

  it('come together where two dates became one note', () => {
    const bound = { is: '2026-12-03', by: 'mine', stamp: '2026-11-25T09:00:00.000Z w1' } as const;
    const view = readPrivate([notes], morgan, new Map([['2026-12-01', bound]]));
    expect(view.byNote.get('2026-12-03')).toMatchObject([
      { text: 'Ask about the panel', writtenFor: '2026-12-03' },
      { text: 'Budget!', writtenFor: '2026-12-01' },
    ]);
  });

  it('of a later season answer anew', () => {
    const later = putAnswer(
      emptyPrivateNotes('mentorship-1', 2, morgan),
      'limits',
      'None',
      penAt('2027-01-01T09:00'),
    );
    expect(readPrivate([later, notes], morgan, new Map()).answers.get('limits')).toMatchObject({
      text: 'None',
      also: [],
    });
  });
});
