import { previewSeason } from '#domain/season/previewSeason.ts';
import type { DateDecision, SeasonPreview, SeasonQuery } from '#domain/season/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { dateRows, firstUndecided, nextUndecided, plannedChanges } from '#features/booking/dates/dateRows.ts';
import { stateOfTime } from '#domain/season/stateOfTime.ts';
import { changedDays } from '#features/booking/dates/timeStates.ts';
import type { Taken } from '#test/support/fakes/fakeCalendar.ts';
import { thursdays } from '#test/support/fakes/seasonTasks.ts';
import { dana, leeds, morgan, taken, tellStory } from '#test/support/fakes/story.ts';

const today: IsoDay = '2027-01-04';

async function queryWith(danas: readonly Taken[], blackouts: readonly IsoDay[] = []): Promise<SeasonQuery> {
  const schedules = await tellStory({ danas }).calendar.schedules(
    { addresses: [morgan.address, dana.address], from: Date.UTC(2027, 0, 1), to: Date.UTC(2027, 7, 1) },
    new AbortController().signal,
  );
  return {
    zone: leeds,
    firstDay: '2027-01-11',
    lastDay: '2027-07-11',
    cadence: thursdays.cadence,
    lengthMinutes: 60,
    hours: { days: [1, 2, 3, 4, 5], earliestMinute: 540, latestMinute: 1020 },
    blackouts,
    schedules,
  };
}
function preview(query: SeasonQuery): SeasonPreview {
  const found = previewSeason(query, thursdays);
  if (found.kind !== 'preview') throw new Error(found.problem);
  return found;
}

describe('dateRows', () => {
  it('proposes the nearest move for a clash that is near, and leaves a later one until it is', async () => {
    const query = await queryWith([taken('2027-01-28'), taken('2027-05-20')]);
    const rows = dateRows(preview(query), query, [], today);
    const near = rows.find((row) => row.date.day === '2027-01-28');
    expect(near).toMatchObject({ need: 'asked', decision: undefined, effect: { kind: 'move' } });
    expect(near?.stands && toWall(near.stands.start, leeds)).toEqual({ day: '2027-01-27', minuteOfDay: 780 });
    expect(rows.find((row) => row.date.day === '2027-05-20')).toMatchObject({
      need: 'later',
      effect: undefined,
    });
    expect(plannedChanges(rows).map((change) => change.day)).toEqual(['2027-01-28']);
  });

  it('skips a day left out by wish, however far, until somebody says otherwise', async () => {
    const query = await queryWith([], ['2027-05-20']);
    const shown = preview(query);
    expect(plannedChanges(dateRows(shown, query, [], today))).toEqual([{ kind: 'skip', day: '2027-05-20' }]);
    const kept: DateDecision = { kind: 'keep', day: '2027-05-20' };
    expect(plannedChanges(dateRows(shown, query, [kept], today))).toEqual([]);
  });

  it('asks without a proposal where nothing is free between the neighbours', async () => {
    const fortnight = Array.from({ length: 27 }, (_, index) => taken(addDays('2027-01-15', index)));
    const query = await queryWith(fortnight);
    const rows = dateRows(preview(query), query, [], today);
    expect(rows.find((row) => row.date.day === '2027-01-28')).toMatchObject({
      need: 'open',
      effect: undefined,
    });
  });

  it('never proposes two dates on one day, nor past each other', async () => {
    // Both of two weekly neighbours clash, and only the Friday between them is free.
    const base = await queryWith([
      taken('2027-01-14'),
      taken('2027-01-21'),
      ...[0, 1, 2, 7, 8, 9].map((later) => taken(addDays('2027-01-11', later))),
    ]);
    const slot = { ...thursdays, cadence: { kind: 'weekly', everyWeeks: 1 } } as const;
    const query = { ...base, cadence: slot.cadence };
    const shown = previewSeason(query, slot);
    if (shown.kind !== 'preview') throw new Error(shown.problem);
    const stands = dateRows(shown, query, [], today).flatMap((row) => row.stands?.start ?? []);
    expect(stands).toEqual(stands.toSorted((one, other) => one - other));
    expect(new Set(stands.map((start) => toWall(start, leeds).day)).size).toBe(stands.length);
  });

  it('finds the next date that needs somebody, coming round to the first', async () => {
    const query = await queryWith([taken('2027-01-28'), taken('2027-02-11')]);
    const shown = preview(query);
    const rows = dateRows(shown, query, [], today);
    expect(firstUndecided(rows)?.date.day).toBe('2027-01-28');
    expect(nextUndecided(rows, '2027-01-28')?.date.day).toBe('2027-02-11');
    expect(nextUndecided(rows, '2027-02-11')?.date.day).toBe('2027-01-28');
    const decided = dateRows(shown, query, [{ kind: 'keep', day: '2027-01-28' }], today);
    expect(nextUndecided(decided, '2027-02-11')).toBeUndefined();
  });
});

describe('looking again', () => {
  it('finds the dates whose time got worse, and no others', async () => {
    const before = await queryWith([taken('2027-01-28'), taken('2027-03-11')]);
    const rows = dateRows(preview(before), before, [], today);
    // The proposed move is taken by now, one date is newly busy, and a clash is gone.
    const after = await queryWith([taken('2027-01-27'), taken('2027-01-28'), taken('2027-02-25')]);
    expect(changedDays(rows, before, after.schedules)).toEqual(['2027-01-28', '2027-02-25']);
    expect(changedDays(rows, before, before.schedules)).toEqual([]);
  });

  it('does not look at a date that is skipped', async () => {
    const before = await queryWith([]);
    const rows = dateRows(preview(before), before, [{ kind: 'skip', day: '2027-01-28' }], today);
    const after = await queryWith([taken('2027-01-28')]);
    expect(changedDays(rows, before, after.schedules)).toEqual([]);
  });
});

describe('stateOfTime', () => {
  it('tells one time by itself', async () => {
    const query = await queryWith([taken('2027-01-28', 780, 840)]);
    const at = (hour: number): string | undefined => stateOfTime(query, Date.UTC(2027, 0, 28, hour))?.kind;
    expect([at(11), at(13), at(20)]).toEqual(['free', 'clash', 'clash']);
    expect(stateOfTime(query, Date.UTC(2027, 0, 28, 11, 7))).toBeUndefined();
  });
});
