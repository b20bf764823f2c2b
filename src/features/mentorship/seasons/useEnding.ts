import { useCallback, useEffect, useRef, useState } from 'react';
import type { Ending } from '#domain/mentorship/endingOf.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import type { Services } from '#ports/services.ts';
import { failureOf } from '../useMoveLook.ts';
import { beforeEnding, endSeason, takeBack, undoMessages, type SeasonToEnd } from './endSeason.ts';
import { keepEnd, readEnd, type EndMemory } from './restMemory.ts';

/** How far an ending, or its undo, has come. */
export type EndState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly sent: number }
  | { readonly kind: 'together' }
  | { readonly kind: 'undone'; readonly notBack: number }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

export interface EndWish {
  readonly season: SeasonToEnd | undefined;
  readonly ending: Ending;
  readonly words: string | undefined;
  /** The day until which it rests, for a pause. */
  readonly restsUntil?: IsoDay | undefined;
}

export interface EndBook {
  readonly state: EndState;
  /** What this device remembers: a rest, and what an undo needs. */
  readonly memory: EndMemory;
  /** Messages that an undo sends; undefined while there is none. */
  readonly undoCount: number | undefined;
  /** `after` is done once it has ended. */
  readonly end: (wish: EndWish, after?: () => void) => void;
  readonly undo: () => void;
  readonly forgetRest: () => void;
}

/** Ends the season of a mentorship, once, and takes that back within a day. */
export function useEnding(services: Services, mentorshipId: string, onChanged: () => void): EndBook {
  const { memory, clock } = services;
  const [state, setState] = useState<EndState>({ kind: 'idle' });
  const [remembered, setRemembered] = useState(() => readEnd(memory, mentorshipId, clock.now()));
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const remember = useCallback(
    (next: EndMemory) => {
      keepEnd(memory, mentorshipId, next);
      setRemembered(next);
    },
    [memory, mentorshipId],
  );
  const run = useCallback((work: (signal: AbortSignal) => Promise<EndState>) => {
    // A second click while the first is on its way sends nothing.
    if (running.current !== undefined) return;
    const stop = new AbortController();
    running.current = stop;
    setState({ kind: 'sending' });
    const go = async (): Promise<void> => {
      const next = await settle(work, stop.signal);
      running.current = undefined;
      if (!stop.signal.aborted) setState(next);
    };
    void go();
  }, []);
  const end = useCallback(
    ({ season, ending, words, restsUntil }: EndWish, after?: () => void) =>
      run(async (signal) => {
        const before = season && beforeEnding(season, ending);
        const outcome =
          season === undefined ? 'done' : await endSeason(services, season, ending, words, signal);
        const isUndoable = before !== undefined && season !== undefined && outcome === 'done';
        remember({
          restsUntil,
          ended: isUndoable ? { at: clock.now(), before, zone: season.series.zone } : undefined,
        });
        if (ending.kind !== 'nothing') onChanged();
        after?.();
        if (outcome === 'together') return { kind: 'together' };
        return { kind: 'done', sent: ending.kind === 'nothing' ? 0 : ending.messages };
      }),
    [run, services, remember, clock, onChanged],
  );
  const undo = useCallback(() => {
    const { ended } = remembered;
    if (ended === undefined) return;
    run(async (signal) => {
      const notBack = await takeBack(services, ended.before, ended.zone, signal);
      remember({ restsUntil: undefined, ended: undefined });
      onChanged();
      return { kind: 'undone', notBack: notBack.length };
    });
  }, [run, services, remembered, remember, onChanged]);
  return {
    state,
    memory: remembered,
    undoCount: remembered.ended && undoMessages(remembered.ended.before),
    end,
    undo,
    forgetRest: () => remember({ ...remembered, restsUntil: undefined }),
  };
}

async function settle(
  work: (signal: AbortSignal) => Promise<EndState>,
  signal: AbortSignal,
): Promise<EndState> {
  try {
    return await work(signal);
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}
