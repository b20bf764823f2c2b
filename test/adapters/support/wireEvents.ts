import { encodePlan, planPropertyId } from '#adapters/graph/wire/plan.ts';
import { plan } from './plans.ts';

/** Events as Graph writes them, with what it fills in. */
export const context = {
  openPage: 'https://mentor.example.org/open',
  hostOrigins: ['https://localhost:5301'],
};

export const utc = (text: string): object => ({ dateTime: `${text}:00.0000000`, timeZone: 'UTC' });

export function wireSeries(change: object = {}): Record<string, unknown> {
  return {
    '@odata.etag': 'W/"abc"',
    id: 'AAMkMaster=',
    iCalUId: '040000008200E0',
    subject: 'Mentor meeting',
    isOrganizer: true,
    isCancelled: false,
    type: 'seriesMaster',
    organizer: { emailAddress: { name: 'Morgan Reed', address: 'morgan@example.org' } },
    attendees: [
      {
        type: 'required',
        status: { response: 'accepted', time: '2027-02-01T10:00:00Z' },
        emailAddress: { name: 'Dana Moore', address: 'dana@example.org' },
      },
    ],
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    start: utc('2027-03-04T13:00'),
    end: utc('2027-03-04T14:00'),
    originalStartTimeZone: 'GMT Standard Time',
    recurrence: {
      pattern: {
        type: 'weekly',
        interval: 2,
        month: 0,
        dayOfMonth: 0,
        daysOfWeek: ['thursday'],
        firstDayOfWeek: 'monday',
        index: 'first',
      },
      range: {
        type: 'endDate',
        startDate: '2027-03-04',
        endDate: '2027-04-15',
        recurrenceTimeZone: 'GMT Standard Time',
        numberOfOccurrences: 0,
      },
    },
    location: { displayName: 'Microsoft Teams Meeting', locationType: 'default' },
    isOnlineMeeting: true,
    onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x' },
    webLink: 'https://outlook.office365.com/owa/?itemid=AAMk',
    body: {
      contentType: 'text',
      content: `Hello\r\nPrep notes: ${context.openPage}#m=${plan.mentorshipId}<${context.openPage}#m=${plan.mentorshipId}>`,
    },
    singleValueExtendedProperties: [{ id: planPropertyId, value: encodePlan(plan) }],
    ...change,
  };
}

export function wireDate(
  id: string,
  start: string,
  end: string,
  change: object = {},
): Record<string, unknown> {
  return {
    id,
    type: 'occurrence',
    seriesMasterId: 'AAMkMaster=',
    start: utc(start),
    end: utc(end),
    isCancelled: false,
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    attendees: [],
    ...change,
  };
}
