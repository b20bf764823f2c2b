import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PersonSchedule } from '#domain/availability/types.ts';
import {
  defaultHours,
  outlineSeason,
  type SeasonChoice,
  type SeasonOutline,
} from '#domain/season/seasonChoice.ts';
import { rankSlots } from '#domain/season/rankSlots.ts';
import type { HoursWithin, SeasonQuery } from '#domain/season/types.ts';
import { utcMidnight } from '#domain/time/calendarDays.ts';
import { addDays, dayMilli } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import { toIana } from '#domain/time/windowsZones.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Services } from '#ports/services.ts';

export interface FormTimes {
  readonly outline: SeasonOutline;
  /** The hours in force, chosen or one's own working hours. */
  readonly hours: HoursWithin;
  readonly query: SeasonQuery | undefined;
  readonly ranking: ReturnType<typeof rankSlots> | undefined;
  readonly meetings: MentorMeetings | undefined;
  readonly failure: ServiceFailure | undefined;
  readonly readAgain: () => void;
}

export interface TimesQuestion {
  /** One's own address first. */
  readonly addresses: readonly string[];
  readonly choice: SeasonChoice;
  readonly today: IsoDay;
  readonly openedAt: EpochMilli;
  readonly zone: ZoneName;
}

type Reading =
  | { readonly kind: 'reading'; readonly key: string }
  | {
      readonly kind: 'ready';
      readonly key: string;
      readonly schedules: readonly PersonSchedule[];
    }
  | { readonly kind: 'failed'; readonly key: string; readonly failure: ServiceFailure };

/** One request of six getSchedule windows of 61 days covers a season of a year, whichever is chosen. */
const horizonMilli = 6 * 61 * dayMilli;
const pastMilli = 400 * dayMilli;

/** The calendars of the people in a form, and the best times of a season in them. */
export function useFormTimes(services: Services, question: TimesQuestion): FormTimes {
  const { calendar } = services;
  const { addresses, choice, today, openedAt, zone } = question;
  const outline = useMemo(() => outlineSeason(choice, today), [choice, today]);
  const from = utcMidnight(addDays(today, -1));
  const to = Math.max(from + horizonMilli, utcMidnight(addDays(outline.lastDay, 2)));
  const meetings = useMeetings(services, openedAt);
  const [attempt, setAttempt] = useState(0);
  // Lists are made anew whenever the form is read; as one text they stay the same.
  const who = addresses.join('\n');
  const key = `${who} ${from} ${to} ${attempt}`;
  const [reading, setReading] = useState<Reading>({ kind: 'reading', key });
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const schedules = await calendar.schedules({ addresses: who.split('\n'), from, to }, stop.signal);
        if (!stop.signal.aborted) setReading({ kind: 'ready', key, schedules });
      } catch (error) {
        if (!stop.signal.aborted) setReading({ kind: 'failed', key, failure: asFailure(error) });
      }
    };
    void look();
    return () => stop.abort();
  }, [calendar, who, from, to, key]);

  const current = reading.key === key ? reading : { kind: 'reading' as const, key };
  const schedules = current.kind === 'ready' ? current.schedules : undefined;
  const own = schedules?.[0]?.workingHours;
  const hours = useMemo((): HoursWithin => {
    if (choice.hours !== undefined) return choice.hours;
    if (own === undefined) return defaultHours;
    const isSameZone = own.zone.kind === 'named' && toIana(own.zone.name) === zone;
    return isSameZone
      ? { days: own.days, earliestMinute: own.startMinute, latestMinute: own.endMinute }
      : { days: [1, 2, 3, 4, 5, 6, 7], earliestMinute: 0, latestMinute: 1440 };
  }, [choice.hours, own, zone]);
  const isSound = outline.problems.length === 0;
  const query = useMemo((): SeasonQuery | undefined => {
    if (schedules === undefined || !isSound) return undefined;
    const { firstDay, lastDay } = outline;
    const { cadence, lengthMinutes, blackouts } = choice;
    return {
      zone,
      firstDay,
      lastDay,
      cadence,
      lengthMinutes,
      hours,
      blackouts,
      schedules,
      notBefore: openedAt,
    };
  }, [schedules, isSound, outline, choice, zone, hours, openedAt]);
  const ranking = useMemo(() => (query === undefined ? undefined : rankSlots(query)), [query]);

  return {
    outline,
    hours,
    query,
    ranking,
    meetings,
    failure: current.kind === 'failed' ? current.failure : undefined,
    readAgain: useCallback(() => setAttempt((count) => count + 1), []),
  };
}

/** What is known of mentor meetings, to belong to the same mentorship; without it the season begins a new one. */
function useMeetings({ calendar }: Services, openedAt: EpochMilli): MentorMeetings | undefined {
  const [meetings, setMeetings] = useState<MentorMeetings>();
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const window = { from: openedAt - pastMilli, to: openedAt + horizonMilli };
        setMeetings(await calendar.mentorMeetings(window, stop.signal));
      } catch {
        // The times say it where the calendar cannot be read.
      }
    };
    void look();
    return () => stop.abort();
  }, [calendar, openedAt]);
  return meetings;
}

function asFailure(error: unknown): ServiceFailure {
  return error instanceof ServiceFailure
    ? error
    : new ServiceFailure('unexpected', error instanceof Error ? error.name : 'unknown', { cause: error });
}
