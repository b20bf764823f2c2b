import { seedEvents } from '#sandbox/graph/seed.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

const ann = directoryUser('Ann');
const ben = directoryUser('Ben');
const open = directoryUser('Open', { freeBusyVisibility: 'details' });
const hidden = directoryUser('Hidden', { freeBusyVisibility: 'none' });
const boxless = directoryUser('Boxless', { hasMailbox: false });
const custom = directoryUser('Custom', {
  workingHours: {
    daysOfWeek: ['monday'],
    startTime: '09:00:00',
    endTime: '12:30:00',
    timeZone: {
      '@odata.type': '#microsoft.graph.customTimeZone',
      name: 'Customized Time Zone',
      bias: 480,
      standardOffset: { time: '02:00:00.0000000', dayOccurrence: 1, dayOfWeek: 'sunday', month: 11, year: 0 },
      daylightOffset: {
        daylightBias: -60,
        time: '02:00:00.0000000',
        dayOccurrence: 2,
        dayOfWeek: 'sunday',
        month: 3,
        year: 0,
      },
    },
  },
});
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben, open, hidden, boxless, custom]);
  const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Berlin' });
  for (const person of [ann, ben, open])
    await seedEvents(graph.store, person.id, [
      {
        subject: 'Busy',
        start: at('2027-01-11T09:00:00'),
        end: at('2027-01-11T10:30:00'),
        location: { displayName: 'B 12' },
      },
      {
        subject: 'Maybe',
        start: at('2027-01-11T10:00:00'),
        end: at('2027-01-11T12:00:00'),
        showAs: 'tentative',
        sensitivity: 'private',
      },
      {
        subject: 'Elsewhere',
        start: at('2027-01-11T13:00:00'),
        end: at('2027-01-11T14:00:00'),
        showAs: 'workingElsewhere',
      },
      {
        subject: 'Leave',
        start: at('2027-01-12T00:00:00'),
        end: at('2027-01-13T00:00:00'),
        isAllDay: true,
        showAs: 'oof',
      },
    ]);
});
afterAll(() => graph.stop());

const ask = (body: object, headers: Record<string, string> = {}) =>
  graph.ask(ann, '/v1.0/me/calendar/getSchedule', { method: 'POST', body, headers });
const question = (schedules: readonly string[], more: object = {}) => ({
  schedules,
  startTime: { dateTime: '2027-01-11T00:00:00', timeZone: 'Europe/Berlin' },
  endTime: { dateTime: '2027-01-13T00:00:00', timeZone: 'Europe/Berlin' },
  availabilityViewInterval: 60,
  ...more,
});

describe('getSchedule', () => {
  it('gives a digit for each interval, the weightiest of it, and working elsewhere as free', async () => {
    const { body } = await ask(question([ben.mail]));
    const [{ availabilityView, scheduleItems, workingHours }] = body.value;
    expect(availabilityView.slice(8, 15)).toBe('0221000');
    expect(availabilityView.slice(24)).toBe('3'.repeat(24));
    expect(scheduleItems.map(({ status }: { status: string }) => status)).toEqual([
      'busy',
      'tentative',
      'workingElsewhere',
      'oof',
    ]);
    expect(scheduleItems[3].start).toEqual({ dateTime: '2027-01-11T23:00:00.0000000', timeZone: 'UTC' });
    expect(workingHours).toMatchObject({
      startTime: '08:00:00.0000000',
      timeZone: { name: 'Europe/Berlin' },
    });
  });

  it('tells what an entry is about only where that is allowed, and never of private ones', async () => {
    const items = async (address: string) => (await ask(question([address]))).body.value[0].scheduleItems;
    expect((await items(ben.mail))[0]).not.toHaveProperty('subject');
    expect(Object.keys((await items(ben.mail))[0]).toSorted()).toEqual(['end', 'start', 'status']);
    expect((await items(open.mail))[0]).toMatchObject({
      subject: 'Busy',
      location: 'B 12',
      isPrivate: false,
    });
    expect((await items(open.mail))[1]).toMatchObject({ isPrivate: true });
    expect((await items(open.mail))[1]).not.toHaveProperty('subject');
    expect((await items(ann.mail))[0]).toMatchObject({ subject: 'Busy' });
  });

  it('answers for each person alone', async () => {
    const { status, body } = await ask(
      question([ben.mail, 'x@elsewhere.example', boxless.mail, hidden.mail, custom.mail]),
    );
    expect(status).toBe(200);
    expect(body.value.map(({ error }: { error?: { responseCode: string } }) => error?.responseCode)).toEqual([
      undefined,
      '5009',
      '5016',
      'ErrorNoFreeBusyAccess',
      undefined,
    ]);
    expect(body.value[1]).not.toHaveProperty('availabilityView');
    expect(body.value[4].workingHours).toMatchObject({
      startTime: '09:00:00.0000000',
      timeZone: { name: 'Customized Time Zone', bias: 480 },
    });
  });

  it('takes members in either case, and answers in the zone asked for', async () => {
    const { body } = await ask(
      {
        Schedules: [ben.mail],
        StartTime: { dateTime: '2027-01-11T00:00:00', timeZone: 'UTC' },
        EndTime: { dateTime: '2027-01-12T00:00:00', timeZone: 'UTC' },
        AvailabilityViewInterval: 30,
      },
      { prefer: 'outlook.timezone="W. Europe Standard Time"' },
    );
    expect(body.value[0].availabilityView).toHaveLength(48);
    expect(body.value[0].scheduleItems[0].start).toEqual({
      dateTime: '2027-01-11T09:00:00.0000000',
      timeZone: 'W. Europe Standard Time',
    });
  });

  it('refuses windows of 62 days, more than 20 people and odd intervals', async () => {
    const code = async (more: object) => {
      const { status, body } = await ask(question([ben.mail], more));
      return `${status} ${body.error?.code ?? ''}`.trim();
    };
    const until = (dateTime: string) => ({ endTime: { dateTime, timeZone: 'Europe/Berlin' } });
    expect(await code(until('2027-03-13T23:45:00'))).toBe('200');
    expect(await code(until('2027-03-14T00:00:00'))).toBe('400 ErrorInvalidTimeInterval');
    expect(await code(until('2027-03-15T00:00:00'))).toBe('400 ErrorTimeIntervalTooBig');
    expect(await code(until('2027-01-11T00:00:00'))).toBe('400 ErrorInvalidTimeInterval');
    expect(await code({ schedules: Array.from({ length: 20 }, () => ben.mail) })).toBe('200');
    expect(await code({ schedules: Array.from({ length: 21 }, () => ben.mail) })).toBe(
      '400 ErrorMailboxDataArrayTooBig',
    );
    expect(await code({ schedules: [] })).toBe('400 ErrorMailboxDataArrayEmpty');
    expect(await code({ availabilityViewInterval: 4 })).toBe('400 ErrorInvalidMergedFreeBusyInterval');
    expect(await code({ availabilityViewInterval: 1441 })).toBe('400 ErrorInvalidMergedFreeBusyInterval');
    expect(await code({ availabilityViewInterval: null })).toBe('500 ErrorInternalServerError');
    expect(await code({ startTime: { dateTime: '2027-01-11T00:00:00', timeZone: 'Nowhere' } })).toBe(
      '400 TimeZoneNotSupportedException',
    );
    expect(await code({ nothing: 1 })).toBe('400 RequestBodyRead');
  });

  it('gives up on a calendar with more than a thousand entries, unless a switch says otherwise', async () => {
    await seedEvents(
      graph.store,
      custom.id,
      Array.from({ length: 1001 }, (_, index) => {
        const minute = String(index % 60).padStart(2, '0');
        const hour = String(Math.floor(index / 60)).padStart(2, '0');
        const time = { dateTime: `2027-01-11T${hour}:${minute}:00`, timeZone: 'UTC' };
        return { subject: 'x', start: time, end: time };
      }),
    );
    expect((await ask(question([custom.mail]))).body.value[0].error.responseCode).toBe('5006');
    graph.switches.set({ scheduleItems: 'unlimited' });
    expect((await ask(question([custom.mail]))).body.value[0].scheduleItems).toHaveLength(1001);
    graph.switches.reset();
  });

  it('does not see people of another tenant', async () => {
    const foreign = await startGraph([
      ann,
      directoryUser('Fay', {
        tenantId: 'b0b0b0b0-0000-4000-8000-000000000000',
        mail: 'fay@fabrikam.example',
        userPrincipalName: 'fay@fabrikam.example',
      }),
    ]);
    const { body } = await foreign.ask(ann, '/v1.0/me/calendar/getSchedule', {
      method: 'POST',
      body: question(['fay@fabrikam.example']),
    });
    expect(body.value[0].error.responseCode).toBe('5009');
    await foreign.stop();
  });
});

describe('findMeetingTimes', () => {
  const scopes = ['Calendars.Read.Shared'];
  const find = (body: object) =>
    graph.ask(ann, '/v1.0/me/findMeetingTimes', { method: 'POST', body, scopes });
  const slot = (from: string, to: string) => ({
    activityDomain: 'work',
    timeSlots: [
      {
        start: { dateTime: from, timeZone: 'Europe/Berlin' },
        end: { dateTime: to, timeZone: 'Europe/Berlin' },
      },
    ],
  });

  it('suggests free times within working hours, with confidence as documented', async () => {
    const { body } = await find({
      attendees: [{ type: 'required', emailAddress: { address: ben.mail } }],
      timeConstraint: slot('2027-01-11T08:00:00', '2027-01-11T18:00:00'),
      meetingDuration: 'PT1H',
      returnSuggestionReasons: true,
    });
    const starts = body.meetingTimeSuggestions.map(
      ({ meetingTimeSlot }: { meetingTimeSlot: { start: { dateTime: string } } }) =>
        meetingTimeSlot.start.dateTime.slice(11, 16),
    );
    expect(starts).toEqual([
      '07:00',
      '11:00',
      '11:30',
      '12:00',
      '12:30',
      '13:00',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
    ]);
    expect(body.meetingTimeSuggestions[0]).toMatchObject({
      confidence: 100,
      order: 1,
      organizerAvailability: 'free',
    });
  });

  it('counts somebody outside as unknown, and says why there is nothing', async () => {
    const outside = await find({
      attendees: [{ emailAddress: { address: 'x@elsewhere.example' } }],
      timeConstraint: slot('2027-01-11T14:00:00', '2027-01-11T15:00:00'),
    });
    expect(outside.body.meetingTimeSuggestions[0]).toMatchObject({
      confidence: 74.5,
      attendeeAvailability: [{ availability: 'unknown' }],
    });
    const none = await find({
      attendees: [{ emailAddress: { address: ben.mail } }],
      timeConstraint: slot('2027-01-12T08:00:00', '2027-01-12T18:00:00'),
    });
    expect(none.body).toMatchObject({
      emptySuggestionsReason: 'AttendeesUnavailable',
      meetingTimeSuggestions: [],
    });
    expect((await find({ meetingDuration: 'forever' })).status).toBe(400);
  });
});
