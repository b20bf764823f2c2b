import { toWall } from '#domain/time/wallClock.ts';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { IsoDay } from '#domain/time/types.ts';

/**
 * Messages that taking a season back sends, as far as its plan was carried out: one for the series, and one for each date that stands
 * elsewhere by now. Where the calendar was just read, `countUndoMessages` of the domain counts what is there.
 */
export function undoMessages(plan: BookingPlan, doneDays: readonly IsoDay[]): number {
  const moved = plan.decisions.filter(
    (decision) =>
      decision.kind === 'move' && doneDays.includes(decision.day) && !standsAsBefore(decision.to.start),
  );
  return 1 + moved.length;

  function standsAsBefore(start: number): boolean {
    const wall = toWall(start, plan.zone);
    return plan.days.includes(wall.day) && wall.minuteOfDay === plan.slot.startMinute;
  }
}
