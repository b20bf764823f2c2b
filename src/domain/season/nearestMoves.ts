import { hasBit, quarterMilli, quarterMinutes, quartersADay, type Plane } from '#domain/availability/bits.ts';
import { weekdayOfNumber } from '#domain/time/days.ts';
import { dayAt, instantAt, type SeasonGrid } from './seasonGrid.ts';
import { startRange, type StartRange } from './slotTallies.ts';
import type { StartGrid } from './startGrid.ts';
import type { Move, SeasonSlot } from './types.ts';

/** Where a date may go: on days strictly between these two, which belong to its neighbours or end the season. */
export interface MoveBounds {
  readonly afterDay: number;
  readonly beforeDay: number;
}

/** At most three: more are no help in choosing. */
const mostMoves = 3;

interface Candidate {
  readonly dayIndex: number;
  readonly startQuarter: number;
  readonly dayShift: number;
  readonly quarterShift: number;
}

/**
 * Up to three new times for the date of a slot on a day, one a day, nearest first: fewer days away; of two days as
 * far the one that keeps the hour, then the one with the hour less changed, then the earlier. On each day the start
 * nearest to the usual hour; of two as near the later. The third place is kept for the nearest one that keeps
 * weekday and hour, if none of the first three does. Free times only; where there is none at all, tentative
 * and unknown ones, marked as such.
 */
export function nearestMoves(
  grid: SeasonGrid,
  starts: StartGrid,
  slot: SeasonSlot,
  dayIndex: number,
  bounds: MoveBounds,
): readonly Move[] {
  const range = startRange(grid.query.hours, slot.lengthMinutes);
  if (!range) return [];
  const usual = slot.startMinute / quarterMinutes;
  let found = search(grid, starts.notFree, usual, dayIndex, bounds, range);
  if (found.length === 0 && (starts.hasUnknown || starts.hasTentative)) {
    found = search(grid, starts.blocked, usual, dayIndex, bounds, range);
  }
  return found.map((candidate) => moveOf(grid, starts, slot, candidate));
}

function search(
  grid: SeasonGrid,
  taken: Plane,
  usual: number,
  dayIndex: number,
  bounds: MoveBounds,
  range: StartRange,
): readonly Candidate[] {
  const first = Math.max(bounds.afterDay + 1, 0);
  const last = Math.min(bounds.beforeDay, grid.dayCount) - 1;
  const furthest = Math.max(dayIndex - first, last - dayIndex);
  const found: Candidate[] = [];
  for (let distance = 0; distance <= furthest && found.length < mostMoves; distance++) {
    const earlier =
      dayIndex - distance >= first ? onDay(grid, taken, usual, dayIndex, -distance, range) : undefined;
    const later =
      distance > 0 && dayIndex + distance <= last
        ? onDay(grid, taken, usual, dayIndex, distance, range)
        : undefined;
    if (earlier && later && Math.abs(later.quarterShift) < Math.abs(earlier.quarterShift))
      found.push(later, earlier);
    else {
      if (earlier) found.push(earlier);
      if (later) found.push(later);
    }
  }
  const nearest = found.slice(0, mostMoves);
  if (nearest.length < mostMoves || nearest.some(keepsWeekdayAndHour)) return nearest;
  for (let distance = 7; distance <= furthest; distance += 7) {
    for (const shift of [-distance, distance]) {
      if (dayIndex + shift < first || dayIndex + shift > last) continue;
      const candidate = onDay(grid, taken, usual, dayIndex, shift, range);
      if (candidate && keepsWeekdayAndHour(candidate)) return [...nearest.slice(0, mostMoves - 1), candidate];
    }
  }
  return nearest;
}

function keepsWeekdayAndHour({ dayShift, quarterShift }: Candidate): boolean {
  return dayShift % 7 === 0 && quarterShift === 0;
}

/** The start of a day nearest to the usual one that is not taken; the date's own start is no move. */
function onDay(
  grid: SeasonGrid,
  taken: Plane,
  usual: number,
  dayIndex: number,
  dayShift: number,
  range: StartRange,
): Candidate | undefined {
  const day = dayIndex + dayShift;
  if (!grid.query.hours.days.includes(weekdayOfNumber(grid.firstDay + day))) return undefined;
  const most = Math.max(Math.abs(usual - range.first), Math.abs(range.last - usual));
  for (let distance = dayShift === 0 ? 1 : 0; distance <= most; distance++) {
    for (const quarterShift of distance === 0 ? [0] : [distance, -distance]) {
      const startQuarter = usual + quarterShift;
      if (startQuarter < range.first || startQuarter > range.last) continue;
      const quarter = day * quartersADay + startQuarter;
      if (hasBit(taken, quarter)) continue;
      const { notBefore } = grid.query;
      if (notBefore !== undefined && instantAt(grid, quarter) < notBefore) continue;
      return { dayIndex: day, startQuarter, dayShift, quarterShift };
    }
  }
  return undefined;
}

function moveOf(grid: SeasonGrid, starts: StartGrid, slot: SeasonSlot, candidate: Candidate): Move {
  const quarter = candidate.dayIndex * quartersADay + candidate.startQuarter;
  const start = instantAt(grid, quarter);
  return {
    start,
    end: start + slot.lengthMinutes * (quarterMilli / quarterMinutes),
    day: dayAt(grid, candidate.dayIndex),
    startMinute: candidate.startQuarter * quarterMinutes,
    dayShift: candidate.dayShift,
    minuteShift: candidate.quarterShift * quarterMinutes,
    state: hasBit(starts.unknown, quarter)
      ? 'unknown'
      : hasBit(starts.tentative, quarter)
        ? 'tentative'
        : hasBit(starts.open, quarter)
          ? 'openSoFar'
          : 'free',
  };
}
