/** A calendar file that cannot be read. `line` counts from 1. The message is a sentence for whoever gave the file. */
export class CalendarFileError extends Error {
  override readonly name = 'CalendarFileError';
  readonly line: number;

  constructor(line: number, problem: string, cause?: unknown) {
    super(`line ${line}: ${problem}`, { cause });
    this.line = line;
  }
}
