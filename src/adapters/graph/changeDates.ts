import * as v from 'valibot';
import type { ChangeOutcome, DateChange } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { GraphClient } from './createGraphClient.ts';
import { failureOf, mayHaveActed, readGraphError } from './failures.ts';
import { retryAfterSeconds, type BatchItem, type GraphAnswer } from './graphRequest.ts';
import { encodeInstant, wireInstant } from './wire/dateTime.ts';

/** Exceptions of one series are kept inside one item of the mailbox, so changes of it contend: they go one after the other, five a batch. */
const mostInChain = 5;
/** Looks at what became of changes whose answer was lost, before the rest is left to the next opening. */
const mostLooks = 3;

/**
 * Moves and skips dates, one outcome each, in order. A change whose answer was lost is looked up before it is sent again, so that nobody
 * gets a message twice; what cannot be settled is `again`.
 */
export async function changeDates(
  client: GraphClient,
  changes: readonly DateChange[],
  signal: AbortSignal,
): Promise<readonly ChangeOutcome[]> {
  const outcomes = new Map<string, ChangeOutcome>();
  for (let start = 0; start < changes.length; start += mostInChain) {
    // One chain after the other, for the same reason that there are chains.
    // oxlint-disable-next-line no-await-in-loop
    await runChain(client, changes.slice(start, start + mostInChain), outcomes, signal);
  }
  return changes.map(
    ({ occurrenceId }) =>
      outcomes.get(occurrenceId) ?? { occurrenceId, kind: 'again', retryAfterSeconds: undefined },
  );
}

async function runChain(
  client: GraphClient,
  changes: readonly DateChange[],
  outcomes: Map<string, ChangeOutcome>,
  signal: AbortSignal,
): Promise<void> {
  let open = changes;
  for (let looks = 0; open.length > 0; looks += 1) {
    /* oxlint-disable no-await-in-loop */
    const answers = await sendChain(client, open, signal);
    const unsure: DateChange[] = [];
    for (const [index, change] of open.entries()) {
      const outcome = outcomeOf(change, answers?.[index], client.now());
      if (outcome === undefined) unsure.push(change);
      else outcomes.set(change.occurrenceId, outcome);
    }
    if (unsure.length === 0) return;
    for (const { occurrenceId } of unsure)
      outcomes.set(occurrenceId, { occurrenceId, kind: 'again', retryAfterSeconds: undefined });
    if (looks >= mostLooks) return;
    open = await stillToDo(client, unsure, outcomes, signal);
    /* oxlint-enable no-await-in-loop */
  }
}

/** The answers of a chain, or undefined when the batch as a whole got none and may have been carried out. */
async function sendChain(
  client: GraphClient,
  changes: readonly DateChange[],
  signal: AbortSignal,
): Promise<readonly GraphAnswer[] | undefined> {
  const items = changes.map((change, index) => encodeChange(change, index === 0 ? undefined : index - 1));
  try {
    return await client.batch(items, signal);
  } catch (error) {
    if (error instanceof ServiceFailure && error.mayHaveActed) return undefined;
    throw error;
  }
}

function encodeChange(change: DateChange, after: number | undefined): BatchItem {
  const common = {
    path: `/me/events/${encodeURIComponent(change.occurrenceId)}`,
    scopes: ['Calendars.ReadWrite'],
    workload: 'calendar',
    repeatable: false,
    after,
  } as const;
  // The organiser's DELETE of one date sends its cancellation.
  return change.kind === 'skip'
    ? { ...common, method: 'DELETE' }
    : {
        ...common,
        method: 'PATCH',
        headers: { Prefer: 'outlook.timezone="UTC"' },
        body: { start: encodeInstant(change.start), end: encodeInstant(change.end) },
      };
}

/** What an answer says of a change; undefined when it does not tell whether the change was made. */
function outcomeOf(
  { occurrenceId, kind }: DateChange,
  answer: GraphAnswer | undefined,
  nowEpochMilli: number,
): ChangeOutcome | undefined {
  if (answer === undefined || mayHaveActed(answer.status)) return undefined;
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { occurrenceId, kind: 'done' };
  if (status === 404 || status === 410) return { occurrenceId, kind: 'gone' };
  if (status === 409 || status === 412 || status === 424 || status === 429)
    return { occurrenceId, kind: 'again', retryAfterSeconds: retryAfterSeconds(headers, nowEpochMilli) };
  if (status === 401)
    throw failureOf({ method: kind === 'skip' ? 'DELETE' : 'PATCH' }, answer, nowEpochMilli);
  const { code, message } = readGraphError(answer.body);
  return { occurrenceId, kind: 'refused', detail: [status, code, message].join(' ').trim() };
}

const times = v.object({
  start: wireInstant,
  end: wireInstant,
  isCancelled: v.optional(v.nullable(v.boolean())),
});

/** Looks at the dates whose change got no answer: notes those that are as wished, and returns those that are not. */
async function stillToDo(
  client: GraphClient,
  unsure: readonly DateChange[],
  outcomes: Map<string, ChangeOutcome>,
  signal: AbortSignal,
): Promise<readonly DateChange[]> {
  const answers = await client.batch(
    unsure.map(({ occurrenceId }) => ({
      method: 'GET',
      path: `/me/events/${encodeURIComponent(occurrenceId)}?$select=start,end,isCancelled`,
      headers: { Prefer: 'outlook.timezone="UTC"' },
      scopes: ['Calendars.ReadWrite'],
      workload: 'calendar',
      repeatable: true,
    })),
    signal,
  );
  return unsure.filter((change, index) => {
    const answer = answers[index];
    const { occurrenceId } = change;
    const isGone = answer?.status === 404 || answer?.status === 410;
    if (isGone) {
      outcomes.set(occurrenceId, { occurrenceId, kind: change.kind === 'skip' ? 'done' : 'gone' });
      return false;
    }
    const read = answer?.status === 200 ? v.safeParse(times, answer.body) : undefined;
    if (read?.success !== true) return false;
    const { start, end, isCancelled } = read.output;
    const isDone =
      change.kind === 'skip' ? isCancelled === true : start === change.start && end === change.end;
    if (isDone) outcomes.set(occurrenceId, { occurrenceId, kind: 'done' });
    return !isDone;
  });
}
