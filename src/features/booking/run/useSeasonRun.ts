import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { EpochMilli } from '#domain/time/types.ts';
import type { WaitReason } from '#ports/calendar.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import {
  bookSeason,
  finishSeason,
  nothingYet,
  type BookingPorts,
  type LookAgain,
  type RunOutcome,
  type RunProgress,
} from './bookSeason.ts';
import type { SeasonTask } from './seasonTask.ts';
import { undoSeason, type UndoOutcome } from './undoSeason.ts';

export type BookedOutcome = Extract<RunOutcome, { kind: 'booked' }>;
export type StoppedRun = { readonly kind: 'stopped' } & Omit<
  Extract<RunOutcome, { kind: 'stopped' }>,
  'kind'
> & {
    /** Undefined where it stopped in an earlier opening. */
    readonly at: EpochMilli | undefined;
  };

/** Where a season stands between the click and the last message. */
export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: RunProgress; readonly isStopping: boolean }
  | StoppedRun
  | { readonly kind: 'booked'; readonly outcome: BookedOutcome }
  | { readonly kind: 'gone' }
  | { readonly kind: 'askingUndo'; readonly before: UndoableState; readonly isAgain: boolean }
  | { readonly kind: 'undoing'; readonly before: UndoableState; readonly isAgain: boolean }
  | {
      readonly kind: 'undoStopped';
      readonly before: UndoableState;
      readonly failure: ServiceFailure | undefined;
    }
  | { readonly kind: 'undone'; readonly wasThere: boolean };

export type UndoableState = StoppedRun | Extract<RunState, { kind: 'booked' }>;

export type RunEvent =
  | { readonly kind: 'began' }
  | { readonly kind: 'progressed'; readonly progress: RunProgress }
  | { readonly kind: 'stopAsked' }
  | { readonly kind: 'ended'; readonly outcome: RunOutcome; readonly at: EpochMilli }
  | { readonly kind: 'undoAsked' }
  | { readonly kind: 'undoKept' }
  | { readonly kind: 'undoBegan' }
  | { readonly kind: 'undoEnded'; readonly outcome: UndoOutcome };

/** One step of a run's life. Events that do not fit the state are late answers and change nothing. */
export function runReducer(state: RunState, event: RunEvent): RunState {
  switch (event.kind) {
    case 'began':
      return {
        kind: 'running',
        progress: state.kind === 'stopped' ? state.progress : nothingYet,
        isStopping: false,
      };
    case 'progressed':
      return state.kind === 'running' ? { ...state, progress: event.progress } : state;
    case 'stopAsked':
      return state.kind === 'running' ? { ...state, isStopping: true } : state;
    case 'ended':
      return state.kind === 'running' ? endedState(event.outcome, event.at) : state;
    case 'undoAsked':
      return state.kind === 'stopped' || state.kind === 'booked'
        ? { kind: 'askingUndo', before: state, isAgain: false }
        : state.kind === 'undoStopped'
          ? { kind: 'askingUndo', before: state.before, isAgain: true }
          : state;
    case 'undoKept':
      return state.kind === 'askingUndo' || state.kind === 'undoStopped' ? state.before : state;
    case 'undoBegan':
      return state.kind === 'askingUndo' ? { ...state, kind: 'undoing' } : state;
    case 'undoEnded':
      if (state.kind !== 'undoing') return state;
      return event.outcome.kind === 'undone'
        ? { kind: 'undone', wasThere: event.outcome.wasThere }
        : { kind: 'undoStopped', before: state.before, failure: event.outcome.failure };
    default:
      return event satisfies never;
  }
}

/** `changed` and `twin` are the caller's: nothing was sent, so nothing stands here. */
function endedState(outcome: RunOutcome, at: EpochMilli): RunState {
  switch (outcome.kind) {
    case 'booked':
      return { kind: 'booked', outcome };
    case 'gone':
      return { kind: 'gone' };
    case 'stopped':
      return { kind: 'stopped', progress: outcome.progress, failure: outcome.failure, at };
    case 'changed':
    case 'twin':
      return { kind: 'idle' };
    default:
      return outcome satisfies never;
  }
}

/** A wait before the next try, as the countdown shows it. */
export interface Wait {
  readonly until: EpochMilli;
  readonly why: WaitReason;
}

export interface SeasonRun {
  readonly state: RunState;
  /** What it waits for before the next try, while it does. */
  readonly wait: Wait | undefined;
  readonly start: (task: SeasonTask, look: LookAgain) => void;
  /** Goes on from where it stopped. */
  readonly finish: () => void;
  /** Finishes although the calendar refuses some change: those dates stay as they are. */
  readonly finishWithoutRefused: () => void;
  readonly stop: () => void;
  readonly askUndo: () => void;
  readonly keep: () => void;
  readonly undo: (line: string) => void;
}

/** A season that was found unfinished, and whether the person came to undo it. */
export interface Resumed {
  readonly task: SeasonTask;
  readonly progress: RunProgress;
  readonly intent: 'finish' | 'undo';
}

/**
 * Runs a season for a screen. Leaving the screen stops it; what is done stays and is found again. `resumed` begins in the stopped
 * state, for a season that was found unfinished.
 */
export function useSeasonRun(
  ports: BookingPorts,
  options: {
    readonly resumed?: Resumed;
    /** The series is known to stand; told once or more. */
    readonly onMade?: () => void;
    readonly onEnd?: (outcome: RunOutcome) => void;
  } = {},
): SeasonRun {
  const { resumed, onEnd, onMade } = options;
  const [state, dispatch] = useReducer(runReducer, resumed, firstState);
  const [asked, setAsked] = useState<Wait>();
  const running = useRef<{
    controller: AbortController | undefined;
    task: SeasonTask | undefined;
    look: LookAgain | undefined;
  }>({ controller: undefined, task: resumed?.task, look: undefined });
  const { calendar, clock } = ports;

  useEffect(
    () => calendar.onWait((until, why) => setAsked(until === undefined ? undefined : { until, why })),
    [calendar],
  );
  useEffect(() => {
    const current = running.current;
    return () => current.controller?.abort();
  }, []);

  const climb = useCallback(
    (way: (report: (progress: RunProgress) => void, signal: AbortSignal) => Promise<RunOutcome>) => {
      running.current.controller?.abort();
      const controller = new AbortController();
      running.current.controller = controller;
      dispatch({ kind: 'began' });
      const report = (progress: RunProgress): void => {
        if (progress.series !== undefined) onMade?.();
        if (running.current.controller === controller) dispatch({ kind: 'progressed', progress });
      };
      const follow = async (): Promise<void> => {
        const outcome = await way(report, controller.signal);
        if (running.current.controller !== controller) return;
        dispatch({ kind: 'ended', outcome, at: clock.now() });
        onEnd?.(outcome);
      };
      void follow();
    },
    [clock, onEnd, onMade],
  );

  const start = useCallback(
    (task: SeasonTask, look: LookAgain) => {
      running.current.task = task;
      running.current.look = look;
      climb((report, signal) => bookSeason(ports, task, look, report, signal));
    },
    [climb, ports],
  );
  const goOn = useCallback(
    (how: { readonly leavesRefused: boolean }) => {
      const { task, look } = running.current;
      if (task === undefined || state.kind !== 'stopped') return;
      const { progress } = state;
      // As long as nothing can have been sent, the calendars are looked at again before it is.
      const isNothing = progress.series === undefined && !progress.isSeriesUnsure;
      if (isNothing && look !== undefined) start(task, look);
      else climb((report, signal) => finishSeason(ports, task, progress, report, signal, how));
    },
    [climb, ports, start, state],
  );
  const finish = useCallback(() => goOn({ leavesRefused: false }), [goOn]);
  const finishWithoutRefused = useCallback(() => goOn({ leavesRefused: true }), [goOn]);
  const stop = useCallback(() => {
    dispatch({ kind: 'stopAsked' });
    running.current.controller?.abort();
  }, []);
  const undo = useCallback(
    (line: string) => {
      const { task } = running.current;
      if (task === undefined || state.kind !== 'askingUndo') return;
      const { before, isAgain } = state;
      const series = before.kind === 'booked' ? before.outcome.series : before.progress.series;
      running.current.controller?.abort();
      const controller = new AbortController();
      running.current.controller = controller;
      dispatch({ kind: 'undoBegan' });
      const follow = async (): Promise<void> => {
        const outcome = await undoSeason(
          ports,
          task,
          { seriesId: series?.id, line, isAgain },
          controller.signal,
        );
        if (running.current.controller === controller) dispatch({ kind: 'undoEnded', outcome });
      };
      void follow();
    },
    [ports, state],
  );
  const askUndo = useCallback(() => dispatch({ kind: 'undoAsked' }), []);
  const keep = useCallback(() => dispatch({ kind: 'undoKept' }), []);
  const ownUntil = state.kind === 'running' ? state.progress.waitUntil : undefined;
  const wait = asked ?? (ownUntil === undefined ? undefined : { until: ownUntil, why: 'busy' as const });
  return { state, wait, start, finish, finishWithoutRefused, stop, askUndo, keep, undo };
}

function firstState(resumed: Resumed | undefined): RunState {
  if (resumed === undefined) return { kind: 'idle' };
  const stopped = {
    kind: 'stopped',
    progress: resumed.progress,
    failure: undefined,
    at: undefined,
  } as const;
  // Undoing is confirmed on the screen that says what it costs; nothing happens by itself.
  return resumed.intent === 'undo' ? { kind: 'askingUndo', before: stopped, isAgain: false } : stopped;
}
