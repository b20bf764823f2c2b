import { datesOf } from '#domain/season/datesOf.ts';
import { sharedZoneTables } from '#domain/time/zoneTable.ts';
import { partnerTimes } from '#domain/season/partnerTimes.ts';
import type { WorkingHours } from '#domain/availability/types.ts';

const thursdays = datesOf(
  { cadence: { kind: 'weekly', everyWeeks: 2 }, weekday: 4, phase: 0 },
  { firstDay: '2027-01-11', lastDay: '2027-07-09' },
);

function hoursIn(name: string): WorkingHours {
  return { days: [1, 2, 3, 4, 5], startMinute: 540, endMinute: 1020, zone: { kind: 'named', name } };
}

describe("the partner's clock over a season", () => {
  it('changes on the day on which clocks change, not on the next date', () => {
    expect(
      partnerTimes(780, thursdays, 'Europe/London', hoursIn('Africa/Johannesburg'), sharedZoneTables),
    ).toEqual({ startMinute: 900, changes: [{ day: '2027-03-28', startMinute: 840 }] });
  });

  it('changes twice where both change on different days', () => {
    const weekly = datesOf(
      { cadence: { kind: 'weekly', everyWeeks: 1 }, weekday: 4, phase: 0 },
      { firstDay: '2027-01-11', lastDay: '2027-07-09' },
    );
    expect(
      partnerTimes(900, weekly, 'Europe/London', hoursIn('Eastern Standard Time'), sharedZoneTables),
    ).toEqual({
      startMinute: 600,
      changes: [
        { day: '2027-03-14', startMinute: 660 },
        { day: '2027-03-28', startMinute: 600 },
      ],
    });
  });

  it('is unknown where nothing tells the zone', () => {
    expect(partnerTimes(780, thursdays, 'Europe/London', undefined, sharedZoneTables)).toBeUndefined();
    expect(
      partnerTimes(780, thursdays, 'Europe/London', hoursIn('Nowhere Standard Time'), sharedZoneTables),
    ).toBeUndefined();
  });
});
