import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { PersonSchedule } from '#domain/availability/types.ts';
import { suggestCoffee } from '#domain/coffee/suggestCoffee.ts';
import type { CoffeeAnswer, CoffeeQuery } from '#domain/coffee/types.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import {
  keepOwnTaste,
  keepPair,
  readOwnTaste,
  readPair,
  type OwnTaste,
  type PairState,
} from './coffeeMemory.ts';
import { coffeeQuery, coffeeWindow, type Companion } from './coffeePair.ts';

/** What is known of the calendars of all who come along. */
export type CoffeeReading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly schedules: readonly PersonSchedule[] }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

type Event = { readonly kind: 'is'; readonly reading: CoffeeReading };

export interface Coffee {
  readonly reading: CoffeeReading;
  /** Undefined until the calendars were read. */
  readonly query: CoffeeQuery | undefined;
  readonly answer: CoffeeAnswer | undefined;
  readonly own: OwnTaste;
  readonly pair: PairState;
  readonly setOwn: (taste: OwnTaste) => void;
  readonly setPair: (change: (pair: PairState) => PairState) => void;
  /** What one knows of the others was changed: suggest anew. */
  readonly refresh: () => void;
  readonly readAgain: () => void;
}

/** The calendars of all who come along, in one request, and the suggestions they give; tied to what this device remembers. */
export function useCoffee(
  services: Services,
  me: Person,
  mentorshipId: string,
  companions: readonly Companion[],
  meetings: MentorMeetings | undefined,
): Coffee {
  const { clock, memory, host } = services;
  const [reading, dispatch] = useReducer((_: CoffeeReading, event: Event) => event.reading, {
    kind: 'reading',
  });
  const [own, setOwnState] = useState(() => readOwnTaste(memory, host.locale));
  const [pair, setPairState] = useState(() => readPair(memory, mentorshipId));
  const [turn, setTurn] = useState(0);
  const [version, setVersion] = useState(0);
  const addresses = companions.map((each) => each.address).join('\n');
  const request = useMemo(() => ({ addresses, turn }), [addresses, turn]);

  useEffect(() => {
    const stop = new AbortController();
    if (request.addresses === '') return undefined;
    dispatch({ kind: 'is', reading: { kind: 'reading' } });
    const read = async (): Promise<void> => {
      try {
        const schedules = await services.calendar.schedules(
          { addresses: [me.address, ...request.addresses.split('\n')], ...coffeeWindow(clock.now()) },
          stop.signal,
        );
        if (!stop.signal.aborted) dispatch({ kind: 'is', reading: { kind: 'ready', schedules } });
      } catch (error) {
        if (stop.signal.aborted) return;
        dispatch({ kind: 'is', reading: { kind: 'failed', failure: asFailure(error) } });
      }
    };
    void read();
    return () => stop.abort();
  }, [services, clock, me.address, request]);

  const query = useMemo(() => {
    // What is remembered of the others is read anew with each version.
    if (reading.kind !== 'ready' || version < 0) return undefined;
    return coffeeQuery({
      me: me.address,
      companions,
      schedules: reading.schedules,
      mentorshipId,
      meetings,
      own,
      pair,
      memory,
      locale: host.locale,
      zone: clock.zone(),
      now: clock.now(),
    });
  }, [reading, me.address, companions, mentorshipId, meetings, own, pair, memory, host, clock, version]);
  const answer = useMemo(() => (query === undefined ? undefined : suggestCoffee(query)), [query]);

  const setOwn = useCallback(
    (taste: OwnTaste) => {
      keepOwnTaste(memory, taste);
      setOwnState(taste);
    },
    [memory],
  );
  const setPair = useCallback(
    (change: (pair: PairState) => PairState) => {
      // What another tab kept meanwhile stays.
      const next = change(readPair(memory, mentorshipId));
      keepPair(memory, mentorshipId, next);
      setPairState(next);
    },
    [memory, mentorshipId],
  );
  return {
    reading,
    query,
    answer,
    own,
    pair,
    setOwn,
    setPair,
    refresh: useCallback(() => setVersion((count) => count + 1), []),
    readAgain: useCallback(() => setTurn((count) => count + 1), []),
  };
}

/** Anything thrown, as a failure with a code. */
export function asFailure(error: unknown): ServiceFailure {
  return error instanceof ServiceFailure
    ? error
    : new ServiceFailure('unexpected', error instanceof Error ? error.name : 'unknown', { cause: error });
}
