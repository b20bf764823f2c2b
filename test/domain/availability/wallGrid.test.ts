import fc from 'fast-check';
import { hasBit, planeWords, setRange } from '#domain/availability/bits.ts';
import {
  copyToWall,
  firstPass,
  lastPass,
  startsOnWall,
  wallSegments,
} from '#domain/availability/wallGrid.ts';

/** Four days of UTC, on clocks that go forward and back by some quarters in between; each function beside the same thing done bit by bit. */

const quarterMilli = 900_000;
const frame = { origin: 0, days: 4 };
const quarters = 4 * 96;

/** Clocks ahead by `ahead` quarters, and by `changed` between two quarters of UTC. */
const clocks = fc
  .record({
    ahead: fc.integer({ min: -48, max: 40 }),
    step: fc.constantFrom(-4, -2, 2, 4, 12),
    from: fc.integer({ min: 100, max: 180 }),
    to: fc.integer({ min: 200, max: 280 }),
  })
  .map(({ ahead, step, from, to }) => ({
    offsetAt: (quarter: number): number => (quarter >= from && quarter < to ? ahead + step : ahead),
    table: {
      starts: [0, from * quarterMilli, to * quarterMilli],
      offsetsMilli: [ahead, ahead + step, ahead].map((each) => each * quarterMilli),
    },
  }));

const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: quarters }), fc.integer({ min: 1, max: 20 })), {
  maxLength: 6,
});

describe('the clocks of a season', () => {
  it('show each quarter, and each start, as bad as the worse of its passes', () => {
    fc.assert(
      fc.property(
        clocks,
        entries,
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 0, max: 4 }),
        ({ offsetAt, table }, taken, length, margin) => {
          const segments = wallSegments(frame, table, 1);
          if (!segments) throw new Error('off the quarters');
          const utc = new Int32Array(planeWords(4));
          for (const [from, count] of taken) setRange(utc, from, from + count);
          const [copied, starts] = [new Int32Array(planeWords(2)), new Int32Array(planeWords(2))];
          copyToWall(copied, utc, segments);
          startsOnWall(starts, utc, segments, length, margin, new Uint8Array(planeWords(2)).fill(1));
          for (let wall = 0; wall < 192; wall++) {
            const passes = Array.from({ length: quarters }, (_, quarter) => quarter).filter(
              (quarter) => quarter + offsetAt(quarter) - 96 === wall,
            );
            const isTaken = (quarter: number): boolean => hasBit(utc, quarter);
            const touches = (quarter: number): boolean =>
              Array.from({ length: length + 2 * margin }, (_, each) => quarter - margin + each).some(isTaken);
            expect([wall, hasBit(copied, wall)]).toEqual([wall, passes.some(isTaken)]);
            expect([wall, hasBit(starts, wall)]).toEqual([wall, passes.some(touches)]);
            expect([firstPass(segments, wall), lastPass(segments, wall)]).toEqual([
              passes[0] ?? -1,
              passes.at(-1) ?? -1,
            ]);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are none when they are off the quarters', () => {
    expect(wallSegments(frame, { starts: [0], offsetsMilli: [60_000] }, 0)).toBeUndefined();
    const late = { starts: [0, 60_000], offsetsMilli: [0, quarterMilli] };
    expect(wallSegments(frame, late, 0)).toBeUndefined();
  });
});
