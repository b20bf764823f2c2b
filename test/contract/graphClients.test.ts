import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph, type WireRequest } from '#test/support/startGraph.ts';

/** What programs written by others ask for beyond the app: desktop calendars, file sync, command lines. */
const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben')];
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
});
afterAll(() => graph.stop());

const get = (path: string, more: WireRequest = {}) => graph.ask(ann, `/v1.0${path}`, more);
const send = (method: string, path: string, body?: unknown) => get(path, { method, body });

describe('a desktop calendar', () => {
  const blobId = 'Binary {00062002-0000-0000-c000-000000000046} Id 0x8216';

  /** The parts that such programs read of an AppointmentRecurrencePattern [MS-OXOCAL 2.2.1.44]. */
  function readBlob(base64: string) {
    const bytes = Buffer.from(base64, 'base64');
    let at = 0;
    const u16 = () => bytes.readUInt16LE((at += 2) - 2);
    const u32 = () => bytes.readUInt32LE((at += 4) - 4);
    const time = (minutes: number) => new Date((minutes - 194_074_560) * 60_000).toISOString().slice(0, 16);
    const dates = () => Array.from({ length: u32() }, () => time(u32()).slice(0, 10));
    const versions = [u16(), u16()];
    const [frequency, type] = [u16(), u16()];
    at += 2;
    const [firstDateTime, period] = [u32(), u32()];
    at += 4;
    const specific = [0, 1, 1, 2][type === 0 ? 0 : type === 3 ? 3 : 1] ?? 0;
    const details = Array.from({ length: specific }, u32);
    const [endType, count, firstDay] = [u32(), u32(), u32()];
    const [removed, modified] = [dates(), dates()];
    const [start, end] = [time(u32()), u32()];
    at += 8;
    const [startOffset, endOffset] = [u32(), u32()];
    const exceptions = Array.from({ length: u16() }, () => {
      const [from, to, original] = [time(u32()), time(u32()), time(u32())];
      const flags = u16();
      for (const flag of [0x0001, 0x0010])
        if ((flags & flag) !== 0) {
          at += 2;
          const length = u16();
          at += length;
        }
      return { from, to, original, flags };
    });
    at += 4;
    const subjects = exceptions.map(({ flags }) => {
      at += 12;
      if (flags === 0) return undefined;
      at += 12;
      const length = (flags & 1) === 0 ? 0 : u16() * 2;
      const subject = bytes.subarray(at, at + length).toString('utf16le');
      at += length;
      const more = (flags & 0x10) === 0 ? 0 : u16() * 2;
      at += more;
      at += 4;
      return subject;
    });
    at += 4;
    return {
      versions,
      frequency,
      type,
      firstDateTime,
      period,
      details,
      endType,
      count,
      firstDay,
      removed,
      modified,
      start,
      end,
      startOffset,
      endOffset,
      exceptions,
      subjects,
      rest: bytes.length - at,
    };
  }

  it('finds moved and removed dates in the recurrence that Outlook keeps', async () => {
    const [group] = (await get(`/users/${ann.mail}/calendarGroups`)).body.value;
    const [calendar] = (await get(`/users/${ann.mail}/calendarGroups/${group.id}/calendars`)).body.value;
    const events = `/users/${encodeURIComponent(ann.mail)}/calendarGroups/${group.id}/calendars/${calendar.id}/events`;
    const made = await send('POST', events, {
      subject: 'Weekly',
      start: { dateTime: '2027-01-07T10:00:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2027-01-07T11:30:00', timeZone: 'Europe/Berlin' },
      attendees: null,
      location: null,
      recurrence: {
        pattern: {
          type: 'weekly',
          interval: 2,
          daysOfWeek: ['thursday', 'friday'],
          firstDayOfWeek: 'monday',
        },
        range: { type: 'numbered', startDate: '2027-01-07', numberOfOccurrences: 6 },
      },
    });
    const one = async (day: string) =>
      (
        await get(
          `${events}/${made.body.id}/instances?$select=id,start&startDateTime=${day}T00:00:00&endDateTime=${day}T23:59:59.999`,
        )
      ).body.value[0];
    await send('PATCH', `${events}/${(await one('2027-01-21')).id}`, {
      subject: 'Verschoben 🕊',
      start: { dateTime: '2027-01-20T15:00:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2027-01-20T16:00:00', timeZone: 'Europe/Berlin' },
    });
    await send('DELETE', `${events}/${(await one('2027-01-22')).id}`);
    const read = await get(
      `${events}/${made.body.id}?$expand=singleValueExtendedProperties($filter=id eq '${blobId}')`,
      {
        headers: { prefer: 'outlook.timezone="Europe/Berlin", outlook.body-content-type="text"' },
      },
    );
    const [{ id, value }] = read.body.singleValueExtendedProperties;
    expect(id).toBe(blobId);
    expect(readBlob(value)).toEqual({
      versions: [0x3004, 0x3004],
      frequency: 0x200b,
      type: 1,
      firstDateTime: expect.any(Number),
      period: 2,
      details: [0b0110000],
      endType: 0x2022,
      count: 6,
      firstDay: 1,
      removed: ['2027-01-21', '2027-01-22'],
      modified: ['2027-01-20'],
      start: '2027-01-07T00:00',
      end: expect.any(Number),
      startOffset: 600,
      endOffset: 690,
      exceptions: [
        { from: '2027-01-20T15:00', to: '2027-01-20T16:00', original: '2027-01-21T10:00', flags: 1 },
      ],
      subjects: ['Verschoben 🕊'],
      rest: 0,
    });
  });

  it('follows a calendar by delta, in ids alone', async () => {
    const path = '/me/calendars';
    const [{ id }] = (await get(path)).body.value;
    const first = await get(`${path}/${id}/events/delta?$select=id`);
    expect(first.body.value).toHaveLength(1);
    expect(Object.keys(first.body.value[0]).toSorted()).toEqual(['@odata.etag', '@odata.type', 'id']);
    const made = await send('POST', '/me/events', {
      subject: 'New',
      start: { dateTime: '2027-02-01T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-02-01T11:00:00', timeZone: 'UTC' },
      attachments: [],
    });
    const second = await graph.ask(ann, first.body['@odata.deltaLink']);
    expect(second.body.value.map((event: { id: string }) => event.id)).toEqual([made.body.id]);
    await send('DELETE', `/me/events/${made.body.id}`);
    const third = await graph.ask(ann, second.body['@odata.deltaLink']);
    expect(third.body.value).toEqual([{ id: made.body.id, '@removed': { reason: 'deleted' } }]);
  });

  it('asks for attachments, categories and reminders', async () => {
    const made = await send('POST', '/me/events', {
      subject: 'Reminder',
      start: { dateTime: '2027-02-01T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-02-01T11:00:00', timeZone: 'UTC' },
    });
    expect((await get(`/me/events/${made.body.id}/attachments`)).body.value).toEqual([]);
    expect((await send('POST', `/me/events/${made.body.id}/dismissReminder`)).status).toBe(200);
    expect((await get(`/me/events/${made.body.id}`)).body.isReminderOn).toBe(false);
    const newReminderTime = { dateTime: '2027-02-01T09:00:00', timeZone: 'UTC' };
    expect(
      (await send('POST', `/me/events/${made.body.id}/snoozeReminder`, { newReminderTime })).status,
    ).toBe(200);
    expect((await get('/me/outlook/masterCategories')).body.value).toHaveLength(6);
  });
});

describe('a count', () => {
  it('is plain text, of what the filter leaves', async () => {
    const counted = await startGraph([ann, ben]);
    for (const subject of ['One', 'Two'])
      await counted.ask(ann, '/v1.0/me/events', {
        method: 'POST',
        body: {
          subject,
          start: { dateTime: '2027-03-01T10:00:00', timeZone: 'UTC' },
          end: { dateTime: '2027-03-01T11:00:00', timeZone: 'UTC' },
        },
      });
    const count = (path: string, headers = {}) => counted.ask(ann, `/v1.0${path}`, { headers });
    const all = await count('/me/events/$count');
    expect([all.text, all.headers['content-type']]).toEqual(['2', 'text/plain']);
    expect((await count("/me/calendar/events/$count?$filter=subject eq 'One'")).text).toBe('1');
    expect((await count('/me/messages/$count')).text).toBe('0');
    expect((await count('/users/$count', { consistencylevel: 'eventual' })).text).toBe('2');
    expect((await count('/users/$count')).status).toBe(400);
    await counted.stop();
  });
});

describe('a list of reminders', () => {
  it('tells what rings in a window, a date of a series too', async () => {
    const reminding = await startGraph([ann]);
    const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    await reminding.ask(ann, '/v1.0/me/events', {
      method: 'POST',
      body: {
        subject: 'Rings',
        start: at('2027-03-01T10:00:00'),
        end: at('2027-03-01T11:00:00'),
        reminderMinutesBeforeStart: 30,
        recurrence: {
          pattern: { type: 'daily', interval: 1 },
          range: { type: 'numbered', startDate: '2027-03-01', numberOfOccurrences: 3 },
        },
      },
    });
    const view = (from: string, to: string) =>
      reminding.ask(ann, `/v1.0/me/reminderView(startDateTime='${from}',endDateTime='${to}')`);
    const { body } = await view('2027-03-02T00:00:00Z', '2027-03-02T23:00:00Z');
    expect(body.value).toMatchObject([
      {
        eventSubject: 'Rings',
        eventStartTime: { dateTime: '2027-03-02T10:00:00.0000000' },
        reminderFireTime: { dateTime: '2027-03-02T09:30:00.0000000', timeZone: 'UTC' },
      },
    ]);
    expect((await view('2027-03-02', 'nonsense')).status).toBe(400);
    await reminding.stop();
  });
});

describe('a file sync program', () => {
  it('may encode a whole path, dot and slashes included', async () => {
    const put = (path: string) =>
      graph.ask(ann, `/v1.0/me/drive/root:/${path}:/content`, {
        method: 'PUT',
        body: 'x',
        headers: { 'content-type': 'text/plain' },
      });
    expect((await put('.%2Fdeep%2Fer%2Fa.txt')).status).toBe(201);
    const read = await graph.ask(ann, '/v1.0/me/drive/root:/.%2Fdeep%2Fer:/?select=id,name,folder');
    expect(read.body).toMatchObject({ name: 'er', folder: { childCount: 1 } });
    expect((await put('deep%2F..%2F..%2Fb.txt')).status).toBe(400);
    await graph.ask(ann, '/v1.0/me/drive/root:/deep', { method: 'DELETE' });
  });

  it('walks, copies, searches and compares', async () => {
    const drive: string = (await get('/me/drive')).body.id;
    const base = `/drives/${drive}`;
    await get(`${base}/root:/a%20folder/notes.txt:/content`, {
      method: 'PUT',
      body: 'one',
      headers: { 'content-type': 'text/plain' },
    });
    const root = (await get(`${base}/root/`)).body;
    const delta = await get(
      `${base}/items/${root.id}/delta?select=id,name,file,folder,deleted,parentReference`,
    );
    expect(delta.body.value.map(({ name }: { name: string }) => name)).toEqual([
      'root',
      'a folder',
      'notes.txt',
    ]);
    expect(delta.body.value[2]).not.toHaveProperty('webUrl');
    const found = await get(`${base}/root/search(q='notes')`);
    const [file] = found.body.value;
    expect(file.name).toBe('notes.txt');
    expect((await get(`${base}/items/${file.id}/versions`)).body.value).toMatchObject([{ size: 3 }]);
    const content = await get(`${base}/items/${file.id}/content`);
    // Where both are one origin, a client that follows keeps its token.
    expect((await graph.ask(ann, String(content.headers.location))).text).toBe('one');
    const folder = (await get(`${base}/root:/a%20folder:/`)).body;
    const copied = await send('POST', `${base}/items/${folder.id}/copy`, { name: 'copied' });
    expect(copied.status).toBe(202);
    const monitor = await graph.ask(undefined, String(copied.headers.location));
    expect(monitor.body.status).toBe('completed');
    const inside = await get(`${base}/items/${monitor.body.resourceId}/children`);
    expect(inside.body.value).toMatchObject([{ name: 'notes.txt', size: 3 }]);
    expect((await send('POST', `${base}/items/${file.id}/permanentDelete`)).status).toBe(204);
    expect((await get(`${base}/items/${inside.body.value[0].id}/content`)).status).toBe(302);
    expect((await get('/me/drive/sharedWithMe')).body.value).toEqual([]);
    expect(
      (await send('POST', `${base}/items/${folder.id}/copy`, { parentReference: { id: folder.id } })).status,
    ).toBe(400);
  });
});

describe('JSON that is nested without end', () => {
  it('is refused', async () => {
    const deep = `{"subject":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const answer = await get('/me/events', {
      method: 'POST',
      body: deep,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BadRequest']);
  });
});
