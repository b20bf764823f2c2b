import type { EventContext } from '#adapters/host/office/readEvent.ts';
import type { FormContext } from '#adapters/host/office/fillForm.ts';
import { createAskOffice } from '#adapters/host/office/askOffice.ts';
import type { OfficeResult } from '#adapters/host/office/officeLibrary.ts';

type Callback = (result: OfficeResult) => void;

/** What the form of an event holds, as Outlook keeps it. */
export interface FormValues {
  subject: string;
  start: Date;
  end: Date;
  location: string;
  body: string;
  recurrence: unknown;
  requiredAttendees: readonly unknown[];
}

const done = (callback: Callback, value?: unknown): void => callback({ status: 'succeeded', value });

/** Answers a call whose callback comes last, wherever the arguments before it stop. */
const last = (args: readonly unknown[]): Callback => {
  const callback = args.at(-1);
  if (typeof callback !== 'function') throw new TypeError('no callback');
  return (result) => void callback(result);
};

/** The form of an event as Office.js shows it: members with `getAsync` and `setAsync`. `refuse` names members that refuse to be set. */
export function createFakeForm(
  given: Partial<FormValues> = {},
  options: {
    readonly refuse?: readonly string[];
    readonly silent?: readonly string[];
    readonly seriesId?: string | null;
    readonly bodyType?: 'html' | 'text';
  } = {},
): { readonly item: object; readonly values: FormValues } {
  const values: FormValues = {
    subject: '',
    start: new Date('2026-11-30T09:00:00Z'),
    end: new Date('2026-11-30T09:30:00Z'),
    location: '',
    body: '<html><body></body></html>',
    recurrence: null,
    requiredAttendees: [],
    ...given,
  };
  const member = (name: keyof FormValues): object => ({
    getAsync: (...args: unknown[]) => {
      if (options.silent?.includes(name) !== true) done(last(args), values[name]);
    },
    setAsync: (...args: unknown[]) => {
      if (options.refuse?.includes(name) === true)
        last(args)({ status: 'failed', error: { name: 'Refused', code: 9002 } });
      else {
        Object.assign(values, { [name]: args[0] });
        done(last(args));
      }
    },
    ...(name === 'body'
      ? { getTypeAsync: (...args: unknown[]) => done(last(args), options.bodyType ?? 'html') }
      : {}),
  });
  const item = {
    itemType: 'appointment',
    seriesId: options.seriesId ?? null,
    subject: member('subject'),
    start: member('start'),
    end: member('end'),
    location: member('location'),
    body: member('body'),
    recurrence: member('recurrence'),
    requiredAttendees: member('requiredAttendees'),
    optionalAttendees: { getAsync: (...args: unknown[]) => done(last(args), []) },
    getItemIdAsync: (...args: unknown[]) =>
      last(args)({ status: 'failed', error: { name: 'ItemNotSaved', code: 9042 } }),
  };
  return { item, values };
}

/** `Office.SeriesTime`, which keeps what it was told. */
export function createFakeSeriesTime(): {
  readonly told: Record<string, readonly number[]>;
  setStartDate(year: number, month: number, day: number): void;
  setEndDate(year: number, month: number, day: number): void;
  setStartTime(hours: number, minutes: number): void;
  setDuration(minutes: number): void;
} {
  const told: Record<string, readonly number[]> = {};
  return {
    told,
    setStartDate: (...parts) => void (told.start = parts),
    setEndDate: (...parts) => void (told.end = parts),
    setStartTime: (...parts) => void (told.time = parts),
    setDuration: (...parts) => void (told.duration = parts),
  };
}

/** Everything around an item; `set` is the newest requirement set that the client has. */
export function officeContext(set = 15): EventContext & FormContext {
  return {
    ask: createAskOffice({
      // A host that stays silent is given up at once.
      wait: async (_, signal) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        signal.throwIfAborted();
      },
    }),
    isSince: (version) => Number(version.split('.')[1]) <= set,
    restId: (id) => id.replaceAll('/', '-').replaceAll('+', '_'),
    openPage: 'https://app.example/open',
    own: 'morgan@example.org',
    seriesTime: createFakeSeriesTime,
  };
}
