import { directoryUser } from './directoryUser.ts';
import { startGraph } from './startGraph.ts';

/** The sandbox's Graph in a process of its own, to be killed. Argument: its data folder. Prints its origin and certificate as one JSON line. */
async function main(): Promise<void> {
  const [folder = ''] = process.argv.slice(2);
  const graph = await startGraph([directoryUser('Ann'), directoryUser('Ben')], { folder });
  process.stdout.write(`${JSON.stringify({ origin: graph.origin })}\n`);
}

void main();
