import { undoSeason } from '#features/booking/run/undoSeason.ts';
import { bookSeason } from '#features/booking/run/bookSeason.ts';
import { countUndoMessages } from '#domain/season/reconcile.ts';
import { partnerOf, progressOf, taskOf } from '#features/booking/run/resumeSeason.ts';
import { onCalendar } from '#features/booking/run/seasonTask.ts';
import { undoMessages } from '#features/booking/run/undoMessages.ts';
import { mailTo } from '#sandbox/graph/mail/mailLog.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import type { RunningGraph } from '#test/support/startGraph.ts';
import { carryThrough, findOnCalendar, kindLine, undoUntilDone } from './carryThrough.ts';
import { openDevice, personOf, type Device } from './device.ts';
import {
  isSilence,
  openCalm,
  lateMilliseconds,
  wireWithFaultAt,
  type FaultKind,
  type Unit,
} from './faultKinds.ts';
import { mailboxPicture, type MailboxPicture } from './mailboxPicture.ts';
import { pressBook, type SeasonWish } from './seasonClick.ts';

export const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben', { timeZone: 'Africa/Johannesburg' })];

/** Every second Thursday, twelve dates over a change of clocks; five are moved and two skipped, which takes two chains. */
export const wish: SeasonWish = {
  slot: {
    cadence: { kind: 'weekly', everyWeeks: 2 },
    weekday: 4,
    startMinute: 780,
    lengthMinutes: 60,
    phase: 0,
  },
  firstDay: '2027-02-01',
  lastDay: '2027-07-18',
  zone: 'Europe/Berlin',
  mentorshipId: '7f3f1c44-8a39-4f0a-9a52-0c5d2a8f6e11',
  subject: 'Mentor meeting: Ann and Ben',
  changeOf: (index) => (index === 4 || index === 9 ? 'skip' : index > 0 && index < 7 ? 'move' : 'keep'),
};
const window = { from: '2027-01-01T00:00:00Z', to: '2027-12-31T00:00:00Z' };

/** How a run ended. */
export interface MatrixRun {
  readonly picture: MailboxPicture;
  /** Requests met, those inside batches too, in the order they were sent. */
  readonly units: readonly Unit[];
  /** HTTP requests after the button, on the first device. */
  readonly requests: number;
  readonly stops: readonly string[];
}

/** Books the season on empty mailboxes, with a fault at one request or none, and goes on until it stands. */
export async function bookWithFault(
  graph: RunningGraph,
  fault: { readonly kind: FaultKind; readonly at: number } | undefined,
  goOn: 'here' | 'reopen',
): Promise<MatrixRun> {
  await empty(graph);
  const calm = openCalm(graph, ann);
  const first = disturbedOnce(graph, fault);
  const devices: Device[] = [];
  const { stops } = await carryThrough({
    partner: personOf(ben),
    wish,
    open: () => {
      const device = devices.length === 0 ? first.device : openDevice(graph, ann);
      devices.push(device);
      return device;
    },
    calm,
    goOn,
  });
  await latecomers(fault?.kind);
  return {
    picture: await mailboxPicture(graph, [ann, ben], window),
    units: first.units,
    requests: first.device.requests(),
    stops,
  };
}

/** Books the season undisturbed and takes it back, with a fault at one request of that or none. */
export async function undoWithFault(
  graph: RunningGraph,
  fault: { readonly kind: FaultKind; readonly at: number } | undefined,
): Promise<MatrixRun> {
  await empty(graph);
  const calm = openCalm(graph, ann);
  const { task, look } = await pressBook(calm, personOf(ben), wish);
  const booked = await bookSeason(calm.ports, task, look, () => {}, calm.signal);
  if (booked.kind !== 'booked') throw new Error(booked.kind);
  const first = disturbedOnce(graph, fault);
  const { device } = first;
  const stops: string[] = [];
  const outcome = await undoSeason(
    device.ports,
    task,
    { seriesId: booked.series.id, line: kindLine, isAgain: false },
    device.signal,
  );
  if (outcome.kind === 'stopped') {
    stops.push(outcome.failure?.message ?? 'closed');
    await undoUntilDone(() => openDevice(graph, ann), task, booked.series.id, stops);
  }
  await latecomers(fault?.kind);
  return {
    picture: await mailboxPicture(graph, [ann, ben], window),
    units: first.units,
    requests: device.requests(),
    stops,
  };
}

/** What taking a season back cost that had been stopped on its way. */
export interface UndoRun {
  /** Messages as told before the button. */
  readonly told: number;
  /** Cancellations that were sent for it. */
  readonly sent: number;
  /** Dates that still take place in either mailbox. */
  readonly live: readonly string[];
}

/** Books with a fault, and whatever stands then is found in a new opening and taken back. */
export async function undoAfterFault(
  graph: RunningGraph,
  fault: { readonly kind: FaultKind; readonly at: number },
): Promise<UndoRun> {
  await empty(graph);
  const calm = openCalm(graph, ann);
  const { task, look } = await pressBook(calm, personOf(ben), wish);
  const { device } = disturbedOnce(graph, fault);
  await bookSeason(device.ports, task, look, () => {}, device.signal);
  graph.faults.replace([]);
  const before = cancellations(graph);
  let told = 0;
  const takeBack = async (): Promise<void> => {
    const found = await findOnCalendar(calm, task.plan.mentorshipId, task.window);
    if (found === undefined) return;
    const { series, occurrences } = found;
    const byPlan = undoMessages(series.plan, progressOf(series, occurrences).doneDays);
    const byCalendar = countUndoMessages(series.plan, onCalendar(series, occurrences)).total;
    if (byPlan !== byCalendar)
      throw new Error(`told ${byPlan} by the plan and ${byCalendar} by the calendar`);
    told += byPlan;
    const again = taskOf(series, partnerOf(series, calm.me), calm.me);
    await undoUntilDone(() => openDevice(graph, ann), again, series.id, []);
  };
  await takeBack();
  await latecomers(fault.kind);
  // A series that was made when all had given it up is found by the next opening, like any other.
  await takeBack();
  const { dates } = await mailboxPicture(graph, [ann, ben], window);
  return {
    told,
    sent: cancellations(graph) - before,
    live: dates.filter((line) => line.includes('| live |')),
  };
}

function cancellations(graph: RunningGraph): number {
  return mailTo(graph.store, ben.mail ?? undefined).filter(({ kind }) => kind === 'cancellation').length;
}

function disturbedOnce(
  graph: RunningGraph,
  fault: { readonly kind: FaultKind; readonly at: number } | undefined,
): { readonly device: Device; readonly units: readonly Unit[] } {
  const units: Unit[] = [];
  const { kind, at } = fault ?? { kind: '500' as const, at: Number.POSITIVE_INFINITY };
  const device = openDevice(graph, ann, ({ close }) => wireWithFaultAt(graph, ann, kind, at, close, units), {
    isPatient: !isSilence(kind),
  });
  return { device, units };
}

/** Waits for requests that are carried out when nobody listens any more. */
async function latecomers(kind: FaultKind | undefined): Promise<void> {
  if (kind === 'an answer too late' || kind?.startsWith('tab closed') || kind?.startsWith('no answer'))
    await new Promise((resolve) => setTimeout(resolve, lateMilliseconds));
}

async function empty(graph: RunningGraph): Promise<void> {
  const answer = await graph.ask(undefined, '/sandbox/reset', { method: 'POST' });
  if (answer.status !== 204) throw new Error(`reset: ${answer.status}`);
}
