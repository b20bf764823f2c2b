import { RRuleTemporal } from 'rrule-temporal';
import type { WallMilli } from '#sandbox/graph/time/wallTime.ts';

/** Enough for an entry every quarter of an hour for two years; what is more is a mistake. */
const mostDates = 70_000;

function compact(wall: WallMilli): string {
  return `${new Date(wall)
    .toISOString()
    .replaceAll(/[-:]|\.\d{3}/g, '')
    .replace('Z', '')}Z`;
}

/**
 * Starts of a rule's dates in a span `[from, to)`, as wall times: the rule is run in UTC over the digits on the wall, so that no change of the clocks
 * moves a date. `rule` without UNTIL; `until` is a wall time.
 */
export function expandRule(
  rule: string,
  start: WallMilli,
  until: WallMilli | undefined,
  span: { readonly from: WallMilli; readonly to: WallMilli },
): readonly WallMilli[] {
  const parts = rule.split(';').filter((part) => part !== '' && !part.startsWith('UNTIL='));
  const last = until === undefined ? span.to : Math.min(span.to, until + 1);
  if (last <= span.from) return [];
  const text = `DTSTART:${compact(start)}\nRRULE:${parts.join(';')}`;
  let found;
  try {
    found = new RRuleTemporal({ rruleString: text, maxIterations: 200_000 }).between(
      new Date(span.from),
      new Date(last - 1),
      true,
    );
  } catch (cause) {
    // The library's own words speak of its iterations.
    throw new RangeError('the RRULE makes no sense or has too many dates.', { cause });
  }
  if (found.length > mostDates) throw new RangeError('the RRULE has too many dates.');
  return found.map((date) => date.epochMilliseconds);
}
