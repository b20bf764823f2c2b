/** One request as it was answered. A `$batch` is a line, and each request inside it one more. */
export interface TrafficLine {
  readonly method: string;
  /** With version and query, as it was asked for. */
  readonly path: string;
  /** Of the token; absent without one. */
  readonly scopes?: readonly string[];
  /** JSON as it came; a string for text; absent for anything else. */
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseBody?: unknown;
  /** The answer was lost on the way on purpose (a fault that cuts). */
  readonly cut?: 'after';
}

/** The record of what was asked and answered, as JSON lines; the oldest go first. */
export interface Traffic {
  add(line: TrafficLine): void;
  lines(): string;
  clear(): void;
}

const longestLine = 2_000_000;

/** Keeps the last `capacity` lines, as text: later changes of a body do not show. */
export function createTraffic(capacity = 50_000): Traffic {
  let kept: string[] = [];
  return {
    add(line) {
      const text = JSON.stringify(line);
      kept.push(
        text.length <= longestLine
          ? text
          : JSON.stringify({ ...line, requestBody: undefined, responseBody: undefined, shortened: true }),
      );
      if (kept.length > capacity * 1.25) kept = kept.slice(-capacity);
    },
    lines: () => kept.map((line) => `${line}\n`).join(''),
    clear() {
      kept = [];
    },
  };
}
