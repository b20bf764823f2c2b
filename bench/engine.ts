import { zoneTable } from '#domain/time/zoneTable.ts';
import { timeReport } from './engineCase.ts';
import { median, type BenchLine } from './line.ts';

const now = (): number => performance.now();

/** Figures of the engine alone, in Node: whole reports from two views, and the zone table of a horizon, made from nothing. */
export async function engineBenchmarks(): Promise<readonly BenchLine[]> {
  return [
    { name: 'season-report-26w', value: rounded(timeReport(26, now)), unit: 'us' },
    { name: 'season-report-52w', value: rounded(timeReport(52, now)), unit: 'us' },
    { name: 'zone-table', value: rounded(zoneTableMilliseconds()), unit: 'ms' },
  ];
}

function zoneTableMilliseconds(): number {
  const [from, to] = [Date.UTC(2027, 0, 11), Date.UTC(2027, 6, 12)];
  const times = Array.from({ length: 200 }, () => {
    const start = now();
    zoneTable('America/Chicago', from, to);
    return now() - start;
  });
  return median(times);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
