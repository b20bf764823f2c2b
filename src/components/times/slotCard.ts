import { markOfDateState, type MarkState } from '#components/markState.ts';
import type { DateStateKind, SeasonSlot, SlotReason, Tally } from '#domain/season/types.ts';
import type { PartnerTimes } from '#domain/season/partnerTimes.ts';
import {
  partnerTimeText,
  reasonText,
  slotText,
  spokenSlot,
  sumText,
  type TimesContext,
} from './timesText.ts';

/** A recurring time with all that its card says. */
export interface SlotCard {
  readonly key: string;
  readonly slot: SeasonSlot;
  /** Place in the list; undefined for a time chosen outside it. */
  readonly rank: number | undefined;
  readonly text: {
    readonly title: string;
    readonly partnerTime: string | undefined;
    readonly marks: readonly MarkState[];
    readonly free: string;
    readonly rest: string;
    readonly reason: string | undefined;
    readonly spoken: string;
  };
}

/** What is known of a slot besides its time. */
export interface SlotFacts {
  readonly slot: SeasonSlot;
  readonly rank: number | undefined;
  readonly tally: Tally;
  readonly reasons: readonly SlotReason[];
  readonly states: readonly DateStateKind[];
  readonly partnerTimes: PartnerTimes | undefined;
}

/** The words of a slot's card. */
export function slotCard(facts: SlotFacts, context: TimesContext): SlotCard {
  const { slot, rank, tally } = facts;
  const { words } = context;
  const sum = sumText(tally, context);
  const reason = reasonText(facts.reasons, context);
  return {
    key: `${slot.phase}-${slot.weekday}-${slot.startMinute}`,
    slot,
    rank,
    text: {
      title: slotText(slot, context),
      partnerTime: partnerTimeText(slot, facts.partnerTimes, false, context),
      marks: facts.states.map(markOfDateState),
      free: sum.free,
      rest: sum.rest,
      reason,
      spoken: words.list.spoken({
        rank: rank === undefined ? words.list.yourChoice : words.list.rank({ rank }),
        slot: spokenSlot(slot, context),
        partnerTime: partnerTimeText(slot, facts.partnerTimes, true, context),
        sum: sum.spoken,
        reason,
      }),
    },
  };
}
