import type { ZoneRules } from '#domain/availability/types.ts';
import { wallByRules } from '#domain/availability/zoneRules.ts';
import type { EpochMilli, ZoneName } from '#domain/time/types.ts';
import { toIana } from '#domain/time/windowsZones.ts';
import { sharedZoneTables } from '#domain/time/zoneTable.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { useMinute } from './useMinute.ts';

export interface PersonClockProps {
  /** The zone of the person whose clock it is: a name, or the rules that their calendar tells. */
  readonly zone: ZoneName | ZoneRules;
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
  const rules: ZoneRules = typeof zone === 'string' ? { kind: 'named', name: zone } : zone;
  const there = wallByRules(rules, now, sharedZoneTables);
  if (there === undefined) return null;
  const name = rules.kind === 'named' ? toIana(rules.name) : undefined;
  const place = name === undefined ? undefined : format.city(name);
  const time = format.time(there.minuteOfDay);
  if (time === format.clock(now, ownZone)) {
    return <bdi>{place === undefined ? words.likeYouUnnamed : words.likeYou({ place })}</bdi>;
  }
  return <bdi>{place === undefined ? words.thereUnnamed({ time }) : words.there({ place, time })}</bdi>;
}
