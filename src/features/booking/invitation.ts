import { seriesRange } from '#domain/season/datesOf.ts';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { SeasonSlot } from '#domain/season/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { NewSeries } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';
import { callName } from '#domain/text/callName.ts';
import type { Place } from '#domain/season/seasonChoice.ts';

interface InvitationContext {
  readonly words: Words['booking'];
  readonly format: Format;
}

export function subjectOf(me: Person, partner: Person, { words }: InvitationContext): string {
  return words.invitation.subject({ me: callName(me), partner: callName(partner) });
}

/** The words that stand in the invitation until the person writes others. */
export function proposedWords(
  slot: SeasonSlot,
  days: readonly IsoDay[],
  { words, format }: InvitationContext,
): string {
  const { rhythms } = words.invitation;
  const weekday = format.weekday(slot.weekday, 'long');
  const { cadence } = slot;
  const rhythm =
    cadence.kind === 'weekly'
      ? rhythms.weekly({ weekday, weeks: cadence.everyWeeks })
      : rhythms.monthly({
          weekday,
          ordinal: words.season.ordinals[cadence.ordinal],
          months: cadence.everyMonths,
        });
  const last = days.at(-1);
  return words.invitation.words({ rhythm, until: last === undefined ? '' : format.day(last, 'dateYear') });
}

/** All that is sent to make the series. */
export function newSeries(
  plan: BookingPlan,
  texts: { readonly subject: string; readonly words: string },
  partner: Person,
  place: Place,
  { words }: InvitationContext,
): NewSeries {
  return {
    plan,
    range: seriesRange(plan.slot, plan.days),
    subject: texts.subject,
    words: texts.words.trim(),
    linkSentence: words.invitation.linkSentence,
    attendee: { name: partner.name, address: partner.address },
    place: place.kind === 'words' ? { kind: 'words', text: place.text.trim() } : place,
  };
}
