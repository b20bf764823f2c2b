import { longRun, peopleOfLongRun } from '#test/support/faults/longRun.ts';
import { startGraph } from '#test/support/startGraph.ts';

/** More by hand: `BOOKINGS=300 SEED=7 npx jest bookingLongRun`, or `npm run bench -- faults`. */
const bookings = Number(process.env.BOOKINGS ?? 9);
const seed = Number(process.env.SEED ?? 1);

it(
  'books season after season, and takes some back, while three in ten requests meet a fault: nothing is lost',
  async () => {
    const graph = await startGraph(peopleOfLongRun);
    try {
      const run = await longRun(graph, { bookings, chance: 0.3, seed });
      process.stdout.write(
        `${run.bookings} bookings (${run.undone} taken back) over ${run.requests} requests with ${run.faults} faults, ${run.lost.length} lost\n`,
      );
      expect(run.lost).toEqual([]);
      expect(run.bookings).toBe(bookings);
      expect(run.faults).toBeGreaterThan(bookings);
    } finally {
      await graph.stop();
    }
  },
  120_000 + bookings * 20_000,
);
