import type ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** At most so many dates of one rule: an hourly rule over a year is a mistake, not a calendar. */
const mostDates = 5000;

/** What a rule is expanded over; epoch milliseconds, half-open. */
export interface Horizon {
  readonly from: number;
  readonly to: number;
}

/**
 * The wall starts (`yyyy-MM-ddTHH:mm:ss` in the zone) of a rule that Exchange has no pattern for, DTSTART included as RFC 5545 wants, as far as they touch the
 * horizon. Throws a RangeError for a rule that makes no sense or has more than 5,000 dates in the horizon.
 */
export function expandRule(
  rule: ICAL.Recur,
  start: string,
  zone: string,
  horizon: Horizon,
): readonly string[] {
  const dtstart = Temporal.PlainDateTime.from(start).toZonedDateTime(zone);
  const expansion = new RRuleTemporal({
    rruleString: `RRULE:${rule.toString()}`,
    dtstart,
    tzid: zone,
    includeDtstart: true,
    temporal: Temporal,
    maxIterations: 200_000,
  });
  const dates = expansion.between(new Date(horizon.from), new Date(horizon.to), true);
  if (dates.length > mostDates)
    throw new RangeError(`the rule has more than ${mostDates.toLocaleString('en')} dates`);
  return dates.map((date) => date.toPlainDateTime().toString({ smallestUnit: 'second' }));
}
