import { badRequest } from '../graphFailure.ts';
import type { GraphServices, Operation } from '../types.ts';
import { isSeries } from './eventRecord.ts';
import { readEventView } from './eventView.ts';
import { findEvent } from './findEvent.ts';
import { sourceOf } from './getEvent.ts';
import { listSources } from './listSources.ts';
import { occurrencesBetween } from './occurrences.ts';
import { readWindow } from './viewWindow.ts';

/** `GET …/events/{id of a series}/instances?startDateTime&endDateTime`: its dates, removed ones left out. */
export const listInstances =
  ({ store, switches }: Pick<GraphServices, 'store' | 'switches'>): Operation =>
  (request) => {
    const view = readEventView(request, { switches });
    const { from, to } = readWindow(request);
    const found = findEvent(store, request, 'read');
    const { record, day, mailbox } = found;
    if (!isSeries(record) || day !== undefined)
      throw badRequest('The item is not a recurring master.', 'ErrorCalendarIsNotRecurringMaster');
    const dates = occurrencesBetween(record, from, to).toSorted((left, right) => left.start - right.start);
    const source = sourceOf(found);
    return listSources(
      request,
      view,
      dates,
      (span) => ({ ...source, day: span.day, span }),
      `users('${mailbox.owner.id}')/events('${encodeURIComponent(request.params.event ?? '')}')/instances`,
    );
  };
