import type { CoffeeHabits, CoffeeKind, MealWindow } from './types.ts';

/** Minutes of each kind unless somebody says otherwise. */
export const defaultLengths: Readonly<Record<CoffeeKind, number>> = {
  breakfast: 45,
  coffee: 30,
  lunch: 45,
  dinner: 90,
};

const hour = 60;

/** Regions that eat late: their lunches and dinners begin an hour and more after those of others (CLDR region codes). */
const lateRegions: ReadonlySet<string> = new Set(['ES', 'PT', 'IT', 'GR', 'AR', 'CL', 'UY', 'BR', 'MX']);
/** Regions that eat early. */
const earlyRegions: ReadonlySet<string> = new Set([
  'NO',
  'SE',
  'FI',
  'DK',
  'NL',
  'DE',
  'AT',
  'CH',
  'CZ',
  'PL',
  'US',
  'CA',
]);

/** The windows that a person of a locale begins with; everybody may change them. */
export function defaultWindows(locale: string): readonly MealWindow[] {
  const region = regionOf(locale);
  const lunch = lateRegions.has(region) ? 13 * hour : earlyRegions.has(region) ? 11.5 * hour : 12 * hour;
  const dinner = lateRegions.has(region) ? 20 * hour : earlyRegions.has(region) ? 17.5 * hour : 18 * hour;
  return [
    { kind: 'breakfast', startMinute: 7.5 * hour, endMinute: 9 * hour },
    { kind: 'coffee', startMinute: 9.5 * hour, endMinute: 11.5 * hour },
    { kind: 'lunch', startMinute: lunch, endMinute: lunch + 2 * hour },
    { kind: 'coffee', startMinute: 14 * hour, endMinute: 16.5 * hour },
    { kind: 'dinner', startMinute: dinner, endMinute: dinner + 3 * hour },
  ];
}

/** What is taken for granted of somebody who has said nothing. */
export function defaultHabits(locale: string): CoffeeHabits {
  return {
    windows: defaultWindows(locale),
    likes: ['coffee', 'lunch'],
    siteDays: undefined,
    guardedLunch: undefined,
    daysOff: [],
  };
}

function regionOf(locale: string): string {
  try {
    return new Intl.Locale(locale).maximize().region ?? '';
  } catch (cause) {
    if (cause instanceof RangeError) return '';
    throw cause;
  }
}
