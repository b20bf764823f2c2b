import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

/**
 * Requests and answers as the v1.0 pages of Microsoft Graph print them, with ids, times of change and the frame of bodies left out.
 * Names of people are those of the pages.
 */
const domain = 'contoso.onmicrosoft.com';
const person = (given: string, surname: string, alias: string, more: object = {}) =>
  directoryUser(given, {
    displayName: `${given} ${surname}`,
    surname,
    mail: `${alias}@${domain}`,
    userPrincipalName: `${alias}@${domain}`,
    timeZone: 'Pacific Standard Time',
    ...more,
  });
const dana = person('Dana', 'Swope', 'danas');
const samantha = person('Samantha', 'Booth', 'samanthab');
const adele = person('Adele', 'Vance', 'AdeleV', { freeBusyVisibility: 'details' });
const megan = person('Megan', 'Bowen', 'meganb', {
  workingHours: {
    daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    startTime: '08:00:00.0000000',
    endTime: '17:00:00.0000000',
    timeZone: {
      '@odata.type': '#microsoft.graph.customTimeZone',
      bias: 480,
      name: 'Customized Time Zone',
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
  graph = await startGraph([dana, samantha, adele, megan]);
});
afterAll(() => graph.stop());

const pacific = (dateTime: string) => ({ dateTime, timeZone: 'Pacific Standard Time' });
const prefer = { prefer: 'outlook.timezone="Pacific Standard Time"' };
const post = (who: typeof dana, path: string, body: unknown, headers: Record<string, string> = {}) =>
  graph.ask(who, `/v1.0${path}`, { method: 'POST', body, headers });
const unchanging = {
  categories: [],
  originalStartTimeZone: 'Pacific Standard Time',
  originalEndTimeZone: 'Pacific Standard Time',
  reminderMinutesBeforeStart: 15,
  isReminderOn: true,
  hasAttachments: false,
  importance: 'normal',
  sensitivity: 'normal',
  isAllDay: false,
  isCancelled: false,
  isOrganizer: true,
  responseRequested: true,
  seriesMasterId: null,
  showAs: 'busy',
  onlineMeetingUrl: null,
  responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
};

describe('the documented examples', () => {
  it('create event: in a time zone, with one place', async () => {
    const { status, body, headers } = await post(
      dana,
      '/me/events',
      {
        subject: "Let's go for lunch",
        body: { contentType: 'HTML', content: 'Does late morning work for you?' },
        start: pacific('2017-04-15T12:00:00'),
        end: pacific('2017-04-15T14:00:00'),
        location: { displayName: "Harry's Bar" },
        attendees: [{ emailAddress: { address: samantha.mail, name: 'Samantha Booth' }, type: 'required' }],
      },
      prefer,
    );
    expect(status).toBe(201);
    expect(headers['preference-applied']).toBe('outlook.timezone="Pacific Standard Time"');
    expect(body).toMatchObject({
      ...unchanging,
      subject: "Let's go for lunch",
      bodyPreview: 'Does late morning work for you?',
      type: 'singleInstance',
      body: {
        contentType: 'html',
        content: expect.stringMatching(/^<html>.*Does late morning work for you\?.*<\/html>$/s),
      },
      start: pacific('2017-04-15T12:00:00.0000000'),
      end: pacific('2017-04-15T14:00:00.0000000'),
      location: {
        displayName: "Harry's Bar",
        locationType: 'default',
        uniqueId: "Harry's Bar",
        uniqueIdType: 'private',
      },
      locations: [{ displayName: "Harry's Bar", locationType: 'default', uniqueIdType: 'unknown' }],
      recurrence: null,
      attendees: [
        {
          type: 'required',
          status: { response: 'none', time: '0001-01-01T00:00:00Z' },
          emailAddress: { name: 'Samantha Booth', address: samantha.mail },
        },
      ],
      organizer: { emailAddress: { name: 'Dana Swope', address: dana.mail } },
    });
    expect(body.webLink).toMatch(
      /^https:\/\/outlook\.office365\.com\/owa\/\?itemid=.+&exvsurl=1&path=\/calendar\/item$/,
    );
    expect(body.iCalUId).toMatch(/^040000008200E00074C5B7101A82E008/);
    expect(body['@odata.etag']).toBe(`W/"${body.changeKey}"`);
  });

  it('create event: in several places', async () => {
    const { body } = await post(
      adele,
      '/me/events',
      {
        subject: 'Plan summer company picnic',
        body: { contentType: 'HTML', content: "Let's kick-start this event planning!" },
        start: pacific('2017-08-30T11:00:00'),
        end: pacific('2017-08-30T12:00:00'),
        attendees: [{ emailAddress: { address: dana.mail, name: 'Dana Swope' }, type: 'Required' }],
        location: { displayName: 'Conf Room 3; Fourth Coffee; Home Office', locationType: 'Default' },
        locations: [
          { displayName: 'Conf Room 3' },
          {
            displayName: 'Fourth Coffee',
            address: {
              street: '4567 Main St',
              city: 'Redmond',
              state: 'WA',
              countryOrRegion: 'US',
              postalCode: '32008',
            },
            coordinates: { latitude: 47.672, longitude: -102.103 },
          },
          { displayName: 'Home Office' },
        ],
      },
      prefer,
    );
    expect(body).toMatchObject({
      ...unchanging,
      location: {
        displayName: 'Conf Room 3; Fourth Coffee; Home Office',
        locationType: 'default',
        uniqueId: 'Conf Room 3; Fourth Coffee; Home Office',
        uniqueIdType: 'private',
      },
      locations: [
        { displayName: 'Conf Room 3', locationType: 'default', uniqueIdType: 'unknown' },
        {
          displayName: 'Fourth Coffee',
          locationType: 'default',
          uniqueId: 'Fourth Coffee',
          uniqueIdType: 'private',
          address: {
            street: '4567 Main St',
            city: 'Redmond',
            state: 'WA',
            countryOrRegion: 'US',
            postalCode: '32008',
          },
          coordinates: { latitude: 47.672, longitude: -102.103 },
        },
        { displayName: 'Home Office', locationType: 'default', uniqueIdType: 'unknown' },
      ],
    });
  });

  it('create event: every Monday to the end of the year, with the fillers of the answer', async () => {
    const { body } = await post(dana, '/me/events', {
      subject: "Let's go for lunch",
      body: { contentType: 'HTML', content: 'Does noon time work for you?' },
      start: pacific('2017-09-04T12:00:00'),
      end: pacific('2017-09-04T14:00:00'),
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['Monday'] },
        range: { type: 'endDate', startDate: '2017-09-04', endDate: '2017-12-31' },
      },
      location: { displayName: "Harry's Bar" },
      attendees: [{ emailAddress: { address: adele.mail, name: 'Adele Vance' }, type: 'required' }],
    });
    expect(body).toMatchObject({
      ...unchanging,
      type: 'seriesMaster',
      recurrence: {
        pattern: {
          type: 'weekly',
          interval: 1,
          month: 0,
          dayOfMonth: 0,
          daysOfWeek: ['monday'],
          firstDayOfWeek: 'sunday',
          index: 'first',
        },
        range: {
          type: 'endDate',
          startDate: '2017-09-04',
          endDate: '2017-12-31',
          recurrenceTimeZone: 'Pacific Standard Time',
          numberOfOccurrences: 0,
        },
      },
    });
    const instances = await graph.ask(
      dana,
      `/v1.0/me/events/${body.id}/instances?startDateTime=2017-09-01&endDateTime=2018-01-31&$top=50`,
    );
    expect(instances.body.value).toHaveLength(17);
  });

  it('calendar: getSchedule of two people', async () => {
    const busy = (who: typeof dana, from: string, to: string, more: object = {}) =>
      post(who, '/me/events', {
        subject: "Let's go for lunch",
        start: pacific(`2019-03-15T${from}`),
        end: pacific(`2019-03-15T${to}`),
        ...more,
      });
    await busy(adele, '12:00:00', '14:00:00', { location: { displayName: "Harry's Bar" } });
    await busy(megan, '08:30:00', '09:30:00');
    await busy(megan, '12:00:00', '14:00:00');
    await busy(megan, '12:00:00', '13:00:00', { showAs: 'tentative' });
    await busy(megan, '13:00:00', '14:00:00');
    await busy(megan, '16:00:00', '17:00:00', { showAs: 'tentative' });
    const { body } = await post(
      dana,
      '/me/calendar/getSchedule',
      {
        schedules: [adele.mail.toLowerCase(), megan.mail],
        startTime: pacific('2019-03-15T09:00:00'),
        endTime: pacific('2019-03-15T18:00:00'),
        availabilityViewInterval: 60,
      },
      prefer,
    );
    const hours = {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
    };
    const [first, second] = body.value;
    expect(body['@odata.context']).toMatch(
      /\/\$metadata#Collection\(microsoft\.graph\.scheduleInformation\)$/,
    );
    expect(first).toEqual({
      scheduleId: adele.mail.toLowerCase(),
      availabilityView: '000220000',
      scheduleItems: [
        {
          isPrivate: false,
          status: 'busy',
          subject: "Let's go for lunch",
          location: "Harry's Bar",
          start: pacific('2019-03-15T12:00:00.0000000'),
          end: pacific('2019-03-15T14:00:00.0000000'),
        },
      ],
      workingHours: { ...hours, timeZone: { name: 'Pacific Standard Time' } },
    });
    expect(second).toMatchObject({
      availabilityView: '200220010',
      workingHours: { ...hours, timeZone: { bias: 480, name: 'Customized Time Zone' } },
    });
    expect(second.scheduleItems).toContainEqual({
      status: 'tentative',
      start: pacific('2019-03-15T16:00:00.0000000'),
      end: pacific('2019-03-15T17:00:00.0000000'),
    });
    expect(second.scheduleItems).toHaveLength(5);
  });

  it('event: cancel, accept and tentativelyAccept with a proposal', async () => {
    const made = await post(dana, '/me/events', {
      subject: 'To be answered',
      start: pacific('2019-12-02T18:00:00'),
      end: pacific('2019-12-02T19:00:00'),
      attendees: [{ emailAddress: { address: samantha.mail } }, { emailAddress: { address: adele.mail } }],
    });
    const copyOf = async (who: typeof dana) =>
      (await graph.ask(who, "/v1.0/me/events?$filter=subject eq 'To be answered'")).body.value[0].id;
    expect(
      (
        await post(samantha, `/me/events/${await copyOf(samantha)}/accept`, {
          Comment: 'comment-value',
          SendResponse: true,
        })
      ).status,
    ).toBe(202);
    const proposal = {
      Comment: 'I may not be able to make this week. How about next week?',
      SendResponse: true,
      ProposedNewTime: { Start: pacific('2019-12-02T18:00:00'), End: pacific('2019-12-02T19:00:00') },
    };
    expect((await post(adele, `/me/events/${await copyOf(adele)}/tentativelyAccept`, proposal)).status).toBe(
      202,
    );
    const { body } = await graph.ask(dana, `/v1.0/me/events/${made.body.id}`, { headers: prefer });
    expect(body.attendees).toMatchObject([
      { status: { response: 'accepted' } },
      {
        status: { response: 'tentativelyAccepted' },
        proposedNewTime: { start: pacific('2019-12-02T18:00:00.0000000') },
      },
    ]);
    expect(
      (
        await post(dana, `/me/events/${made.body.id}/cancel`, {
          Comment: 'Cancelling for this week due to all hands',
        })
      ).status,
    ).toBe(202);
  });

  it('user: findMeetingTimes, with flags and numbers written as texts', async () => {
    const { status, body, headers } = await graph.ask(dana, '/v1.0/me/findMeetingTimes', {
      method: 'POST',
      scopes: ['Calendars.Read.Shared'],
      headers: prefer,
      body: {
        attendees: [{ type: 'required', emailAddress: { name: 'Adele Vance', address: adele.mail } }],
        locationConstraint: {
          isRequired: false,
          suggestLocation: false,
          locations: [{ resolveAvailability: false, displayName: 'Conf room Hood' }],
        },
        timeConstraint: {
          activityDomain: 'work',
          timeSlots: [{ start: pacific('2019-04-16T09:00:00'), end: pacific('2019-04-18T17:00:00') }],
        },
        isOrganizerOptional: 'false',
        meetingDuration: 'PT1H',
        returnSuggestionReasons: 'true',
        minimumAttendeePercentage: '100',
      },
    });
    expect([status, headers['preference-applied']]).toEqual([200, prefer.prefer]);
    expect(body.emptySuggestionsReason).toBe('');
    expect(body.meetingTimeSuggestions[0]).toMatchObject({
      confidence: 100,
      order: 1,
      organizerAvailability: 'free',
      suggestionReason: 'Suggested because it is one of the nearest times when all attendees are available.',
      attendeeAvailability: [{ availability: 'free', attendee: { emailAddress: { address: adele.mail } } }],
      meetingTimeSlot: {
        start: pacific('2019-04-16T09:00:00.0000000'),
        end: pacific('2019-04-16T10:00:00.0000000'),
      },
    });
  });

  it('event: list instances, one of them moved', async () => {
    const made = await post(dana, '/me/events', {
      subject: 'Review strategy for Q3',
      start: { dateTime: '2019-04-08T20:30:00', timeZone: 'UTC' },
      end: { dateTime: '2019-04-08T21:00:00', timeZone: 'UTC' },
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
        range: { type: 'noEnd', startDate: '2019-04-08' },
      },
    });
    const instances = `/v1.0/me/events/${made.body.id}/instances?startDateTime=2019-04-08T09:00:00.0000000&endDateTime=2019-04-30T09:00:00.0000000`;
    const dates = (await graph.ask(dana, instances)).body.value;
    await graph.ask(dana, `/v1.0/me/events/${dates[1].id}`, {
      method: 'PATCH',
      body: {
        body: { contentType: 'text', content: 'Changing meeting from 4/15 to 4/16.' },
        start: { dateTime: '2019-04-16T20:30:00', timeZone: 'UTC' },
        end: { dateTime: '2019-04-16T21:00:00', timeZone: 'UTC' },
      },
    });
    const { body } = await graph.ask(
      dana,
      `${instances}&$select=subject,bodyPreview,seriesMasterId,type,recurrence,start,end`,
    );
    const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    const date = (day: string, type: string, bodyPreview: string) => ({
      '@odata.etag': expect.stringMatching(/^W\/".+"$/),
      id: expect.any(String),
      subject: 'Review strategy for Q3',
      bodyPreview,
      seriesMasterId: made.body.id,
      type,
      recurrence: null,
      start: utc(`2019-04-${day}T20:30:00.0000000`),
      end: utc(`2019-04-${day}T21:00:00.0000000`),
    });
    expect(body['@odata.context']).toMatch(/users\('.+'\)\/events\('.+'\)\/instances/);
    expect(body.value).toHaveLength(4);
    expect(body.value).toEqual(
      expect.arrayContaining([
        date('16', 'exception', 'Changing meeting from 4/15 to 4/16.'),
        date('08', 'occurrence', ''),
        date('22', 'occurrence', ''),
        date('29', 'occurrence', ''),
      ]),
    );
  });

  it('open extension: in an event that is there, and read by its full name', async () => {
    const event = await post(dana, '/me/events', {
      subject: 'Extended',
      start: pacific('2019-05-01T09:00:00'),
      end: pacific('2019-05-01T10:00:00'),
    });
    const extension = {
      '@odata.type': 'microsoft.graph.openTypeExtension',
      extensionName: 'Com.Contoso.Referral',
      companyName: 'Wingtip Toys',
      dealValue: 500050,
      expirationDate: '2015-12-03T10:00:00.000Z',
    };
    const made = await post(dana, `/me/events/${event.body.id}/extensions`, extension);
    const answer = {
      ...extension,
      '@odata.type': '#microsoft.graph.openTypeExtension',
      // The page of the message prints `microsoft.graph.…`; Outlook's own name is seen live. Either finds it.
      id: expect.stringMatching(
        /^(microsoft\.graph|Microsoft\.OutlookServices)\.openTypeExtension\.Com\.Contoso\.Referral$/i,
      ),
    };
    expect([made.status, made.body]).toEqual([201, expect.objectContaining(answer)]);
    for (const name of [made.body.id, 'microsoft.graph.openTypeExtension.Com.Contoso.Referral']) {
      const read = await graph.ask(dana, `/v1.0/me/events/${event.body.id}/extensions/${name}`);
      expect([name, read.body]).toEqual([name, expect.objectContaining(answer)]);
    }
  });

  it('mailboxSettings: replies for a time, hours in a zone of one’s own, and the refusals of the page', async () => {
    const patch = (body: unknown) => graph.ask(adele, '/v1.0/me/mailboxSettings', { method: 'PATCH', body });
    const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    const replies = await patch({
      automaticRepliesSetting: {
        status: 'Scheduled',
        scheduledStartDateTime: utc('2016-03-20T18:00:00.0000000'),
        scheduledEndDateTime: utc('2016-03-28T18:00:00.0000000'),
      },
    });
    expect(replies.body.automaticRepliesSetting).toMatchObject({
      status: 'scheduled',
      externalAudience: 'all',
      scheduledStartDateTime: utc('2016-03-20T18:00:00.0000000'),
    });
    const zone = {
      '@odata.type': '#microsoft.graph.customTimeZone',
      bias: -300,
      name: 'Customized Time Zone',
      standardOffset: {
        time: '02:00:00.0000000',
        dayOccurrence: 2,
        dayOfWeek: 'sunday',
        month: 10,
        year: 0,
      },
      daylightOffset: {
        daylightBias: 100,
        time: '02:00:00.0000000',
        dayOccurrence: 4,
        dayOfWeek: 'sunday',
        month: 5,
        year: 0,
      },
    };
    const hours = await patch({
      workingHours: {
        endTime: '18:30:00.0000000',
        daysOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
        timeZone: zone,
      },
    });
    expect(hours.body.workingHours).toEqual({
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
      startTime: '08:00:00.0000000',
      endTime: '18:30:00.0000000',
      timeZone: zone,
    });
    for (const [workingHours, code, message] of [
      [{ startTime: '08' }, 'RequestBodyRead', /literal '08' to the expected type 'Edm.TimeOfDay'/],
      [{ startTime: '19:00:00' }, 'ErrorInvalidTimeSettings', /^Start Time should occur before End Time\.$/],
      [{ daysOfWeek: ['RandomDay'] }, 'InvalidArguments', /^Requested value 'randomday' was not found\.$/i],
      [{ timeZone: { name: 'Nowhere' } }, 'InvalidTimeZone', /^Time Zone settings provided are invalid\.$/],
    ] as const) {
      const refused = await patch({ workingHours });
      expect([refused.status, refused.body.error.code]).toEqual([400, code]);
      expect(refused.body.error.message).toMatch(message);
    }
  });

  it('driveItem: an upload session of 128 bytes, looked up in the middle and given up', async () => {
    const { body } = await post(dana, '/me/drive/root:/largefile.dat:/createUploadSession', {
      item: { '@microsoft.graph.conflictBehavior': 'rename', name: 'largefile.dat' },
    });
    expect(body).toMatchObject({ uploadUrl: expect.any(String), expirationDateTime: expect.any(String) });
    const ask = (method: string, range?: string, length = 0) =>
      graph.ask(undefined, body.uploadUrl, {
        method,
        ...(range === undefined
          ? {}
          : { body: Buffer.alloc(length, 1), headers: { 'content-range': range } }),
      });
    expect((await ask('GET')).body.nextExpectedRanges).toEqual(['0-']);
    const done = await ask('PUT', 'bytes 0-127/128', 128);
    expect([done.status, done.body]).toEqual([
      201,
      expect.objectContaining({ name: 'largefile.dat', size: 128, file: expect.any(Object) }),
    ]);
    const again = await post(dana, `/me/drive/items/${done.body.id}/createUploadSession`, {});
    expect((await graph.ask(undefined, again.body.uploadUrl, { method: 'DELETE' })).status).toBe(204);
  });

  it('driveItem: invite', async () => {
    const file = await graph.ask(dana, '/v1.0/me/drive/root:/Contoso.txt:/content', {
      method: 'PUT',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    const { status, body } = await post(dana, `/me/drive/items/${file.body.id}/invite`, {
      recipients: [{ email: adele.mail }],
      message: "Here's the file that we're collaborating on.",
      requireSignIn: true,
      sendInvitation: true,
      roles: ['write'],
    });
    expect(status).toBe(200);
    expect(body.value).toMatchObject([
      {
        id: expect.any(String),
        roles: ['write'],
        grantedTo: { user: { displayName: 'Adele Vance', id: adele.id } },
      },
    ]);
  });

  it('JSON batching: a failed dependency', async () => {
    const { body } = await post(dana, '/$batch', {
      requests: [
        { id: '1', method: 'GET', url: '/me/events/nonsense' },
        { id: '2', dependsOn: ['1'], method: 'GET', url: '/me' },
      ],
    });
    expect(body.responses[1]).toMatchObject({ id: '2', status: 424 });
  });
});
