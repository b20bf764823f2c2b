import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const dates = (count: number): string => `${count} ${plural(count, { one: 'date', other: 'dates' })}`;
/** Numbers inside a sentence are written out up to six. */
const numberWord = (count: number): string =>
  ['none', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Choosing the recurring time. `partner` is how the other is called in a sentence; a `who` may be "you". */
export const times = {
  heading: 'Which time suits you both?',
  headingAlone: 'Which time suits you?',
  /** `cadence`: "every 2 weeks". `count` is undefined where weekdays differ in how many dates they have. */
  lookedUp: ({ count, most, cadence }: { count: number | undefined; most: number; cadence: string }) =>
    count === undefined
      ? `Up to ${dates(most)}, ${cadence}, looked up one by one.`
      : `${dates(count)}, ${cadence}, looked up one by one.`,
  cadences: {
    weekly: ({ weeks }: { weeks: number }) => (weeks === 1 ? 'every week' : `every ${weeks} weeks`),
    monthly: ({ ordinal, months }: { ordinal: string; months: number }) =>
      months === 1
        ? `on the ${ordinal} weekday of the month`
        : `on the ${ordinal} weekday, every ${months} months`,
  },
  ordinals: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' },
  /** The name of a recurring time: "Thursdays", "The second Thursday of the month". */
  monthlyDay: ({ ordinal, weekday, months }: { ordinal: string; weekday: string; months: number }) =>
    months === 1
      ? `The ${ordinal} ${weekday} of the month`
      : `The ${ordinal} ${weekday} of every ${months} months`,
  slot: ({ days, time }: { days: string; time: string }) => `${days}, ${time}`,

  verdicts: {
    allFree: ({ days, time }: { days: string; time: string }) =>
      `${days} at ${time} are free for both of you, all season.`,
    allOpen: ({ days, time }: { days: string; time: string }) =>
      `${days} at ${time}: nothing stands against it so far, all season.`,
    closest: 'No weekly time is free on all of them; these come closest.',
    unseen: ({ partner }: { partner: string }) =>
      `${capital(partner)}’s calendar cannot be seen. These are free for you.`,
    seenUntil: ({ partner, day }: { partner: string; day: string }) =>
      `We see ${partner}’s calendar until ${day}. Later dates are unknown.`,
    noneLeft: 'Every time within these hours is taken on all dates.',
  },
  /** Why later dates are called open so far. */
  filled: {
    both: ({ day }: { day: string }) =>
      `Open so far: after ${day} your calendars hold only what repeats, so those dates may still fill up.`,
    mine: ({ day }: { day: string }) =>
      `Open so far: after ${day} your calendar holds only what repeats, so those dates may still fill up.`,
    partner: ({ partner, day }: { partner: string; day: string }) =>
      `Open so far: after ${day} ${partner}’s calendar holds only what repeats, so those dates may still fill up.`,
  },

  list: {
    name: 'Times, best first',
    yourChoice: 'Your choice',
    more: ({ count }: { count: number }) => `${count} more ${plural(count, { one: 'time', other: 'times' })}`,
    fewer: 'Fewer times',
    partnerTime: ({ time, partner }: { time: string; partner: string }) => `${time} for ${partner}`,
    /** After the partner's time: "14:00 from 28 March". */
    change: ({ time, day }: { time: string; day: string }) => `${time} from ${day}`,
    spokenChange: ({ time, day }: { time: string; day: string }) => `from ${day} ${time}`,
    /** Parts of one line, as they follow each other. */
    chain: ({ parts }: { parts: readonly string[] }) => parts.join(', '),
    /** First part of the sum, set in bold. */
    free: ({ count }: { count: number }) => `${count} free`,
    freeForYou: ({ count }: { count: number }) => `${count} free for you`,
    rest: {
      openSoFar: ({ count }: { count: number }) => `${count} open so far`,
      tentative: ({ count }: { count: number }) => `${count} tentative`,
      unknown: ({ count }: { count: number }) => `${count} unknown`,
      toMend: ({ count }: { count: number }) => `${count} to mend`,
    },
    freeOf: ({ count, of }: { count: number; of: number }) => `${count} of ${dates(of)} free`,
    freeForYouOf: ({ count, of }: { count: number; of: number }) => `${count} of ${dates(of)} free for you`,
    spoken: ({
      rank,
      slot,
      partnerTime,
      sum,
      reason,
    }: {
      rank: string;
      slot: string;
      partnerTime: string | undefined;
      sum: string;
      reason: string | undefined;
    }) =>
      [`${rank}: ${slot}.`, ...[partnerTime, sum, reason].filter(isSaid).map((part) => sentence(part))].join(
        ' ',
      ),
    rank: ({ rank }: { rank: number }) => `Number ${rank}`,
  },

  reasons: {
    allFree: 'Free for both of you on every date.',
    preferredHour: 'The hour you meet at now.',
    wellInsideHours: 'Well inside both working days.',
    edgeOfHours: ({ partner }: { partner: string }) => `At the edge of ${partner}’s working day.`,
    edgeOfYourHours: 'At the edge of your working day.',
    away: ({ partner, count }: { partner: string; count: number }) =>
      `${capital(partner)} is away on ${numberWord(count)} of them.`,
    youAway: ({ count }: { count: number }) => `You are away on ${numberWord(count)} of them.`,
    mostlyPartner: ({ partner, count }: { partner: string; count: number }) =>
      `${capital(partner)} is busy on ${numberWord(count)} of them.`,
    mostlyYou: ({ count }: { count: number }) => `You are busy on ${numberWord(count)} of them.`,
    clashesInMonths: ({ months }: { months: string }) => `All clashes fall in ${months}.`,
    lastDatesOpenSoFar: ({ count }: { count: number }) =>
      count === 1 ? 'The last date is open so far.' : `The last ${numberWord(count)} dates are open so far.`,
    tentativeDates: ({ count }: { count: number }) =>
      `${capital(numberWord(count))} ${plural(count, { one: 'date is', other: 'dates are' })} tentative.`,
    unknownCalendar: ({ partner }: { partner: string }) =>
      `${capital(partner)}’s calendar cannot be seen, so ask before you book.`,
    unknownYours: 'Your own calendar could not be read.',
    nearLunch: ({ partner }: { partner: string }) => `Close to ${partner}’s lunch.`,
    nearYourLunch: 'Close to your lunch.',
  },

  heat: {
    title: ({ count }: { count: number | undefined }) =>
      count === undefined
        ? 'How many of the dates are free for both'
        : `How many of the ${dates(count)} are free for both`,
    titleAlone: ({ count }: { count: number | undefined }) =>
      count === undefined
        ? 'How many of the dates are free for you'
        : `How many of the ${dates(count)} are free for you`,
    gridName: ({ zone }: { zone: string | undefined }) =>
      zone === undefined ? 'Free dates by weekday and time' : `Free dates by weekday and time in ${zone}`,
    tabs: 'How to show the times',
    picture: 'Picture',
    table: 'Table',
    finer: 'Finer, every 15 minutes',
    none: '·',
    cell: {
      both: ({ slot, free, of }: { slot: string; free: number; of: number }) =>
        `${slot}, ${free} of ${dates(of)} free for both`,
      alone: ({ slot, free, of }: { slot: string; free: number; of: number }) =>
        `${slot}, ${free} of ${dates(of)} free for you`,
      openSoFar: ({ count }: { count: number }) => `${count} of them open so far`,
      rank: ({ rank }: { rank: number }) => `number ${rank} in the list`,
      outside: ({ slot, who }: { slot: string; who: string }) => `${slot}, outside ${who} working hours`,
      noneBoth: ({ slot }: { slot: string }) => `${slot}, no date free for both`,
      noneAlone: ({ slot }: { slot: string }) => `${slot}, no date free for you`,
      missing: ({ slot }: { slot: string }) => `${slot}, too long for these hours`,
    },
    /** Whose hours: "your", "Dana’s", "your and Dana’s". */
    yourHours: 'your',
    partnerHours: ({ partner }: { partner: string }) => `${partner}’s`,
    legend: 'What the cells mean',
    every: 'every date',
    fewMissing: ({ count }: { count: number }) => `${numberWord(count)} or fewer to mend`,
    oneMissing: 'one to mend',
    outside: 'not offered',
    atLeast: ({ count }: { count: number }) => `${count}+`,
    band: ({ from, to }: { from: number; to: number }) => (from === to ? String(from) : `${from}–${to}`),
    weeksFrom: ({ day }: { day: string }) => `For the weeks from ${day}.`,
    showBetween: 'Show the weeks in between',
    showFrom: ({ day }: { day: string }) => `Show the weeks from ${day}`,
    openIncluded: 'Dates that are open so far are counted; the table tells them apart.',
  },

  table: {
    name: 'All times with their numbers',
    time: 'Time',
    free: 'Free',
    openSoFar: 'Open so far',
    tentative: 'Tentative',
    unknown: 'Unknown',
    toMend: 'To mend',
    missing: 'Who is missing',
    nobody: 'nobody',
    you: ({ count }: { count: number }) => `you ${count}`,
    person: ({ partner, count }: { partner: string; count: number }) => `${partner} ${count}`,
    freeForYou: 'Free for you',
    leftOut: ({ count, who }: { count: number; who: string }) =>
      `${count} ${plural(count, { one: 'time is', other: 'times are' })} left out: outside ${who} working hours.`,
    choose: ({ slot }: { slot: string }) => `Choose ${slot}`,
  },

  none: {
    heading: 'There is no common time inside both working days.',
    sentence: 'One of these would bring some:',
    nothingHelps:
      'Neither a shorter meeting, nor fewer of them, nor wider hours would bring one. Other hours or another first week may.',
    shorter: ({ minutes }: { minutes: number }) => `${minutes} minutes instead`,
    cadence: ({ cadence }: { cadence: string }) => capital(cadence),
    widerHours: ({ hours }: { hours: string }) => `Wider hours, ${hours}`,
    brings: ({ free, of }: { free: number; of: number }) => `${free} of ${of} dates free at best`,
    listName: 'What would help',
  },

  invalid: {
    heading: 'These choices do not make a season yet.',
    problems: {
      'no-schedules': 'Neither calendar could be read. Try again in a moment.',
      'ends-before-start': 'The season ends before it starts. Go back and choose another first week.',
      'longer-than-52-weeks': 'That is more than a year. The longest season is 52 weeks.',
      'bad-length': 'A meeting lasts 15 minutes to 4 hours.',
      'bad-hours': 'The hours to stay within end before they begin. Go back and set them again.',
      'no-days': 'No weekday is chosen. Go back and choose at least one.',
      'unknown-zone': 'A time zone in these calendars is not known here.',
      'bad-view': 'Microsoft 365 answered with free times that cannot be read.',
      'bad-interval': 'Microsoft 365 answered with free times that cannot be read.',
      'bad-working-hours': 'The working hours in one of the calendars cannot be read.',
      'bad-cadence': 'That rhythm is not one a calendar can repeat.',
      'bad-day': 'One of the days is not on the calendar. Go back and choose it again.',
      'no-dates': 'No date falls into these weeks. Go back and choose a longer season.',
    },
    whose: ({ partner }: { partner: string }) => `It is about ${partner}’s calendar.`,
    whoseYours: 'It is about your own calendar.',
  },

  loading: ({ weeks }: { weeks: number }) =>
    `Looking at ${weeks} ${plural(weeks, { one: 'week', other: 'weeks' })} of two calendars`,
};

function isSaid(part: string | undefined): part is string {
  return part !== undefined && part !== '';
}

function sentence(part: string): string {
  return part.endsWith('.') ? part : `${part}.`;
}
