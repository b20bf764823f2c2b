import { bindChangedDates, bindMeeting } from '#domain/notes/bindMeeting.ts';
import type { EventClues, KnownMentorship, KnownSeries } from '#domain/notes/bindMeeting.ts';
import { noteOfSingle, shortId } from '#domain/notes/noteId.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { at, meetingOn } from './notesFixtures.ts';

const people = ['morgan@leeds.example', 'dana@cape.example'];
const days: readonly IsoDay[] = ['2026-11-05', '2026-11-19', '2026-12-03', '2026-12-17'];
const mentorship: KnownMentorship = {
  people,
  meetings: days.map((day) => meetingOn(day)),
  bindings: new Map(),
};
const series: KnownSeries = {
  zone: 'America/Chicago',
  days,
  dates: days.map((originalDay) => ({ originalDay, start: at(`${originalDay}T14:00`) })),
};
const nothing: EventClues = {
  type: 'unknown',
  start: undefined,
  originalStart: undefined,
  occurrenceId: undefined,
  iCalUId: undefined,
  people,
};

describe('a date of the season', () => {
  it('is told by its original start, on the clocks of the series', () => {
    // 02:30 UTC on the 4th is the evening of the 3rd in Chicago.
    const clues = {
      ...nothing,
      type: 'exception',
      start: at('2026-12-10T20:00'),
      originalStart: at('2026-12-04T02:30'),
    } as const;
    expect(bindMeeting(clues, series, mentorship)).toEqual({
      kind: 'bound',
      note: '2026-12-03',
      by: 'originalStart',
    });
  });

  it('is told by its occurrence id where the original start is missing', () => {
    const clues = { ...nothing, type: 'exception', occurrenceId: 'OID.AAMkADYA.x==.2026-12-03' } as const;
    expect(bindMeeting(clues, series, mentorship)).toEqual({
      kind: 'bound',
      note: '2026-12-03',
      by: 'occurrenceId',
    });
  });

  it('is told by its start where the calendar has a date at that time', () => {
    const clues = { ...nothing, start: at('2026-12-17T14:00') };
    expect(bindMeeting(clues, series, mentorship)).toEqual({
      kind: 'bound',
      note: '2026-12-17',
      by: 'recurrence',
    });
  });

  it('is told by the recurrence when it stands on one of its days', () => {
    const unread = { ...series, dates: [] };
    const clues = { ...nothing, type: 'occurrence', start: at('2026-12-18T02:00') } as const;
    expect(bindMeeting(clues, unread, mentorship)).toEqual({
      kind: 'bound',
      note: '2026-12-17',
      by: 'recurrence',
    });
  });

  it('that was moved is told by the only day that its neighbours leave free', () => {
    const moved = {
      ...series,
      dates: series.dates.filter(({ originalDay }) => originalDay !== '2026-12-03'),
    };
    const clues = { ...nothing, type: 'exception', start: at('2026-12-09T10:00') } as const;
    expect(bindMeeting(clues, moved, mentorship)).toEqual({
      kind: 'bound',
      note: '2026-12-03',
      by: 'recurrence',
    });
  });

  it('is only proposed when two days are free', () => {
    const moved = { ...series, dates: series.dates.slice(0, 2) };
    const clues = { ...nothing, type: 'exception', start: at('2026-12-09T10:00') } as const;
    expect(bindMeeting(clues, moved, mentorship)).toEqual({
      kind: 'proposed',
      notes: ['2026-12-03', '2026-12-17', '2026-11-19'],
    });
  });

  it('leads to the earlier note that it was bound to', () => {
    const bindings = new Map([
      ['2026-12-03', { is: '2026-12-01', by: 'mine', stamp: '2026-11-22T09:00:00.000Z w1' } as const],
    ]);
    const clues = { ...nothing, type: 'occurrence', originalStart: at('2026-12-03T14:00') } as const;
    expect(bindMeeting(clues, series, { ...mentorship, bindings })).toMatchObject({ note: '2026-12-01' });
  });
});

describe('a single meeting', () => {
  const iCalUId = '040000008200E00074C5B7101A82E00800000000';
  const clues = { ...nothing, type: 'single', iCalUId, start: at('2026-11-30T12:15') } as const;

  it('is told by its iCalUId, the same on both calendars', () => {
    expect(bindMeeting(clues, undefined, mentorship)).toEqual({
      kind: 'bound',
      note: noteOfSingle(iCalUId),
      by: 'iCalUId',
    });
    expect(noteOfSingle(iCalUId)).toMatch(/^one\.[0-9a-z]{14}$/);
    expect(noteOfSingle(`${iCalUId}1`)).not.toBe(noteOfSingle(iCalUId));
  });

  it('that is one date of the season, sent to somebody alone, is proposed as that date', () => {
    const alone = { ...clues, start: at('2026-12-03T14:00') };
    expect(bindMeeting(alone, undefined, mentorship)).toMatchObject({
      kind: 'proposed',
      notes: ['2026-12-03', expect.anything(), expect.anything()],
    });
  });

  it('that is known stays itself even at the hour of another', () => {
    const start = at('2026-12-03T14:00');
    const known = {
      ...mentorship,
      meetings: [...mentorship.meetings, meetingOn('2026-12-03', { note: noteOfSingle(iCalUId) })],
    };
    expect(bindMeeting({ ...clues, start }, undefined, known)).toMatchObject({
      kind: 'bound',
      by: 'iCalUId',
    });
  });
});

describe('an event of which only the time and the people are told', () => {
  it('proposes the nearest dates that stand', () => {
    const called = {
      ...mentorship,
      meetings: [...mentorship.meetings, meetingOn('2026-12-02', { isCancelled: true })],
    };
    const clues = {
      ...nothing,
      start: at('2026-12-02T14:00'),
      people: ['Dana@Cape.example', 'MORGAN@leeds.example', 'x@y'],
    };
    expect(bindMeeting(clues, undefined, called)).toEqual({
      kind: 'proposed',
      notes: ['2026-12-03', '2026-11-19', '2026-12-17'],
    });
  });

  it('is none of theirs without both people, without a time, or without a date', () => {
    const clues = { ...nothing, start: at('2026-12-02T14:00') };
    expect(bindMeeting({ ...clues, people: ['dana@cape.example'] }, undefined, mentorship)).toEqual({
      kind: 'none',
    });
    expect(bindMeeting(nothing, undefined, mentorship)).toEqual({ kind: 'none' });
    expect(bindMeeting(clues, undefined, { ...mentorship, meetings: [] })).toEqual({ kind: 'none' });
    expect(bindMeeting(clues, undefined, { ...mentorship, people: [] })).toEqual({ kind: 'none' });
  });
});

describe('a series that is changed', () => {
  it('ties each new date to the note of the one it replaces', () => {
    const tuesdays: readonly IsoDay[] = ['2026-11-17', '2026-12-01', '2026-12-15'];
    expect(bindChangedDates(notesOn('2026-11-19', '2026-12-03', '2026-12-17'), tuesdays)).toEqual([
      { date: '2026-11-17', note: '2026-11-19' },
      { date: '2026-12-01', note: '2026-12-03' },
      { date: '2026-12-15', note: '2026-12-17' },
    ]);
  });

  it('ties nothing that keeps its day', () => {
    expect(
      bindChangedDates(notesOn('2026-12-03', '2026-12-17'), ['2026-12-03', '2026-12-10', '2026-12-17']),
    ).toEqual([]);
  });

  it('that meets less often leaves notes over, whose items carry on by themselves', () => {
    expect(
      bindChangedDates(notesOn('2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24'), [
        '2026-12-09',
        '2026-12-23',
      ]),
    ).toEqual([
      { date: '2026-12-09', note: '2026-12-10' },
      { date: '2026-12-23', note: '2026-12-24' },
    ]);
  });

  it('never crosses two dates', () => {
    const bound = bindChangedDates(notesOn('2026-12-01', '2026-12-02', '2026-12-03'), [
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
    ]);
    expect(bound.map(({ note }) => note)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
  });
});

describe('a short id', () => {
  it('comes from a UUID, and from nothing else', () => {
    expect(shortId('7c9e6679-7425-40de-944b-e07fc1f90ae7')).toMatch(/^[0-9A-Za-z]{11}$/);
    expect(shortId('00000000-0000-0000-0000-000000000000')).toBe('00000000000');
    expect(shortId('ffffffff-ffff-ffff-ffff-ffffffffffff')).toHaveLength(11);
    expect(() => shortId('x')).toThrow(RangeError);
  });
});

function notesOn(...of: readonly IsoDay[]): { readonly note: string; readonly day: IsoDay }[] {
  return of.map((day) => ({ note: day, day }));
}
