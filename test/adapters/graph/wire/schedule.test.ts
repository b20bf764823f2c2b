import * as v from 'valibot';
import {
  encodeScheduleQuery,
  personScheduleOf,
  scheduleAnswer,
  scheduleWindows,
} from '#adapters/graph/wire/schedule.ts';

const at = (text: string): number => Date.parse(text);
const day = 86_400_000;
const window = { start: at('2027-01-04T00:00:00Z'), end: at('2027-01-04T02:00:00Z') };
const parse = (...value: object[]) => v.parse(scheduleAnswer, { value });
const read = (entry: object, address = 'dana@example.org') =>
  personScheduleOf([address], 0, [{ window, answer: parse(entry) }]);

describe('the windows of a horizon', () => {
  it.each([
    [26, 3],
    [52, 6],
  ])('of %i weeks are %i', (weeks, count) => {
    const windows = scheduleWindows(at('2027-01-04T00:00:00Z'), at('2027-01-04T00:00:00Z') + weeks * 7 * day);
    expect(windows).toHaveLength(count);
    for (const { start, end } of windows) expect(end - start).toBeLessThan(62 * day);
  });

  it('join without a gap, on quarters of an hour', () => {
    const windows = scheduleWindows(at('2027-01-04T00:07:00Z'), at('2027-08-04T00:08:00Z'));
    expect(windows[0]?.start).toBe(at('2027-01-04T00:00:00Z'));
    expect(windows.at(-1)?.end).toBe(at('2027-08-04T00:15:00Z'));
    expect(windows.slice(1).map(({ start }) => start)).toEqual(windows.slice(0, -1).map(({ end }) => end));
  });

  it('are asked for in UTC', () => {
    expect(encodeScheduleQuery(['a@example.org', 'b@example.org'], window)).toEqual({
      schedules: ['a@example.org', 'b@example.org'],
      startTime: { dateTime: '2027-01-04T00:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2027-01-04T02:00:00', timeZone: 'UTC' },
      availabilityViewInterval: 15,
    });
  });
});

/** The documented example of getSchedule, with subjects and places as its second person shows them. */
const documented = {
  scheduleId: 'dana@example.org',
  availabilityView: '02220000',
  scheduleItems: [
    {
      isPrivate: false,
      status: 'busy',
      subject: 'Chemotherapy',
      location: 'Ward 3',
      start: { dateTime: '2027-01-04T00:15:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2027-01-04T01:00:00.0000000', timeZone: 'UTC' },
    },
  ],
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
};

describe('what free/busy says of a person', () => {
  it('is views, entries without words, and working hours', () => {
    expect(read(documented)).toEqual({
      personId: 'dana@example.org',
      views: [{ start: window.start, intervalMinutes: 15, view: '02220000' }],
      items: [{ start: at('2027-01-04T00:15:00Z'), end: at('2027-01-04T01:00:00Z'), status: 'busy' }],
      workingHours: {
        days: [1, 2, 3, 4, 5],
        startMinute: 480,
        endMinute: 1020,
        zone: {
          kind: 'custom',
          biasMinutes: 480,
          standard: { biasMinutes: 0, month: 11, dayOccurrence: 1, dayOfWeek: 7, minuteOfDay: 120 },
          daylight: { biasMinutes: -60, month: 3, dayOccurrence: 2, dayOfWeek: 7, minuteOfDay: 120 },
        },
      },
      unknownReason: undefined,
    });
  });

  it('holds no title and no place, however they are hidden', () => {
    expect(JSON.stringify(read(documented))).not.toMatch(/Chemotherapy|Ward/);
  });

  it.each([
    [
      { message: 'Unable to resolve e-mail address x to an Active Directory object.', responseCode: '5009' },
      'outside',
    ],
    [{ message: 'The caller does not have permission.', responseCode: 'ErrorNoFreeBusyAccess' }, 'refused'],
    [{ message: 'The mailbox was not found.', responseCode: 'x' }, 'not-found'],
    [{ message: null, responseCode: null }, 'not-answered'],
  ])('is unknown after the error %j', (error, reason) => {
    const schedule = read({ scheduleId: 'dana@example.org', error });
    expect(schedule).toMatchObject({ views: [], items: [], unknownReason: reason });
  });

  it('is unknown when nothing is said at all', () => {
    expect(read({ scheduleId: 'dana@example.org' }).unknownReason).toBe('not-answered');
    expect(personScheduleOf(['dana@example.org'], 0, [{ window, answer: undefined }]).unknownReason).toBe(
      'not-answered',
    );
  });

  it('is found by the address in any case, and by its place when Exchange answers with another', () => {
    expect(read({ ...documented, scheduleId: 'DANA@example.org' }).views).toHaveLength(1);
    expect(read({ ...documented, scheduleId: 'dana.moore@example.org' }).views).toHaveLength(1);
  });

  it('is never taken from the answer of somebody else who was asked for', () => {
    const answer = parse(documented);
    const schedule = personScheduleOf(['morgan@example.org', 'dana@example.org'], 0, [{ window, answer }]);
    expect(schedule.unknownReason).toBe('not-answered');
  });

  it('does not take digits that nobody documents for free', () => {
    expect(read({ ...documented, availabilityView: '00579900' }).views[0]?.view).toBe('00444400');
    expect(read({ ...documented, availabilityView: '0002<b>' }).unknownReason).toBe('not-answered');
  });

  it('is not longer than what was asked for', () => {
    expect(read({ ...documented, availabilityView: '0'.repeat(5000) }).views[0]?.view).toHaveLength(8);
  });

  it('leaves a gap where one window failed', () => {
    const later = { start: window.end, end: window.end + 7_200_000 };
    const schedule = personScheduleOf(['dana@example.org'], 0, [
      { window, answer: undefined },
      { window: later, answer: parse(documented) },
    ]);
    expect(schedule.views.map(({ start }) => start)).toEqual([later.start]);
    expect(schedule.unknownReason).toBeUndefined();
  });

  it('counts an entry that reaches into the next window once', () => {
    const later = { start: window.end, end: window.end + 7_200_000 };
    const long = {
      ...documented,
      scheduleItems: [
        {
          status: 'oof',
          start: { dateTime: '2027-01-04T01:00:00', timeZone: 'UTC' },
          end: { dateTime: '2027-01-04T03:00:00', timeZone: 'UTC' },
        },
      ],
    };
    const both = personScheduleOf(['dana@example.org'], 0, [
      { window, answer: parse(long) },
      { window: later, answer: parse(long) },
    ]);
    expect(both.items).toHaveLength(1);
    const second = personScheduleOf(['dana@example.org'], 0, [
      { window, answer: undefined },
      { window: later, answer: parse(long) },
    ]);
    expect(second.items).toHaveLength(1);
  });

  it.each([
    [
      'named hours',
      { timeZone: { name: 'Pacific Standard Time' } },
      { kind: 'named', name: 'Pacific Standard Time' },
    ],
    [
      'a zone without summer time',
      {
        timeZone: {
          name: 'Customized Time Zone',
          bias: -330,
          standardOffset: { month: 0 },
          daylightOffset: { month: 0 },
        },
      },
      { kind: 'custom', biasMinutes: -330, standard: undefined, daylight: undefined },
    ],
  ])('reads %s', (_, change, zone) => {
    const hours = { ...documented.workingHours, ...change };
    expect(read({ ...documented, workingHours: hours }).workingHours?.zone).toEqual(zone);
  });

  it.each([
    ['no days', { daysOfWeek: [] }],
    ['hours over midnight', { startTime: '22:00:00', endTime: '06:00:00' }],
    ['no zone', { timeZone: {} }],
    ['words for times', { startTime: 'early' }],
  ])('does not know hours with %s', (_, change) => {
    const hours = { ...documented.workingHours, ...change };
    expect(read({ ...documented, workingHours: hours }).workingHours).toBeUndefined();
  });

  it('reads midnight at the end of a day as its end', () => {
    const hours = { ...documented.workingHours, endTime: '00:00:00' };
    expect(read({ ...documented, workingHours: hours }).workingHours?.endMinute).toBe(1440);
  });
});
