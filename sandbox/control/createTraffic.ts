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
  /** `responseText` is the answer's JSON where it is at hand: it is not made a second time. */
  add(line: TrafficLine, responseText?: string): void;
  lines(): string;
  clear(): void;
}

/** Characters: of one line with its bodies, and of all lines together. */
const longestLine = 1_000_000;
const mostText = 100_000_000;

/** Keeps the last lines, as text: later changes of a body do not show. Bodies of very long ones are left out. */
export function createTraffic(capacity = 50_000): Traffic {
  let kept: string[] = [];
  let length = 0;

  function dropOldest(): void {
    let from = Math.max(0, kept.length - capacity);
    for (let index = 0; index < from; index += 1) length -= kept[index]?.length ?? 0;
    for (; length > mostText && from < kept.length; from += 1) length -= kept[from]?.length ?? 0;
    kept = kept.slice(from);
  }

  return {
    add(line, responseText) {
      const head = JSON.stringify(line);
      const whole =
        responseText === undefined ? head : `${head.slice(0, -1)},"responseBody":${responseText}}`;
      const text =
        whole.length <= longestLine
          ? whole
          : JSON.stringify({ ...line, requestBody: undefined, responseBody: undefined });
      kept.push(text);
      length += text.length;
      if (kept.length > capacity * 1.25 || length > mostText * 1.25) dropOldest();
    },
    lines: () => kept.map((line) => `${line}\n`).join(''),
    clear() {
      kept = [];
      length = 0;
    },
  };
}
