import { badRequest, invalidRequest } from '../graphFailure.ts';
import { milliInDay, parseDateTime } from '../time/wallTime.ts';
import type { GraphRequest } from '../types.ts';

/** Seen live: a longer window is refused by calendarView. */
const longestView = 1825;
/** Clients follow 13 years by delta; where that ends is not documented. */
const longestDelta = 50 * 366;

export interface ViewWindow {
  /** Epoch milliseconds, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** `startDateTime` and `endDateTime`: instants; in UTC without an offset, whatever `Prefer` says. */
export function readWindow(request: GraphRequest, kind: 'view' | 'delta' = 'view'): ViewWindow {
  const longestDays = kind === 'view' ? longestView : longestDelta;
  const [from, to] = ['startdatetime', 'enddatetime'].map((name) =>
    readInstant(request.query.get(name), name),
  );
  if (from === undefined || to === undefined)
    throw badRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      'ErrorInvalidParameter',
    );
  if (to < from)
    throw badRequest("The 'EndDateTime' must not be earlier than 'StartDateTime'.", 'ErrorInvalidParameter');
  if (to - from > longestDays * milliInDay)
    throw invalidRequest(
      `The range between StartDateTime and EndDateTime cannot be greater than ${longestDays} days.`,
    );
  return { from, to };
}

function readInstant(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  // A plus sign of an offset that was not encoded arrives as a space.
  const parsed = parseDateTime(text.trim().replace(/ (\d{2}:?\d{2})$/, '+$1'));
  if (!parsed)
    throw badRequest(
      `The value '${text.slice(0, 60)}' of parameter '${name}' is invalid.`,
      'ErrorInvalidParameter',
    );
  return parsed.wall - (parsed.offsetMilli ?? 0);
}
