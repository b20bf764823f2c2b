import { useEffect, useState } from 'react';
import type { EpochMilli } from '#domain/time/types.ts';

const minuteMilli = 60_000;

/** Now, read again when the minute changes. `readNow` must stay the same function. */
export function useMinute(readNow: () => EpochMilli): EpochMilli {
  const [now, setNow] = useState(readNow);
  useEffect(() => {
    const untilNextMinute = minuteMilli - (now % minuteMilli);
    const timer = setTimeout(() => setNow(readNow()), untilNextMinute);
    return () => clearTimeout(timer);
  }, [now, readNow]);
  return now;
}
