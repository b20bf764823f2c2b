import type { TrafficLine } from '#sandbox/control/createTraffic.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { readPublishedShapes } from '#test/support/graphShapes.ts';
import { startGraph, type RunningGraph, type WireRequest } from '#test/support/startGraph.ts';

const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben')];
const shapes = readPublishedShapes();
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
});
afterAll(() => graph.stop());

/** Which published type answers which path; `list` marks `{value: […]}`. */
const answers: readonly (readonly [RegExp, type: string, list?: 'list'])[] = [
  [/\/(calendarView|events|instances)$|\/delta$/, 'Event', 'list'],
  [/\/events\/[^/]+$/, 'Event'],
  [/\/event$/, 'Event'],
  [/\/getSchedule$/, 'ScheduleInformation', 'list'],
  [/\/findMeetingTimes$/, 'MeetingTimeSuggestionsResult'],
  [/\/calendars$/, 'Calendar', 'list'],
  [/\/(calendar|calendars\/[^/]+)$/, 'Calendar'],
  [/\/calendarGroups$/, 'CalendarGroup', 'list'],
  [/\/calendarPermissions$/, 'CalendarPermission', 'list'],
  [/\/messages$/, 'Message', 'list'],
  [/\/mailFolders$/, 'MailFolder', 'list'],
  [/\/mailboxSettings$/, 'MailboxSettings'],
  [/\/supportedTimeZones$/, 'TimeZoneInformation', 'list'],
  [/\/translateExchangeIds$/, 'ConvertIdResult', 'list'],
  [/\/(me|users\/[^/]+)$/, 'User'],
  [/\/users$/, 'User', 'list'],
  [/\/drive$/, 'Drive'],
  [/\/children$|root\/delta$/, 'DriveItem', 'list'],
  [/\/(root|content)$|\/items\/[^/]+$|\/driveItem$/, 'DriveItem'],
  [/\/(invite|permissions)$/, 'Permission', 'list'],
  [/\/createLink$/, 'Permission'],
  [/\/createUploadSession$/, 'UploadSession'],
];

function faultsOf({ method, path, status, responseBody }: TrafficLine): readonly string[] {
  if (status >= 400 || responseBody === undefined) return [];
  const [bare = ''] = path.split('?');
  const isDrive = bare.includes('/drive');
  const found = answers.find(([pattern, type]) => pattern.test(bare) && (!isDrive || !/^Event$/.test(type)));
  if (!found) return [`nothing is known of ${method} ${bare}`];
  const [, type, list] = found;
  const isList =
    list === 'list' && typeof responseBody === 'object' && responseBody !== null && 'value' in responseBody;
  const value = isList ? responseBody.value : responseBody;
  return shapes.faults(
    isList ? `${type}[]` : type,
    value,
    `${method} ${bare.replaceAll(/[A-Za-z0-9_-]{40,}=?/g, '{id}')} ${type}`,
  );
}

describe('every answer', () => {
  it('has the shape that Microsoft publishes for it', async () => {
    const scopes = {
      scopes: [
        'User.Read',
        'User.ReadBasic.All',
        'Calendars.ReadWrite',
        'Calendars.Read.Shared',
        'Mail.ReadWrite',
        'Mail.Send',
        'MailboxSettings.ReadWrite',
        'Files.ReadWrite',
      ],
    };
    const get = (path: string, more: WireRequest = {}) =>
      graph.ask(ann, `/v1.0${path}`, { ...scopes, ...more });
    const post = (path: string, body: unknown, more: WireRequest = {}) =>
      get(path, { method: 'POST', body, ...more });
    const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Berlin' });
    const window = 'startDateTime=2027-01-01&endDateTime=2027-03-01';
    const series = await post('/me/events', {
      subject: 'Shape',
      start: at('2027-01-07T10:00:00'),
      end: at('2027-01-07T11:00:00'),
      isOnlineMeeting: true,
      location: { displayName: 'B 12', address: { city: 'Berlin' } },
      attendees: [{ type: 'required', emailAddress: { address: ben.mail } }],
      singleValueExtendedProperties: [
        { id: 'String {8b0e1c5a-4d3f-4a57-9c2b-6f1d0e7a9b34} Name Plan', value: '1' },
      ],
      recurrence: {
        pattern: { type: 'relativeMonthly', interval: 1, daysOfWeek: ['thursday'], index: 'first' },
        range: { type: 'noEnd', startDate: '2027-01-07' },
      },
    });
    const id: string = series.body.id;
    const [, second] = (await get(`/me/events/${id}/instances?${window}`)).body.value;
    await get(`/me/events/${second.id}`, {
      method: 'PATCH',
      body: { start: at('2027-02-05T10:00:00'), end: at('2027-02-05T11:00:00') },
    });
    const [copy] = (await graph.ask(ben, '/v1.0/me/events')).body.value;
    await graph.ask(ben, `/v1.0/me/events/${copy.id}/tentativelyAccept`, {
      method: 'POST',
      body: { proposedNewTime: { start: at('2027-01-08T10:00:00'), end: at('2027-01-08T11:00:00') } },
    });
    graph.switches.set({ originalStart: 'present' });
    await get(
      `/me/events/${id}?$expand=exceptionOccurrences,singleValueExtendedProperties($filter=id eq 'String {8b0e1c5a-4d3f-4a57-9c2b-6f1d0e7a9b34} Name Plan')`,
    );
    for (const path of [
      `/me/calendarView?${window}`,
      `/me/calendarView/delta?${window}`,
      `/me/events/${id}/instances?${window}`,
      '/me/calendar',
      '/me/calendars',
      '/me/calendarGroups',
      '/me/calendar/calendarPermissions',
      '/me',
      '/users',
      '/me/messages',
      '/me/mailFolders',
      '/me/mailboxSettings',
      '/me/outlook/supportedTimeZones',
      '/me/drive',
      '/me/drive/root',
      '/me/drive/root/children',
      '/me/drive/root/delta',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    await post('/me/calendar/getSchedule', {
      schedules: [ann.mail, ben.mail, 'x@elsewhere.example'],
      startTime: at('2027-01-07T00:00:00'),
      endTime: at('2027-01-08T00:00:00'),
    });
    await post('/me/findMeetingTimes', {
      attendees: [{ emailAddress: { address: ben.mail } }],
      timeConstraint: { timeSlots: [{ start: at('2027-01-07T08:00:00'), end: at('2027-01-07T18:00:00') }] },
    });
    await post('/me/translateExchangeIds', {
      inputIds: [id, 'x'],
      sourceIdType: 'restId',
      targetIdType: 'ewsId',
    });
    const [message] = (await graph.ask(ben, '/v1.0/me/messages')).body.value;
    await graph.ask(ben, `/v1.0/me/messages/${message.id}/event`);
    const file = await get('/me/drive/root:/a.json:/content', {
      method: 'PUT',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    const item = `/me/drive/items/${file.body.id}`;
    await post(`${item}/invite`, { recipients: [{ email: ben.mail }], roles: ['read'], requireSignIn: true });
    await get(`${item}/permissions`);
    await get(item);
    await post(`${item}/createLink`, { type: 'view', scope: 'organization' });
    await post('/me/drive/root:/b.bin:/createUploadSession', {});
    graph.switches.reset();
    const lines = graph.traffic
      .lines()
      .trim()
      .split('\n')
      .map((line): TrafficLine => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.flatMap(faultsOf)).toEqual([]);
  });

  it('is held to shapes that notice a fault', () => {
    expect(
      shapes.faults(
        'Event',
        { subject: 5, colour: 'red', importance: 'huge', start: [], attendees: {} },
        'e',
      ),
    ).toEqual([
      'e.subject is number, not string',
      'e.colour is not declared by Event',
      'e.importance: "huge" is no Importance',
      'e.start is no object',
      'e.attendees is no list',
    ]);
  });
});
