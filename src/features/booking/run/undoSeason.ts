import { ServiceFailure } from '#ports/failure.ts';
import { asFailure, assertOwner } from '../failure.ts';
import type { BookingPorts } from './bookSeason.ts';
import { ownSeriesIn, type SeasonTask } from './seasonTask.ts';

export interface Undo {
  /** Undefined where it is not known whether the series was made: then it is looked for. */
  readonly seriesId: string | undefined;
  /** What the partner reads. */
  readonly line: string;
  /** Whether it was begun before and stopped: a series that is gone by now was there. */
  readonly isAgain: boolean;
}

export type UndoOutcome =
  /** `wasThere` false: there was nothing to cancel, and nothing was sent. */
  | { readonly kind: 'undone'; readonly wasThere: boolean }
  | { readonly kind: 'stopped'; readonly failure: ServiceFailure | undefined };

/**
 * Takes a season back: cancels the series with a line, then looks whether a live date is left. Safe to repeat; a series that is gone
 * already counts as undone. Never throws.
 */
export async function undoSeason(
  ports: BookingPorts,
  task: SeasonTask,
  { seriesId, line, isAgain }: Undo,
  signal: AbortSignal,
): Promise<UndoOutcome> {
  const { calendar, identity } = ports;
  try {
    const id = seriesId ?? ownSeriesIn(await calendar.mentorMeetings(task.window, signal), task.plan)?.id;
    if (id === undefined) return { kind: 'undone', wasThere: isAgain };
    await assertOwner(identity, task.owner, signal);
    const wasThere = (await cancel(ports, id, line, signal)) || isAgain;
    const left = await calendar.series(id, task.window, signal);
    if (left !== undefined && !left.series.isCancelled)
      throw new ServiceFailure('unavailable', 'the series is still in the calendar');
    return { kind: 'undone', wasThere };
  } catch (error) {
    return { kind: 'stopped', failure: signal.aborted ? undefined : asFailure(error) };
  }
}

async function cancel(
  { calendar }: BookingPorts,
  seriesId: string,
  line: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await calendar.cancelSeries(seriesId, line, signal);
    return true;
  } catch (error) {
    if (error instanceof ServiceFailure && error.code === 'not-found') return false;
    throw error;
  }
}
