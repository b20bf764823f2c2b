import type { BenchLine } from './line.ts';

/** The groups of figures, each loaded only when it is run: measuring one is not to warm up another. */
const groups: Readonly<Record<string, () => Promise<readonly BenchLine[]>>> = {
  engine: async () => (await import('./engine.ts')).engineBenchmarks(),
  coffee: async () => [
    ...(await import('./coffee.ts')).coffeeBenchmarks(),
    ...(await (await import('./coffeeRequests.ts')).coffeeRequestBenchmarks()),
  ],
  life: async () => (await import('./life.ts')).lifeBenchmarks(),
  notes: async () => (await import('./notes.ts')).notesBenchmarks(),
  notesScreen: async () => (await import('./notesScreen.ts')).notesScreenBenchmarks(),
  sandbox: async () => (await import('./sandbox.ts')).sandboxBenchmarks(),
  faults: async () => (await import('./faults.ts')).faultBenchmarks(),
  pane: async () => (await import('./pane.ts')).paneBenchmarks(),
  product: async () => (await import('./product.ts')).productBenchmarks(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => groups[name] === undefined);
if (unknown.length > 0) {
  console.error(`No figures called ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`);
  process.exit(2);
}
for (const [name, measure] of Object.entries(groups)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await measure()) console.log(JSON.stringify(line));
}
