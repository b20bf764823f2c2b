import type { IsoDay } from '#domain/time/types.ts';

/** A text of the right shape as a day; the oracle takes nothing else from elsewhere. */
export function asDay(text: string | null): IsoDay {
  if (text === null || !isDay(text)) throw new RangeError(`no day: ${text}`);
  return text;
}

function isDay(text: string): text is IsoDay {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}
