import { buildMentorLink } from '#adapters/graph/wire/mentorLink.ts';
import {
  HostFailure,
  type FieldOutcome,
  type FilledForm,
  type FormField,
  type FormFields,
} from '#ports/outlook.ts';
import { withLink, withoutLink } from './formBody.ts';
import { officeRecurrence, type OfficeSeriesTime } from './formRecurrence.ts';
import { itemCalls, type ItemCalls } from './itemCalls.ts';
import { member } from './members.ts';
import type { EventContext } from './readEvent.ts';

export interface FormContext extends EventContext {
  /** A new `Office.SeriesTime`; undefined where the client has none. */
  readonly seriesTime: (() => OfficeSeriesTime) | undefined;
}

/** What a form holds, as Office.js gives it, so that it can be put back as it was. */
interface FormState {
  readonly subject: string;
  readonly start: unknown;
  readonly end: unknown;
  readonly recurrence: unknown;
  readonly place: string;
  readonly body: string;
  readonly bodyForm: 'html' | 'text';
}

/**
 * Writes a season into the form of an event, through Office.js alone: what is not saved has no place in any mailbox. What the person typed stays: their
 * title, their place, their text, to which one line is added.
 */
export async function fillForm(
  item: unknown,
  fields: FormFields,
  context: FormContext,
  signal: AbortSignal,
): Promise<FilledForm> {
  const calls = itemCalls(item, context.ask);
  const before = await readState(calls, context, signal);
  const link = buildMentorLink(context.openPage, fields.link);
  const writes: Readonly<Record<FormField, (() => Promise<FieldOutcome['outcome']>) | undefined>> = {
    subject: () => writeText(calls, 'subject', before.subject, fields.subject, signal),
    time: () => writeTime(calls, fields, before, signal),
    recurrence: () => writeRecurrence(calls, fields, context, signal),
    place:
      fields.place === undefined
        ? undefined
        : () => writeText(calls, 'location', before.place, fields.place ?? '', signal),
    text: () => writeBody(calls, before, fields.linkSentence, link, signal),
  };
  const outcomes: FieldOutcome[] = [];
  for (const field of fieldOrder) {
    const write = writes[field];
    if (write === undefined) continue;
    // One after the other: Outlook moves the end with the start, and both with the recurrence.
    // oxlint-disable-next-line no-await-in-loop
    outcomes.push({ field, outcome: await orFailed(write) });
  }
  const after = await readState(calls, context, signal);
  const written = outcomes.filter(({ outcome }) => outcome === 'written').map(({ field }) => field);
  return {
    fields: outcomes,
    putBack: (later) => putBack({ calls, context, before, after, written, link }, later),
  };
}

const fieldOrder: readonly FormField[] = ['subject', 'time', 'recurrence', 'place', 'text'];

async function readState(calls: ItemCalls, context: FormContext, signal: AbortSignal): Promise<FormState> {
  const get = (owner: string, args: readonly unknown[] = []): Promise<unknown> =>
    calls.call(owner, 'getAsync', args, signal);
  const bodyForm =
    calls.has('body', 'getTypeAsync') && (await calls.call('body', 'getTypeAsync', [], signal)) === 'text'
      ? 'text'
      : 'html';
  const hasRecurrence = context.isSince('1.7') && calls.has('recurrence', 'getAsync');
  const [subject, start, end, place, body, recurrence] = await Promise.all([
    get('subject'),
    get('start'),
    get('end'),
    get('location'),
    get('body', [bodyForm]),
    hasRecurrence ? get('recurrence') : null,
  ]);
  return {
    subject: textOf(subject),
    start,
    end,
    place: textOf(place),
    body: textOf(body),
    bodyForm,
    recurrence: recurrence ?? null,
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A refusal of one field leaves the others; silence ends the whole. */
async function orFailed(write: () => Promise<FieldOutcome['outcome']>): Promise<FieldOutcome['outcome']> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof HostFailure && error.code === 'refused') return 'failed';
    throw error;
  }
}

async function writeText(
  calls: ItemCalls,
  owner: 'subject' | 'location',
  before: string,
  wanted: string,
  signal: AbortSignal,
): Promise<FieldOutcome['outcome']> {
  if (before.trim() !== '') return before.trim() === wanted ? 'written' : 'kept';
  await calls.call(owner, 'setAsync', [wanted], signal);
  return 'written';
}

async function writeTime(
  calls: ItemCalls,
  { start, end }: FormFields,
  before: FormState,
  signal: AbortSignal,
): Promise<FieldOutcome['outcome']> {
  // The times of a form that repeats already are those of its recurrence, which is written next.
  if (before.recurrence !== null) return 'written';
  await calls.call('start', 'setAsync', [new Date(start)], signal);
  await calls.call('end', 'setAsync', [new Date(end)], signal);
  return 'written';
}

async function writeRecurrence(
  calls: ItemCalls,
  { recurrence }: FormFields,
  context: FormContext,
  signal: AbortSignal,
): Promise<FieldOutcome['outcome']> {
  const { seriesTime } = context;
  if (!context.isSince('1.7') || seriesTime === undefined || !calls.has('recurrence', 'setAsync'))
    return 'unsupported';
  await calls.call('recurrence', 'setAsync', [officeRecurrence(recurrence, seriesTime())], signal);
  return 'written';
}

async function writeBody(
  calls: ItemCalls,
  { body, bodyForm }: FormState,
  sentence: string,
  link: string,
  signal: AbortSignal,
): Promise<FieldOutcome['outcome']> {
  if (body.includes(link)) return 'written';
  const whole = withLink(body, bodyForm, sentence, link);
  await calls.call('body', 'setAsync', [whole, { coercionType: bodyForm }], signal);
  return 'written';
}

interface Filled {
  readonly calls: ItemCalls;
  readonly context: FormContext;
  readonly before: FormState;
  readonly after: FormState;
  readonly written: readonly FormField[];
  readonly link: string;
}

/** Puts back each field that still holds what was written; the others were changed by hand since, and are named. */
async function putBack(filled: Filled, signal: AbortSignal): Promise<readonly FormField[]> {
  const { calls, context, before, after, written, link } = filled;
  const now = await readState(calls, context, signal);
  const left: FormField[] = [];
  const set = (owner: string, ...args: readonly unknown[]): Promise<unknown> =>
    calls.call(owner, 'setAsync', args, signal);
  const isAsLeft = (...names: readonly (keyof FormState)[]): boolean =>
    names.every((name) => isSame(now[name], after[name]));
  const restores: Readonly<Record<FormField, () => Promise<boolean>>> = {
    subject: async () => isAsLeft('subject') && isDone(await set('subject', before.subject)),
    // Before the times: while the form repeats, they are those of its recurrence.
    recurrence: async () => isAsLeft('recurrence') && isDone(await set('recurrence', before.recurrence)),
    time: async () => {
      if (before.recurrence !== null) return true;
      const isOwn = written.includes('recurrence') ? isAsLeft('recurrence') : isAsLeft('start', 'end');
      if (!isOwn) return false;
      await set('start', before.start);
      return isDone(await set('end', before.end));
    },
    place: async () => isAsLeft('place') && isDone(await set('location', before.place)),
    text: async () => {
      const body = isAsLeft('body') ? before.body : withoutLink(now.body, now.bodyForm, link);
      return body !== undefined && isDone(await set('body', body, { coercionType: now.bodyForm }));
    },
  };
  for (const field of putBackOrder) {
    if (!written.includes(field)) continue;
    // Each depends on the one before, as when they were written.
    // oxlint-disable-next-line no-await-in-loop
    const isBack = await orLeft(restores[field]);
    if (!isBack) left.push(field);
  }
  return left;
}

const putBackOrder: readonly FormField[] = ['recurrence', 'time', 'subject', 'place', 'text'];

/** A call that came back did what it should; refusals throw. */
const isDone = (_answer: unknown): boolean => true;

async function orLeft(restore: () => Promise<boolean>): Promise<boolean> {
  try {
    return await restore();
  } catch (error) {
    if (error instanceof HostFailure && error.code === 'refused') return false;
    throw error;
  }
}

/** Values of a form are texts, dates, and recurrences, which are plain data but for their time of the series. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
  const time = member(value, 'seriesTime');
  return typeof time === 'object' && time !== null && typeof value === 'object'
    ? { ...value, seriesTime: { ...time } }
    : value;
}
