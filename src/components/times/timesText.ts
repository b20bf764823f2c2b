import type { Cadence, HeatCell, SeasonSlot, SlotReason, Tally } from '#domain/season/types.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';
import { freeCount, type Counting } from './heatLevels.ts';
import type { PartnerTimes } from '#domain/season/partnerTimes.ts';

/** What every sentence about a time needs. */
export interface TimesContext {
  readonly words: Words['times'];
  readonly format: Format;
  /** How the partner is called in a sentence. */
  readonly partner: string;
  readonly isMe: (personId: string) => boolean;
  readonly counting: Counting;
}

/** "Thursdays", "The second Thursday of the month". */
export function daysText(slot: SeasonSlot, { words, format }: TimesContext): string {
  const { cadence, weekday } = slot;
  if (cadence.kind === 'weekly') return format.weekdays(weekday);
  return words.monthlyDay({
    ordinal: words.ordinals[cadence.ordinal],
    weekday: format.weekday(weekday, 'long'),
    months: cadence.everyMonths,
  });
}

/** "Thursdays, 13:00–14:00". */
export function slotText(slot: SeasonSlot, context: TimesContext): string {
  const time = context.format.timeRange(slot.startMinute, endOf(slot));
  return context.words.slot({ days: daysText(slot, context), time });
}

/** "Thursdays, 13:00 to 14:00". */
export function spokenSlot(slot: SeasonSlot, context: TimesContext): string {
  const time = context.format.spokenTimeRange(slot.startMinute, endOf(slot));
  return context.words.slot({ days: daysText(slot, context), time });
}

/** "every 2 weeks". */
export function cadenceText(cadence: Cadence, { words }: TimesContext): string {
  if (cadence.kind === 'weekly') return words.cadences.weekly({ weeks: cadence.everyWeeks });
  return words.cadences.monthly({
    ordinal: words.ordinals[cadence.ordinal],
    months: cadence.everyMonths,
  });
}

/** "15:00–16:00 for Dana, 14:00 from 28 March", seen or spoken; undefined where the zone is not known or both clocks agree. */
export function partnerTimeText(
  slot: SeasonSlot,
  times: PartnerTimes | undefined,
  isSpoken: boolean,
  { words, format, partner }: TimesContext,
): string | undefined {
  if (times === undefined) return undefined;
  if (times.startMinute === slot.startMinute && times.changes.length === 0) return undefined;
  const range = (start: number): string =>
    isSpoken
      ? format.spokenTimeRange(start, start + slot.lengthMinutes)
      : format.timeRange(start, start + slot.lengthMinutes);
  const first = words.list.partnerTime({ time: range(times.startMinute), partner });
  const changes = times.changes.map(({ day, startMinute }) =>
    (isSpoken ? words.list.spokenChange : words.list.change)({
      time: isSpoken ? range(startMinute) : format.time(startMinute),
      day: format.day(day, 'date'),
    }),
  );
  return words.list.chain({ parts: [first, ...changes] });
}

/** The sum of a slot: the free dates apart, since they stand in bold, and the rest in order of worry. */
export function sumText(
  tally: Tally,
  { words, counting }: TimesContext,
): { readonly free: string; readonly rest: string; readonly spoken: string } {
  const isAlone = counting === 'mineOnly';
  const { openSoFar, tentative, unknown, toMend } = tally;
  // Alone, every date is unknown for the partner: that is said once for all of them.
  const free = isAlone ? freeCount(tally, counting) : tally.free;
  const parts = [
    ...(openSoFar > 0 && !isAlone ? [words.list.rest.openSoFar({ count: openSoFar })] : []),
    ...(tentative > 0 ? [words.list.rest.tentative({ count: tentative })] : []),
    ...(unknown > 0 && !isAlone ? [words.list.rest.unknown({ count: unknown })] : []),
    ...(toMend > 0 ? [words.list.rest.toMend({ count: toMend })] : []),
  ];
  const values = { count: free, of: tally.dates };
  return {
    free: isAlone ? words.list.freeForYou({ count: free }) : words.list.free({ count: free }),
    rest: words.list.chain({ parts }),
    spoken: words.list.chain({
      parts: [isAlone ? words.list.freeForYouOf(values) : words.list.freeOf(values), ...parts],
    }),
  };
}

/** The most telling reason that the sum does not already tell. */
export function reasonText(reasons: readonly SlotReason[], context: TimesContext): string | undefined {
  const telling = reasons.find((reason) => !toldBySum.has(reason.kind)) ?? reasons[0];
  return telling === undefined ? undefined : oneReason(telling, context);
}

const toldBySum: ReadonlySet<SlotReason['kind']> = new Set(['tentativeDates', 'lastDatesOpenSoFar']);

function oneReason(reason: SlotReason, { words, format, partner, isMe }: TimesContext): string {
  const { reasons } = words;
  switch (reason.kind) {
    case 'allFree':
      return reasons.allFree;
    case 'preferredHour':
      return reasons.preferredHour;
    case 'wellInsideHours':
      return reasons.wellInsideHours;
    case 'edgeOfHours':
      return isMe(reason.personId) ? reasons.edgeOfYourHours : reasons.edgeOfHours({ partner });
    case 'personAway':
      return isMe(reason.personId)
        ? reasons.youAway({ count: reason.dates })
        : reasons.away({ partner, count: reason.dates });
    case 'mostlyOnePerson':
      return isMe(reason.personId)
        ? reasons.mostlyYou({ count: reason.dates })
        : reasons.mostlyPartner({ partner, count: reason.dates });
    case 'clashesInMonths':
      return reasons.clashesInMonths({
        months: format.list(reason.months.map((month) => format.month(month, 'long'))),
      });
    case 'lastDatesOpenSoFar':
      return reasons.lastDatesOpenSoFar({ count: reason.dates });
    case 'tentativeDates':
      return reasons.tentativeDates({ count: reason.dates });
    case 'unknownCalendar':
      return isMe(reason.personId) ? reasons.unknownYours : reasons.unknownCalendar({ partner });
    case 'nearLunch':
      return isMe(reason.personId) ? reasons.nearYourLunch : reasons.nearLunch({ partner });
    default:
      return reason satisfies never;
  }
}

export function endOf(slot: SeasonSlot): number {
  return slot.startMinute + slot.lengthMinutes;
}

/** The full spoken name of a cell of the heat map. */
export function spokenCell(cell: HeatCell, rank: number | undefined, context: TimesContext): string {
  const { words, counting } = context;
  const texts = words.heat.cell;
  const slot = spokenSlot(cell.slot, context);
  if (cell.outsideHoursOf.length > 0) {
    return texts.outside({ slot, who: whoseHours(cell.outsideHoursOf, context) });
  }
  const free = freeCount(cell.tally, counting);
  const isAlone = counting === 'mineOnly';
  if (free === 0) return isAlone ? texts.noneAlone({ slot }) : texts.noneBoth({ slot });
  const values = { slot, free, of: cell.tally.dates };
  const parts = [
    isAlone ? texts.alone(values) : texts.both(values),
    ...(cell.tally.openSoFar > 0 ? [texts.openSoFar({ count: cell.tally.openSoFar })] : []),
    ...(rank === undefined ? [] : [texts.rank({ rank })]),
  ];
  return words.list.chain({ parts });
}

/** Whose working hours: "your and Dana’s". */
export function whoseHours(
  personIds: readonly string[],
  { words, format, partner, isMe }: TimesContext,
): string {
  return format.list(
    personIds.map((id) => (isMe(id) ? words.heat.yourHours : words.heat.partnerHours({ partner }))),
  );
}
