import { findMentorLink } from '#adapters/graph/wire/mentorLink.ts';
import { cleanLine } from '#domain/text/cleanLine.ts';
import { dayMilli } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { MentorLink } from '#ports/calendar.ts';
import { HostFailure, type MailEvent } from '#ports/outlook.ts';
import type { AskOffice } from './askOffice.ts';
import { itemCalls, type ItemCalls } from './itemCalls.ts';
import { listMember, member, textMember } from './members.ts';
import { peopleOf, personOf } from './readOpened.ts';

/** What reading an event needs of the mailbox around it. */
export interface EventContext {
  readonly ask: AskOffice;
  readonly isSince: (version: string) => boolean;
  /** Ids as Graph writes them. */
  readonly restId: (id: string) => string;
  /** Address of the page that the link in a body leads to. */
  readonly openPage: string;
  /** The signed-in person's address. */
  readonly own: string | undefined;
}

/** More people than these are never shown or compared. */
const mostPeople = 50;

/** Reads the event that is opened, from its reading pane or from its form. Throws HostFailure. */
export async function readEvent(
  item: unknown,
  mode: 'read' | 'compose',
  context: EventContext,
  signal: AbortSignal,
): Promise<MailEvent> {
  const calls = itemCalls(item, context.ask);
  const read = mode === 'read' ? readNow(item) : await readForm(item, calls, context, signal);
  const [link, sharedFrom] = await Promise.all([
    readLink(calls, context.openPage, signal),
    readShared(calls, context, signal),
  ]);
  const seriesId = idOf(textMember(item, 'seriesId'), context);
  const people = peopleOf(read.people);
  return {
    mode,
    subject: cleanLine(typeof read.subject === 'string' ? read.subject : '', 300),
    start: momentOf(read.start),
    end: momentOf(read.end),
    part: partOf(item, seriesId, read, context),
    isAllDay: isAllDay(item, momentOf(read.start), momentOf(read.end)),
    organizer: personOf(read.organizer),
    people: people.slice(0, mostPeople),
    peopleCount: people.length,
    seriesId,
    itemId: read.itemId,
    link,
    isSaved: read.isSaved,
    sharedFrom,
  };

  function readNow(source: unknown): ReadMembers {
    return {
      subject: member(source, 'subject'),
      start: member(source, 'start'),
      end: member(source, 'end'),
      organizer: member(source, 'organizer'),
      people: [...listMember(source, 'requiredAttendees'), ...listMember(source, 'optionalAttendees')],
      recurrence: member(source, 'recurrence'),
      itemId: idOf(textMember(source, 'itemId'), context),
      isSaved: true,
    };
  }
}

interface ReadMembers {
  readonly subject: unknown;
  readonly start: unknown;
  readonly end: unknown;
  readonly organizer: unknown;
  readonly people: readonly unknown[];
  readonly recurrence: unknown;
  readonly itemId: string | undefined;
  readonly isSaved: boolean | undefined;
}

async function readForm(
  item: unknown,
  calls: ItemCalls,
  context: EventContext,
  signal: AbortSignal,
): Promise<ReadMembers> {
  const get = (owner: string): Promise<unknown> => calls.call(owner, 'getAsync', [], signal);
  const [subject, start, end, required, optional, organizer, recurrence, saved] = await Promise.all([
    get('subject'),
    get('start'),
    get('end'),
    get('requiredAttendees'),
    get('optionalAttendees'),
    context.isSince('1.7') && calls.has('organizer', 'getAsync') ? get('organizer') : undefined,
    context.isSince('1.7') && calls.has('recurrence', 'getAsync') ? get('recurrence') : undefined,
    readSavedId(calls, context, signal),
  ]);
  return {
    subject,
    start,
    end,
    organizer: organizer ?? { emailAddress: context.own },
    people: [...listOf(required), ...listOf(optional)],
    recurrence,
    ...saved,
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

async function readSavedId(
  calls: ItemCalls,
  context: EventContext,
  signal: AbortSignal,
): Promise<Pick<ReadMembers, 'itemId' | 'isSaved'>> {
  if (!context.isSince('1.8') || !calls.has('item', 'getItemIdAsync'))
    return { itemId: undefined, isSaved: undefined };
  try {
    const id = await calls.call('item', 'getItemIdAsync', [], signal);
    const itemId = idOf(typeof id === 'string' ? id : undefined, context);
    return { itemId, isSaved: itemId !== undefined };
  } catch (error) {
    // ItemNotSaved: the one way in which Outlook says that it is new.
    if (error instanceof HostFailure && error.code === 'refused')
      return { itemId: undefined, isSaved: false };
    throw error;
  }
}

/** The link in the body: as HTML, which keeps addresses whole, else as text. A body that cannot be read has none. */
async function readLink(
  calls: ItemCalls,
  openPage: string,
  signal: AbortSignal,
): Promise<MentorLink | undefined> {
  for (const form of ['html', 'text']) {
    try {
      // The second only where the first had nothing.
      // oxlint-disable-next-line no-await-in-loop
      const body = await calls.call('body', 'getAsync', [form], signal);
      const link = typeof body === 'string' ? findMentorLink(body, openPage) : undefined;
      if (link !== undefined) return link;
    } catch (error) {
      if (!(error instanceof HostFailure) || error.code === 'silent') throw error;
    }
  }
  return undefined;
}

/** Whose mailbox the event is in, where it is somebody else's. The method is there in shared mailboxes and folders only. */
async function readShared(
  calls: ItemCalls,
  context: EventContext,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!context.isSince('1.8') || !calls.has('item', 'getSharedPropertiesAsync')) return undefined;
  try {
    const shared = await calls.call('item', 'getSharedPropertiesAsync', [], signal);
    const owner = cleanLine(textMember(shared, 'owner') ?? textMember(shared, 'targetMailbox') ?? '', 320);
    return owner === '' || owner.toLowerCase() === context.own?.toLowerCase() ? undefined : owner;
  } catch (error) {
    // An item of one's own that has the method all the same.
    if (error instanceof HostFailure && error.code === 'refused') return undefined;
    throw error;
  }
}

function partOf(
  item: unknown,
  seriesId: string | undefined,
  read: ReadMembers,
  context: EventContext,
): MailEvent['part'] {
  // Some clients name the series where its date was opened; then neither id tells which date it is.
  if (seriesId !== undefined) return seriesId === read.itemId ? 'unknown' : 'date';
  if (!context.isSince('1.7') || member(item, 'seriesId') === undefined) return 'unknown';
  return read.recurrence === null || read.recurrence === undefined ? 'single' : 'series';
}

/** Told by newer clients; else whole days from midnight to midnight on this device's clocks. */
function isAllDay(item: unknown, start: EpochMilli | undefined, end: EpochMilli | undefined): boolean {
  const told = member(item, 'isAllDayEvent');
  if (typeof told === 'boolean') return told;
  if (start === undefined || end === undefined || end - start < dayMilli - hourMilli) return false;
  return isMidnight(start) && isMidnight(end);
}

const hourMilli = 3_600_000;

function isMidnight(moment: EpochMilli): boolean {
  const date = new Date(moment);
  return date.getHours() === 0 && date.getMinutes() === 0;
}

function momentOf(value: unknown): EpochMilli | undefined {
  if (!(value instanceof Date)) return undefined;
  const moment = value.getTime();
  return Number.isFinite(moment) ? moment : undefined;
}

function idOf(id: string | undefined, context: EventContext): string | undefined {
  return id === undefined || id === '' || id.length > 2000 ? undefined : context.restId(id);
}
