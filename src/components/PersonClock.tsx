import { useEffect, useState } from 'react';
import type { EpochMilli, ZoneName } from '#domain/time/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';

export interface PersonClockProps {
  /** The zone of the person whose clock it is. */
  readonly zone: ZoneName;
  /** One's own zone: where both clocks show the same, that is what is said. */
  readonly ownZone: ZoneName;
  /** Reads now; asked again at every full minute. */
  readonly readNow: () => EpochMilli;
}

/** Where somebody is and what their clock shows: "Johannesburg, 15:05 there now". Goes with the time. */
export function PersonClock({ zone, ownZone, readNow }: PersonClockProps) {
  const format = useFormat();
  const words = useWords().components.clock;
  const now = useMinute(readNow);
  const place = format.city(zone);
  const there = format.clock(now, zone);
  if (there === format.clock(now, ownZone)) {
    return <bdi>{place === undefined ? words.likeYouUnnamed : words.likeYou({ place })}</bdi>;
  }
  return (
    <bdi>
      {place === undefined ? words.thereUnnamed({ time: there }) : words.there({ place, time: there })}
    </bdi>
  );
}

/** Now, read again when the minute changes. */
function useMinute(readNow: () => EpochMilli): EpochMilli {
  const [now, setNow] = useState(readNow);
  useEffect(() => {
    const untilNextMinute = minuteMilli - (now % minuteMilli);
    const timer = setTimeout(() => setNow(readNow()), untilNextMinute);
    return () => clearTimeout(timer);
  }, [now, readNow]);
  return now;
}

const minuteMilli = 60_000;
