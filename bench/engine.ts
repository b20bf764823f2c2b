import { deepEqual } from 'node:assert/strict';
import { runInThisContext } from 'node:vm';
import { openBrowser } from '#test/support/openBrowser.ts';
import type { SeasonReport } from '#domain/season/seasonReport.ts';
import { zoneTable } from '#domain/time/zoneTable.ts';
import { bundleEngine } from './bundleEngine.ts';
import { engineQuery, reportOnce, type timeReports } from './engineCase.ts';
import { bytesAPerson, kernelBytes } from './engineMemory.ts';
import { freeTimeBenchmark } from './freeTime.ts';
import { median, type BenchLine } from './line.ts';
import { luxonReport, type PeerSlot } from './luxonPeer.ts';

/**
 * Figures of the engine alone; docs/engine.md says what each includes. The reports are timed on the engine as it ships, one minified
 * script, in Node and in the browser.
 */
export async function engineBenchmarks(): Promise<readonly BenchLine[]> {
  const script = await bundleEngine();
  const [short = Number.NaN, long = Number.NaN] = timesInNode(script);
  const luxonMicroseconds = timeLuxon();
  return [
    {
      name: 'season-report-26w',
      value: rounded(short),
      unit: 'us',
      peer: 'luxon per slot',
      ratio: rounded(luxonMicroseconds / short),
    },
    { name: 'season-report-52w', value: rounded(long), unit: 'us' },
    { name: 'season-report-52w-to-26w', value: rounded(long / short), unit: 'x' },
    { name: 'season-report-26w-browser', value: rounded(await timeInBrowser(script)), unit: 'us' },
    freeTimeBenchmark(),
    { name: 'zone-table', value: rounded(zoneTableMilliseconds()), unit: 'ms' },
    { name: 'bytes-per-person', value: rounded(bytesAPerson(26) / 1000), unit: 'kB' },
    { name: 'kernel-allocation', value: kernelBytes(26), unit: 'B' },
  ];
}

interface EngineScript {
  readonly timeReports: typeof timeReports;
}

function timesInNode(script: string): readonly number[] {
  const { timeReports } = runInThisContext(`${script};engineCase`) as EngineScript;
  return timeReports([26, 52], 1);
}

/** On a page that is isolated from others, whose clock is fine: 5 us, so four runs are timed at once. */
async function timeInBrowser(script: string): Promise<number> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const address = 'https://engine.localhost/';
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: {
          'Cross-Origin-Opener-Policy': 'same-origin',
          'Cross-Origin-Embedder-Policy': 'require-corp',
        },
        body: '<!doctype html><title>engine</title>',
      }),
    );
    await page.goto(address);
    await page.addScriptTag({ content: script });
    const { isIsolated, times } = await page.evaluate(() => ({
      isIsolated: globalThis.crossOriginIsolated,
      times: (globalThis as unknown as { readonly engineCase: EngineScript }).engineCase.timeReports([26], 4),
    }));
    if (!isIsolated) throw new Error('the page is not isolated: its clock is too coarse');
    return times[0] ?? Number.NaN;
  } finally {
    await browser.close();
  }
}

/** Median of three runs, the answer of the first held against the engine's. */
function timeLuxon(): number {
  const query = engineQuery(26);
  deepEqual(luxonReport(query), asPeer(reportOnce(26)));
  return 1000 * median(Array.from({ length: 3 }, () => milliseconds(() => luxonReport(query))));
}

function asPeer({ cadences }: SeasonReport): readonly (readonly PeerSlot[])[] {
  return cadences.map(({ slots }) =>
    slots.map(({ ranked: { slot, states }, mends }) => ({
      slot: { weekday: slot.weekday, startMinute: slot.startMinute, phase: slot.phase },
      states,
      moves: mends.map(({ moves }) => moves.map((move) => move.start)),
    })),
  );
}

function zoneTableMilliseconds(): number {
  const [from, to] = [Date.UTC(2027, 0, 11), Date.UTC(2027, 6, 12)];
  return median(
    Array.from({ length: 200 }, () => milliseconds(() => zoneTable('America/Chicago', from, to))),
  );
}

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
