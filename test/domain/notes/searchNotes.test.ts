import { putAction, putItem, putRemark, putSummary } from '#domain/notes/editEntries.ts';
import { mergeHalves } from '#domain/notes/mergeHalves.ts';
import { makeSearch } from '#domain/notes/searchNotes.ts';
import { at, calendarOf, dana, halfOf, meetingOn, morgan, penAt, sideOf } from './notesFixtures.ts';

let mine = putItem(
  halfOf(morgan),
  {
    id: 'q1',
    type: 'question',
    text: 'Which conference first, IATUL or LIBER in Zürich?',
    note: '2026-11-05',
  },
  penAt('2026-11-01T09:00'),
);
mine = putAction(
  mine,
  { id: 'a1', text: 'Send the survey draft', note: '2026-11-19', who: [morgan] },
  penAt('2026-11-19T09:00'),
);
let partner = putSummary(halfOf(dana), '2026-11-19', 'IATUL it is; Émile helps.', penAt('2026-11-19T16:00'));
partner = putRemark(
  partner,
  { id: 'r1', on: 'q1', text: 'Die Straße nach Zürich' },
  penAt('2026-11-02T09:00'),
);
const calendar = calendarOf(meetingOn('2026-11-05'), meetingOn('2026-11-19'), meetingOn('2026-12-03'));
const search = makeSearch(mergeHalves(sideOf(mine), sideOf(partner), calendar, at('2026-11-23T09:00')));

describe('a search over all meetings', () => {
  it.each([
    ['iatul', ['summary 2026-11-19', 'item 2026-11-05']],
    ['zurich', ['item 2026-11-05', 'remark 2026-11-05']],
    ['ZÜRICH conf', ['item 2026-11-05']],
    ['first which', ['item 2026-11-05']],
    ['emile', ['summary 2026-11-19']],
    ['strasse', ['remark 2026-11-05']],
    ['draft', ['action 2026-11-19']],
    ['nowhere', []],
    ['iatul nowhere', []],
    ['  ', []],
    ['(.*', []],
  ])('finds %j in %j, the latest meeting first', (query, found) => {
    expect(search(query).map(({ what, day }) => `${what} ${day}`)).toEqual(found);
  });
});
