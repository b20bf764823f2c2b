import { listIn, membersIn, textIn, type Members } from '../../members.ts';

const types = ['daily', 'weekday', 'weekly', 'monthly', 'yearly'] as const;
export type RecurrenceType = (typeof types)[number];

/** How often, in Office.js' words: days `mon` … `sun`, months `jan` …, weeks `first` … `last`. */
export interface RecurrenceProperties {
  readonly interval?: number;
  readonly days?: readonly string[];
  readonly firstDayOfWeek?: string;
  readonly dayOfMonth?: number;
  /** `mon` …, or `day`, `weekday`, `weekendDay`. */
  readonly dayOfWeek?: string;
  readonly weekNumber?: string;
  readonly month?: string;
}

/** The recurrence in a form. */
export interface FormRecurrence {
  readonly type: RecurrenceType;
  readonly properties: RecurrenceProperties;
  /** Windows name of the zone that the times below are in. */
  readonly zone: string;
  /** `yyyy-MM-dd` */
  readonly startDate: string;
  /** Undefined for a series without an end. */
  readonly endDate: string | undefined;
  /** Minutes since midnight. */
  readonly startMinutes: number;
  readonly durationMinutes: number;
}

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const graphDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** Reads what `recurrence.setAsync` passes; undefined when it makes no recurrence. */
export function readOfficeRecurrence(value: Members): FormRecurrence | undefined {
  const type = types.find((name) => name === textIn(value, 'recurrenceType'));
  const time = membersIn(value, 'seriesTimeJson');
  const number = (name: string): number => Number(time.get(name) ?? Number.NaN);
  const date = (part: 'start' | 'end'): string =>
    `${String(number(`${part}Year`)).padStart(4, '0')}-${two(number(`${part}Month`))}-${two(number(`${part}Day`))}`;
  const startDate = date('start');
  if (type === undefined || Number.isNaN(Date.parse(startDate))) return undefined;
  const given = membersIn(value, 'recurrenceProperties');
  return {
    type,
    properties: readProperties(given),
    zone: textIn(membersIn(value, 'recurrenceTimeZone'), 'name'),
    startDate,
    endDate:
      time.get('noEndDate') === true || Number.isNaN(Date.parse(date('end'))) ? undefined : date('end'),
    startMinutes: number('startTimeMin') || 0,
    durationMinutes: number('durationMin') || 0,
  };
}

function readProperties(given: Members): RecurrenceProperties {
  const text = (name: 'firstDayOfWeek' | 'dayOfWeek' | 'weekNumber' | 'month'): RecurrenceProperties =>
    textIn(given, name) === '' ? {} : { [name]: textIn(given, name) };
  const number = (name: 'interval' | 'dayOfMonth'): RecurrenceProperties =>
    typeof given.get(name) === 'number' ? { [name]: Number(given.get(name)) } : {};
  const days = listIn(given, 'days').map(String);
  return {
    ...number('interval'),
    ...(days.length === 0 ? {} : { days }),
    ...text('firstDayOfWeek'),
    ...number('dayOfMonth'),
    ...text('dayOfWeek'),
    ...text('weekNumber'),
    ...text('month'),
  };
}

/** As `recurrence.getAsync` and the item's `recurrence` give it. */
export function writeOfficeRecurrence(
  recurrence: FormRecurrence,
  offsetMinutes: number,
): Readonly<Record<string, unknown>> {
  const [startYear, startMonth, startDay] = recurrence.startDate.split('-').map(Number);
  const [endYear, endMonth, endDay] = (recurrence.endDate ?? '').split('-').map(Number);
  return {
    recurrenceType: recurrence.type,
    recurrenceProperties: recurrence.properties,
    recurrenceTimeZone: { name: recurrence.zone, offset: offsetMinutes },
    seriesTimeJson: {
      startYear,
      startMonth,
      startDay,
      ...(recurrence.endDate === undefined ? { noEndDate: true } : { endYear, endMonth, endDay }),
      startTimeMin: recurrence.startMinutes,
      durationMin: recurrence.durationMinutes,
    },
  };
}

function graphDaysOf(name: string | undefined): readonly string[] {
  switch (name) {
    case 'day':
      return graphDays;
    case 'weekday':
      return weekdays;
    case 'weekendDay':
      return ['saturday', 'sunday'];
    case undefined:
    default:
      return graphDays.filter((_day, index) => dayNames[index] === name);
  }
}

function patternOf({ type, properties }: FormRecurrence): Readonly<Record<string, unknown>> {
  const interval = properties.interval ?? 1;
  const month = months.findIndex((name) => name === properties.month) + 1;
  const isByDay = properties.dayOfMonth === undefined;
  const byDay = { daysOfWeek: graphDaysOf(properties.dayOfWeek), index: properties.weekNumber ?? 'first' };
  switch (type) {
    case 'daily':
      return { type: 'daily', interval };
    case 'weekday':
      return { type: 'weekly', interval: 1, daysOfWeek: weekdays, firstDayOfWeek: 'monday' };
    case 'weekly':
      return {
        type: 'weekly',
        interval,
        daysOfWeek: graphDays.filter((_day, index) => properties.days?.includes(dayNames[index] ?? '')),
        firstDayOfWeek: graphDaysOf(properties.firstDayOfWeek)[0] ?? 'sunday',
      };
    case 'monthly':
      return isByDay
        ? { type: 'relativeMonthly', interval, ...byDay }
        : { type: 'absoluteMonthly', interval, dayOfMonth: properties.dayOfMonth };
    case 'yearly':
    default:
      return isByDay
        ? { type: 'relativeYearly', interval, month, ...byDay }
        : { type: 'absoluteYearly', interval, month, dayOfMonth: properties.dayOfMonth };
  }
}

/** Graph's `recurrence` of an event. */
export function graphRecurrenceOf(recurrence: FormRecurrence): Readonly<Record<string, unknown>> {
  const { startDate, endDate, zone } = recurrence;
  return {
    pattern: patternOf(recurrence),
    range: {
      type: endDate === undefined ? 'noEnd' : 'endDate',
      startDate,
      ...(endDate === undefined ? {} : { endDate }),
      recurrenceTimeZone: zone,
    },
  };
}

function dayName(graphDay: unknown): string {
  return dayNames[graphDays.findIndex((name) => name === graphDay)] ?? 'mon';
}

function dayOfWeekOf(days: readonly unknown[]): string {
  if (days.length === 7) return 'day';
  if (days.length === 5) return 'weekday';
  return days.length === 2 ? 'weekendDay' : dayName(days[0]);
}

/**
 * The recurrence of an event of Graph's. `startMinutes` and `durationMinutes` are those of the series' own start, in the zone of its range; `lastDate`
 * stands in for the end of a range that is counted.
 */
export function formRecurrenceOf(
  recurrence: Members,
  times: { readonly startMinutes: number; readonly durationMinutes: number; readonly lastDate?: string },
): FormRecurrence {
  const [pattern, range] = [membersIn(recurrence, 'pattern'), membersIn(recurrence, 'range')];
  const interval = Number(pattern.get('interval') ?? 1);
  const days = listIn(pattern, 'daysOfWeek');
  const byDate = { dayOfMonth: Number(pattern.get('dayOfMonth') ?? 1) };
  const byDay = { dayOfWeek: dayOfWeekOf(days), weekNumber: textIn(pattern, 'index') || 'first' };
  const month = { month: months[Number(pattern.get('month') ?? 1) - 1] ?? 'jan' };
  const shapes: Readonly<Record<string, readonly [RecurrenceType, RecurrenceProperties]>> = {
    daily: ['daily', { interval }],
    weekly: [
      'weekly',
      { interval, days: days.map(dayName), firstDayOfWeek: dayName(pattern.get('firstDayOfWeek')) },
    ],
    absoluteMonthly: ['monthly', { interval, ...byDate }],
    relativeMonthly: ['monthly', { interval, ...byDay }],
    absoluteYearly: ['yearly', { interval, ...month, ...byDate }],
    relativeYearly: ['yearly', { interval, ...month, ...byDay }],
  };
  const [type, properties] = shapes[textIn(pattern, 'type')] ?? ['daily', { interval }];
  const rangeType = textIn(range, 'type');
  return {
    type,
    properties,
    zone: textIn(range, 'recurrenceTimeZone') || 'UTC',
    startDate: textIn(range, 'startDate'),
    endDate:
      rangeType === 'noEnd'
        ? undefined
        : rangeType === 'numbered'
          ? times.lastDate
          : textIn(range, 'endDate'),
    startMinutes: times.startMinutes,
    durationMinutes: times.durationMinutes,
  };
}
