import { accessDenied, invalidParameter } from '../graphFailure.ts';
import { openMailbox } from '../mailbox/openMailbox.ts';
import { parseQuery } from '../odata/parseQuery.ts';
import { formatWall, milliInDay, milliInMinute, parseDateTime } from '../time/wallTime.ts';
import type { GraphServices, Operation } from '../types.ts';
import type { OwnState } from './eventRecord.ts';
import { eventResource } from './eventResource.ts';
import { eventsBetween, type Entry } from './eventsBetween.ts';
import { readEventView } from './eventView.ts';
import { ownOn } from './occurrences.ts';

type Parts = Pick<GraphServices, 'store' | 'switches'>;

const longestReminderView = 1825 * milliInDay;
/** Reminders are looked for this long before an event. */
const longestReminder = 28 * milliInDay;

/** `GET …/reminderView(startDateTime='…',endDateTime='…')`: what rings in a window, by the time it rings. */
export const reminderView =
  ({ store, switches }: Parts): Operation =>
  (request) => {
    const mailbox = openMailbox(store, request);
    if (!mailbox.isOwn) throw accessDenied();
    const named = /^startDateTime='([^']*)',\s*endDateTime='([^']*)'$/i.exec(request.params.window ?? '');
    const [from, to] = [named?.[1], named?.[2]].map((text) => {
      const parsed = text === undefined ? undefined : parseDateTime(text);
      return parsed && parsed.wall - (parsed.offsetMilli ?? 0);
    });
    if (from === undefined || to === undefined || to < from || to - from > longestReminderView)
      throw invalidParameter('The window of the reminders is not valid.');
    const view = readEventView({ ...request, query: parseQuery('') }, { switches });
    const reminders = eventsBetween(store, mailbox.owner.id, undefined, from, to + longestReminder)
      .filter(({ record, day }) => ownStateOf({ record, day }).isReminderOn)
      .flatMap(({ record, day, span }) => {
        const fires = span.start - ownStateOf({ record, day }).reminderMinutes * milliInMinute;
        if (fires < from || fires > to) return [];
        const event = eventResource({ mailbox, record, day, hidden: false, span }, view);
        const { id, changeKey, subject, start, end, location, webLink } = event;
        return [
          {
            fires,
            reminder: {
              eventId: id,
              changeKey,
              eventSubject: subject,
              eventStartTime: start,
              eventEndTime: end,
              eventLocation: location,
              eventWebLink: webLink,
              reminderFireTime: { dateTime: formatWall(fires), timeZone: 'UTC' },
            },
          },
        ];
      });
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#Collection(microsoft.graph.reminder)`,
        value: reminders.toSorted((a, b) => a.fires - b.fires).map(({ reminder }) => reminder),
      },
    };
  };

function ownStateOf({ record, day }: Pick<Entry, 'record' | 'day'>): OwnState {
  return day === undefined ? record.own : ownOn(record, day);
}
