import type { PersonSchedule } from '#domain/availability/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { GraphClient } from './createGraphClient.ts';
import { decode, failureOf } from './failures.ts';
import type { BatchItem, GraphAnswer } from './graphRequest.ts';
import { mostInBatch } from './sendBatch.ts';
import {
  encodeScheduleQuery,
  personScheduleOf,
  scheduleAnswer,
  scheduleWindows,
  type ScheduleAnswer,
  type ScheduleWindow,
} from './wire/schedule.ts';

/** getSchedule takes at most 20 people. */
const mostPeople = 20;

interface Question {
  readonly addresses: readonly string[];
  readonly window: ScheduleWindow;
  readonly item: BatchItem;
}

/**
 * Free/busy of people over a horizon, in one batch: one getSchedule for each 61 days (and each 20 people), everybody in each. A window that stays
 * unanswered is a stretch that nobody knows; when none is answered the failure is thrown.
 */
export async function readSchedules(
  client: GraphClient,
  query: { readonly addresses: readonly string[]; readonly from: EpochMilli; readonly to: EpochMilli },
  signal: AbortSignal,
): Promise<readonly PersonSchedule[]> {
  const windows = scheduleWindows(query.from, query.to);
  const groups = inPieces(query.addresses, mostPeople);
  const questions = groups.flatMap((addresses) =>
    windows.map((window): Question => ({ addresses, window, item: questionFor(addresses, window) })),
  );
  if (questions.length === 0) return [];
  const pieces = await Promise.all(
    inPieces(questions, mostInBatch).map((piece) =>
      client.batch(
        piece.map(({ item }) => item),
        signal,
      ),
    ),
  );
  const read = readAnswers(client, questions, pieces.flat());
  return groups.flatMap((addresses, group) => {
    const answers = windows.map((window, index) => ({
      window,
      answer: read[group * windows.length + index],
    }));
    return addresses.map((_, position) => personScheduleOf(addresses, position, answers));
  });
}

/** The answers that are there; throws what stands for all when none is, and any refusal. */
function readAnswers(
  client: GraphClient,
  questions: readonly Question[],
  answers: readonly GraphAnswer[],
): readonly (ScheduleAnswer | undefined)[] {
  const isAllMissing = !answers.some(isGiven);
  return questions.map(({ item }, index) => {
    const answer = answers[index];
    if (answer === undefined) return undefined;
    if (isGiven(answer)) return decode(scheduleAnswer, answer.body, 'free/busy');
    if (isAllMissing || !isPassing(answer.status)) throw failureOf(item, answer, client.now());
    return undefined;
  });
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

function isGiven(answer: GraphAnswer): boolean {
  return answer.status === 200;
}

/** Trouble of the moment leaves a gap; a refusal is a refusal of the whole question. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

function inPieces<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
