import { parseHalf } from '#domain/notes/decodeHalf.ts';
import { putAction, putAsking, putItem, putSummary, removeEntry } from '#domain/notes/editEntries.ts';
import { logMeeting } from '#domain/notes/editMarks.ts';
import { encodeHalf } from '#domain/notes/encodeHalf.ts';
import { halfOf, morgan, penAt } from './notesFixtures.ts';

const note = '2026-12-03';

describe('the file of a half', () => {
  it('can be read by a person, one row a line, by meeting and time', () => {
    let half = halfOf(morgan);
    half = putSummary(half, note, 'We agreed.', penAt('2026-12-03T15:00'));
    half = putAction(
      half,
      { id: 'a1', text: 'Send the draft', note, who: [morgan], due: '2026-12-01' },
      penAt('2026-11-23T10:00'),
    );
    half = putItem(half, { id: 'z9', type: 'question', text: 'Why?', note }, penAt('2026-11-23T09:00'));
    half = putAsking(half, 'Any time', penAt('2026-11-24T09:00'));
    half = putItem(
      half,
      { id: 'z9', type: 'topic', text: 'Why not?', note },
      penAt('2026-11-25T09:00', 'w2'),
    );
    half = putItem(half, { id: 'g1', type: 'topic', text: 'Gone' }, penAt('2026-11-23T09:00'));
    half = removeEntry(half, 'g1', penAt('2026-11-23T09:30'));
    half = logMeeting(half, note, 'met', penAt('2026-12-03T16:00'));
    expect(encodeHalf(half)).toBe(`{
"kind": "mentor-meetings/half",
"version": 1,
"mentorship": "mentorship-1",
"season": 1,
"author": "morgan-oid",
"entries": [
  {"id":"asking","type":"asking","text":"Any time","stamp":"2026-11-24T09:00:00.000Z w1"},
  {"id":"z9","type":"topic","note":"2026-12-03","text":"Why not?","stamp":"2026-11-25T09:00:00.000Z w2","seen":["2026-11-23T09:00:00.000Z w1"],"added":"2026-11-23T09:00:00.000Z"},
  {"id":"a1","type":"action","note":"2026-12-03","text":"Send the draft","stamp":"2026-11-23T10:00:00.000Z w1","due":"2026-12-01","who":["morgan-oid"]},
  {"id":"summary:2026-12-03","type":"summary","note":"2026-12-03","text":"We agreed.","stamp":"2026-12-03T15:00:00.000Z w1"},
  {"id":"g1","seen":["2026-11-23T09:30:00.000Z w1"],"versions":[]}
],
"marks": [
  {"on":"2026-12-03","what":"met","is":"met","stamp":"2026-12-03T16:00:00.000Z w1"}
]
}
`);
    expect(parseHalf(encodeHalf(half))).toMatchObject({ kind: 'half', half, unreadable: 0, leftOut: 0 });
  });
});
