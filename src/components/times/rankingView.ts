import type { PersonSchedule } from '#domain/availability/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { Clash, SeasonQuery, SeasonSlot, SlotRanking } from '#domain/season/types.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toInstant, toWall } from '#domain/time/wallClock.ts';
import { sharedZoneTables } from '#domain/time/zoneTable.ts';
import { isSameTime } from '#domain/season/isSameTime.ts';
import { freeCount } from './heatLevels.ts';
import { partnerTimes } from '#domain/season/partnerTimes.ts';
import { slotCard, type SlotCard } from './slotCard.ts';
import { slotReader } from '#domain/season/slotReader.ts';
import { cadenceText, daysText, type TimesContext } from './timesText.ts';

/** A ranking in words. */
export interface RankingView {
  readonly sentences: readonly string[];
  readonly cards: readonly SlotCard[];
  /** The times of `cards`. */
  readonly slots: readonly SeasonSlot[];
  /** Quiet explanations below the list. */
  readonly notes: readonly string[];
  /** The card of a chosen time that is not in the list; undefined when it is, or none is chosen. */
  readonly ownChoice: (chosen: SeasonSlot | undefined) => SlotCard | undefined;
  readonly clashesOf: (slot: SeasonSlot) => readonly Clash[];
}

/** What a ranking says to the person. `partnerAddress` is whose clock stands beside one's own. */
export function rankingView(
  ranking: SlotRanking,
  query: SeasonQuery,
  partnerAddress: string,
  context: TimesContext,
): RankingView {
  const read = slotReader(query);
  const partner = query.schedules.find((each) => isSameAddress(each.personId, partnerAddress));
  const timesOf = (slot: SeasonSlot) =>
    partnerTimes(slot.startMinute, read.daysOf(slot), query.zone, partner?.workingHours, sharedZoneTables);
  const cards = ranking.ranked.map((ranked) =>
    slotCard({ ...ranked, partnerTimes: timesOf(ranked.slot) }, context),
  );
  return {
    sentences: sentencesOf(ranking, query, partner, context),
    cards,
    slots: ranking.ranked.map((ranked) => ranked.slot),
    notes: notesOf(ranking, context),
    ownChoice: (chosen) => {
      if (chosen === undefined || cards.some((card) => isSameTime(card.slot, chosen))) return undefined;
      const cell = ranking.cells.find((each) => isSameTime(each.slot, chosen));
      if (cell === undefined) return undefined;
      return slotCard(
        {
          slot: chosen,
          rank: undefined,
          tally: cell.tally,
          reasons: [],
          states: read.statesOf(chosen).map((state) => state.kind),
          partnerTimes: timesOf(chosen),
        },
        context,
      );
    },
    clashesOf: (slot) =>
      read.statesOf(slot).flatMap((state) => (state.kind === 'clash' ? state.clashes : [])),
  };
}

/** How many dates, how they were looked up, and how good the best is. */
function sentencesOf(
  ranking: SlotRanking,
  query: SeasonQuery,
  partner: PersonSchedule | undefined,
  context: TimesContext,
): readonly string[] {
  const { words, format, counting } = context;
  const counts = ranking.cells.map((cell) => cell.tally.dates);
  const most = Math.max(...counts, 0);
  const first = words.lookedUp({
    count: counts.every((count) => count === most) ? most : undefined,
    most,
    cadence: cadenceText(query.cadence, context),
  });
  const best = ranking.ranked[0];
  if (counting === 'mineOnly') return [first, words.verdicts.unseen({ partner: context.partner })];
  const verdict = ((): string => {
    if (best === undefined || freeCount(best.tally, counting) === 0) return words.verdicts.noneLeft;
    if (freeCount(best.tally, counting) < best.tally.dates) return words.verdicts.closest;
    const values = { days: daysText(best.slot, context), time: format.time(best.slot.startMinute) };
    return best.tally.openSoFar > 0 ? words.verdicts.allOpen(values) : words.verdicts.allFree(values);
  })();
  const until = partner === undefined ? undefined : seenUntil(partner, query);
  return until === undefined
    ? [first, verdict]
    : [
        first,
        verdict,
        words.verdicts.seenUntil({ partner: context.partner, day: format.day(until, 'date') }),
      ];
}

/** The last day of which something is known, when the season goes on after it. */
function seenUntil(schedule: PersonSchedule, query: SeasonQuery): IsoDay | undefined {
  const ends = schedule.views.map(
    ({ start, intervalMinutes, view }): EpochMilli =>
      start + view.replace(/4+$/, '').length * intervalMinutes * 60_000,
  );
  if (ends.length === 0) return undefined;
  const end = Math.max(...ends);
  const seasonEnd = toInstant({ day: addDays(query.lastDay, 1), minuteOfDay: 0 }, query.zone);
  return end < seasonEnd ? toWall(end - 1, query.zone).day : undefined;
}

/** Whose calendar is filled until when, where dates are called open so far because of it. */
function notesOf(ranking: SlotRanking, { words, format, partner, isMe }: TimesContext): readonly string[] {
  if (!ranking.ranked.some((ranked) => ranked.tally.openSoFar > 0)) return [];
  const known = ranking.filledUntil.filter(
    (each): each is { readonly personId: string; readonly day: IsoDay } => each.day !== undefined,
  );
  const earliest = known.toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];
  if (earliest === undefined) return [];
  const day = format.day(earliest.day, 'date');
  if (known.length > 1 && known.every((each) => each.day === earliest.day))
    return [words.filled.both({ day })];
  return [isMe(earliest.personId) ? words.filled.mine({ day }) : words.filled.partner({ partner, day })];
}

function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
