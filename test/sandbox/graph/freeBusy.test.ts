import * as fc from 'fast-check';
import type { ShowAs } from '#sandbox/graph/events/eventRecord.ts';
import { availabilityView } from '#sandbox/graph/schedule/freeBusy.ts';
import { isLong } from '#test/support/isLong.ts';

jest.setTimeout(isLong ? 1_800_000 : 30_000);

const minute = 60_000;
const day = 1440;
const weights: Readonly<Record<ShowAs, number>> = {
  free: 0,
  workingElsewhere: 0,
  unknown: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
};

/** Every minute looked at by itself: slow and plain. */
function sweep(
  items: readonly { start: number; end: number; showAs: ShowAs }[],
  from: number,
  to: number,
  interval: number,
): string {
  let view = '';
  for (let slot = from; slot < to; slot += interval) {
    let digit = 0;
    for (let at = slot; at < slot + interval; at += minute)
      for (const { start, end, showAs } of items)
        if (start < at + minute && end > at && start < to && end > from)
          digit = Math.max(digit, weights[showAs]);
    view += String(digit);
  }
  return view;
}

const items = fc.array(
  fc
    .record({
      start: fc.integer({ min: -day, max: 2 * day }),
      length: fc.integer({ min: 1, max: day }),
      showAs: fc.constantFrom<ShowAs>('free', 'tentative', 'busy', 'oof', 'workingElsewhere'),
    })
    .map(({ start, length, showAs }) => ({ start: start * minute, end: (start + length) * minute, showAs })),
  { maxLength: 12 },
);

it('is the same as a plain sweep over every minute', () => {
  fc.assert(
    fc.property(
      items,
      fc.constantFrom(5, 15, 30, 60, 7, 1440),
      fc.integer({ min: 60, max: day }),
      (entries, interval, length) => {
        const [from, to] = [0, length * minute];
        expect(availabilityView(entries, from, to, interval * minute)).toBe(
          sweep(entries, from, to, interval * minute),
        );
      },
    ),
    { numRuns: isLong ? 5_000 : 60 },
  );
});
