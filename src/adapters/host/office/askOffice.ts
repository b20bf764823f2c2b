import type { ClockPort } from '#ports/clock.ts';
import { HostFailure } from '#ports/outlook.ts';
import { member, textMember } from './members.ts';
import type { OfficeResult } from './officeLibrary.ts';

/** How long one call may take, in milliseconds. Office.js has a limit of its own, after which it swallows the callback. */
const answerLimitMilliseconds = 5000;

/** Asks Outlook something; `start` is handed the callback for Office.js. */
export type AskOffice = (
  start: (callback: (result: OfficeResult) => void) => void,
  signal: AbortSignal,
) => Promise<unknown>;

/** Calls of Office.js as promises with a time limit. They throw HostFailure: `silent` or `refused` with the error's name. */
export function createAskOffice(clock: Pick<ClockPort, 'wait'>): AskOffice {
  return async (start, signal) => {
    const stop = new AbortController();
    const limit = AbortSignal.any([signal, stop.signal]);
    try {
      return await Promise.race([answer(start), silence(clock, limit)]);
    } finally {
      stop.abort();
    }
  };
}

function answer(start: (callback: (result: OfficeResult) => void) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (result: OfficeResult): void => {
      if (result.status === 'succeeded') resolve(result.value);
      else reject(new HostFailure('refused', nameOf(result.error), { cause: result.error }));
    };
    try {
      start(settle);
    } catch (cause) {
      // Office.js checks arguments and permissions before it asks, and throws.
      reject(new HostFailure('refused', nameOf(cause), { cause }));
    }
  });
}

async function silence(clock: Pick<ClockPort, 'wait'>, signal: AbortSignal): Promise<never> {
  await clock.wait(answerLimitMilliseconds, signal);
  throw new HostFailure('silent', 'Outlook');
}

/** "ItemNotSaved (9042)"; names and numbers of Office.js hold nothing of anybody. */
function nameOf(error: unknown): string {
  const code = member(error, 'code');
  const name = textMember(error, 'name') ?? 'error';
  return typeof code === 'number' ? `${name} (${code})` : name;
}
