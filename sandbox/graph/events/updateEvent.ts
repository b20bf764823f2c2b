import type { EpochDay } from '../time/wallTime.ts';
import type { GraphServices, Operation } from '../types.ts';
import { applyToDate, applyToWhole, differences, hasOtherTime } from './applyDraft.ts';
import { isSame, sendCancellation, sendRequest, type Delivery } from './deliver.ts';
import { readEventDraft } from './eventDraft.ts';
import { events, isSeries, type AttendeeRecord, type EventContent, type EventRecord } from './eventRecord.ts';
import { eventResource } from './eventResource.ts';
import { preferenceApplied, readEventView } from './eventView.ts';
import { findEvent } from './findEvent.ts';
import { sourceOf } from './getEvent.ts';
import { checkIfMatch } from './ifMatch.ts';
import { contentOn, spanOf } from './occurrences.ts';
import type { SeriesLocks } from './seriesLocks.ts';

type Parts = Pick<GraphServices, 'store' | 'clock' | 'switches'> & { readonly locks: SeriesLocks };

/**
 * `PATCH …/events/{id}`. The organizer's change goes to the attendees: one mail for a single event or a date, for a series one for the
 * series and one for each changed date. An attendee's change stays in the own copy.
 */
export const updateEvent =
  ({ store, clock, switches, locks }: Parts): Operation =>
  async (request) => {
    const view = readEventView(request, { switches });
    const found = findEvent(store, request, 'write');
    checkIfMatch(request, found);
    const { mailbox, record, day } = found;
    const { owner } = mailbox;
    const draft = readEventDraft(request.body ?? {}, switches);
    const now = clock.now();
    const context = { owner, now, switches };
    const applied =
      day === undefined ? applyToWhole(record, draft, context) : applyToDate(record, day, draft, context);
    const changed = record.isOrganizer ? withResetAnswers(record, applied, day) : applied;
    await locks.during(record, () =>
      store.write((writer) => {
        writer.put(events, owner.id, changed.key, changed);
        if (record.isOrganizer) tellAttendees({ writer, sender: owner, now, switches }, record, changed, day);
      }),
    );
    return {
      status: 200,
      headers: preferenceApplied(request),
      body: {
        '@odata.context': `${request.base}/$metadata#users('${owner.id}')/events/$entity`,
        ...eventResource(sourceOf({ ...found, record: changed }), view),
      },
    };
  };

/** Members of the content of which a change is not told: what one shows, and the list itself. */
const untold = new Set<string>(['intendedShowAs', 'attendees']);

function tellAttendees(
  delivery: Delivery,
  before: EventRecord,
  after: EventRecord,
  day: EpochDay | undefined,
): void {
  const [old, fresh] = [contentAt(before, day), contentAt(after, day)];
  const added = fresh.attendees.filter((attendee) => !includes(old.attendees, attendee));
  const left = old.attendees.filter((attendee) => !includes(fresh.attendees, attendee));
  const stayed = fresh.attendees.filter((attendee) => includes(old.attendees, attendee));
  sendCancellation(delivery, before, day, left, '');
  sendRequest(delivery, after, day, added, 'invitation', true);
  const isTold =
    Object.keys(differences(old, fresh)).some((name) => !untold.has(name)) ||
    JSON.stringify(before.recurrence) !== JSON.stringify(after.recurrence);
  if (!isTold) return;
  const resets =
    hasOtherTime(old, fresh) || JSON.stringify(before.recurrence) !== JSON.stringify(after.recurrence);
  sendRequest(delivery, after, day, stayed, 'update', resets);
  if (day === undefined) resendDates(delivery, after);
}

/** An update of a series sends every changed date again, and (a switch) cancels every removed one again. */
function resendDates(delivery: Delivery, series: EventRecord): void {
  if (!isSeries(series)) return;
  for (const [key, exception] of Object.entries(series.exceptions)) {
    const content = contentOn(series, Number(key));
    if (exception.sent && spanOf(content).end > delivery.now)
      sendRequest(delivery, series, Number(key), content.attendees, 'update', false);
  }
  if (delivery.switches.get('removedDatesAfterUpdate') === 'silent') return;
  for (const day of series.removed)
    if (spanOf(contentOn(series, day)).end > delivery.now)
      sendCancellation(delivery, series, day, series.content.attendees, '');
}

function withResetAnswers(before: EventRecord, after: EventRecord, day: EpochDay | undefined): EventRecord {
  const [old, fresh] = [contentAt(before, day), contentAt(after, day)];
  const changes =
    hasOtherTime(old, fresh) ||
    (day === undefined && JSON.stringify(before.recurrence) !== JSON.stringify(after.recurrence));
  if (!changes) return after;
  const attendees = fresh.attendees.map((attendee): AttendeeRecord => ({
    ...attendee,
    response: { kind: 'none', time: 0 },
    proposed: null,
  }));
  if (day === undefined) return { ...after, content: { ...after.content, attendees } };
  const exception = after.exceptions[day];
  return exception
    ? {
        ...after,
        exceptions: {
          ...after.exceptions,
          [day]: { ...exception, content: { ...exception.content, attendees } },
        },
      }
    : after;
}

function contentAt(record: EventRecord, day: EpochDay | undefined): EventContent {
  return day === undefined ? record.content : contentOn(record, day);
}

function includes(list: readonly AttendeeRecord[], attendee: AttendeeRecord): boolean {
  return list.some((other) => isSame(other, attendee));
}
