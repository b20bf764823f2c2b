import { dana } from './cast/dana.ts';
import { morgan } from './cast/morgan.ts';
import { asha, elin, grace, hana, ines, jun, mikkel, noor, priya, rolf, samuel } from './cast/others.ts';
import { tomas } from './cast/tomas.ts';
import type { CastMember } from './castMember.ts';

/** Everyone who can be played, in the order of the front page. */
export const cast: readonly CastMember[] = [
  morgan,
  dana,
  tomas,
  asha,
  jun,
  ines,
  rolf,
  noor,
  priya,
  grace,
  hana,
  samuel,
  elin,
  mikkel,
];

/** A member by short name, or undefined. */
export function findCastMember(key: string): CastMember | undefined {
  return cast.find((member) => member.key === key.toLowerCase());
}
