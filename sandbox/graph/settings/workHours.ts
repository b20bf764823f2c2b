import { openOwnMailbox } from '../mailbox/openMailbox.ts';
import { graphEnums } from '../odata/graphTypes.ts';
import { formatDay, milliInDay, parseDateTime, weekdayOf } from '../time/wallTime.ts';
import type { GraphServices, Operation } from '../types.ts';
import { workingHoursOf } from './settingsRecord.ts';

/** `GET …/settings/workHoursAndLocations`: the weekly plan, made of the working hours; no exceptions of single days. */
export const getWorkHours =
  ({ store, clock }: Pick<GraphServices, 'store' | 'clock'>): Operation =>
  (request) => {
    const { owner, id } = openOwnMailbox(store, request);
    const hours = workingHoursOf(store, owner);
    const today = Math.floor(clock.now() / milliInDay);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users('${owner.id}')/settings/workHoursAndLocations`,
        id: `work-${id}`,
        maxSharedWorkLocationDetails: 'approximate',
        recurrences: hours.daysOfWeek.map((day) => {
          const weekday = (graphEnums.dayOfWeek ?? []).indexOf(day.toLowerCase());
          const first = today - ((weekdayOf(today) - weekday + 7) % 7);
          const at = (time: string): { dateTime: string; timeZone: string } => ({
            dateTime: `${formatDay(first)}T${parseDateTime(`1970-01-01T${time}`) ? time : '00:00:00.0000000'}`,
            timeZone: hours.timeZone.name,
          });
          return {
            id: `work-${id}-${day}`,
            start: at(hours.startTime),
            end: at(hours.endTime),
            workLocationType: 'office',
            recurrence: {
              pattern: {
                type: 'weekly',
                interval: 1,
                month: 0,
                dayOfMonth: 0,
                daysOfWeek: [day],
                firstDayOfWeek: 'sunday',
                index: 'first',
              },
              range: {
                type: 'noEnd',
                startDate: formatDay(first),
                endDate: '0001-01-01',
                recurrenceTimeZone: hours.timeZone.name,
                numberOfOccurrences: 0,
              },
            },
          };
        }),
        occurrences: [],
      },
    };
  };
