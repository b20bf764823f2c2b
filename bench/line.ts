/** One figure of `npm run bench`, printed as a JSON line. `ratio` is the peer's value divided by ours, where a peer ran beside it. */
export interface BenchLine {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ns' | 'us' | 'ms' | 's' | 'B' | 'kB' | 'MB' | 'requests' | 'x';
  readonly peer?: string;
  readonly ratio?: number;
}

/** Middle value of several; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}
