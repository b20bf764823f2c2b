import { faultKinds, isOfWhole, type FaultKind, type Unit } from '#test/support/faults/faultKinds.ts';
import {
  ann,
  ben,
  bookWithFault,
  undoAfterFault,
  undoWithFault,
  type MatrixRun,
} from '#test/support/faults/faultMatrix.ts';
import { differences } from '#test/support/faults/mailboxPicture.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

jest.setTimeout(300_000);

let graph: RunningGraph;
let [calm, calmUndo]: MatrixRun[] = [];

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
  calm = await bookWithFault(graph, undefined, 'reopen');
  calmUndo = await undoWithFault(graph, undefined);
});
afterAll(() => graph.stop());

/** Every fault at every request takes minutes: `FAULTS=all npx jest bookingFaults` has it for all four; without it two of them take a third in turn. */
const isWhole = process.env.FAULTS === 'all';

/** The requests to be met by a kind, with their places. Silence and a closed tab happen to a batch as a whole. */
function placesFor(
  kind: FaultKind,
  units: MatrixRun['units'],
  share: 'every' | 'third',
): readonly (readonly [number, Unit])[] {
  return [...units.entries()].filter(
    ([at, unit]) =>
      !(unit.isInner && isOfWhole(kind)) &&
      (share === 'every' || isWhole || at % 3 === faultKinds.indexOf(kind) % 3),
  );
}

/** Runs with one kind of fault at each request in turn; what came out otherwise than undisturbed, in words. */
async function wrongRuns(
  undisturbed: MatrixRun | undefined,
  kind: FaultKind,
  share: 'every' | 'third',
  run: (at: number) => Promise<MatrixRun>,
): Promise<readonly string[]> {
  if (undisturbed === undefined) throw new Error('no undisturbed run');
  const wrong: string[] = [];
  for (const [at, unit] of placesFor(kind, undisturbed.units, share)) {
    // One after the other: they share the two mailboxes.
    // oxlint-disable-next-line no-await-in-loop
    const found = await run(at).then(
      ({ picture, stops }) => ({ stops, lines: differences(undisturbed.picture, picture) }),
      (error: unknown) => ({ stops: [], lines: [String(error)] }),
    );
    if (found.lines.length > 0)
      wrong.push(
        [
          `at ${at} ${unit.method} ${unit.path.slice(0, 60)}, stopped by ${found.stops.join(', ')}:`,
          ...found.lines,
        ].join('\n  '),
      );
  }
  return wrong;
}

it('is eight requests when nothing happens, and a message for each thing that was sent', () => {
  expect(calm).toMatchObject({ requests: 8, stops: [] });
  expect(calm?.picture.mail).toHaveLength(8);
  expect(calmUndo).toMatchObject({ requests: 2, stops: [] });
  expect(calmUndo?.picture.dates.filter((line) => line.includes('| live |'))).toEqual([]);
});

describe('a season booked with a fault at any request, and gone on with in a new opening', () => {
  it.each(faultKinds)('is as if nothing had happened: %s', async (kind: FaultKind) => {
    expect(
      await wrongRuns(calm, kind, 'every', (at) => bookWithFault(graph, { kind, at }, 'reopen')),
    ).toEqual([]);
  });
});

describe('a season booked with a fault at any request, and gone on with in the same tab', () => {
  it.each(faultKinds)('is as if nothing had happened: %s', async (kind: FaultKind) => {
    expect(await wrongRuns(calm, kind, 'third', (at) => bookWithFault(graph, { kind, at }, 'here'))).toEqual(
      [],
    );
  });
});

describe('a season taken back with a fault at any request', () => {
  it.each(faultKinds)('is as if nothing had happened: %s', async (kind: FaultKind) => {
    expect(await wrongRuns(calmUndo, kind, 'every', (at) => undoWithFault(graph, { kind, at }))).toEqual([]);
  });
});

describe('a season stopped by a fault at any request, and taken back in a new opening', () => {
  it.each(faultKinds)(
    'leaves no date, and sends as many messages as were told before: %s',
    async (kind: FaultKind) => {
      const wrong: string[] = [];
      for (const [at, unit] of placesFor(kind, calm?.units ?? [], 'third')) {
        // oxlint-disable-next-line no-await-in-loop -- they share the two mailboxes
        const { told, sent, live } = await undoAfterFault(graph, { kind, at });
        if (told !== sent || live.length > 0)
          wrong.push(
            `at ${at} ${unit.method} ${unit.path.slice(0, 60)}: told ${told}, sent ${sent}, left ${live.join()}`,
          );
      }
      expect(wrong).toEqual([]);
    },
  );
});
