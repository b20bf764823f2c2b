import { useCallback, useEffect, useReducer, useRef } from 'react';
import { stateText, type TimeContext } from '#components/timeText.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import { carryOut, undoOf, type DateDeed, type DeedOutcome, type NewTime } from './dateDeed.ts';
import { failureOf, lookAtDate, type LookAbout } from './useMoveLook.ts';

/** How far one deed has come. What was sent stays on the screen, with its undo where there is one. */
export type DeedState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | {
      readonly kind: 'done';
      readonly deed: DateDeed;
      /** Where the date stood. */
      readonly before: NewTime;
      readonly undo: DateDeed | undefined;
    }
  | { readonly kind: 'undone' }
  /** Nothing was sent. `newlyTaken`: the time is not free any more; `why` says it in words. */
  | { readonly kind: 'changed' | 'again' | 'refused' }
  | { readonly kind: 'newlyTaken'; readonly why: string }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

type DeedEvent = { readonly kind: 'reset' } | { readonly kind: 'is'; readonly state: DeedState };

function reduce(_state: DeedState, event: DeedEvent): DeedState {
  return event.kind === 'reset' ? { kind: 'idle' } : event.state;
}

/** A look at the calendars that is older than this is looked at again before anything is sent. */
const freshMilli = 60_000;

export interface DeedWish {
  readonly about: LookAbout;
  readonly deed: DateDeed;
  /** When the calendars were last looked at; undefined for what needs no look. */
  readonly lookedAt: number | undefined;
  readonly context: TimeContext;
}

/** Does one thing to a date, once, and keeps what became of it. */
export function useDateDeed(onChanged: () => void): {
  readonly state: DeedState;
  readonly act: (wish: DeedWish) => void;
  readonly undo: (about: LookAbout, deed: DateDeed) => void;
  readonly reset: () => void;
} {
  const [state, dispatch] = useReducer(reduce, { kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const run = useCallback(
    (work: (signal: AbortSignal) => Promise<DeedState>) => {
      // A second click while the first is on its way sends nothing.
      if (running.current !== undefined) return;
      const stop = new AbortController();
      running.current = stop;
      dispatch({ kind: 'is', state: { kind: 'sending' } });
      const go = async (): Promise<void> => {
        const after = await settle(work, stop.signal);
        running.current = undefined;
        if (stop.signal.aborted) return;
        dispatch({ kind: 'is', state: after });
        if (after.kind === 'done' || after.kind === 'undone' || after.kind === 'changed') onChanged();
      };
      void go();
    },
    [onChanged],
  );
  const act = useCallback((wish: DeedWish) => run((signal) => perform(wish, signal)), [run]);
  const undo = useCallback(
    (about: LookAbout, deed: DateDeed) =>
      run(async (signal) => {
        const outcome = await carryOut(about.services, about.series, about.occurrence, deed, signal);
        return outcome.kind === 'done' ? { kind: 'undone' } : notSent(outcome);
      }),
    [run],
  );
  return { state, act, undo, reset: useCallback(() => dispatch({ kind: 'reset' }), []) };
}

async function settle(
  work: (signal: AbortSignal) => Promise<DeedState>,
  signal: AbortSignal,
): Promise<DeedState> {
  try {
    return await work(signal);
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

async function perform(
  { about, deed, lookedAt, context }: DeedWish,
  signal: AbortSignal,
): Promise<DeedState> {
  const { services, series, occurrence } = about;
  const before: NewTime = { start: occurrence.start, end: occurrence.end };
  if (lookedAt !== undefined && services.clock.now() - lookedAt > freshMilli) {
    const look = await lookAtDate(about, signal);
    if (look.kind === 'changed') return { kind: 'changed' };
    const state = 'to' in deed ? look.look.stateAt(deed.to.start) : undefined;
    if (state?.kind === 'clash') return { kind: 'newlyTaken', why: stateText(state, context) };
  }
  const outcome = await carryOut(services, series, occurrence, deed, signal);
  return outcome.kind === 'done'
    ? { kind: 'done', deed, before, undo: undoOf(deed, before) }
    : notSent(outcome);
}

function notSent({ kind }: Exclude<DeedOutcome, { kind: 'done' }>): DeedState {
  return { kind };
}
