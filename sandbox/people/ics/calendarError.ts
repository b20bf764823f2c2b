/** What is wrong with a calendar file, and on which line (from 1). */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly line: number;

  constructor(line: number, message: string, options?: ErrorOptions) {
    super(`line ${line}: ${message}`, options);
    this.line = line;
  }
}
