import type { Fault } from '#sandbox/control/createFaults.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import type { RunningGraph, WireAnswer } from '#test/support/startGraph.ts';
import { openDevice, untilAborted, type Device, type OnWire, type Wire } from './device.ts';
import { shortPatience } from './quickClock.ts';

/** What may happen to one request. Those of a number answer with it instead of acting. */
export const faultKinds = [
  'cut before acting',
  'cut after acting',
  '401',
  '403',
  '409',
  '412',
  '429',
  '429 without a time',
  '500',
  '500 after acting',
  '503',
  '504',
  '504 after acting',
  'an answer too late',
  'no answer, never arrived',
  'no answer, acted',
  'tab closed before sending',
  'tab closed after acting',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** One request as the sandbox sees it: a whole one, or one inside a batch. */
export interface Unit {
  readonly method: string;
  readonly path: string;
  readonly isInner: boolean;
}

/** A request and, for a batch, each one inside it. */
export function unitsOf({ method, path, body }: Pick<OnWire, 'method' | 'path' | 'body'>): readonly Unit[] {
  const inner =
    typeof body === 'object' && body !== null && 'requests' in body && Array.isArray(body.requests)
      ? body.requests.map((each: { readonly method: string; readonly url: string }): Unit => ({
          method: each.method,
          path: `/v1.0${each.url}`,
          isInner: true,
        }))
      : [];
  return [{ method, path, isInner: false }, ...inner];
}

/** Longer than the app waits, so that the request is carried out when nobody listens any more. */
export const lateMilliseconds = shortPatience * 2;

/** Whether a kind is met by waiting in vain. */
export function isSilence(kind: FaultKind): boolean {
  return kind.startsWith('no answer') || kind === 'an answer too late';
}

/** Whether a kind happens to a batch as a whole only. */
export function isOfWhole(kind: FaultKind): boolean {
  return kind.startsWith('no answer') || kind.startsWith('tab closed');
}

/** The sandbox's fault for a kind, for one request; undefined for what happens on this side of the wire. */
function sandboxFault(kind: FaultKind): Omit<Fault, 'method' | 'path' | 'count'> | undefined {
  switch (kind) {
    case 'cut before acting':
      return { cut: 'before' };
    case 'cut after acting':
      return { cut: 'after' };
    case '429':
      return { status: 429, retryAfter: 1 };
    case '429 without a time':
      return { status: 429 };
    case '401':
    case '403':
    case '409':
    case '412':
    case '500':
    case '503':
    case '504':
      return { status: Number(kind) };
    case '500 after acting':
      return { status: 500, acts: true };
    case '504 after acting':
      return { status: 504, acts: true };
    case 'an answer too late':
      return { delay: lateMilliseconds };
    case 'no answer, never arrived':
    case 'no answer, acted':
    case 'tab closed before sending':
    case 'tab closed after acting':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** Carries a request to the sandbox with a fault for one unit of it. */
export async function meetFault(
  graph: Pick<RunningGraph, 'faults'>,
  person: DirectoryUser,
  request: OnWire,
  unit: Unit,
  kind: FaultKind,
  close: () => void,
): Promise<WireAnswer> {
  const fault = sandboxFault(kind);
  if (fault !== undefined) {
    const { method, path } = unit;
    graph.faults.replace([...graph.faults.list(), { ...fault, method, path, person: person.id, count: 1 }]);
    return request.send();
  }
  if (kind === 'tab closed before sending') {
    close();
    return untilAborted(request.signal);
  }
  if (kind === 'no answer, never arrived') return untilAborted(request.signal);
  await request.send();
  if (kind === 'tab closed after acting') close();
  return untilAborted(request.signal);
}

/** A wire with a fault at one unit, counted from 0. `seen` collects what passes. */
export function wireWithFaultAt(
  graph: Pick<RunningGraph, 'faults'>,
  person: DirectoryUser,
  kind: FaultKind,
  at: number,
  close: () => void,
  seen: Unit[],
): Wire {
  let met: Promise<void> = Promise.resolve();
  return async (request) => {
    const units = unitsOf(request);
    const unit = units[at - seen.length];
    seen.push(...units);
    if (unit === undefined || (unit.isInner && isOfWhole(kind))) {
      // Two requests at the same moment look alike: the other one lets the fault find its own.
      await met;
      return request.send();
    }
    const answer = meetFault(graph, person, request, unit, kind, close);
    met = untilMet(graph);
    return answer;
  };
}

/** Takes away the faults that waited for a request which never came. */
export function clearFaults(graph: Pick<RunningGraph, 'faults'>, people: readonly DirectoryUser[]): void {
  const ids = people.map(({ id }) => id);
  graph.faults.replace(graph.faults.list().filter(({ person = '' }) => !ids.includes(person)));
}

/** A device on which nothing goes wrong, whatever was left waiting for its person. */
export function openCalm(graph: RunningGraph, person: DirectoryUser): Device {
  return openDevice(graph, person, () => (request) => {
    clearFaults(graph, [person]);
    return request.send();
  });
}

async function untilMet({ faults }: Pick<RunningGraph, 'faults'>): Promise<void> {
  for (let looks = 0; looks < 100 && faults.list().length > 0; looks += 1)
    await new Promise((resolve) => setTimeout(resolve, 2));
}
