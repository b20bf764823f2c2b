import { exchangeZoneOf } from '#adapters/graph/wire/zoneNames.ts';
import { weekdayOf } from '#domain/time/days.ts';
import type { IsoDay, Weekday } from '#domain/time/types.ts';
import type { FormRecurrence } from '#ports/outlook.ts';

/** `Office.SeriesTime`: the times of a series, filled by its methods. */
export interface OfficeSeriesTime {
  setStartDate(year: number, monthFromZero: number, day: number): void;
  setEndDate(year: number, monthFromZero: number, day: number): void;
  setStartTime(hours: number, minutes: number): void;
  setDuration(minutes: number): void;
}

/** A season's recurrence as `Office.Recurrence`. */
export function officeRecurrence(
  { cadence, firstDay, lastDay, startMinute, lengthMinutes, zone }: FormRecurrence,
  seriesTime: OfficeSeriesTime,
): object {
  seriesTime.setStartDate(...partsOf(firstDay));
  seriesTime.setEndDate(...partsOf(lastDay));
  seriesTime.setStartTime(Math.floor(startMinute / 60), startMinute % 60);
  seriesTime.setDuration(lengthMinutes);
  const day = dayNames[weekdayOf(firstDay)];
  return {
    seriesTime,
    recurrenceTimeZone: { name: exchangeZoneOf(zone) },
    ...(cadence.kind === 'weekly'
      ? {
          recurrenceType: 'weekly',
          // Every other week is counted in weeks from Monday, as the season was.
          recurrenceProperties: { interval: cadence.everyWeeks, days: [day], firstDayOfWeek: 'mon' },
        }
      : {
          recurrenceType: 'monthly',
          recurrenceProperties: {
            interval: cadence.everyMonths,
            dayOfWeek: day,
            weekNumber: weekNumbers[cadence.ordinal],
          },
        }),
  };
}

const dayNames: Readonly<Record<Weekday, string>> = {
  1: 'mon',
  2: 'tue',
  3: 'wed',
  4: 'thu',
  5: 'fri',
  6: 'sat',
  7: 'sun',
};

const weekNumbers = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' } as const;

/** Year, month from zero and day, as Office.js counts them. */
function partsOf(day: IsoDay): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month - 1, date];
}
