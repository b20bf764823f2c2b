import * as v from 'valibot';
import type {
  PersonSchedule,
  ScheduleItem,
  UnknownReason,
  WorkingHours,
  ZoneRules,
  ZoneTransitionRule,
} from '#domain/availability/types.ts';
import type { EpochMilli, Weekday } from '#domain/time/types.ts';
import { encodeInstant, wireInstant } from './dateTime.ts';

/** One window of a question for free/busy. Half-open, at most 62 days. */
export interface ScheduleWindow {
  readonly start: EpochMilli;
  readonly end: EpochMilli;
}

export const slotMinutes = 15;
const slotMilli = slotMinutes * 60_000;
/** The window "must be less than 62 days" (get free/busy schedule); 61 whole days are, in every zone. */
const windowMilli = 61 * 86_400_000;

/** Cuts a horizon into windows that getSchedule takes, on the grid of quarters of an hour. */
export function scheduleWindows(from: EpochMilli, to: EpochMilli): readonly ScheduleWindow[] {
  const windows: ScheduleWindow[] = [];
  const last = Math.ceil(to / slotMilli) * slotMilli;
  for (let start = Math.floor(from / slotMilli) * slotMilli; start < last; start += windowMilli)
    windows.push({ start, end: Math.min(start + windowMilli, last) });
  return windows;
}

/** Body of POST /me/calendar/getSchedule. */
export function encodeScheduleQuery(addresses: readonly string[], window: ScheduleWindow): unknown {
  return {
    schedules: addresses,
    startTime: encodeInstant(window.start),
    endTime: encodeInstant(window.end),
    availabilityViewInterval: slotMinutes,
  };
}

const timeOfDay = v.pipe(
  v.string(),
  v.regex(/^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/),
  v.transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))),
);

const wireTransition = v.object({
  time: v.optional(v.nullable(timeOfDay)),
  dayOccurrence: v.optional(v.nullable(v.number())),
  dayOfWeek: v.optional(v.nullable(v.string())),
  month: v.optional(v.nullable(v.number())),
  daylightBias: v.optional(v.nullable(v.number())),
});

const wireHours = v.object({
  daysOfWeek: v.array(v.string()),
  startTime: timeOfDay,
  endTime: timeOfDay,
  timeZone: v.object({
    name: v.optional(v.nullable(v.string())),
    bias: v.optional(v.nullable(v.number())),
    standardOffset: v.optional(v.nullable(wireTransition)),
    daylightOffset: v.optional(v.nullable(wireTransition)),
  }),
});

/** Subject and place, where Graph tells them, are not in the schema: they end here. */
const wireItem = v.object({ status: v.string(), start: wireInstant, end: wireInstant });

/** Body of the answer. What is broken in one entry of a person makes that entry unknown, not the answer useless. */
export const scheduleAnswer = v.object({
  value: v.array(
    v.object({
      scheduleId: v.optional(v.nullable(v.string())),
      availabilityView: v.optional(v.nullable(v.string())),
      scheduleItems: v.optional(v.nullable(v.array(v.unknown()))),
      workingHours: v.optional(v.unknown()),
      error: v.optional(
        v.nullable(
          v.object({
            message: v.optional(v.nullable(v.string())),
            responseCode: v.optional(v.nullable(v.string())),
          }),
        ),
      ),
    }),
  ),
});

export type ScheduleAnswer = v.InferOutput<typeof scheduleAnswer>;
type ScheduleEntry = ScheduleAnswer['value'][number];

/**
 * What the answers, one for each window, say of the person at a position of the question; `personId` is the address asked for.
 * An answer is undefined for a window that was not answered.
 */
export function personScheduleOf(
  addresses: readonly string[],
  position: number,
  answers: readonly { readonly window: ScheduleWindow; readonly answer: ScheduleAnswer | undefined }[],
): PersonSchedule {
  const personId = addresses[position] ?? '';
  const entries = answers.map(({ window, answer }) => ({
    window,
    entry: entryOf(answer, addresses, position),
  }));
  const views = entries.flatMap(({ window, entry }) => {
    const view = entry?.error ? undefined : entry?.availabilityView;
    const slots = (window.end - window.start) / slotMilli;
    return typeof view === 'string' && /^\d*$/.test(view) && view !== ''
      ? // Digits beyond the documented ones are somebody's future meaning: not known, so not free.
        [
          {
            start: window.start,
            intervalMinutes: slotMinutes,
            view: view.slice(0, slots).replaceAll(/[5-9]/g, '4'),
          },
        ]
      : [];
  });
  const hours = entries
    .map(({ entry }) => workingHoursOf(entry?.workingHours))
    .find((each) => each !== undefined);
  return {
    personId,
    views,
    items: views.length === 0 ? [] : entries.flatMap((_, index) => itemsOf(entries, index)),
    workingHours: hours,
    unknownReason: views.length > 0 ? undefined : reasonOf(entries.map(({ entry }) => entry)),
  };
}

function entryOf(
  answer: ScheduleAnswer | undefined,
  addresses: readonly string[],
  position: number,
): ScheduleEntry | undefined {
  const asked = addresses.map((address) => address.toLowerCase());
  const idOf = (entry: ScheduleEntry): string => entry.scheduleId?.toLowerCase() ?? '';
  const byAddress = answer?.value.find((entry) => idOf(entry) === asked[position]);
  if (byAddress !== undefined) return byAddress;
  // Exchange may answer with the primary address instead of the alias that was asked for; then the order tells.
  const inPlace = answer?.value[position];
  return inPlace === undefined || asked.includes(idOf(inPlace)) ? undefined : inPlace;
}

/** The entries of one window. One that reaches over from the window before was listed there, so it is not taken twice. */
function itemsOf(
  entries: readonly { readonly window: ScheduleWindow; readonly entry: ScheduleEntry | undefined }[],
  index: number,
): ScheduleItem[] {
  const { window, entry } = entries[index] ?? {};
  const before = entries[index - 1]?.entry;
  const isListedBefore = before !== undefined && !before.error;
  return (entry?.scheduleItems ?? []).flatMap((item) => {
    const read = v.safeParse(wireItem, item);
    if (!read.success || read.output.end <= read.output.start) return [];
    const { start, end, status } = read.output;
    if (isListedBefore && window !== undefined && start < window.start) return [];
    return [{ start, end, status: statuses.get(status) ?? 'unknown' }];
  });
}

const statuses = new Map<string, ScheduleItem['status']>([
  ['free', 'free'],
  ['tentative', 'tentative'],
  ['busy', 'busy'],
  ['oof', 'outOfOffice'],
  ['workingElsewhere', 'workingElsewhere'],
  ['unknown', 'unknown'],
]);

/** Graph lists no codes; these are the ones that were seen (5009) and the names Exchange Web Services gives them. */
function reasonOf(entries: readonly (ScheduleEntry | undefined)[]): UnknownReason {
  const error = entries.find((entry) => entry?.error)?.error;
  const text = `${error?.responseCode ?? ''} ${error?.message ?? ''}`;
  if (/\b5009\b|unable to resolve|MailRecipientNotFound/i.test(text)) return 'outside';
  if (/access|denied|permission|not allowed|NoFreeBusy/i.test(text)) return 'refused';
  if (/not found|MailboxNotEnabled|no mailbox|inactive/i.test(text)) return 'not-found';
  return 'not-answered';
}

function workingHoursOf(value: unknown): WorkingHours | undefined {
  const read = v.safeParse(wireHours, value);
  if (!read.success) return undefined;
  const { daysOfWeek, startTime, endTime, timeZone } = read.output;
  const days = weekdayNames.flatMap((name, index): Weekday[] => {
    const weekday = weekdays[index];
    return weekday !== undefined && daysOfWeek.some((day) => day.toLowerCase() === name) ? [weekday] : [];
  });
  const zone = zoneOf(timeZone);
  const endMinute = endTime === 0 ? 1440 : endTime;
  // Hours over midnight, or none at all, are no statement about a working day: better not known.
  return zone === undefined || days.length === 0 || endMinute <= startTime
    ? undefined
    : { days, startMinute: startTime, endMinute, zone };
}

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function zoneOf(zone: v.InferOutput<typeof wireHours>['timeZone']): ZoneRules | undefined {
  // Only a custom zone has a bias. Its sign is Windows' (480 for Los Angeles), as in the example of the getSchedule page.
  if (typeof zone.bias === 'number')
    return {
      kind: 'custom',
      biasMinutes: zone.bias,
      standard: transitionOf(zone.standardOffset, 0),
      daylight: transitionOf(zone.daylightOffset, zone.daylightOffset?.daylightBias ?? -60),
    };
  return typeof zone.name === 'string' && zone.name !== '' ? { kind: 'named', name: zone.name } : undefined;
}

function transitionOf(
  transition: v.InferOutput<typeof wireTransition> | null | undefined,
  biasMinutes: number,
): ZoneTransitionRule | undefined {
  const { month, dayOccurrence, dayOfWeek, time } = transition ?? {};
  const weekday = weekdays[weekdayNames.findIndex((name) => name === dayOfWeek?.toLowerCase())];
  const occurrence = ([1, 2, 3, 4, 5] as const).find((each) => each === dayOccurrence);
  // Month 0 is how Windows says that clocks never change.
  if (!month || month > 12 || occurrence === undefined || weekday === undefined) return undefined;
  return { biasMinutes, month, dayOccurrence: occurrence, dayOfWeek: weekday, minuteOfDay: time ?? 0 };
}
