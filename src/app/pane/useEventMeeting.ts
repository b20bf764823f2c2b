import { useCallback, useEffect, useRef, useState } from 'react';
import { homeWindow } from '#features/home/homePicture.ts';
import { findMeeting, type FoundMeeting } from '#domain/mentorship/findMeeting.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { MentorMeetings, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import { HostFailure, type MailEvent, type OutlookPort } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';

export type Found = FoundMeeting<SeriesRecord, OccurrenceRecord>;

/** How far it is known which meeting the event is. While it is looked for again, what was found before stays. */
export type EventMeeting =
  | { readonly kind: 'reading' }
  | { readonly kind: 'unread'; readonly failure: HostFailure }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure }
  | {
      readonly kind: 'ready';
      readonly event: MailEvent;
      readonly meetings: MentorMeetings;
      readonly found: Found;
      readonly now: EpochMilli;
    };

/** Reads the event and the mentor meetings of the calendar at once, and tells which of them it is. */
export function useEventMeeting(
  services: Services,
  me: Person,
  outlook: OutlookPort,
): { readonly state: EventMeeting; readonly look: () => void } {
  const { calendar, clock } = services;
  const [state, setState] = useState<EventMeeting>({ kind: 'reading' });
  const running = useRef<AbortController>(undefined);
  const look = useCallback(() => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const find = async (): Promise<void> => {
      const found = await readBoth(outlook, calendar, me, clock.now(), stop.signal);
      if (!stop.signal.aborted) setState(found);
    };
    void find();
  }, [outlook, calendar, clock, me]);
  useEffect(() => {
    look();
    const stopListening = outlook.onFormChange(look);
    return () => {
      stopListening();
      running.current?.abort();
    };
  }, [look, outlook]);
  return { state, look };
}

async function readBoth(
  outlook: OutlookPort,
  calendar: Services['calendar'],
  me: Person,
  now: EpochMilli,
  signal: AbortSignal,
): Promise<EventMeeting> {
  try {
    const [event, meetings] = await Promise.all([
      outlook.readEvent(signal),
      calendar.mentorMeetings(homeWindow(now), signal),
    ]);
    return { kind: 'ready', event, meetings, found: findMeeting(cluesOf(event, me), meetings, now), now };
  } catch (error) {
    if (error instanceof HostFailure) return { kind: 'unread', failure: error };
    const failure =
      error instanceof ServiceFailure
        ? error
        : new ServiceFailure('unexpected', 'the pane', { cause: error });
    return { kind: 'failed', failure };
  }
}

function cluesOf(event: MailEvent, me: Person): Parameters<typeof findMeeting>[0] {
  const { part, start, isAllDay, link, seriesId, itemId, organizer, people } = event;
  // One's own address is there by opening it: some clients leave the reader out of the list.
  const addresses = [
    me.address,
    ...[...(organizer === undefined ? [] : [organizer]), ...people].map(({ address }) => address),
  ];
  return { part, start, isAllDay, people: addresses, linkedId: link?.mentorshipId, seriesId, itemId };
}
