import { cast, findCastMember } from '#sandbox/people/cast.ts';
import { createSeason, weeksAhead } from '#sandbox/people/season.ts';
import { lakeside, northfield } from '#sandbox/identity/tenants.ts';
import type { SeedEvent } from '#sandbox/types.ts';

const monday = Date.UTC(2026, 10, 23, 23, 30);
const entriesOf = (key: string, start = monday): readonly SeedEvent[] =>
  findCastMember(key)?.calendar(createSeason(start)) ?? [];

const shelvingOf = (entries: readonly SeedEvent[]): string | undefined =>
  entries.find(({ subject }) => subject === 'Shelving')?.start.dateTime;

describe('the cast', () => {
  it('is ten or more people in at least four zones and two organisations', () => {
    expect(cast.length).toBeGreaterThanOrEqual(10);
    expect(new Set(cast.map(({ placeZone }) => placeZone)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(cast.map(({ user }) => user.tenantId))).toEqual(new Set([northfield.id, lakeside.id]));
    expect(new Set(cast.map(({ key }) => key)).size).toBe(cast.length);
    expect(new Set(cast.map(({ user }) => user.id)).size).toBe(cast.length);
  });

  it('has everybody that the app has to cope with', () => {
    const users = cast.map(({ user }) => user);
    expect(users.some(({ workingHours }) => workingHours === null)).toBe(true);
    expect(users.some(({ workingHours }) => workingHours !== null && 'bias' in workingHours.timeZone)).toBe(
      true,
    );
    expect(users.some(({ freeBusyVisibility }) => freeBusyVisibility === 'none')).toBe(true);
    expect(cast.some(({ guestAccounts }) => guestAccounts.length > 0)).toBe(true);
    expect(cast.some(({ isAdministrator }) => isAdministrator)).toBe(true);
    expect(users.some(({ photoBase64 }) => photoBase64 !== null)).toBe(true);
  });

  it('has calendars of half a year with all kinds of entries', () => {
    const all = cast.flatMap(({ key }) => entriesOf(key));
    expect(new Set(all.map(({ showAs }) => showAs ?? 'busy'))).toEqual(
      new Set(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
    );
    expect(all.some(({ isAllDay }) => isAllDay === true)).toBe(true);
    expect(all.some(({ cancelledDates = [] }) => cancelledDates.length > 0)).toBe(true);
    expect(all.some(({ movedDates = [] }) => movedDates.length > 0)).toBe(true);
    expect(all.some(({ sensitivity }) => sensitivity === 'private')).toBe(true);
    expect(weeksAhead).toBeGreaterThanOrEqual(26);
    const last =
      all
        .map(({ start }) => start.dateTime.slice(0, 10))
        .toSorted()
        .at(-1) ?? '';
    expect(last > '2027-05-24').toBe(true);
  });

  it('gives Dana four mentees, with Morgan still to book', () => {
    const mentees = entriesOf('dana').filter(({ subject }) => subject.startsWith('Mentor meeting'));
    expect(mentees).toHaveLength(3);
  });

  it('keeps Rolf away for the whole season', () => {
    const away = entriesOf('rolf').find(({ showAs }) => showAs === 'oof');
    expect(away?.start.dateTime.slice(0, 10)).toBe('2026-11-23');
    expect((away?.end.dateTime ?? '') > '2027-05-24').toBe(true);
  });

  it('is the same for every start in one week and moves along by whole weeks', () => {
    expect(entriesOf('morgan', Date.UTC(2026, 10, 29, 1))).toEqual(entriesOf('morgan'));
    const later = entriesOf('tomas', monday + 7 * 86_400_000);
    expect([shelvingOf(entriesOf('tomas')), shelvingOf(later)]).toEqual([
      '2026-09-14T09:00:00',
      '2026-09-21T09:00:00',
    ]);
  });
});
