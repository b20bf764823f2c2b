import type { SeasonChoice } from '#domain/season/seasonChoice.ts';
import { datesOf, seriesRange } from '#domain/season/datesOf.ts';
import type { SeasonQuery, SeasonSlot } from '#domain/season/types.ts';
import { callName } from '#domain/text/callName.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import type { MentorLink, MentorMeetings } from '#ports/calendar.ts';
import type { FormFields, MailPerson } from '#ports/outlook.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';

/** What the fields of a form are made of. */
export interface FormParts {
  readonly me: MailPerson;
  readonly others: readonly MailPerson[];
  readonly choice: SeasonChoice;
  readonly slot: SeasonSlot;
  readonly query: SeasonQuery;
  readonly link: MentorLink;
}

/** All that is written into a form for a recurring time; undefined for a time without dates. */
export function formFields(
  { me, others, choice, slot, query, link }: FormParts,
  { words, format }: { readonly words: Words['mentorTimes']; readonly format: Format },
): FormFields | undefined {
  const days = datesOf(slot, query);
  const [firstDay] = days;
  if (firstDay === undefined) return undefined;
  const start = toInstant({ day: firstDay, minuteOfDay: slot.startMinute }, query.zone);
  const range = seriesRange(slot, days);
  return {
    subject: words.subject({ me: callName(me), partner: format.list(others.map(callName)) }),
    start,
    end: start + slot.lengthMinutes * 60_000,
    recurrence: {
      cadence: range.cadence,
      firstDay: range.firstDay,
      lastDay: range.lastDay,
      startMinute: slot.startMinute,
      lengthMinutes: slot.lengthMinutes,
      zone: query.zone,
    },
    place: placeOf(choice, words),
    link,
    linkSentence: words.linkSentence,
  };
}

function placeOf({ place }: SeasonChoice, words: Words['mentorTimes']): string | undefined {
  switch (place.kind) {
    case 'teams':
      return words.teamsPlace;
    case 'words':
      return place.text.trim();
    case 'open':
      return undefined;
    default:
      return place satisfies never;
  }
}

/**
 * The link of the form: the one its text has already, else that of the mentorship with these people, else one for a new mentorship.
 */
export function linkOf(
  inForm: MentorLink | undefined,
  meetings: MentorMeetings | undefined,
  others: readonly MailPerson[],
  newId: () => string,
): MentorLink {
  if (inForm !== undefined) return inForm;
  const addresses = new Set(others.map(({ address }) => address.toLowerCase()));
  const [only] = addresses;
  const known =
    addresses.size === 1 && only !== undefined
      ? meetings?.series.findLast(
          (series) =>
            !series.isCancelled &&
            [series.organizer, ...series.attendees].some(({ address }) => address.toLowerCase() === only),
        )
      : undefined;
  return known?.link ?? { mentorshipId: newId(), driveId: undefined, folderId: undefined };
}
