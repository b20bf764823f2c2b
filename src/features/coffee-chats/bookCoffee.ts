import { checkDates } from '#domain/season/checkDates.ts';
import { clickId } from '#domain/coffee/clickId.ts';
import { minuteMilli } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { MeetingPlace, SingleRecord } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import type { Companion } from './coffeePair.ts';

/** A chat as it will be sent. */
export interface CoffeeWish {
  readonly mentorshipId: string;
  readonly companions: readonly Companion[];
  readonly start: EpochMilli;
  readonly end: EpochMilli;
  readonly place: MeetingPlace;
  readonly subject: string;
  readonly words: string;
  readonly linkSentence: string;
  /** How often a chat at that time was undone before. */
  readonly undoneBefore: number;
  /** Times that were not known beforehand are booked all the same. */
  readonly isUnknownAccepted: boolean;
}

/**
 * taken: the time is not free any more, nothing was sent. twin: the other had booked the same time in the same moment; one's own was
 * called off again.
 */
export type CoffeeOutcome =
  | { readonly kind: 'booked'; readonly meeting: SingleRecord }
  | { readonly kind: 'taken'; readonly who: readonly string[] }
  | { readonly kind: 'twin'; readonly meeting: SingleRecord };

/**
 * Books one chat in at most three requests: looks at both calendars once more, makes the meeting, and looks whether the other has made
 * the same one meanwhile. The id of the click is made of what is wished, so a second press, or another device, makes no second meeting.
 * Throws ServiceFailure.
 */
export async function bookCoffee(
  wish: CoffeeWish,
  me: Person,
  { calendar, clock, identity }: Pick<Services, 'calendar' | 'clock' | 'identity'>,
  twinComment: string,
  signal: AbortSignal,
): Promise<CoffeeOutcome> {
  const account = await identity.account(signal);
  if (account === undefined) throw new ServiceFailure('signed-out', 'no account');
  if (me.id !== undefined && account.oid !== me.id)
    throw new ServiceFailure('wrong-account', 'another account than the screen was opened with');
  const { start, end, companions } = wish;
  const transactionId = clickId(
    me.address.toLowerCase(),
    wish.mentorshipId,
    start,
    end,
    ...companions.map((each) => each.address.toLowerCase()).toSorted(),
    wish.undoneBefore,
  );
  const window = { from: start - 60 * minuteMilli, to: end + 60 * minuteMilli };
  const addresses = [me.address, ...companions.map((each) => each.address)];
  const schedules = await calendar.schedules({ addresses, ...window }, signal);
  const [state] = asList(checkDates(schedules, [{ start, end }], clock.zone()));
  if (state?.kind === 'clash') {
    // What stands there may be this very meeting, made by the first of two presses.
    const there = await calendar.singles({ from: start, to: end }, signal);
    const mine = there.find(
      (each) => each.start === start && each.end === end && each.mentorshipId === wish.mentorshipId,
    );
    return mine === undefined
      ? { kind: 'taken', who: state.clashes.map((clash) => clash.personId) }
      : { kind: mine.isOrganizer ? 'booked' : 'twin', meeting: mine };
  }
  if (state?.kind === 'tentative') return { kind: 'taken', who: state.who };
  if (state?.kind === 'unknown' && !wish.isUnknownAccepted) return { kind: 'taken', who: state.who };
  const meeting = await calendar.createSingle(
    {
      mentorshipId: wish.mentorshipId,
      transactionId,
      start,
      end,
      zone: clock.zone(),
      subject: wish.subject,
      words: wish.words,
      linkSentence: wish.linkSentence,
      attendees: companions,
      place: wish.place,
    },
    signal,
  );
  const twin = await twinOf(meeting, calendar, signal);
  if (twin === undefined || isKept(me.address, twin.organizerAddress)) return { kind: 'booked', meeting };
  await calendar.cancelSeries(meeting.id, twinComment, signal);
  return { kind: 'twin', meeting: twin };
}

/** The same chat, made by somebody else; undefined when there is none, or when that cannot be told now: a later look sees it. */
async function twinOf(
  meeting: SingleRecord,
  calendar: Services['calendar'],
  signal: AbortSignal,
): Promise<SingleRecord | undefined> {
  try {
    const there = await calendar.singles({ from: meeting.start, to: meeting.end }, signal);
    return there.find(
      (each) =>
        !each.isOrganizer && each.mentorshipId === meeting.mentorshipId && each.start === meeting.start,
    );
  } catch (error) {
    if (error instanceof ServiceFailure) return undefined;
    throw error;
  }
}

/** Both sides come to the same answer without asking each other: the address that sorts first keeps its meeting. */
function isKept(mine: string, theirs: string): boolean {
  return mine.toLowerCase() < theirs.toLowerCase();
}

function asList<T>(value: readonly T[] | { readonly kind: 'invalid' }): readonly T[] {
  return 'kind' in value ? [] : value;
}
