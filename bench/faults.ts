import { longRun, peopleOfLongRun } from '#test/support/faults/longRun.ts';
import { startGraph } from '#test/support/startGraph.ts';
import { requestBenchmarks } from './bookingRequests.ts';
import type { BenchLine } from './line.ts';

/** Bookings made while three in ten requests meet a fault. `BOOKINGS` and `SEED` in the environment choose others. */
const bookings = Number(process.env.BOOKINGS ?? 200);
const seed = Number(process.env.SEED ?? 1);

/** Bookings that came to the right end in both mailboxes and the mail in spite of faults, and those that did not; and the requests of one that is not disturbed. */
export async function faultBenchmarks(): Promise<readonly BenchLine[]> {
  const graph = await startGraph(peopleOfLongRun);
  try {
    const run = await longRun(graph, { bookings, chance: 0.3, seed });
    console.error(
      `${run.bookings} bookings (${run.undone} taken back) over ${run.requests} requests, ${run.faults} faults, seed ${seed}`,
    );
    for (const words of run.lost) console.error(words);
    return [
      { name: 'faults-met', value: run.faults, unit: 'requests' },
      { name: 'faults-survived', value: run.bookings - run.lost.length, unit: 'x' },
      { name: 'faults-lost', value: run.lost.length, unit: 'x' },
      ...(await requestBenchmarks()),
    ];
  } finally {
    await graph.stop();
  }
}
