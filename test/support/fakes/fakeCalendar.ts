import type {
  AvailabilityView,
  PersonSchedule,
  WorkingHours,
} from '../../../src/domain/availability/types.ts';
import type { EpochMilli, IsoDay, ZoneName } from '../../../src/domain/time/types.ts';
import { toInstant } from '../../../src/domain/time/wallClock.ts';
import type {
  CalendarPort,
  ChangeOutcome,
  DateChange,
  MentorMeetings,
  NewSeries,
  NewSingle,
  OccurrenceRecord,
  SeriesRecord,
  SingleRecord,
  WaitListener,
} from '../../../src/ports/calendar.ts';
import { ServiceFailure } from '../../../src/ports/failure.ts';

/** A stretch that is taken on somebody's calendar. 1 tentative, 2 busy, 3 away, 4 unknown. */
export interface Taken {
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly digit?: 1 | 2 | 3 | 4;
}

/** What the fake knows of one person's calendar; somebody it does not know comes back as outside. */
export interface FakePerson {
  readonly address: string;
  readonly workingHours: WorkingHours | undefined;
  readonly taken: readonly Taken[];
}

export type CalendarCall = Exclude<keyof CalendarPort, 'onWait'>;

/** How a call goes wrong: before anything happened, after it was done, or never answering. */
export interface Fault {
  readonly call: CalendarCall;
  readonly kind: 'before' | 'after' | 'silent';
  readonly failure?: ServiceFailure;
  /** Calls of that kind that go well first. */
  readonly skip?: number;
}

interface Stored {
  readonly record: SeriesRecord;
  readonly dates: readonly (OccurrenceRecord & { readonly isDeleted: boolean })[];
}

/** A calendar in memory that does what the port promises, counts its calls, and fails where it is told to. */
export interface FakeCalendar extends CalendarPort {
  readonly calls: readonly CalendarCall[];
  /** What was sent, a line for each message. */
  readonly mail: readonly string[];
  /** The single meetings that stand. */
  readonly madeSingles: readonly { readonly meeting: NewSingle; readonly record: SingleRecord }[];
  readonly people: Map<string, FakePerson>;
  fail(fault: Fault): void;
  /** Puts a series there as if somebody had made it. */
  /** A single meeting that somebody else invites to. */
  invite(record: SingleRecord): void;
  put(record: SeriesRecord, occurrences: readonly OccurrenceRecord[]): void;
  /** What stands: live dates of all series that are not cancelled. */
  standing(): readonly { readonly day: IsoDay; readonly start: EpochMilli }[];
  tellWait(until: EpochMilli | undefined): void;
  /** Changes that answer `again` before they are made. */
  postpone(changes: number): void;
  /** Days whose change is refused from now on; none again with an empty list. */
  refuse(days: readonly IsoDay[]): void;
}

const quarter = 15 * 60_000;

export function createFakeCalendar(options: {
  readonly zone: ZoneName;
  readonly me: string;
  readonly people: readonly FakePerson[];
}): FakeCalendar {
  const people = new Map(options.people.map((person) => [person.address, person]));
  const store = new Map<string, Stored>();
  const calls: CalendarCall[] = [];
  const mail: string[] = [];
  const singles: { readonly meeting: NewSingle; readonly record: SingleRecord }[] = [];
  const invited: SingleRecord[] = [];
  let faults: Fault[] = [];
  let postponed = 0;
  let refused: readonly IsoDay[] = [];
  const listeners = new Set<WaitListener>();
  let count = 0;

  const run = async <T>(call: CalendarCall, signal: AbortSignal, act: () => T): Promise<T> => {
    signal.throwIfAborted();
    calls.push(call);
    const fault = faults.find((each) => each.call === call && (each.skip ?? 0) === 0);
    faults = faults
      .filter((each) => each !== fault)
      .map((each) =>
        each.call === call && each.skip !== undefined ? { ...each, skip: each.skip - 1 } : each,
      );
    await Promise.resolve();
    if (fault === undefined) {
      signal.throwIfAborted();
      return act();
    }
    if (fault.kind === 'after') act();
    if (fault.kind === 'silent') await aborted(signal);
    throw (
      fault.failure ??
      new ServiceFailure('offline', 'connection cut', { mayHaveActed: fault.kind === 'after' })
    );
  };

  const read = (
    id: string,
  ): { series: SeriesRecord; occurrences: readonly OccurrenceRecord[] } | undefined => {
    const stored = store.get(id);
    return (
      stored && {
        series: stored.record,
        occurrences: stored.dates.filter((date) => !date.isDeleted && isInRange(stored, date)),
      }
    );
  };
  const update = (id: string, change: (stored: Stored) => Stored): void => {
    const stored = store.get(id);
    if (stored === undefined) throw new ServiceFailure('not-found', 'ErrorItemNotFound');
    store.set(id, change(stored));
  };

  return {
    calls,
    mail,
    madeSingles: singles,
    people,
    fail: (fault) => {
      faults = [...faults, fault];
    },
    invite: (record) => void invited.push(record),
    put: (record, occurrences) => {
      store.set(record.id, { record, dates: occurrences.map((each) => ({ ...each, isDeleted: false })) });
    },
    postpone: (changes) => {
      postponed = changes;
    },
    refuse: (days) => {
      refused = days;
    },
    standing: () =>
      [...store.values()]
        .filter((stored) => !stored.record.isCancelled)
        .flatMap((stored) =>
          stored.dates.filter((date) => !date.isDeleted && !date.isCancelled && isInRange(stored, date)),
        )
        .map((date) => ({ day: date.originalDay, start: date.start })),
    tellWait: (until) => {
      for (const listener of listeners) listener(until, 'asked');
    },

    schedules: ({ addresses, from, to }, signal) =>
      run('schedules', signal, () =>
        addresses.map((address) => scheduleOf(people.get(address), address, from, to)),
      ),
    mentorMeetings: (_window, signal) =>
      run('mentorMeetings', signal, (): MentorMeetings => {
        const all = [...store.keys()].flatMap((id) => read(id) ?? []);
        return {
          series: all.map((each) => each.series),
          occurrences: all.flatMap((each) => each.occurrences),
        };
      }),
    createSeries: (series, signal) =>
      run('createSeries', signal, () => {
        const there = [...store.values()].find(
          (stored) => stored.record.plan?.transactionId === series.plan.transactionId,
        );
        if (there !== undefined) return there.record;
        count += 1;
        const made = storedOf(series, `series-${count}`, options);
        store.set(made.record.id, made);
        mail.push(`invitation ${series.subject}`);
        return made.record;
      }),
    createSingle: (meeting, signal) =>
      run('createSingle', signal, () => {
        const there = singles.find((each) => each.meeting.transactionId === meeting.transactionId);
        if (there !== undefined) return there.record;
        const id = `single-${singles.length + 1}`;
        const { start, end } = meeting;
        const record: SingleRecord = {
          id,
          iCalUId: `ical-${id}`,
          mentorshipId: meeting.mentorshipId,
          isOrganizer: true,
          organizerAddress: options.me,
          start,
          end,
          joinUrl: undefined,
          webLink: `https://outlook.office.com/calendar/item/${id}`,
        };
        singles.push({ meeting, record });
        mail.push(...meeting.attendees.map(() => `invitation ${meeting.subject}`));
        return record;
      }),
    completeLink: (id, notes, signal) =>
      run('completeLink', signal, () => {
        update(id, (stored) => ({
          ...stored,
          record: { ...stored.record, link: { ...stored.record.link, ...notes } },
        }));
        mail.push('updated invitation');
      }),
    singles: ({ from, to }, signal) =>
      run('singles', signal, () => [
        ...singles.map((each) => each.record).filter((each) => each.start < to && each.end > from),
        ...invited.filter((each) => each.start < to && each.end > from),
      ]),
    series: (id, _window, signal) => run('series', signal, () => read(id)),
    changeDates: (id, changes, signal) =>
      run('changeDates', signal, () =>
        changes.map((change): ChangeOutcome => {
          const { occurrenceId } = change;
          if (postponed > 0) {
            postponed -= 1;
            return { occurrenceId, kind: 'again', retryAfterSeconds: 1 };
          }
          const date = store.get(id)?.dates.find((each) => each.id === occurrenceId && !each.isDeleted);
          if (date === undefined) return { occurrenceId, kind: 'gone' };
          if (refused.includes(date.originalDay))
            return { occurrenceId, kind: 'refused', detail: '403 ErrorAccessDenied' };
          update(id, (stored) => ({
            ...stored,
            dates: stored.dates.map((each) => (each.id === occurrenceId ? changed(each, change) : each)),
          }));
          mail.push(`${change.kind} ${date.originalDay}`);
          return { occurrenceId, kind: 'done' };
        }),
      ),
    closePlan: (id, plan, signal) =>
      run('closePlan', signal, () =>
        update(id, (stored) => ({
          ...stored,
          record: { ...stored.record, plan: { ...plan, closed: true } },
        })),
      ),
    endSeries: (id, { lastDay, words }, signal) =>
      run('endSeries', signal, () => {
        update(id, (stored) => ({
          ...stored,
          record: {
            ...stored.record,
            range: stored.record.range && { ...stored.record.range, lastDay },
          },
        }));
        mail.push(`ends ${lastDay} ${words ?? ''}`.trim());
      }),
    cancelSeries: (id, comment, signal) =>
      run('cancelSeries', signal, () => {
        const single = singles.findIndex((each) => each.record.id === id);
        if (single >= 0) singles.splice(single, 1);
        else update(id, (stored) => ({ ...stored, record: { ...stored.record, isCancelled: true } }));
        mail.push(`cancelled ${comment}`);
      }),
    respond: (id, answer, signal) =>
      run('respond', signal, () => {
        mail.push(`${answer.kind} ${id} ${answer.comment ?? ''}`.trim());
      }),
    onWait: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isInRange({ record }: Stored, { originalDay }: OccurrenceRecord): boolean {
  return record.range === undefined || originalDay <= record.range.lastDay;
}

function scheduleOf(
  person: FakePerson | undefined,
  address: string,
  from: EpochMilli,
  to: EpochMilli,
): PersonSchedule {
  if (person === undefined)
    return { personId: address, views: [], items: [], workingHours: undefined, unknownReason: 'outside' };
  const digits = Array.from<string>({ length: Math.ceil((to - from) / quarter) }).fill('0');
  for (const { start, end, digit = 2 } of person.taken)
    for (let at = Math.max(start, from); at < Math.min(end, to); at += quarter)
      digits[Math.floor((at - from) / quarter)] = String(digit);
  const view: AvailabilityView = { start: from, intervalMinutes: 15, view: digits.join('') };
  return {
    personId: address,
    views: [view],
    items: [],
    workingHours: person.workingHours,
    unknownReason: undefined,
  };
}

function storedOf(
  series: NewSeries,
  id: string,
  { zone, me }: { readonly zone: ZoneName; readonly me: string },
): Stored {
  const { plan, range, attendee } = series;
  const guest = {
    ...attendee,
    response: 'notResponded' as const,
    proposedStart: undefined,
    proposedEnd: undefined,
  };
  const record: SeriesRecord = {
    id,
    iCalUId: `ical-${id}`,
    etag: 'W/"1"',
    subject: series.subject,
    isOrganizer: true,
    organizer: { ...guest, name: 'Organizer', address: me, response: 'organizer' },
    attendees: [guest],
    ownResponse: 'organizer',
    isCancelled: false,
    link: {
      mentorshipId: plan.mentorshipId,
      driveId: series.notes?.driveId,
      folderId: series.notes?.folderId,
    },
    zone,
    range,
    startMinute: plan.slot.startMinute,
    lengthMinutes: plan.slot.lengthMinutes,
    place: series.place.kind === 'words' ? series.place.text : undefined,
    joinUrl: undefined,
    webLink: `https://outlook.office.com/calendar/item/${id}`,
    plan,
  };
  const dates = plan.days.map((day) => {
    const start = toInstant({ day, minuteOfDay: plan.slot.startMinute }, plan.zone);
    return {
      id: `${id}-${day}`,
      seriesId: id,
      originalDay: day,
      start,
      end: start + plan.slot.lengthMinutes * 60_000,
      isException: false,
      isCancelled: false,
      ownResponse: 'organizer' as const,
      attendees: [guest],
      isDeleted: false,
    };
  });
  return { record, dates };
}

function changed<T extends Stored['dates'][number]>(date: T, change: DateChange): T {
  return change.kind === 'skip'
    ? { ...date, isDeleted: true }
    : { ...date, start: change.start, end: change.end, isException: true };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
