import { lakeside, northfield } from '#sandbox/identity/tenants.ts';
import type { CustomTimeZone } from '#sandbox/types.ts';
import { castMember, hours } from '../castMember.ts';
import { fillWeeks } from '../fillWeeks.ts';

const kathmandu = 'Asia/Kathmandu';
const chicago = 'America/Chicago';
const apia = 'Pacific/Apia';
const berlin = 'Europe/Berlin';
const london = 'Europe/London';
const kampala = 'Africa/Nairobi';
const seoul = 'Asia/Seoul';
const lagos = 'Africa/Lagos';
const copenhagen = 'Europe/Copenhagen';

/** Never opened the settings: no working hours, and a zone off the full hour. */
export const asha = castMember({
  key: 'asha',
  name: ['Asha', 'Karki'],
  jobTitle: 'Research fellow',
  department: 'School of Geography',
  city: 'Kathmandu',
  placeZone: kathmandu,
  mailboxZone: 'Nepal Standard Time',
  workingHours: null,
  role: 'Mentor',
  calendarNote: 'No working hours set',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(kathmandu, 'Field group', [6, 2], '10:00', '12:00'),
        season.weekly(kathmandu, 'Leeds call', [3], '15:15', '16:15'),
        season.allDay(kathmandu, 'Field trip', 2, 0, 9, { showAs: 'oof' }),
      ],
      zone: kathmandu,
      seed: 41,
      perWeek: 3,
      weekdays: [0, 1, 2, 3, 4, 6],
      subjects: ['Interviews', 'Map work', 'Writing', 'Permit office'],
    }),
});

/** Runs the programme and marks days rather than hours. */
export const jun = castMember({
  key: 'jun',
  hasPhoto: true,
  name: ['Jun', 'Takahashi'],
  jobTitle: 'Mentoring programme coordinator',
  city: 'Chicago',
  placeZone: chicago,
  mailboxZone: 'Central Standard Time',
  workingHours: hours('Central Standard Time', '08:30', '16:30'),
  locale: 'en-US',
  role: 'Coordinator',
  calendarNote: 'All-day events',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        ...[-8, -5, -2, 1, 4, 7, 10, 13, 16, 19, 22, 25, 28].map((week) =>
          season.allDay(chicago, 'Programme check-in week', week, 0, 5, { showAs: 'free' }),
        ),
        ...[-6, -1, 3, 9, 15, 21, 27].map((week) =>
          season.allDay(chicago, 'On site, Evanston', week, 1, 2, { showAs: 'busy' }),
        ),
        ...[5, 14, 23].map((week) => season.allDay(chicago, 'Personal day', week, 4, 1, { showAs: 'oof' })),
        season.monthly(chicago, 'Steering group', 2, 1, '10:00', '11:30'),
        ...season.yearEnd(chicago, 'Winter break'),
      ],
      zone: chicago,
      seed: 53,
      perWeek: 3,
      subjects: ['Matching', 'Mentor briefing', 'Mentee briefing', 'Survey', 'Reports'],
    }),
});

/** As an old mail program set it: UTC+13 under no name, with a summer time of its own making. */
const oldSamoa: CustomTimeZone = {
  '@odata.type': '#microsoft.graph.customTimeZone',
  name: 'Customized Time Zone',
  bias: -780,
  standardOffset: { time: '04:00:00.0000000', dayOccurrence: 1, dayOfWeek: 'sunday', month: 4, year: 0 },
  daylightOffset: {
    time: '03:00:00.0000000',
    dayOccurrence: 5,
    dayOfWeek: 'sunday',
    month: 9,
    year: 0,
    daylightBias: -60,
  },
};

export const ines = castMember({
  key: 'ines',
  name: ['Inês', 'Aguiar'],
  jobTitle: 'Archive assistant',
  city: 'Apia',
  placeZone: apia,
  mailboxZone: 'Samoa Standard Time',
  workingHours: hours(oldSamoa, '08:00', '16:00'),
  role: 'Mentee',
  calendarNote: 'A custom time zone',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(apia, 'Reading room', [0, 2, 4], '09:00', '12:00'),
        season.weekly(apia, 'Conservation', [1], '13:00', '16:00'),
        season.allDay(apia, 'Independence celebrations', 27, 1, 1, { showAs: 'oof' }),
      ],
      zone: apia,
      seed: 61,
      perWeek: 3,
      fromHour: 8,
      toHour: 16,
      subjects: ['Cataloguing', 'School visit', 'Scanning', 'Oral history'],
    }),
});

/** On sabbatical for the whole season: there is no common time with him. */
export const rolf = castMember({
  key: 'rolf',
  name: ['Rolf', 'Brandt'],
  jobTitle: 'Professor of history',
  department: 'School of History',
  city: 'Bremen',
  placeZone: berlin,
  mailboxZone: 'W. Europe Standard Time',
  workingHours: hours('W. Europe Standard Time', '08:00', '16:00'),
  role: 'Mentor',
  calendarNote: 'Away all season',
  calendar: (season) => [
    season.allDay(berlin, 'Sabbatical', 0, 0, 7 * season.lastWeek, { showAs: 'oof' }),
    ...[-10, -8, -6, -4, -2].map((week) => season.once(berlin, 'Handover', week, 2, '10:00', '11:30')),
  ],
});

/** Says yes or no to permissions; may consent for everyone. */
export const noor = castMember({
  key: 'noor',
  name: ['Noor', 'Haddad'],
  jobTitle: 'Microsoft 365 administrator',
  department: 'IT Services',
  city: 'Leeds',
  placeZone: london,
  mailboxZone: 'GMT Standard Time',
  isAdministrator: true,
  role: 'Administrator',
  calendarNote: 'Says yes or no to permissions',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(london, 'Change board', [1], '10:00', '11:00'),
        season.weekly(london, 'Service desk', [0, 1, 2, 3, 4], '16:00', '17:00'),
        season.once(london, 'Patch night', 1, 2, '20:00', '23:00'),
        ...season.yearEnd(london, 'University closed'),
      ],
      zone: london,
      seed: 67,
      perWeek: 3,
      subjects: ['Licences', 'Vendor call', 'Incident review', 'Permissions review'],
    }),
});

/** Morgan’s manager; works four days. */
export const priya = castMember({
  key: 'priya',
  hasPhoto: true,
  name: ['Priya', 'Raman'],
  jobTitle: 'Academic liaison manager',
  city: 'Leeds',
  placeZone: london,
  mailboxZone: 'GMT Standard Time',
  workingHours: hours('GMT Standard Time', '08:30', '16:30', ['monday', 'tuesday', 'wednesday', 'thursday']),
  role: 'Mentor, four days a week',
  calendarNote: 'Never on Fridays',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(london, 'Managers', [1], '09:00', '10:30'),
        season.weekly(london, 'Budget hour', [2], '08:30', '09:30'),
        season.monthly(london, 'Faculty board', 5, 3, '13:00', '16:00'),
        season.allDay(london, 'Annual leave', 9, 0, 4, { showAs: 'oof' }),
        ...season.yearEnd(london, 'University closed'),
      ],
      zone: london,
      seed: 71,
      perWeek: 5,
      weekdays: [0, 1, 2, 3],
      subjects: ['One to one', 'Recruitment', 'Space planning', 'Complaints', 'Strategy'],
    }),
});

export const grace = castMember({
  key: 'grace',
  hasPhoto: true,
  name: ['Grace', 'Nakato'],
  jobTitle: 'Systems librarian',
  city: 'Kampala',
  placeZone: kampala,
  mailboxZone: 'E. Africa Standard Time',
  workingHours: hours('E. Africa Standard Time', '08:00', '17:00'),
  role: 'Mentee of Dana',
  calendarNote: 'Night maintenance, singles',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(kampala, 'System maintenance', [5], '22:00', '23:30'),
        season.weekly(kampala, 'Vendor stand-up', [0, 2, 4], '15:00', '15:30'),
      ],
      zone: kampala,
      seed: 73,
      perWeek: 4,
      subjects: ['Migration', 'Testing', 'Training', 'Backups'],
    }),
});

/** Eight or nine hours from Leeds: only the edges of the day meet. */
export const hana = castMember({
  key: 'hana',
  name: ['Hana', 'Kim'],
  jobTitle: 'Digital curator',
  city: 'Seoul',
  placeZone: seoul,
  mailboxZone: 'Korea Standard Time',
  workingHours: hours('Korea Standard Time', '09:00', '18:00'),
  locale: 'ko-KR',
  role: 'Mentee of Dana',
  calendarNote: 'Hardly any common hours with Leeds',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(seoul, 'Curators', [0], '10:00', '11:30'),
        season.weekly(seoul, 'Exhibition build', [1, 3], '13:00', '17:00', { fromWeek: 2, toWeek: 10 }),
      ],
      zone: seoul,
      seed: 79,
      perWeek: 4,
      toHour: 18,
      subjects: ['Loan agreement', 'Scanning', 'Catalogue text', 'Press'],
    }),
});

/** Shares nothing: colleagues are told that they may not see when he is free. */
export const samuel = castMember({
  key: 'samuel',
  name: ['Samuel', 'Okoro'],
  jobTitle: 'Legal counsel',
  department: 'Legal',
  city: 'Lagos',
  placeZone: lagos,
  mailboxZone: 'W. Central Africa Standard Time',
  freeBusyVisibility: 'none',
  role: 'Mentor',
  calendarNote: 'A closed calendar',
  calendar: (season) =>
    fillWeeks(season, {
      around: [season.weekly(lagos, 'Contracts', [0, 3], '10:00', '12:00')],
      zone: lagos,
      seed: 83,
      perWeek: 4,
      subjects: ['Hearing', 'Contract', 'Advice'],
    }),
});

/** Of another organisation, a guest in Northfield. */
export const elin = castMember({
  key: 'elin',
  hasPhoto: true,
  name: ['Elin', 'Sørensen'],
  jobTitle: 'Librarian',
  tenant: lakeside,
  city: 'Copenhagen',
  placeZone: copenhagen,
  mailboxZone: 'Romance Standard Time',
  workingHours: hours('Romance Standard Time', '08:00', '16:00'),
  isGuestOf: northfield,
  locale: 'da-DK',
  role: 'Mentee of Dana, from Lakeside College',
  calendarNote: 'Another organisation, guest in Northfield',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(copenhagen, 'Team', [0], '09:00', '10:00'),
        season.weekly(copenhagen, 'Desk', [2, 4], '12:00', '16:00'),
      ],
      zone: copenhagen,
      seed: 89,
      perWeek: 3,
      subjects: ['Orders', 'Visit', 'Licensing'],
    }),
});

/** Lakeside’s administrator: nobody has approved the app there yet. */
export const mikkel = castMember({
  key: 'mikkel',
  name: ['Mikkel', 'Bach'],
  jobTitle: 'IT manager',
  department: 'IT',
  tenant: lakeside,
  city: 'Copenhagen',
  placeZone: copenhagen,
  mailboxZone: 'Romance Standard Time',
  isAdministrator: true,
  locale: 'da-DK',
  role: 'Administrator of Lakeside College',
  calendarNote: 'Has not approved the app yet',
  calendar: (season) => [
    season.weekly(copenhagen, 'Operations', [0, 1, 2, 3, 4], '08:30', '09:00'),
    season.weekly(copenhagen, 'Projects', [3], '10:00', '12:00'),
  ],
});
