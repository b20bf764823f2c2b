import { bookSeason, finishSeason, nothingYet, type RunOutcome } from '#features/booking/run/bookSeason.ts';
import { partnerOf, progressOf, taskOf, type UnfinishedSeries } from '#features/booking/run/resumeSeason.ts';
import { undoSeason } from '#features/booking/run/undoSeason.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import { createFakeMemory } from '../fakes/fakeServices.ts';
import type { Device } from './device.ts';
import { pressBook, type SeasonClick, type SeasonWish } from './seasonClick.ts';

/** How a season came to its end. */
export interface CarriedThrough {
  readonly end: 'booked' | 'undone';
  /** Times the app was opened, 1 when nothing disturbed. */
  readonly openings: number;
  /** What stopped it, or sent the person back, in order. */
  readonly stops: readonly string[];
}

export interface CarryOptions {
  readonly partner: Person;
  readonly wish: SeasonWish;
  /** Opens the app; called again after each stop. */
  readonly open: () => Device;
  /** The device on which nothing is wrong: for what is not measured. */
  readonly calm: Device;
  /** What the person does next when it stopped with the tab still open. */
  readonly goOn: 'here' | 'reopen';
  /** Undoes instead of finishing, once a season is found or seen to be there. */
  readonly undoes?: (stops: number) => boolean;
  readonly mostStops?: number;
}

export const kindLine = 'I booked too early. Sorry!';

/**
 * What a person does who wants a season: presses the button and, whatever stops it, goes on: in the same tab, or in a new one where home finds
 * the plan in the calendar. Ends when the season is booked (or taken back), or throws after too many stops.
 */
export async function carryThrough(options: CarryOptions): Promise<CarriedThrough> {
  const { partner, wish, open, calm, goOn, undoes = () => false, mostStops = 12 } = options;
  const stops: string[] = [];
  let openings = 1;
  let device = open();
  const memory = createFakeMemory();
  let click = await pressBook(calm, partner, wish, memory);
  let outcome = await press(device, click);
  for (;;) {
    /* oxlint-disable no-await-in-loop -- a person does one thing after the other */
    if (outcome.kind === 'booked') {
      if (outcome.lost.length > 0) throw new Error(`lost: ${JSON.stringify(outcome.lost)}`);
      return { end: 'booked', openings, stops };
    }
    stops.push(wordsOf(outcome));
    if (stops.length > mostStops) throw new Error(`stopped ${stops.length} times: ${stops.join(', ')}`);
    if (outcome.kind === 'gone') throw new Error('gone');
    const isClosed = device.signal.aborted;
    if (outcome.kind === 'stopped' && goOn === 'here' && !isClosed) {
      const { progress } = outcome;
      if (progress.series !== undefined && undoes(stops.length)) {
        await undoUntilDone(open, click.task, progress.series.id, stops, mostStops);
        return { end: 'undone', openings, stops };
      }
      outcome =
        progress.series === undefined && !progress.isSeriesUnsure
          ? await press(device, click)
          : await finishSeason(device.ports, click.task, progress, ignore, device.signal);
      continue;
    }
    openings += 1;
    device = open();
    const found = await lookAtHome(device, click);
    if (found === 'unreadable') outcome = { kind: 'stopped', progress: nothingYet, failure: undefined };
    else if (found === 'nothing') {
      // The draft is still there: the person looks at the dates and presses again.
      click = await pressBook(calm, partner, wish, memory);
      outcome = await press(device, click);
    } else if (found.series.plan.closed) return { end: 'booked', openings, stops };
    else {
      const { series, occurrences } = found;
      const task = taskOf(series, partnerOf(series, device.me), device.me);
      if (undoes(stops.length)) {
        await undoUntilDone(open, task, series.id, stops, mostStops);
        return { end: 'undone', openings, stops };
      }
      outcome = await finishSeason(
        device.ports,
        task,
        progressOf(series, occurrences),
        ignore,
        device.signal,
      );
    }
    /* oxlint-enable no-await-in-loop */
  }
}

function ignore(): void {}

function press({ ports, signal }: Device, { task, look: again }: SeasonClick): Promise<RunOutcome> {
  return bookSeason(ports, task, again, ignore, signal);
}

function wordsOf(outcome: RunOutcome): string {
  return outcome.kind === 'stopped'
    ? `${outcome.progress.rung}: ${outcome.failure?.message ?? 'closed'}`
    : outcome.kind;
}

/** A series of one's own with its plan, and its dates. */
export interface FoundSeason {
  readonly series: UnfinishedSeries;
  readonly occurrences: MentorMeetings['occurrences'];
}

/** The season of a mentorship as home finds it; throws when there are two. */
export async function findOnCalendar(
  device: Device,
  mentorshipId: string,
  window: SeasonClick['task']['window'],
): Promise<FoundSeason | undefined> {
  const meetings = await device.calendar.mentorMeetings(window, device.signal);
  const ours = meetings.series.filter(
    (series): series is UnfinishedSeries =>
      series.link.mentorshipId === mentorshipId && !series.isCancelled && series.plan !== undefined,
  );
  if (ours.length > 1) throw new TwoSeries(`${ours.length} series of one wish`);
  const [series] = ours;
  return (
    series && {
      series,
      occurrences: meetings.occurrences.filter(({ seriesId }) => seriesId === series.id),
    }
  );
}

class TwoSeries extends Error {
  override readonly name = 'TwoSeries';
}

/** What a new opening shows of the wish; `unreadable` when home cannot be read. */
async function lookAtHome(
  device: Device,
  { task }: SeasonClick,
): Promise<FoundSeason | 'nothing' | 'unreadable'> {
  try {
    return (await findOnCalendar(device, task.plan.mentorshipId, task.window)) ?? 'nothing';
  } catch (error) {
    if (error instanceof TwoSeries) throw error;
    return 'unreadable';
  }
}

/** Presses undo until it is done, in a new opening each time. */
export async function undoUntilDone(
  open: () => Device,
  task: SeasonClick['task'],
  seriesId: string | undefined,
  stops: string[],
  mostStops = 12,
): Promise<void> {
  for (;;) {
    const device = open();
    /* oxlint-disable-next-line no-await-in-loop -- one try after the other */
    const outcome = await undoSeason(
      device.ports,
      task,
      { seriesId: seriesId, line: kindLine, isAgain: false },
      device.signal,
    );
    if (outcome.kind === 'undone') return;
    stops.push(`undo: ${outcome.failure?.message ?? 'closed'}`);
    if (stops.length > mostStops) throw new Error(`stopped ${stops.length} times: ${stops.join(', ')}`);
  }
}
