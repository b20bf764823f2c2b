import { createSwitches } from '#sandbox/control/switches.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import type { Writer } from '#sandbox/store/table.ts';
import type { DirectoryUser, SeedEvent } from '#sandbox/types.ts';
import { defaultCalendar, setUpCalendars } from './calendars/calendarRecord.ts';
import { findByAddress } from './directory/findUser.ts';
import { directory, users } from './directory/users.ts';
import { copyOfMeeting, shownFor, type CopyMaker } from './events/attendeeCopy.ts';
import { readEventDraft } from './events/eventDraft.ts';
import { events, type EventRecord, type ExceptionRecord } from './events/eventRecord.ts';
import { newEvent } from './events/newEvent.ts';
import { recurrenceDays } from './recurrenceDays.ts';
import { milliInDay, parseDateTime, parseDay } from './time/wallTime.ts';

/** Imported calendars name any zone of the time zone database; bodies are taken as they are. */
const seedSwitches = createSwitches({ ianaNames: 'all', htmlRewriting: 'off' });

/** Puts a person into the directory, with an empty mailbox where there is to be one. Seeding again replaces the entry and keeps the mailbox. */
export async function seedUser(store: Store, user: DirectoryUser): Promise<void> {
  await store.write((writer) => {
    writer.put(users, directory, user.id, user);
    if (user.hasMailbox) setUpCalendars(writer, user);
  });
}

/** Why an entry could not be put into a calendar; `index` is its place in the list. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  readonly index: number;

  constructor(index: number, cause: unknown) {
    super(`Entry ${index}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.index = index;
  }
}

/**
 * Puts entries into a mailbox and, as if invited and answered, into those of colleagues who attend. Sends nothing. All or
 * nothing: a SeedError names the first entry that Exchange would not take. Exceptions and removed dates must be dates of their series.
 */
export async function seedEvents(
  store: Store,
  ownerId: string,
  entries: readonly SeedEvent[],
): Promise<void> {
  await store.write((writer) => {
    const owner = writer.get(users, directory, ownerId);
    if (!owner?.hasMailbox) throw new Error(`no mailbox of ${ownerId}`);
    const { key: calendar } = defaultCalendar(writer, ownerId);
    for (const [index, entry] of entries.entries()) {
      try {
        seedEvent(writer, owner, calendar, entry);
      } catch (error) {
        throw new SeedError(index, error);
      }
    }
  });
}

function seedEvent(writer: Writer, owner: DirectoryUser, calendar: string, entry: SeedEvent): void {
  const { attendees = [], cancelledDates = [], movedDates = [], ...body } = entry;
  const draft = readEventDraft(
    {
      ...body,
      attendees: attendees.map(({ address }) => ({
        emailAddress: { address, name: findByAddress(writer, address)?.displayName ?? address },
      })),
    },
    seedSwitches,
  );
  const now = (draft.content.start ?? 0) - 7 * milliInDay;
  const made = newEvent(draft, { owner, calendar, now, switches: seedSwitches });
  const removed = cancelledDates.map((date) => seriesDay(made, date));
  const answered: EventRecord = {
    ...made,
    content: {
      ...made.content,
      attendees: made.content.attendees.map((attendee, index) => ({
        ...attendee,
        response: { kind: attendees[index]?.response ?? 'none', time: now },
      })),
    },
    removed,
    exceptions: Object.fromEntries(
      movedDates.map((moved) => [seriesDay(made, moved.date), movedDate(made, moved, now)]),
    ),
  };
  writer.put(events, owner.id, answered.key, answered);
  for (const { address, response } of attendees) {
    const attendee = findByAddress(writer, address);
    if (!attendee?.hasMailbox || attendee.id === owner.id || response === 'declined') continue;
    const maker: CopyMaker = {
      attendee,
      calendar: defaultCalendar(writer, attendee.id).key,
      now,
      switches: seedSwitches,
    };
    const copy = copyOfMeeting(answered, undefined, true, maker);
    const state = {
      kind: response === 'none' ? ('notResponded' as const) : response,
      time: response === 'none' ? 0 : now,
    };
    writer.put(events, attendee.id, copy.key, {
      ...copy,
      exceptions: answered.exceptions,
      own: { ...copy.own, response: state, showAs: shownFor(state, copy.content.intendedShowAs) },
    });
  }
}

function seriesDay(record: EventRecord, date: string): number {
  const day = parseDay(date);
  if (
    day === undefined ||
    record.recurrence === null ||
    recurrenceDays(record.recurrence, day, day + 1).length === 0
  )
    throw new Error(`${date} is no date of the series`);
  return day;
}

function movedDate(
  record: EventRecord,
  moved: NonNullable<SeedEvent['movedDates']>[number],
  now: number,
): ExceptionRecord {
  const [start, end] = [parseDateTime(moved.start)?.wall, parseDateTime(moved.end)?.wall];
  if (start === undefined || end === undefined || end < start)
    throw new Error(`the moved date ${moved.date} has no valid time`);
  const { startZone } = record.content;
  return {
    content: {
      start,
      end,
      startZone,
      endZone: startZone,
      ...(moved.subject === undefined ? {} : { subject: moved.subject }),
    },
    own: {},
    sent: true,
    created: now,
    modified: now,
  };
}
