import type { PersonSchedule } from '#domain/availability/types.ts';
import type { LostChange, MissingOperation } from '#domain/season/bookingPlan.ts';
import { reconcile } from '#domain/season/reconcile.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { CalendarPort, DateChange, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { ClockPort } from '#ports/clock.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { FilesPort, NotesPlace } from '#ports/files.ts';
import type { IdentityPort } from '#ports/identity.ts';
import { asFailure, assertOwner } from '../failure.ts';
import { knownPlace, prepareNotes, type PreparedNotes } from './prepareNotes.ts';
import { onCalendar, ownSeriesIn, twinIn, type SeasonTask, type Twin } from './seasonTask.ts';

/** What booking needs of the outside world. */
export interface BookingPorts {
  readonly calendar: CalendarPort;
  readonly clock: Pick<ClockPort, 'now' | 'wait'>;
  readonly identity: Pick<IdentityPort, 'account'>;
  /** Undefined where booking goes on without notes. */
  readonly files?: FilesPort;
}

/** The rungs of the ladder that can be seen while it works. */
export type RungId = 'look' | 'notes' | 'series' | 'changes' | 'readBack';

/** How far it has come. */
export interface RunProgress {
  /** Whether both calendars were looked at again in this opening. */
  readonly hasLooked: boolean;
  readonly rung: RungId;
  /** Whether the notes were there, and shared, before the invitation; undefined while they are left for later. */
  readonly notes?: 'shared' | 'unshared' | undefined;
  /** The series, once it is known to exist. */
  readonly series: SeriesRecord | undefined;
  /** Whether a series may exist although no answer came. */
  readonly isSeriesUnsure: boolean;
  /** Days of the plan that stand as they were decided. */
  readonly doneDays: readonly IsoDay[];
  /** Days whose change the calendar refused in this opening. */
  readonly refusedDays: readonly IsoDay[];
  /** Until when it waits by itself before the next try; undefined while it works. */
  readonly waitUntil: EpochMilli | undefined;
}

/** Before anything was done. */
export const nothingYet: RunProgress = {
  hasLooked: false,
  rung: 'look',
  series: undefined,
  isSeriesUnsure: false,
  doneDays: [],
  refusedDays: [],
  waitUntil: undefined,
};

export type RunOutcome =
  | {
      readonly kind: 'booked';
      readonly series: SeriesRecord;
      readonly occurrences: readonly OccurrenceRecord[];
      /** Planned changes that somebody else made impossible, and those that the calendar refused. */
      readonly lost: readonly (LostChange | { readonly day: IsoDay; readonly why: 'refused' })[];
      /** The other one made a season at the same moment. */
      readonly twin: Twin | undefined;
    }
  /** Somebody's calendar changed between looking and booking; nothing was sent. */
  | {
      readonly kind: 'changed';
      readonly schedules: readonly PersonSchedule[];
      readonly days: readonly IsoDay[];
    }
  /** The two have such a season already; nothing was sent. */
  | { readonly kind: 'twin'; readonly twin: Twin }
  /** Cancelled by somebody while it was made. */
  | { readonly kind: 'gone' }
  /** Without failure: stopped by hand. */
  | {
      readonly kind: 'stopped';
      readonly progress: RunProgress;
      readonly failure: ServiceFailure | undefined;
    };

/** What to look at once more before anything is sent. */
export interface LookAgain {
  readonly addresses: readonly string[];
  /** Days whose state is no longer what the person saw. */
  readonly changedDays: (schedules: readonly PersonSchedule[]) => readonly IsoDay[];
  /** Whether a twin was shown already and is wanted. */
  readonly acceptsTwin: boolean;
}

/**
 * Books a season: looks again, makes the series with its plan inside, then carries the plan out. Every step is found again by
 * reading; nothing is sent twice. Never throws: what stops it is an outcome.
 */
export function bookSeason(
  ports: BookingPorts,
  task: SeasonTask,
  look: LookAgain,
  report: (progress: RunProgress) => void,
  signal: AbortSignal,
): Promise<RunOutcome> {
  return climb(nothingYet, report, signal, async (tell) => {
    tell({ rung: 'look' });
    const [schedules, meetings] = await Promise.all([
      ports.calendar.schedules({ addresses: look.addresses, ...task.window }, signal),
      ports.calendar.mentorMeetings(task.window, signal),
    ]);
    tell({ hasLooked: true });
    const made = ownSeriesIn(meetings, task.plan);
    if (made !== undefined) return carryOut(ports, task, made, tell, signal);
    const twin = look.acceptsTwin ? undefined : twinIn(meetings, task);
    if (twin !== undefined) return { kind: 'twin', twin };
    const days = look.changedDays(schedules);
    if (days.length > 0) return { kind: 'changed', schedules, days };
    const series = await make(ports, task, knownPlace(meetings, task), tell, signal);
    return carryOut(ports, task, series, tell, signal);
  });
}

/**
 * Goes on with a season from whatever is there: on another device, after a lost network, after "Stop here". `leavesRefused` closes the plan
 * although the calendar refuses some change, which is then `lost`: the person decided so.
 */
export function finishSeason(
  ports: BookingPorts,
  task: SeasonTask,
  before: RunProgress,
  report: (progress: RunProgress) => void,
  signal: AbortSignal,
  { leavesRefused = false }: { readonly leavesRefused?: boolean } = {},
): Promise<RunOutcome> {
  const known = before.series;
  return climb(before, report, signal, async (tell) => {
    tell({ rung: 'series', refusedDays: [] });
    if (known !== undefined) return carryOut(ports, task, known, tell, signal, leavesRefused);
    const meetings = await ports.calendar.mentorMeetings(task.window, signal);
    const made = ownSeriesIn(meetings, task.plan);
    const series = made ?? (await make(ports, task, knownPlace(meetings, task), tell, signal));
    return carryOut(ports, task, series, tell, signal, leavesRefused);
  });
}

type Tell = (change: Partial<RunProgress>) => void;

/** Keeps the progress, and turns whatever ends the way into an outcome. */
async function climb(
  before: RunProgress,
  report: (progress: RunProgress) => void,
  signal: AbortSignal,
  way: (tell: Tell) => Promise<RunOutcome>,
): Promise<RunOutcome> {
  let progress = before;
  try {
    return await way((change) => {
      progress = { ...progress, ...change };
      report(progress);
    });
  } catch (error) {
    return {
      kind: 'stopped',
      progress: { ...progress, waitUntil: undefined },
      failure: signal.aborted ? undefined : asFailure(error),
    };
  }
}

async function make(
  { calendar, identity, files }: BookingPorts,
  task: SeasonTask,
  known: NotesPlace | undefined,
  tell: Tell,
  signal: AbortSignal,
): Promise<SeriesRecord> {
  if (task.newSeries === undefined)
    throw new ServiceFailure('not-found', 'the series is not in the calendar any more');
  await assertOwner(identity, task.owner, signal);
  // The folder is shared before a link to it is sent.
  let made: PreparedNotes | undefined;
  if (known === undefined && files !== undefined) {
    tell({ rung: 'notes' });
    made = await prepareNotes(files, task, signal);
  }
  const place = known ?? made?.place;
  // Until the answer comes nobody can know, so the doubt is noted first.
  tell({
    rung: 'series',
    ...(place === undefined ? {} : { notes: made?.isShared === false ? 'unshared' : 'shared' }),
  });
  await assertOwner(identity, task.owner, signal);
  tell({ isSeriesUnsure: true });
  try {
    const series = await calendar.createSeries(
      place === undefined ? task.newSeries : { ...task.newSeries, notes: place },
      signal,
    );
    tell({ series, isSeriesUnsure: false });
    return series;
  } catch (error) {
    if (error instanceof ServiceFailure && !error.mayHaveActed && !signal.aborted)
      tell({ isSeriesUnsure: false });
    throw error;
  }
}

/** Changes sent in one request: they contend inside Exchange and are chained, five at most. */
const mostInChain = 5;
/** Times that what is there is read and what is missing sent. Each round has its own retries below. */
const mostRounds = 5;

async function carryOut(
  ports: BookingPorts,
  task: SeasonTask,
  made: SeriesRecord,
  tell: Tell,
  signal: AbortSignal,
  leavesRefused = false,
): Promise<RunOutcome> {
  const { calendar, clock, identity } = ports;
  const { plan } = task;
  const refused = new Map<IsoDay, string>();
  tell({ rung: 'changes', series: made, isSeriesUnsure: false });
  /* oxlint-disable no-await-in-loop -- each round needs what the one before has left */
  for (let round = 0; ; round++) {
    const isFirst = round === 0;
    const there = isFirst
      ? await readSeries(ports, task, made.id, signal)
      : await readAll(ports, task, made.id, signal);
    if (there === undefined || there.series.isCancelled) return { kind: 'gone' };
    const { missing, lost, done } = reconcile(plan, onCalendar(there.series, there.occurrences));
    tell({ doneDays: done });
    const changes = missing.filter(isChange).filter((change) => !refused.has(change.day));
    if (changes.length === 0) {
      const [why] = refused.values();
      // The plan stays open, so that it can be tried again, undone, or left as it is: that is for the person to say.
      if (why !== undefined && !leavesRefused) throw new ServiceFailure('refused', why);
      tell({ rung: 'readBack' });
      // The last look is also for a season that the other one made meanwhile.
      const last = isFirst ? await readAll(ports, task, made.id, signal) : there;
      if (last === undefined || last.series.isCancelled) return { kind: 'gone' };
      await assertOwner(identity, task.owner, signal);
      if (last.series.plan?.closed !== true)
        await calendar.closePlan(made.id, { ...plan, closed: true }, signal);
      return {
        kind: 'booked',
        series: last.series,
        occurrences: last.occurrences,
        lost: [...lost, ...[...refused.keys()].map((day) => ({ day, why: 'refused' as const }))],
        twin: last.twin,
      };
    }
    if (round === mostRounds) throw new ServiceFailure('unavailable', 'the dates do not take their changes');
    await assertOwner(identity, task.owner, signal);
    let waitSeconds = 0;
    const doneDays = new Set(done);
    for (let from = 0; from < changes.length; from += mostInChain) {
      const chain = changes.slice(from, from + mostInChain);
      const outcomes = await calendar.changeDates(made.id, chain.map(toDateChange), signal);
      for (const [index, change] of chain.entries()) {
        const outcome = outcomes[index];
        if (outcome?.kind === 'done') doneDays.add(change.day);
        if (outcome?.kind === 'refused') refused.set(change.day, outcome.detail);
        if (outcome?.kind === 'again')
          waitSeconds = Math.max(waitSeconds, outcome.retryAfterSeconds ?? 1 + round);
      }
      tell({ doneDays: [...doneDays], refusedDays: [...refused.keys()] });
    }
    if (waitSeconds > 0) {
      tell({ waitUntil: clock.now() + waitSeconds * 1000 });
      await clock.wait(waitSeconds * 1000, signal);
      tell({ waitUntil: undefined });
    }
  }
  /* oxlint-enable no-await-in-loop */
}

interface Reading {
  readonly series: SeriesRecord;
  readonly occurrences: readonly OccurrenceRecord[];
  readonly twin: Twin | undefined;
}

async function readSeries(
  { calendar }: BookingPorts,
  { window }: SeasonTask,
  seriesId: string,
  signal: AbortSignal,
): Promise<Reading | undefined> {
  const read = await calendar.series(seriesId, window, signal);
  return read && { ...read, twin: undefined };
}

/** All mentor meetings of the window in one request: the series with its dates, and whatever else the two have. */
async function readAll(
  ports: BookingPorts,
  task: SeasonTask,
  seriesId: string,
  signal: AbortSignal,
): Promise<Reading | undefined> {
  const meetings = await ports.calendar.mentorMeetings(task.window, signal);
  const series = meetings.series.find((each) => each.id === seriesId);
  // A list may lag behind what was just written; the series itself does not.
  if (series === undefined) return readSeries(ports, task, seriesId, signal);
  return {
    series,
    occurrences: meetings.occurrences.filter((each) => each.seriesId === seriesId),
    twin: twinIn(meetings, task),
  };
}

type Change = Extract<MissingOperation, { kind: 'move' | 'skip' }>;

function isChange(operation: MissingOperation): operation is Change {
  return operation.kind === 'move' || operation.kind === 'skip';
}

function toDateChange(change: Change): DateChange {
  return change.kind === 'skip'
    ? { kind: 'skip', occurrenceId: change.occurrenceId }
    : { kind: 'move', occurrenceId: change.occurrenceId, start: change.start, end: change.end };
}
