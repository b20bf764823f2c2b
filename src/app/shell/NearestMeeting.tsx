import { useEffect } from 'react';
import { nearestMeeting, type MeetingPlace } from '#domain/mentorship/nearestMeeting.ts';
import { homeWindow } from '#features/home/homePicture.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Services } from '#ports/services.ts';
import { Loading } from './Loading.tsx';

export interface NearestMeetingProps {
  readonly services: Pick<Services, 'calendar' | 'clock'>;
  readonly onFound: (meeting: MeetingPlace, meetings: MentorMeetings) => void;
  /** There is none, or the calendar cannot be read: home says which. */
  readonly onNone: () => void;
}

/** The tab of a meeting in Teams: looks up which meeting is meant, by the time it is, and goes on to its notes. */
export function NearestMeeting({ services, onFound, onNone }: NearestMeetingProps) {
  const { calendar, clock } = services;
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const now = clock.now();
      try {
        const meetings = await calendar.mentorMeetings(homeWindow(now), stop.signal);
        const nearest = nearestMeeting(meetings, now);
        if (stop.signal.aborted) return;
        if (nearest === undefined) onNone();
        else onFound(nearest, meetings);
      } catch {
        if (!stop.signal.aborted) onNone();
      }
    };
    void look();
    return () => stop.abort();
    // Asked once: going on is what ends it.
  }, [calendar, clock, onFound, onNone]);
  return <Loading />;
}
