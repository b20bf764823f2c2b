import type { MentorMeetings, SeriesRecord } from '#ports/calendar.ts';
import { dana, leeds, morgan } from '#test/support/fakes/story.ts';

const person = (who: { readonly name: string; readonly address: string }) => ({
  name: who.name,
  address: who.address,
  response: 'accepted' as const,
  proposedStart: undefined,
  proposedEnd: undefined,
});

const series: SeriesRecord = {
  id: 'series-1',
  iCalUId: 'ical-1',
  etag: 'W/"1"',
  subject: 'Mentor meeting',
  isOrganizer: true,
  organizer: { ...person(morgan), response: 'organizer' },
  attendees: [person(dana)],
  ownResponse: 'organizer',
  isCancelled: false,
  link: { mentorshipId: 'm-1', driveId: undefined, folderId: undefined },
  zone: leeds,
  range: undefined,
  startMinute: 780,
  lengthMinutes: 60,
  place: undefined,
  joinUrl: undefined,
  webLink: undefined,
  plan: undefined,
};

/** Morgan's calendar holds a season with Dana. */
export const withDana: MentorMeetings = { series: [series], occurrences: [] };
