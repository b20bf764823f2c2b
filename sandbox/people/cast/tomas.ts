import { castMember } from '../castMember.ts';
import { fillWeeks } from '../fillWeeks.ts';

const zone = 'Europe/London';

/** Morgan’s mentee: new, part of a project with many holds that may or may not take place. */
export const tomas = castMember({
  key: 'tomas',
  hasPhoto: true,
  name: ['Tomás', 'Vidal'],
  jobTitle: 'Library assistant',
  city: 'Leeds',
  placeZone: zone,
  mailboxZone: 'GMT Standard Time',
  role: 'Mentee of Morgan',
  calendarNote: 'Tentative holds',
  calendar: (season) =>
    fillWeeks(season, {
      around: [
        season.weekly(zone, 'Shelving', [0, 3], '09:00', '11:00'),
        season.weekly(zone, 'Front desk', [2], '13:00', '17:00'),
        season.weekly(zone, 'Evening course', [1], '16:00', '18:00', { fromWeek: -8, toWeek: 12 }),
        season.weekly(zone, 'Hold: digitisation', [1, 4], '10:00', '12:00', {
          showAs: 'tentative',
          toWeek: 16,
        }),
        season.weekly(zone, 'Hold: move of the map room', [3], '13:00', '15:00', {
          showAs: 'tentative',
          fromWeek: 5,
          toWeek: 12,
        }),
        season.allDay(zone, 'Annual leave', 6, 0, 5, { showAs: 'oof' }),
        ...season.yearEnd(zone, 'University closed'),
      ],
      zone,
      seed: 37,
      perWeek: 2,
      tentativeShare: 0.5,
      subjects: ['Induction', 'Training', 'Map room', 'Returns', 'Stock check'],
    }),
});
