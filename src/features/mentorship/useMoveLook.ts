import { useCallback, useEffect, useRef, useState } from 'react';
import { lookForMoves, moveWindow, type MoveLook } from '#domain/mentorship/lookForMoves.ts';
import { partnerOf } from '#domain/mentorship/partnerOf.ts';
import type { PersonSchedule } from '#domain/availability/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';

/** How far it is known where a date may go. */
export type LookState =
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'ready';
      readonly look: MoveLook;
      readonly schedules: readonly PersonSchedule[];
      /** When the calendars were read. */
      readonly at: EpochMilli;
    }
  /** The date stands elsewhere than shown, or is gone. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

export interface LookAbout {
  readonly services: Pick<Services, 'calendar' | 'clock'>;
  readonly me: Pick<Person, 'address'>;
  readonly series: SeriesRecord;
  readonly occurrence: OccurrenceRecord;
}

/** Looks at both calendars and at the date itself, at one moment. Throws ServiceFailure. */
export async function lookAtDate(
  { services, me, series, occurrence }: LookAbout,
  signal: AbortSignal,
): Promise<Extract<LookState, { kind: 'ready' | 'changed' }>> {
  const { calendar, clock } = services;
  const now = clock.now();
  const window = moveWindow(occurrence, now);
  const partner = partnerOf(series, me.address);
  const addresses = [me.address, ...(partner === undefined ? [] : [partner.address])];
  const [read, schedules] = await Promise.all([
    calendar.series(series.id, { ...window, from: Math.min(window.from, occurrence.start) }, signal),
    calendar.schedules({ addresses, ...window }, signal),
  ]);
  const there = read?.occurrences.filter((each) => !each.isCancelled) ?? [];
  const stands = there.find((each) => each.originalDay === occurrence.originalDay);
  if (stands === undefined || stands.start !== occurrence.start || stands.end !== occurrence.end) {
    return { kind: 'changed' };
  }
  const look = lookForMoves({
    zone: clock.zone(),
    seriesZone: series.zone,
    date: occurrence,
    dates: there,
    schedules,
    now,
  });
  return { kind: 'ready', look, schedules, at: now };
}

/** Looks when it is told to; a second time where the first one failed or is old. `onStale`: the date was shown wrongly. */
export function useMoveLook(onStale: () => void): {
  readonly state: LookState;
  readonly begin: (about: LookAbout) => void;
} {
  const [state, setState] = useState<LookState>({ kind: 'looking' });
  const looking = useRef<AbortController>(undefined);
  useEffect(() => () => looking.current?.abort(), []);
  const begin = useCallback(
    (about: LookAbout) => {
      looking.current?.abort();
      const stop = new AbortController();
      looking.current = stop;
      setState({ kind: 'looking' });
      const look = async (): Promise<void> => {
        try {
          const seen = await lookAtDate(about, stop.signal);
          if (stop.signal.aborted) return;
          setState(seen);
          if (seen.kind === 'changed') onStale();
        } catch (error) {
          if (!stop.signal.aborted) setState({ kind: 'failed', failure: failureOf(error) });
        }
      };
      void look();
    },
    [onStale],
  );
  return { state, begin };
}

export function failureOf(error: unknown): ServiceFailure {
  return error instanceof ServiceFailure
    ? error
    : new ServiceFailure('unexpected', error instanceof Error ? error.name : 'unknown', { cause: error });
}
