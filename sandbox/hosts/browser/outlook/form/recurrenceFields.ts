import { element } from '../../element.ts';
import { writeWall, type Wall } from '../../calendar/wallClock.ts';
import type { FormRecurrence, RecurrenceProperties, RecurrenceType } from './formRecurrence.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const weeks = ['first', 'second', 'third', 'fourth', 'last'] as const;
const choices = {
  never: 'Never',
  daily: 'Every day',
  weekday: 'Every weekday',
  weekly: 'Every week',
  monthlyByDate: 'Every month, on this day of the month',
  monthlyByDay: 'Every month, on this weekday',
  yearly: 'Every year',
} as const;
type Choice = keyof typeof choices;
const choiceNames = [
  'never',
  'daily',
  'weekday',
  'weekly',
  'monthlyByDate',
  'monthlyByDay',
  'yearly',
] as const;

const units: Readonly<Partial<Record<Choice, string>>> = {
  daily: 'days',
  weekly: 'weeks',
  monthlyByDate: 'months',
  monthlyByDay: 'months',
  yearly: 'years',
};

/** The part of the form that says how an event recurs. */
export interface RecurrenceFields {
  readonly element: HTMLElement;
  show(recurrence: FormRecurrence | null, start: Wall, isFixed: boolean): void;
}

function choiceOf(recurrence: FormRecurrence | null): Choice {
  if (recurrence === null) return 'never';
  if (recurrence.type === 'monthly')
    return recurrence.properties.dayOfMonth === undefined ? 'monthlyByDay' : 'monthlyByDate';
  return recurrence.type;
}

/** Day and week of the month, and month, of a wall time. */
function partsOf(start: Wall): {
  readonly day: string;
  readonly date: number;
  readonly week: string;
  readonly month: string;
} {
  const at = new Date(start);
  const date = at.getUTCDate();
  return {
    day: days[(at.getUTCDay() + 6) % 7] ?? 'mon',
    date,
    week: weeks[Math.min(4, Math.ceil(date / 7) - 1)] ?? 'first',
    month: months[at.getUTCMonth()] ?? 'jan',
  };
}

function usualProperties(choice: Choice, start: Wall): RecurrenceProperties {
  const { day, date, week, month } = partsOf(start);
  switch (choice) {
    case 'weekly':
      return { interval: 1, days: [day], firstDayOfWeek: 'mon' };
    case 'monthlyByDate':
      return { interval: 1, dayOfMonth: date };
    case 'monthlyByDay':
      return { interval: 1, dayOfWeek: day, weekNumber: week };
    case 'yearly':
      return { interval: 1, month, dayOfMonth: date };
    case 'never':
    case 'daily':
    case 'weekday':
    default:
      return { interval: 1 };
  }
}

function typeOf(choice: Exclude<Choice, 'never'>): RecurrenceType {
  return choice === 'monthlyByDate' || choice === 'monthlyByDay' ? 'monthly' : choice;
}

/** `onChange` gets what the person chose; the form completes it with its own start and length. */
export function recurrenceFields(
  onChange: (recurrence: Pick<FormRecurrence, 'type' | 'properties' | 'endDate'> | null) => void,
): RecurrenceFields {
  let current: FormRecurrence | null = null;
  let startWall: Wall = 0;
  const kind = element(
    'select',
    { 'aria-label': 'Repeats' },
    ...Object.entries(choices).map(([value, words]) => element('option', { value }, words)),
  );
  const interval = element('input', { type: 'number', min: '1', max: '99', 'aria-label': 'Every how many' });
  const unit = element('span');
  const dayBoxes = days.map((day) => {
    const box = element('input', { type: 'checkbox', value: day });
    return { day, box, label: element('label', { class: 'day-box' }, box, day) };
  });
  const dayGroup = element(
    'span',
    { role: 'group', 'aria-label': 'On' },
    ...dayBoxes.map(({ label }) => label),
  );
  const until = element('input', { type: 'date', 'aria-label': 'Until' });
  const details = element('span', { class: 'recurrence-details' }, interval, unit, dayGroup, 'until', until);

  function chosen(): Choice {
    return choiceNames.find((name) => name === kind.value) ?? 'never';
  }

  function tell(): void {
    const choice = chosen();
    if (choice === 'never') {
      onChange(null);
      return;
    }
    const isSame = choice === choiceOf(current);
    const base = isSame && current !== null ? current.properties : usualProperties(choice, startWall);
    const ticked = dayBoxes.filter(({ box }) => box.checked).map(({ day }) => day);
    const properties: RecurrenceProperties = {
      ...base,
      interval: isSame ? Math.max(1, Number(interval.value) || 1) : 1,
      ...(choice === 'weekly' && isSame && ticked.length > 0 ? { days: ticked } : {}),
    };
    const half = 182 * 86_400_000;
    const endDate = isSame ? until.value : writeWall(startWall + half).slice(0, 10);
    onChange({ type: typeOf(choice), properties, endDate: endDate === '' ? undefined : endDate });
  }

  for (const control of [kind, interval, until, ...dayBoxes.map(({ box }) => box)])
    control.addEventListener('change', tell);
  return {
    element: element(
      'div',
      { class: 'form-row', role: 'group', 'aria-label': 'Recurrence' },
      element('span', { class: 'form-label', 'aria-hidden': 'true' }, 'Repeats'),
      element('span', { class: 'form-recurrence' }, kind, details),
    ),
    show(recurrence, start, isFixed) {
      current = recurrence;
      startWall = start;
      const choice = choiceOf(recurrence);
      kind.value = choice;
      kind.disabled = isFixed;
      details.hidden = recurrence === null || isFixed;
      interval.value = String(recurrence?.properties.interval ?? 1);
      interval.hidden = units[choice] === undefined;
      unit.textContent = units[choice] ?? '';
      dayGroup.hidden = choice !== 'weekly';
      for (const { day, box } of dayBoxes) box.checked = recurrence?.properties.days?.includes(day) ?? false;
      until.value = recurrence?.endDate ?? '';
    },
  };
}
