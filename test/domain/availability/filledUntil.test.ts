import { rankSlots } from '#domain/season/rankSlots.ts';
import {
  officeHours,
  person,
  pinnedZones,
  seasonQuery,
  viewOf,
  type Entry,
} from '../season/seasonBuilders.ts';

/** How far a calendar looks filled: up to its last entry that stands once. */

const tables = pinnedZones({
  'Europe/London': { offsetMinutes: 0, changes: [['2027-03-28T01:00Z', 60]] },
});

function weekly(from: string, weeks: number, everyWeeks = 1): Entry[] {
  return Array.from({ length: weeks }, (_, index): Entry => {
    const start = Date.parse(from) + index * everyWeeks * 7 * 86_400_000;
    return [new Date(start).toISOString(), new Date(start + 3_600_000).toISOString(), '2'];
  });
}

function filledUntil(
  entries: readonly Entry[],
  from = '2027-02-27T00:00Z',
  to = '2027-05-25T00:00Z',
): string | undefined {
  const workingHours = officeHours('Europe/London');
  const answer = rankSlots(
    seasonQuery({
      lastDay: '2027-05-23',
      schedules: [person('dana', [viewOf(from, to, entries)], { workingHours })],
    }),
    tables,
  );
  if (answer.kind !== 'ranked') throw new Error(answer.kind);
  return answer.filledUntil[0]?.day;
}

describe('how far a calendar looks filled', () => {
  const single: Entry = ['2027-03-10T14:00Z', '2027-03-10T15:00Z', '2'];

  it('is the day of its last entry that stands once', () => {
    expect(filledUntil([single, ['2027-03-04T09:00Z', '2027-03-04T10:00Z', '1']])).toBe('2027-03-10');
  });

  it('looks past standing entries, weekly, every two and every five weeks', () => {
    expect(filledUntil([single, ...weekly('2027-03-02T10:00Z', 4)])).toBe('2027-03-10');
    expect(filledUntil([single, ...weekly('2027-03-02T10:00Z', 2, 2)])).toBe('2027-03-10');
    expect(filledUntil([single, ...weekly('2027-04-05T10:00Z', 2, 5)])).toBe('2027-03-10');
    expect(filledUntil([single, ...weekly('2027-04-05T10:00Z', 2, 6)])).toBe('2027-05-17');
  });

  it('reads standing entries on the person’s own clocks over a change', () => {
    const standing: Entry[] = [
      ['2027-03-23T10:00Z', '2027-03-23T11:00Z', '2'],
      ['2027-03-30T09:00Z', '2027-03-30T10:00Z', '2'],
    ];
    expect(filledUntil([single, ...standing])).toBe('2027-03-10');
  });

  it('hears nothing from leave, which is entered long ahead', () => {
    expect(filledUntil([single, ['2027-05-03T00:00Z', '2027-05-08T00:00Z', '3']])).toBe('2027-03-10');
  });

  it('hears something from a hold', () => {
    expect(filledUntil([single, ['2027-05-04T09:00Z', '2027-05-04T09:15Z', '1']])).toBe('2027-05-04');
  });

  it('is not known without a single entry, or from less than four weeks', () => {
    expect(filledUntil([])).toBeUndefined();
    expect(filledUntil([single], '2027-02-27T00:00Z', '2027-03-26T23:45Z')).toBeUndefined();
    // The season's own days and one on each side are looked at: from 28 February on.
    expect(filledUntil([single], '2027-02-28T00:00Z', '2027-03-28T00:00Z')).toBe('2027-03-10');
  });
});
