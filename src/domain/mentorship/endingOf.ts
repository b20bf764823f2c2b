import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { SeenOccurrence, SeenSeries } from './types.ts';

/**
 * How a season ends early, with what that sends and what goes. `nothing`: no date is ahead, so nobody is told anything. `end`: the organiser
 * lets the series end after a day. `cancel`: not one date has been yet, so the whole series is called off. `decline`: the attendee declines it.
 */
export type Ending =
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'end'; readonly lastDay: IsoDay } & EndingCost)
  | ({ readonly kind: 'cancel' } & EndingCost)
  | ({ readonly kind: 'decline' } & EndingCost);

export interface EndingCost {
  /** Messages to the partner. */
  readonly messages: number;
  /** Dates that go. */
  readonly goes: number;
}

/**
 * The ending of a season after a moment: dates that begin later go, earlier ones stay. An update of a series tells the attendees of the series and
 * of each date that stands elsewhere (event: update, "Master with attendees and modified instances").
 */
export function endingOf(
  series: Pick<SeenSeries, 'id' | 'isOrganizer' | 'isCancelled' | 'zone' | 'startMinute'>,
  occurrences: readonly SeenOccurrence[],
  after: EpochMilli,
  now: EpochMilli,
): Ending {
  const isElsewhere = ({ start, originalDay, isException }: SeenOccurrence): boolean => {
    const wall = toWall(start, series.zone);
    return isException && (wall.day !== originalDay || wall.minuteOfDay !== series.startMinute);
  };
  const own = occurrences.filter((each) => each.seriesId === series.id && !each.isCancelled);
  const going = own.filter((each) => each.start > after);
  const staying = own.filter((each) => each.start <= after);
  const goes = going.length;
  if (goes === 0 || series.isCancelled) return { kind: 'nothing' };
  if (!series.isOrganizer) return { kind: 'decline', messages: 1, goes };
  const lastDay = staying
    .map((each) => each.originalDay)
    .toSorted()
    .at(-1);
  if (lastDay === undefined) {
    return { kind: 'cancel', messages: 1 + going.filter(isElsewhere).length, goes };
  }
  return {
    kind: 'end',
    lastDay,
    messages: 1 + staying.filter((each) => each.end > now && isElsewhere(each)).length,
    goes,
  };
}

/** What is needed to bring an ended season back as it was, for a day. */
export interface EndedSeason {
  readonly seriesId: string;
  /** Its last day before. */
  readonly lastDay: IsoDay;
  /** Dates that went and stood elsewhere than the series put them. */
  readonly moved: readonly {
    readonly day: IsoDay;
    readonly start: EpochMilli;
    readonly end: EpochMilli;
  }[];
  /** Days that were left out of the series before it was ended. */
  readonly skipped: readonly IsoDay[];
}

/** How a season stood before it was ended after a day. `days` are those of its recurrence. */
export function endedSeason(
  seriesId: string,
  days: readonly IsoDay[],
  occurrences: readonly SeenOccurrence[],
  lastKept: IsoDay,
): EndedSeason | undefined {
  const lastDay = days.at(-1);
  if (lastDay === undefined) return undefined;
  const own = occurrences.filter((each) => each.seriesId === seriesId);
  const there = new Set(own.map((each) => each.originalDay));
  return {
    seriesId,
    lastDay,
    moved: own
      .filter((each) => each.isException && each.originalDay > lastKept)
      .map(({ originalDay: day, start, end }) => ({ day, start, end })),
    skipped: days.filter((day) => day > lastKept && !there.has(day)),
  };
}
