import { castMember } from '../castMember.ts';
import { fillWeeks } from '../fillWeeks.ts';
import { outsideAddress } from '../outsideAddress.ts';

const zone = 'Europe/London';

/** The mentee most journeys begin with: a librarian on a two-week desk rota. */
export const morgan = castMember({
  key: 'morgan',
  hasPhoto: true,
  name: ['Morgan', 'Ellis'],
  jobTitle: 'Subject librarian, Engineering',
  city: 'Leeds',
  placeZone: zone,
  mailboxZone: 'GMT Standard Time',
  role: 'Mentee of Dana, mentor of Tomás',
  calendarNote: 'Desk shifts, open days',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(zone, 'Stand-up', [0, 1, 2, 3, 4], '09:15', '09:30'),
        season.weekly(zone, 'Enquiry desk', [0, 2], '09:30', '12:30', { every: 2, fromWeek: -10 }),
        season.weekly(zone, 'Enquiry desk', [1], '13:00', '17:00', { every: 2, fromWeek: -10 }),
        season.weekly(zone, 'Enquiry desk', [1, 4], '09:30', '12:30', { every: 2, fromWeek: -9 }),
        season.weekly(zone, 'Enquiry desk', [2], '13:00', '17:00', { every: 2, fromWeek: -9 }),
        season.weekly(zone, 'Engineering team', [0], '14:00', '15:00', {
          attendees: [
            { address: 'tomas.vidal@northfield.example', response: 'accepted' },
            { address: 'priya.raman@northfield.example', response: 'accepted' },
          ],
          cancelledDates: [season.day(2, 0)],
          movedDates: [
            {
              date: season.day(1, 0),
              start: `${season.day(1, 1)}T10:30:00`,
              end: `${season.day(1, 1)}T11:30:00`,
              subject: 'Engineering team (moved, open day)',
            },
          ],
        }),
        season.weekly(zone, 'Teaching: finding standards', [3], '11:00', '13:00', {
          fromWeek: -8,
          toWeek: 2,
        }),
        season.weekly(zone, 'Teaching: patents', [3], '11:00', '13:00', { fromWeek: 8, toWeek: 17 }),
        season.weekly(zone, 'One to one with Priya', [3], '09:30', '10:00', {
          every: 2,
          attendees: [{ address: 'priya.raman@northfield.example', response: 'accepted' }],
        }),
        season.monthly(zone, 'Library forum', 1, 2, '15:00', '16:00'),
        season.monthly(zone, 'Standards working group', 2, 4, '10:00', '11:30', {
          attendees: [{ address: outsideAddress, response: 'accepted' }],
        }),
        season.allDay(zone, 'Open day', 3, 2, 1, { showAs: 'busy' }),
        season.allDay(zone, 'Annual leave', 12, 0, 5, { showAs: 'oof' }),
        season.allDay(zone, 'Payroll closes', 1, 4, 1, { showAs: 'free' }),
        season.once(zone, 'Dentist', 4, 3, '14:30', '15:30', { sensitivity: 'private' }),
        season.once(zone, 'Hold: interview panel', 6, 3, '13:30', '16:30', { showAs: 'tentative' }),
        ...season.yearEnd(zone, 'University closed'),
      ],
      zone,
      seed: 11,
      perWeek: 4,
      subjects: [
        'Vendor call',
        'Reading lists',
        'Collections review',
        'Student drop-in',
        'Interloans',
        'Web pages',
        'Repository deposit',
      ],
      keepFree: [{ weekday: 3, from: 14, to: 15 }],
    }),
});
