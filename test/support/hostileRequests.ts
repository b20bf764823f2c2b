import fc from 'fast-check';

/** Nasty texts: climbing, control characters, formats, names of prototypes, long ones. */
const nastyText = fc.oneof(
  fc.constantFrom(
    '..',
    '../../etc/passwd',
    '..\\..',
    '',
    ' ',
    '\u0000',
    '\u202Egnp.exe',
    '__proto__',
    'constructor',
    'null',
    'undefined',
    '-1',
    '0',
    '1e999',
    "'",
    "'') or 1 eq 1",
    '%',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '2027-02-30T10:00:00',
    '0000-00-00',
    '9999-12-31T23:59:59Z',
    '-271821-04-20',
    'AAMkAGI2AAA=',
    'x'.repeat(5000),
    '💥'.repeat(300),
    '\uD800',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** One segment of a path, encoded: something that is there, or nonsense. */
export function segmentValue(known: readonly string[]): fc.Arbitrary<string> {
  const nonsense = fc.oneof(
    nastyText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 4000)),
    fc.constantFrom('%2e%2e', '%2F%2e%2e%2Fetc', '%', '%zz', "('x')", '$value', '$count', ':', 'root:'),
  );
  return known.length === 0
    ? nonsense
    : fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...known.map(encodeURIComponent)) },
        { weight: 1, arbitrary: nonsense },
      );
}

const options = [
  '$select',
  '$filter',
  '$orderby',
  '$expand',
  '$top',
  '$skip',
  '$count',
  '$search',
  '$skiptoken',
  '$deltatoken',
  'token',
  'startDateTime',
  'endDateTime',
  '@microsoft.graph.conflictBehavior',
  'select',
  'nothing',
];
const optionValue = fc.oneof(
  nastyText,
  fc.constantFrom(
    'subject,start',
    "subject eq 'x' and (start/dateTime ge '2027-01-01'",
    "contains(subject,'a')",
    'not not not not subject',
    "singleValueExtendedProperties/any(e:e/id eq 'String {0} Name x' and e/value eq 'y')",
    'start/dateTime desc,subject',
    "extensions($filter=id eq 'x')",
    'instances($top=-1)',
    'true',
    '1',
    '1000000000',
    '2027-01-01T00:00:00Z',
    '2027-13-01',
    'replace',
  ),
  fc.integer({ min: 1, max: 900 }).map((depth) => `${'('.repeat(depth)}a${')'.repeat(depth)}`),
);

/** A query string, or none. */
export const hostileQuery: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...options), optionValue), { maxLength: 3 })
  .map((pairs) =>
    pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&'),
  );

export const hostileHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  {
    prefer: fc.constantFrom(
      'outlook.timezone="Europe/Nowhere"',
      'outlook.timezone=',
      'IdType="ImmutableId", odata.maxpagesize=-3',
      'outlook.body-content-type="rtf"',
      '"""',
    ),
    'if-match': fc.constantFrom('*', 'W/"x"', '"', ''),
    'if-none-match': fc.constantFrom('*', '"x"'),
    consistencylevel: fc.constantFrom('eventual', 'strong'),
    'content-type': fc.constantFrom(
      'application/json',
      'text/plain',
      'application/json; charset=utf-16',
      'x',
    ),
  },
  { requiredKeys: [] },
);

const zone = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific Standard Time') },
  { weight: 1, arbitrary: nastyText },
);
const moment = fc.record(
  {
    dateTime: fc.oneof(
      fc.constantFrom('2027-01-07T10:00:00', '2027-1-7T10:00', '1600-01-01T00:00:00', '9999-12-31T23:59:59'),
      nastyText,
    ),
    timeZone: zone,
  },
  { requiredKeys: [] },
);
const recurrence = fc.record(
  {
    pattern: fc.record(
      {
        type: fc.constantFrom(
          'daily',
          'weekly',
          'absoluteMonthly',
          'relativeMonthly',
          'absoluteYearly',
          'hourly',
        ),
        interval: fc.constantFrom(1, 2, 0, -1, 99, 100, 2 ** 31),
        daysOfWeek: fc.array(fc.constantFrom('monday', 'Friday', 'someday', ''), { maxLength: 3 }),
        dayOfMonth: fc.integer({ min: -1, max: 40 }),
        month: fc.integer({ min: -1, max: 14 }),
        index: fc.constantFrom('first', 'last', 'fifth'),
        firstDayOfWeek: fc.constantFrom('sunday', 'monday', 'day'),
      },
      { requiredKeys: [] },
    ),
    range: fc.record(
      {
        type: fc.constantFrom('noEnd', 'endDate', 'numbered', 'never'),
        startDate: fc.constantFrom('2027-01-07', '2027-1-7', '0001-01-01', '2027-02-30', 'x'),
        endDate: fc.constantFrom('2027-06-30', '2026-01-01', '9999-12-31', '0001-01-01'),
        numberOfOccurrences: fc.constantFrom(1, 10, 999, 1000, 0, -5),
        recurrenceTimeZone: zone,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const recipients = fc.array(
  fc.oneof(fc.record({ emailAddress: fc.record({ address: nastyText, name: nastyText }) }), fc.jsonValue()),
  { maxLength: 3 },
);
const event = fc.record(
  {
    subject: fc.oneof(nastyText, fc.jsonValue()),
    body: fc.record({ contentType: fc.constantFrom('html', 'text', 'x'), content: nastyText }),
    start: moment,
    end: moment,
    recurrence: fc.oneof(recurrence, fc.constant(null)),
    attendees: recipients,
    isAllDay: fc.constantFrom(true, false, 'true', 1),
    location: fc.oneof(fc.record({ displayName: nastyText }), fc.jsonValue()),
    showAs: fc.constantFrom('busy', 'sleeping'),
    transactionId: nastyText,
    isOnlineMeeting: fc.boolean(),
    reminderMinutesBeforeStart: fc.constantFrom(15, -1, 1e12, 'x'),
    categories: fc.oneof(fc.array(nastyText, { maxLength: 3 }), fc.jsonValue()),
    singleValueExtendedProperties: fc.array(fc.record({ id: nastyText, value: nastyText }), { maxLength: 2 }),
    extensions: fc.array(fc.jsonValue(), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** Bodies that are near to what an operation takes. */
const nearBodies: readonly (readonly [RegExp, fc.Arbitrary<unknown>])[] = [
  [/\/events(\/\{event\})?$/, event],
  [
    /getSchedule$/,
    fc.record(
      {
        schedules: fc.oneof(fc.array(nastyText, { maxLength: 25 }), fc.jsonValue()),
        startTime: moment,
        endTime: moment,
        availabilityViewInterval: fc.constantFrom(30, 4, 1441, null, 'x', 15.5),
      },
      { requiredKeys: [] },
    ),
  ],
  [
    /findMeetingTimes$/,
    fc.record(
      {
        attendees: recipients,
        meetingDuration: fc.constantFrom('PT1H', 'P1Y', '-PT1H', 'PT', 'x', 'P999999D'),
        timeConstraint: fc.record(
          {
            timeSlots: fc.array(fc.record({ start: moment, end: moment }, { requiredKeys: [] }), {
              maxLength: 3,
            }),
          },
          { requiredKeys: [] },
        ),
        maxCandidates: fc.constantFrom(1, 0, -1, 1e6),
        minimumAttendeePercentage: fc.constantFrom(50, 101, -1),
      },
      { requiredKeys: [] },
    ),
  ],
  [
    /(accept|decline|tentativelyAccept|cancel|forward|snoozeReminder)$/i,
    fc.record(
      {
        comment: nastyText,
        sendResponse: fc.constantFrom(true, false, 'x'),
        proposedNewTime: fc.record({ start: moment, end: moment }, { requiredKeys: [] }),
        toRecipients: recipients,
        newReminderTime: moment,
      },
      { requiredKeys: [] },
    ),
  ],
  [
    /sendMail$/,
    fc.record({
      message: fc.record({ subject: nastyText, toRecipients: recipients }),
      saveToSentItems: fc.boolean(),
    }),
  ],
  [
    /mailboxSettings$/,
    fc.record(
      {
        timeZone: zone,
        workingHours: fc.record(
          {
            daysOfWeek: fc.array(nastyText, { maxLength: 3 }),
            startTime: nastyText,
            endTime: nastyText,
            timeZone: fc.record({ name: nastyText }),
          },
          { requiredKeys: [] },
        ),
        automaticRepliesSetting: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  ],
  [
    /(children|\{path\}|\{item\}|root|\{special\}|createUploadSession|copy)$/,
    fc.record(
      {
        name: nastyText,
        folder: fc.constant({}),
        item: fc.record(
          { name: nastyText, fileSystemInfo: fc.record({ createdDateTime: nastyText }) },
          { requiredKeys: [] },
        ),
        parentReference: fc.record(
          { id: nastyText, path: nastyText, driveId: nastyText },
          { requiredKeys: [] },
        ),
        description: fc.oneof(nastyText, fc.jsonValue()),
        fileSystemInfo: fc.record({ lastModifiedDateTime: nastyText }, { requiredKeys: [] }),
        '@microsoft.graph.conflictBehavior': fc.constantFrom('fail', 'replace', 'rename', 'x', 5),
      },
      { requiredKeys: [] },
    ),
  ],
  [
    /(invite|createLink|permissions\/\{permission\})$/,
    fc.record(
      {
        recipients: fc.array(
          fc.oneof(fc.record({ email: nastyText }), fc.record({ objectId: nastyText }), fc.jsonValue()),
          { maxLength: 2 },
        ),
        roles: fc.oneof(
          fc.array(fc.constantFrom('read', 'write', 'owner', ''), { maxLength: 2 }),
          fc.jsonValue(),
        ),
        requireSignIn: fc.boolean(),
        sendInvitation: fc.boolean(),
        type: fc.constantFrom('view', 'edit', 'x'),
        scope: fc.constantFrom('organization', 'anonymous', 'x'),
        message: nastyText,
      },
      { requiredKeys: [] },
    ),
  ],
  [
    /translateExchangeIds$/,
    fc.record({
      inputIds: fc.oneof(fc.array(nastyText, { maxLength: 5 }), fc.jsonValue()),
      sourceIdType: fc.constantFrom('restId', 'ewsId', 'entryId', 'x'),
      targetIdType: fc.constantFrom('restImmutableEntryId', 'immutableEntryId', 'x'),
    }),
  ],
  [
    /extensions/,
    fc.record(
      { '@odata.type': nastyText, extensionName: nastyText, a: fc.jsonValue(), id: nastyText },
      { requiredKeys: [] },
    ),
  ],
];

/** A body for a route: near to what it takes, any JSON, or no JSON at all. */
export function hostileBody(template: string): fc.Arbitrary<unknown> {
  const near = nearBodies.filter(([pattern]) => pattern.test(template)).map(([, body]) => body);
  return fc.oneof(
    ...near.map((arbitrary) => ({ weight: 4, arbitrary })),
    { weight: 1, arbitrary: fc.jsonValue() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '{"a":}',
        '[]',
        'null',
        '"x"',
        '\uFEFF{}',
        `{"subject":"${'x'.repeat(70_000)}"}`,
      ),
    },
  );
}
