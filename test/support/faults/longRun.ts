import { toInstant } from '#domain/time/wallClock.ts';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { Cadence } from '#domain/season/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { Weekday } from '#domain/time/types.ts';
import { mailTo } from '#sandbox/graph/mail/mailLog.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import type { RunningGraph } from '#test/support/startGraph.ts';
import { taskOf } from '#features/booking/run/resumeSeason.ts';
import { carryThrough, findOnCalendar, undoUntilDone, type CarriedThrough } from './carryThrough.ts';
import { openDevice, personOf, type Device, type Wire } from './device.ts';
import {
  clearFaults,
  faultKinds,
  isOfWhole,
  lateMilliseconds,
  meetFault,
  openCalm,
  unitsOf,
} from './faultKinds.ts';
import type { SeasonWish } from './seasonClick.ts';

/** Three groups who book at the same time; within a group one after the other, everybody with everybody. */
const groups: readonly (readonly DirectoryUser[])[] = [
  [citizen('Ann', 'Europe/Berlin'), citizen('Ben', 'Africa/Johannesburg'), citizen('Cyd', 'Europe/London')],
  [citizen('Dee', 'America/New_York'), citizen('Eli', 'Asia/Kolkata'), citizen('Fay', 'Europe/London')],
  [citizen('Gus', 'Australia/Sydney'), citizen('Hal', 'Asia/Tokyo'), citizen('Ivy', 'America/Denver')],
];
export const peopleOfLongRun: readonly DirectoryUser[] = groups.flat();

/** What came of a long run. */
export interface LongRun {
  readonly bookings: number;
  /** Requests that met a fault. */
  readonly faults: number;
  readonly requests: number;
  /** Taken back instead of finished. */
  readonly undone: number;
  /** What was not as it should be, in words; empty when nothing was lost. */
  readonly lost: readonly string[];
}

/**
 * Books many seasons while every request has a chance of a fault, one of all kinds; some are taken back on the way. Then each is looked at in both
 * mailboxes and in the mail. The same seed gives the same wishes; which request meets what also hangs on the machine.
 */
export async function longRun(
  graph: RunningGraph,
  options: { readonly bookings: number; readonly chance: number; readonly seed: number },
): Promise<LongRun> {
  const { bookings, chance } = options;
  let [faults, requests, undone, begun] = [0, 0, 0, 0];
  const lost: string[] = [];

  const disturbed =
    (person: DirectoryUser, random: () => number) =>
    ({ close }: { readonly close: () => void }): Wire =>
    async (request) => {
      requests += 1;
      if (random() >= chance) return request.send();
      const kind = pick(faultKinds, random);
      const units = unitsOf(request);
      const unit = isOfWhole(kind) ? units[0] : pick(units, random);
      if (unit === undefined) return request.send();
      faults += 1;
      return meetFault(graph, person, request, unit, kind, close);
    };

  const bookOne = async (group: readonly DirectoryUser[], number: number): Promise<void> => {
    const random = randomFrom(options.seed * 100_003 + number);
    const organizer = pick(group, random);
    const partner = pick(
      group.filter((each) => each !== organizer),
      random,
    );
    const wish = randomWish(number, random);
    const calm = openCalm(graph, organizer);
    const undoesAt = random() < 0.2 ? 1 + Math.floor(random() * 2) : Number.POSITIVE_INFINITY;
    try {
      const carried = await carryThrough({
        partner: personOf(partner),
        wish,
        open: () => openDevice(graph, organizer, disturbed(organizer, random), { isPatient: random() < 0.5 }),
        calm,
        goOn: random() < 0.5 ? 'here' : 'reopen',
        undoes: (stops) => stops >= undoesAt,
        mostStops: 60,
      });
      await new Promise((resolve) => setTimeout(resolve, lateMilliseconds));
      if (carried.end === 'undone') undone += 1;
      clearFaults(graph, group);
      const wrong = await whatIsWrong(graph, { organizer, partner, wish, carried, calm });
      lost.push(
        ...wrong.map(
          (words) => `${wish.subject}, ${carried.end} after ${carried.stops.join(' ; ')}: ${words}`,
        ),
      );
    } catch (error) {
      lost.push(`${wish.subject}: ${String(error)}`);
    }
  };

  const lane = async (group: readonly DirectoryUser[]): Promise<void> => {
    /* oxlint-disable no-await-in-loop -- within a group one after the other */
    while (begun < bookings) {
      begun += 1;
      await bookOne(group, begun);
    }
    /* oxlint-enable no-await-in-loop */
  };
  await Promise.all(groups.map(lane));
  return { bookings: begun, faults, requests, undone, lost };
}

interface Booked {
  readonly organizer: DirectoryUser;
  readonly partner: DirectoryUser;
  readonly wish: SeasonWish;
  readonly carried: CarriedThrough;
  readonly calm: Device;
}

/** Looks at both mailboxes and the mail: one series with the right dates, each message once; or nothing that still takes place. */
async function whatIsWrong(
  graph: RunningGraph,
  { organizer, partner, wish, carried, calm }: Booked,
): Promise<readonly string[]> {
  const year = {
    from: Date.parse(`${wish.firstDay}T00:00:00Z`) - 7 * 86_400_000,
    to: Date.parse(`${wish.lastDay}T00:00:00Z`) + 7 * 86_400_000,
  };
  const mail = mailTo(graph.store, partner.mail ?? undefined)
    .filter(({ subject }) => subject.endsWith(wish.subject))
    .map(({ kind, about, date = '', start = '' }) => `${kind} ${about ?? ''} ${date} ${start}`);
  if (carried.end === 'undone') {
    const found = await findOnCalendar(calm, wish.mentorshipId, year);
    // Made by a request that came through when it had been given up: the next opening finds it and takes it back.
    if (found !== undefined)
      await undoUntilDone(
        () => openDevice(graph, organizer),
        taskOf(found.series, personOf(partner), personOf(organizer)),
        found.series.id,
        [],
      );
    const live = [
      ...(await liveDates(graph, organizer, wish, year)),
      ...(await liveDates(graph, partner, wish, year)),
    ];
    const twice = found === undefined ? repeated(mail) : [];
    return [
      ...live.map((date) => `still takes place: ${date}`),
      ...twice.map((line) => `sent twice: ${line}`),
    ];
  }
  const found = await findOnCalendar(calm, wish.mentorshipId, year);
  if (found === undefined) return ['no series'];
  const { plan } = found.series;
  const expected = expectedDates(plan);
  const mails = expectedMail(plan);
  return [
    ...(plan.closed ? [] : ['the plan is open']),
    ...notEqual('own calendar', expected, await liveDates(graph, organizer, wish, year)),
    ...notEqual('the other calendar', expected, await liveDates(graph, partner, wish, year)),
    ...notEqual('mail', mails, mail),
  ];
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Starts of the dates that take place, as a mailbox holds them. */
async function liveDates(
  graph: RunningGraph,
  person: DirectoryUser,
  { subject }: SeasonWish,
  { from, to }: Window,
): Promise<readonly string[]> {
  const answer = await graph.ask(
    person,
    `/v1.0/me/calendarView?startDateTime=${new Date(from).toISOString()}&endDateTime=${new Date(to).toISOString()}&$top=1000&$select=subject,start,isCancelled`,
    { headers: { Prefer: 'outlook.timezone="UTC"' } },
  );
  const { value }: { value: { subject: string; isCancelled: boolean; start: { dateTime: string } }[] } =
    answer.body;
  return value
    .filter((event) => event.subject === subject && !event.isCancelled)
    .map(({ start }) => `${start.dateTime.slice(0, 16)}Z`);
}

function expectedDates(plan: BookingPlan): readonly string[] {
  return plan.days.flatMap((day) => {
    const decision = plan.decisions.find((each) => each.day === day);
    if (decision?.kind === 'skip') return [];
    const start = decision?.kind === 'move' ? decision.to.start : plannedStart(plan, day);
    return [`${new Date(start).toISOString().slice(0, 16)}Z`];
  });
}

function expectedMail(plan: BookingPlan): readonly string[] {
  const [first] = plan.days;
  if (first === undefined) throw new Error('a plan without a date');
  return [
    `invitation series  ${isoOf(plannedStart(plan, first))}`,
    ...plan.decisions.flatMap((decision) => {
      if (decision.kind === 'keep') return [];
      return decision.kind === 'move'
        ? [`update occurrence ${decision.day} ${isoOf(decision.to.start)}`]
        : [`cancellation occurrence ${decision.day} ${isoOf(plannedStart(plan, decision.day))}`];
    }),
  ];
}

function plannedStart({ slot, zone }: BookingPlan, day: BookingPlan['days'][number]): number {
  return toInstant({ day, minuteOfDay: slot.startMinute }, zone);
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function notEqual(what: string, wanted: readonly string[], found: readonly string[]): readonly string[] {
  const [one, other] = [wanted.toSorted().join('\n'), found.toSorted().join('\n')];
  return one === other ? [] : [`${what}: wanted\n${one}\nfound\n${other}`];
}

function repeated(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => lines.indexOf(line) !== index);
}

function randomWish(number: number, random: () => number): SeasonWish {
  const weeks = 8 + Math.floor(random() * 19);
  const firstDay = addDays('2027-01-04', 7 * Math.floor(random() * 20));
  const cadence: Cadence =
    random() < 0.75
      ? { kind: 'weekly', everyWeeks: pick([1, 2, 3] as const, random) }
      : { kind: 'monthly', ordinal: pick([1, 2, 3, 'last'] as const, random), everyMonths: 1 };
  const changes = Array.from({ length: 30 }, () => {
    const share = random();
    return share < 0.25 ? 'move' : share < 0.35 ? 'skip' : 'keep';
  });
  return {
    slot: {
      cadence,
      weekday: pick<Weekday>([1, 2, 3, 4, 5], random),
      startMinute: 480 + 15 * Math.floor(random() * 30),
      lengthMinutes: pick([30, 45, 60], random),
      phase: 0,
    },
    firstDay,
    lastDay: addDays(firstDay, 7 * weeks - 1),
    zone: pick(['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Kolkata'], random),
    mentorshipId: crypto.randomUUID(),
    subject: `Mentor meeting #${number}`,
    changeOf: (index) => changes[index] ?? 'keep',
  };
}

function citizen(name: string, timeZone: string): DirectoryUser {
  return directoryUser(name, { timeZone });
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** The same numbers for the same seed: Tommy Ettinger's mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
