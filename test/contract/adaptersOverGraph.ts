import { createGraphCalendar } from '#adapters/graph/createGraphCalendar.ts';
import { createGraphClient } from '#adapters/graph/createGraphClient.ts';
import type { Fetch } from '#adapters/graph/createGraphSender.ts';
import { createGraphPeople } from '#adapters/graph/createGraphPeople.ts';
import { createGraphFiles } from '#adapters/graph/files/createGraphFiles.ts';
import type { CalendarPort } from '#ports/calendar.ts';
import type { ClockPort } from '#ports/clock.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { FilesPort } from '#ports/files.ts';
import type { Scope } from '#ports/identity.ts';
import type { PeoplePort } from '#ports/people.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { createFakeMemory } from '#test/support/fakes/fakeServices.ts';
import { tokenOf, type RunningGraph } from '#test/support/startGraph.ts';

export const openPage = 'https://mentor.contoso.example/open';

/** The app's own way to Graph, as one person has it, over TLS to a running sandbox. */
export interface Adapters {
  readonly calendar: CalendarPort;
  readonly people: PeoplePort;
  readonly files: FilesPort;
}

/** `allowed`: what the person has consented to; everything where it is not given. */
export function adaptersFor(
  graph: RunningGraph,
  person: DirectoryUser,
  allowed?: readonly Scope[],
): Adapters {
  const memory = createFakeMemory();
  const client = createGraphClient({
    graphBaseUrl: `${graph.origin}/v1.0`,
    identity: {
      token: (scopes) => {
        if (allowed === undefined) return Promise.resolve(tokenOf(person));
        const isAllowed = scopes.every((scope) => allowed.includes(scope));
        return isAllowed
          ? Promise.resolve(tokenOf(person, allowed))
          : Promise.reject(new ServiceFailure('needs-consent', 'not allowed'));
      },
    },
    clock: impatientClock,
    fetch: fetchOver(graph, person),
    random: Math.random,
    isOnline: () => true,
  });
  return {
    calendar: createGraphCalendar(client, { openPage, hostOrigins: [] }),
    people: createGraphPeople(client, () => 'blob:photo'),
    files: createGraphFiles(
      client,
      { graphOrigin: graph.origin, fetch: fetchOver(graph, undefined), clock: impatientClock },
      memory,
    ),
  };
}

/** Time limits are what they are; waits before another try are cut short. */
const impatientClock: ClockPort = {
  now: () => Date.now(),
  zone: () => 'Europe/Berlin',
  newId: () => crypto.randomUUID(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const isLimit = milliseconds >= 20_000;
      const stop = (): void => {
        clearTimeout(timer);
        const { reason }: { reason: unknown } = signal;
        reject(reason instanceof Error ? reason : new Error('stopped'));
      };
      const timer = setTimeout(
        () => {
          signal.removeEventListener('abort', stop);
          resolve();
        },
        isLimit ? milliseconds : Math.min(milliseconds, 5),
      );
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    }),
};

/** A fetch that trusts the sandbox's certificate. */
function fetchOver(graph: RunningGraph, person: DirectoryUser | undefined): Fetch {
  return async (url, init) => {
    const { pathname, search } = new URL(url);
    const body: unknown = init.body;
    const answer = await graph.ask(person, `${pathname}${search}`, {
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof body === 'string' ? { body } : {}),
    });
    const isEmpty = [204, 304].includes(answer.status);
    return new Response(isEmpty ? null : answer.text, {
      status: answer.status,
      headers: Object.entries(answer.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
      ),
    });
  };
}
