import { createGraphCalendar } from '#adapters/graph/createGraphCalendar.ts';
import { createGraphClient } from '#adapters/graph/createGraphClient.ts';
import type { BookingPorts } from '#features/booking/run/bookSeason.ts';
import type { CalendarPort } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { tokenOf, type RunningGraph, type WireAnswer } from '#test/support/startGraph.ts';
import { createQuickClock } from './quickClock.ts';

/** One HTTP request on its way from a device to Graph. */
export interface OnWire {
  readonly method: string;
  /** From `/v1.0` on, with its query. */
  readonly path: string;
  /** Parsed, where there is one. */
  readonly body: unknown;
  /** Sends it to the sandbox, over TLS. */
  readonly send: () => Promise<WireAnswer>;
  /** Aborted when the device waits no longer. */
  readonly signal: AbortSignal;
}

/** What happens to requests between a device and Graph. */
export type Wire = (request: OnWire) => Promise<WireAnswer>;

/** The app as one person has it open: its real way to Graph, over TLS, with waits cut short. */
export interface Device {
  readonly me: Person;
  readonly calendar: CalendarPort;
  readonly ports: BookingPorts;
  /** Aborted when the tab is closed. */
  readonly signal: AbortSignal;
  /** HTTP requests sent so far, a batch counting as one. */
  readonly requests: () => number;
  readonly close: () => void;
}

const openPage = 'https://mentor.contoso.example/open';

/** Opens the app for a person. The wire is undisturbed unless told. */
export function openDevice(
  graph: RunningGraph,
  person: DirectoryUser,
  wire: (device: { readonly close: () => void }) => Wire = () => (request) => request.send(),
  { isPatient = true }: { readonly isPatient?: boolean } = {},
): Device {
  const tab = new AbortController();
  const close = (): void => tab.abort();
  const clock = createQuickClock(isPatient);
  let sent = 0;
  const way = wire({ close });
  const client = createGraphClient({
    graphBaseUrl: `${graph.origin}/v1.0`,
    identity: { token: () => Promise.resolve(tokenOf(person)) },
    clock,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url);
      const method = init.method ?? 'GET';
      const body = typeof init.body === 'string' ? init.body : undefined;
      const signal = init.signal ?? tab.signal;
      signal.throwIfAborted();
      sent += 1;
      const answer = await orAborted(
        signal,
        way({
          method,
          path: `${pathname}${search}`,
          body: body === undefined ? undefined : JSON.parse(body),
          signal,
          send: () =>
            graph.ask(person, `${pathname}${search}`, {
              method,
              headers: Object.fromEntries(new Headers(init.headers)),
              ...(body === undefined ? {} : { body }),
            }),
        }),
      );
      return responseOf(answer);
    },
    random: Math.random,
    isOnline: () => true,
  });
  const calendar = createGraphCalendar(client, { openPage, hostOrigins: [] });
  const account = {
    oid: person.id,
    tid: person.tenantId,
    name: person.displayName,
    username: person.userPrincipalName,
  };
  return {
    me: personOf(person),
    calendar,
    ports: { calendar, clock, identity: { account: () => Promise.resolve(account) } },
    signal: tab.signal,
    requests: () => sent,
    close,
  };
}

/** A person of the directory as the app knows them. */
export function personOf(user: DirectoryUser): Person {
  return {
    id: user.id,
    name: user.displayName,
    address: user.mail ?? user.userPrincipalName,
    jobTitle: undefined,
    kind: 'person',
  };
}

/** A browser hangs up at once; what was sent goes its way all the same. */
async function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  try {
    return await Promise.race([work, untilAborted(AbortSignal.any([signal, stop.signal]))]);
  } finally {
    stop.abort();
    work.catch(() => {});
  }
}

/** Never resolves; rejects when the signal is aborted. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => {
      const { reason }: { reason: unknown } = signal;
      reject(reason instanceof Error ? reason : new Error('stopped'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  aborted.catch(() => {});
  return aborted;
}

function responseOf({ status, text, headers }: Pick<WireAnswer, 'status' | 'text' | 'headers'>): Response {
  return new Response([204, 304].includes(status) ? null : text, {
    status,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
    ),
  });
}
