import { useEffect, useState } from 'react';
import type { PersonSchedule } from '#domain/availability/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { checkWindow } from '#features/home/homePicture.ts';
import type { Services } from '#ports/services.ts';

/** Free/busy of the two for the weeks ahead: it tells the partner's clock and later clashes. Undefined until it is there, and where it cannot be had. */
export function useSecondLook(
  { calendar }: Services,
  addresses: readonly string[],
  now: EpochMilli,
): readonly PersonSchedule[] | undefined {
  const who = addresses.join('\n');
  const [seen, setSeen] = useState<{ readonly who: string; readonly schedules: readonly PersonSchedule[] }>();
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const schedules = await calendar.schedules(
          { addresses: who.split('\n'), ...checkWindow(now) },
          stop.signal,
        );
        if (!stop.signal.aborted) setSeen({ who, schedules });
      } catch {
        // Without it the dates stand as the calendar has them, and the partner's clock is left out.
      }
    };
    if (who !== '') void look();
    return () => stop.abort();
  }, [calendar, who, now]);
  return seen?.who === who ? seen.schedules : undefined;
}
