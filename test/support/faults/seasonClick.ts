import { dateRows, movesOf, plannedChanges, type DateRow } from '#features/booking/dates/dateRows.ts';
import { changedDays } from '#features/booking/dates/timeStates.ts';
import { knownMentorship } from '#features/booking/partner/knownMentorship.ts';
import { keepClick, pendingClick } from '#features/booking/run/pendingClick.ts';
import type { LookAgain } from '#features/booking/run/bookSeason.ts';
import type { SeasonTask } from '#features/booking/run/seasonTask.ts';
import { utcMidnight } from '#domain/time/calendarDays.ts';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import { checkPlan } from '#domain/season/checkPlan.ts';
import { seriesRange } from '#domain/season/datesOf.ts';
import { previewSeason } from '#domain/season/previewSeason.ts';
import type { DateDecision, SeasonQuery, SeasonSlot } from '#domain/season/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { IsoDay, ZoneName } from '#domain/time/types.ts';
import type { MemoryPort } from '#ports/memory.ts';
import type { Person } from '#ports/people.ts';
import { createFakeMemory } from '../fakes/fakeServices.ts';
import type { Device } from './device.ts';

/** A season as somebody has chosen it on the screen. */
export interface SeasonWish {
  readonly slot: SeasonSlot;
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly zone: ZoneName;
  readonly mentorshipId: string;
  readonly subject: string;
  /** What is wished for the date with an index. `move` takes the first time offered, `skip` where there is none. */
  readonly changeOf: (index: number) => 'keep' | 'move' | 'skip';
}

export interface SeasonClick {
  readonly task: SeasonTask;
  readonly look: LookAgain;
}

const marginDays = 2;

/**
 * Reads both calendars, decides the dates, and presses the button: as the screens of booking do it, ids new for each click. Throws for a
 * plan that does not hold together: then it is the wish that is wrong.
 */
export async function pressBook(
  device: Device,
  partner: Person,
  wish: SeasonWish,
  memory: MemoryPort = createFakeMemory(),
): Promise<SeasonClick> {
  const { firstDay, lastDay, slot, zone } = wish;
  const addresses = [device.me.address, partner.address];
  const window = {
    from: utcMidnight(addDays(firstDay, -marginDays)),
    to: utcMidnight(addDays(lastDay, marginDays)),
  };
  const schedules = await device.calendar.schedules({ addresses, ...window }, device.signal);
  const query: SeasonQuery = {
    zone,
    firstDay,
    lastDay,
    cadence: slot.cadence,
    lengthMinutes: slot.lengthMinutes,
    hours: { days: [1, 2, 3, 4, 5, 6, 7], earliestMinute: 0, latestMinute: 1440 },
    blackouts: [],
    schedules,
  };
  const preview = previewSeason(query, slot);
  if (preview.kind === 'invalid') throw new Error(`no season: ${preview.problem}`);
  let decisions: readonly DateDecision[] = [];
  const rowsNow = (): readonly DateRow[] => dateRows(preview, query, decisions, addDays(firstDay, -100));
  for (const [index, { day }] of preview.dates.entries()) {
    const wanted = wish.changeOf(index);
    const rows = rowsNow();
    const row = rows[index];
    const [move] = wanted === 'move' && row !== undefined ? movesOf(row, rows, preview, query) : [];
    decisions = [
      ...decisions,
      wanted === 'keep'
        ? { kind: 'keep', day }
        : move === undefined
          ? { kind: 'skip', day }
          : { kind: 'move', day, to: { start: move.start, end: move.end } },
    ];
  }
  const rows = rowsNow();
  const draft = {
    version: 1 as const,
    zone,
    slot,
    days: preview.dates.map(({ day }) => day),
    decisions: plannedChanges(rows),
    role: 'mentee' as const,
    seasonNumber: 1,
    closed: false,
  };
  const now = device.ports.clock.now();
  const plan: BookingPlan = {
    ...draft,
    ...(pendingClick(memory, draft, partner.address, now) ?? {
      mentorshipId: wish.mentorshipId,
      transactionId: crypto.randomUUID(),
    }),
  };
  const meetings = await device.calendar.mentorMeetings(window, device.signal);
  const known = knownMentorship(meetings, partner, zone, firstDay);
  const knownSeriesIds = known?.seriesIds ?? [];
  const faults = checkPlan(
    plan,
    wish,
    preview.dates.map(({ start }) => start),
  );
  if (faults.length > 0) throw new Error(`a plan that does not hold together: ${JSON.stringify(faults)}`);
  keepClick(memory, plan, partner.address, now);
  const task: SeasonTask = {
    owner: device.me.id,
    plan,
    newSeries: {
      plan,
      range: seriesRange(slot, plan.days),
      subject: wish.subject,
      words: 'Looking forward to it.',
      linkSentence: 'Prep notes: ',
      attendee: { name: partner.name, address: partner.address },
      place: { kind: 'teams' },
    },
    partnerAddress: partner.address,
    window,
    knownSeriesIds,
  };
  return {
    task,
    look: {
      addresses,
      acceptsTwin: false,
      changedDays: (again) => changedDays(rows, query, again),
    },
  };
}
