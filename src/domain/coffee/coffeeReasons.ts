import { hasBit } from '#domain/availability/bits.ts';
import type { Candidate } from './coffeeCandidates.ts';
import type { CoffeeGrid, GridPerson } from './coffeeGrid.ts';
import type { CoffeeQuery, CoffeeReason } from './types.ts';

/** An entry this many quarters behind the end is worth a word. */
const soonQuarters = 4;

/** Why a time is offered, most telling first. */
export function coffeeReasons(
  candidate: Candidate,
  query: CoffeeQuery,
  grid: CoffeeGrid,
): readonly CoffeeReason[] {
  const { kind, quarter, quarters, mode } = candidate;
  const reasons: CoffeeReason[] = [];
  const hidden = grid.people
    .filter((person) => hasAny(person.unknown, quarter, quarters))
    .map((person) => person.personId);
  reasons.push(hidden.length === 0 ? { kind: 'allFree' } : { kind: 'unknown', who: hidden });
  if (mode === 'inPerson') reasons.push({ kind: 'onSite' });
  else reasons.push({ kind: 'video', why: whyVideo(candidate, grid) });
  if (kind === 'breakfast' || kind === 'dinner') reasons.push({ kind: 'allLike' });
  const soon = nextEntry(candidate, grid);
  if (soon !== undefined) reasons.push(soon);
  else if (candidate.roomBefore > 0 || candidate.roomAfter > 0)
    reasons.push({
      kind: 'roomAround',
      beforeMinutes: candidate.roomBefore * 15,
      afterMinutes: candidate.roomAfter * 15,
    });
  const last = query.met
    .filter((each) => each.kind === kind)
    .reduce((latest, each) => Math.max(latest, each.start), -Infinity);
  if (Number.isFinite(last)) reasons.push({ kind: 'lastOne', start: last });
  return reasons;
}

function whyVideo(
  { quarter, quarters }: Candidate,
  { onSite, together }: CoffeeGrid,
): Extract<CoffeeReason, { kind: 'video' }>['why'] {
  if (!hasBit(together, quarter)) return 'farApart';
  if (onSite === undefined) return 'notSaid';
  for (let at = quarter; at < quarter + quarters; at++) if (!hasBit(onSite, at)) return 'notSameDays';
  return 'noWay';
}

/** Whose calendar goes on soonest behind the time, within the hour; the asking person where several do. */
function nextEntry({ quarter, quarters }: Candidate, { people }: CoffeeGrid): CoffeeReason | undefined {
  const end = quarter + quarters;
  let best: { readonly person: GridPerson; readonly gap: number } | undefined;
  for (const person of people) {
    for (let gap = 0; gap <= soonQuarters; gap++) {
      if (!hasBit(person.taken, end + gap) && !hasBit(person.tentative, end + gap)) continue;
      if (best === undefined || gap < best.gap) best = { person, gap };
      break;
    }
  }
  return best && { kind: 'beforeEntry', who: best.person.personId, minutes: best.gap * 15 };
}

function hasAny(plane: GridPerson['unknown'], from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (hasBit(plane, at)) return true;
  return false;
}
