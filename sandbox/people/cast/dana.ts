import { castMember, hours } from '../castMember.ts';
import { fillWeeks } from '../fillWeeks.ts';

const zone = 'Africa/Johannesburg';
const mentee = (address: string) => [{ address, response: 'accepted' as const }];

/** A busy mentor of four: teaching, three mentees beside Morgan, leave in the middle of the season. */
export const dana = castMember({
  key: 'dana',
  hasPhoto: true,
  name: ['Dana', 'Mokoena'],
  jobTitle: 'Head of research services',
  city: 'Cape Town',
  placeZone: zone,
  mailboxZone: 'South Africa Standard Time',
  workingHours: hours('South Africa Standard Time', '08:00', '17:00'),
  freeBusyVisibility: 'details',
  role: 'Mentor of four',
  calendarNote: 'Teaching, mentoring, three weeks of leave',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(zone, 'Research methods seminar', [0, 2], '10:00', '12:00', { toWeek: 3 }),
        season.weekly(zone, 'Research methods seminar', [0, 2], '10:00', '12:00', {
          fromWeek: 10,
          toWeek: 24,
        }),
        season.weekly(zone, 'Leadership team', [1], '09:00', '11:00'),
        season.weekly(zone, 'Mentor meeting with Grace', [3], '11:00', '12:00', {
          every: 2,
          attendees: mentee('grace.nakato@northfield.example'),
        }),
        season.weekly(zone, 'Mentor meeting with Hana', [4], '08:00', '08:45', {
          attendees: mentee('hana.kim@northfield.example'),
        }),
        season.weekly(zone, 'Mentor meeting with Elin', [1], '14:00', '15:00', {
          every: 2,
          fromWeek: -9,
          attendees: mentee('elin.sorensen@lakeside.example'),
        }),
        season.weekly(zone, 'Grants clinic', [4], '13:00', '15:00', { showAs: 'tentative', every: 2 }),
        season.monthly(zone, 'Senate committee', 3, 1, '15:00', '17:00'),
        season.weekly(zone, 'Lunch', [0, 1, 2, 3, 4], '12:30', '13:15'),
        season.weeklyAllDay(zone, 'Working from home', 4, { showAs: 'workingElsewhere' }),
        season.allDay(zone, 'Leave', 19, 0, 19, { showAs: 'oof' }),
        season.allDay(zone, 'Conference, Durban', 7, 1, 3, { showAs: 'oof' }),
        season.allDay(zone, 'Day of Reconciliation', 3, 2, 1, { showAs: 'oof' }),
        season.once(zone, 'Budget hearing', 2, 3, '15:30', '17:00'),
        season.once(zone, 'Hold: visiting speaker', 5, 3, '16:00', '17:00', { showAs: 'tentative' }),
        season.once(zone, 'External review', 12, 3, '14:00', '16:30'),
        ...season.yearEnd(zone, 'Summer holiday'),
      ],
      zone,
      seed: 23,
      perWeek: 6,
      fromHour: 8,
      toHour: 16,
      subjects: [
        'Ethics application',
        'Data plan review',
        'Supervision',
        'Faculty liaison',
        'Budget',
        'Recruitment',
        'Interview',
        'Open science group',
      ],
      keepFree: [
        { weekday: 3, from: 15, to: 17 },
        { weekday: 2, from: 13, to: 14 },
      ],
    }),
});
