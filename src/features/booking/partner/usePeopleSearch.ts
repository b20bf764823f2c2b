import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ClockPort } from '#ports/clock.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import type { PeoplePort, Person } from '#ports/people.ts';
import { asFailure } from '../failure.ts';

/** What a search for people has come to. */
export type PeopleSearch =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching'; readonly text: string }
  | { readonly kind: 'found'; readonly text: string; readonly people: readonly Person[] }
  | { readonly kind: 'failed'; readonly text: string; readonly failure: ServiceFailure };

/** Long enough that somebody who types on does not ask for every letter. */
const pauseMilliseconds = 250;
const fewestLetters = 2;

/** Searches as one types: after a pause, with the search before given up. `searchAgain` repeats the last one. */
export function usePeopleSearch(
  text: string,
  ports: { readonly people: PeoplePort; readonly clock: ClockPort },
): { readonly search: PeopleSearch; readonly searchAgain: () => void } {
  const { people, clock } = ports;
  const wanted = text.trim();
  const [search, setSearch] = useState<PeopleSearch>({ kind: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const request = useMemo(() => ({ text: wanted, attempt }), [wanted, attempt]);
  useEffect(() => {
    const { text: asked } = request;
    if (asked.length < fewestLetters) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const look = async (): Promise<void> => {
      try {
        await clock.wait(pauseMilliseconds, signal);
        setSearch({ kind: 'searching', text: asked });
        const found = await people.search(asked, signal);
        if (!signal.aborted) setSearch({ kind: 'found', text: asked, people: found });
      } catch (error) {
        if (signal.aborted) return;
        setSearch({ kind: 'failed', text: asked, failure: asFailure(error) });
      }
    };
    void look();
    return () => stop.abort();
  }, [request, people, clock]);
  const searchAgain = useCallback(() => setAttempt((count) => count + 1), []);
  return { search: wanted.length < fewestLetters ? { kind: 'idle' } : search, searchAgain };
}
