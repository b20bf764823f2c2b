import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben')];
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
});
afterAll(() => graph.stop());

const weekly = {
  subject: 'Mentor meeting',
  body: {
    contentType: 'html',
    content: '<p>Prep notes: <a href="https://app.example/open#m=1">open</a></p>',
  },
  start: { dateTime: '2027-01-07T10:00:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2027-01-07T11:00:00', timeZone: 'Europe/Berlin' },
  attendees: [{ type: 'required', emailAddress: { address: ben.mail, name: ben.displayName } }],
  recurrence: {
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['thursday'], firstDayOfWeek: 'monday' },
    range: { type: 'numbered', startDate: '2027-01-07', numberOfOccurrences: 6 },
  },
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
};

describe('a series', () => {
  it('is created, delivered as a tentative copy and read on both sides', async () => {
    const made = await graph.client(ann).api('/me/events').post(weekly);
    expect(made.type).toBe('seriesMaster');
    const copies = await graph.client(ben).api('/me/events').get();
    expect(copies.value).toHaveLength(1);
    console.log(JSON.stringify(copies.value[0], null, 1));
    const instances = await graph
      .client(ann)
      .api(`/me/events/${made.id}/instances`)
      .query({ startDateTime: '2027-01-01T00:00:00Z', endDateTime: '2028-01-01T00:00:00Z' })
      .get();
    expect(instances.value).toHaveLength(6);
    const schedule = await graph
      .client(ann)
      .api('/me/calendar/getSchedule')
      .post({
        schedules: [ann.mail, ben.mail, 'nobody@elsewhere.example'],
        startTime: { dateTime: '2027-01-07T00:00:00', timeZone: 'UTC' },
        endTime: { dateTime: '2027-01-08T00:00:00', timeZone: 'UTC' },
        availabilityViewInterval: 60,
      });
    console.log(JSON.stringify(schedule, null, 1));
  });
});
