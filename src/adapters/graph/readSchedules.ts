import type { PersonSchedule } from '#domain/availability/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { GraphClient } from './createGraphClient.ts';
import { decode, failureOf } from './failures.ts';
import type { BatchItem } from './graphRequest.ts';
import {
  encodeScheduleQuery,
  personScheduleOf,
  scheduleAnswer,
  scheduleWindows,
  type ScheduleWindow,
} from './wire/schedule.ts';

/** getSchedule takes at most 20 people. */
const mostPeople = 20;

/**
 * Free/busy of people over a horizon, in one batch: one getSchedule for each 61 days, everybody in each. A window that stays unanswered is a
 * stretch that nobody knows; when none is answered the failure is thrown.
 */
export async function readSchedules(
  client: GraphClient,
  query: { readonly addresses: readonly string[]; readonly from: EpochMilli; readonly to: EpochMilli },
  signal: AbortSignal,
): Promise<readonly PersonSchedule[]> {
  const { addresses } = query;
  if (addresses.length > mostPeople) throw new RangeError(`more than ${mostPeople} people`);
  const windows = scheduleWindows(query.from, query.to);
  if (addresses.length === 0 || windows.length === 0) return [];
  const items = windows.map((window) => questionFor(addresses, window));
  const answers = await client.batch(items, signal);
  const read = answers.map((answer, index) =>
    answer.status === 200
      ? decode(scheduleAnswer, answer.body, 'free/busy')
      : { refused: answer, item: items[index] },
  );
  const refused = read.flatMap((each) => ('refused' in each ? [each] : []));
  const [first] = refused;
  if (first?.item !== undefined && (refused.length === windows.length || !isPassing(first.refused.status)))
    throw failureOf(first.item, first.refused, client.now());
  const answered = windows.map((window, index) => {
    const answer = read[index];
    return { window, answer: answer === undefined || 'refused' in answer ? undefined : answer };
  });
  return addresses.map((_, position) => personScheduleOf(addresses, position, answered));
}

function questionFor(addresses: readonly string[], window: ScheduleWindow): BatchItem {
  return {
    method: 'POST',
    path: '/me/calendar/getSchedule',
    headers: { Prefer: 'outlook.timezone="UTC"' },
    body: encodeScheduleQuery(addresses, window),
    scopes: ['Calendars.ReadWrite'],
    workload: 'calendar',
    // A POST that only asks.
    repeatable: true,
  };
}

/** Trouble of the moment leaves a gap; a refusal is a refusal of the whole question. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}
