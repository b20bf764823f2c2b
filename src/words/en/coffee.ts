import type { CoffeeKind, CoffeeProblem, Obstacle } from '#domain/coffee/types.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const weeks = (count: number): string => `${count} ${plural(count, { one: 'week', other: 'weeks' })}`;
const invitations = (count: number): string =>
  `${count} ${plural(count, { one: 'invitation', other: 'invitations' })}`;

const kinds: Readonly<Record<CoffeeKind, string>> = {
  breakfast: 'Breakfast',
  coffee: 'Coffee',
  lunch: 'Lunch',
  dinner: 'Dinner',
};
const small: Readonly<Record<CoffeeKind, string>> = {
  breakfast: 'breakfast',
  coffee: 'coffee',
  lunch: 'lunch',
  dinner: 'dinner',
};

/** A coffee, a lunch, a breakfast or a dinner in between. `partner` is how the other is called, or all of them as a list. */
export const coffee = {
  eyebrow: 'Coffee chats',
  heading: ({ partner }: { partner: string }) => `A coffee with ${partner}`,
  lastMet: ({ count }: { count: number }) =>
    `You have not met outside the series for ${weeks(count)}, as far as this device knows.`,
  neverMet: 'No chat outside the series was booked on this device yet.',
  back: 'Back to home',
  windowTitle: 'Coffee chats, Mentor Meetings',
  readingMeetings: 'Reading your calendar',
  noPartner: 'This mentorship is not in your calendar',
  noPartnerText: 'It may have ended, or the link belongs to somebody else. Your own mentorships are on home.',
  kinds,
  videoCoffee: 'Video coffee',

  aside: {
    heading: 'A coffee in between',
    title: ({ kind, isVideo, partner }: { kind: CoffeeKind; isVideo: boolean; partner: string }) =>
      `${isVideo ? 'Video coffee' : kinds[kind]} with ${partner}`,
    spoken: ({
      title,
      day,
      times,
      reason,
    }: {
      title: string;
      day: string;
      times: readonly string[];
      reason: string;
    }) => `${[title, day, ...times].join(', ')}, ${reason}. See and book`,
    none: 'No time for a coffee stands out in the next weeks.',
    all: ({ partner }: { partner: string }) => `All times with ${partner}`,
  },

  week: {
    heading: 'The week',
    free: 'All free',
    suggested: 'Suggested',
    earlier: 'The week before',
    later: 'The week after',
    show: 'See the week',
    hide: 'Hide the week',
    freeSpoken: ({ times }: { times: string }) => `All free: ${times}`,
    dayOff: ({ who }: { who: string }) => `${who} ${who === 'You' ? 'have' : 'has'} a day off`,
    unknown: ({ who }: { who: string }) => `Nothing is known of ${who}`,
    noneFree: 'No time free for all',
    notOnSite: ({ who }: { who: string }) => `${who} ${who === 'You' ? 'are' : 'is'} not on site`,
  },

  suggestion: {
    list: 'Suggestions, best first',
    rank: ({ rank }: { rank: number }) => `Suggestion ${rank}`,
    spoken: ({
      kind,
      day,
      times,
      reason,
      rank,
    }: {
      kind: string;
      day: string;
      times: readonly string[];
      reason: string;
      rank: number;
    }) => `${[kind, day, ...times].join(', ')}, ${reason} Suggestion ${rank}`,
    forPartner: ({ time, partner }: { time: string; partner: string }) => `${time} for ${partner}`,
    book: ({ kind }: { kind: CoffeeKind }) => `Book ${small[kind]}`,
    bookSpoken: ({
      kind,
      partner,
      day,
      time,
      place,
      count,
    }: {
      kind: CoffeeKind;
      partner: string;
      day: string;
      time: string;
      place: string;
      count: number;
    }) => `Book ${small[kind]} with ${partner}, ${day}, ${time}, ${place}. Sends ${invitations(count)}`,
    other: 'Another time, please',
    otherSpoken: ({ kind, day }: { kind: CoffeeKind; day: string }) =>
      `Another time, please: do not offer ${small[kind]} at this time of ${day} again`,
    place: 'Place',
    change: 'Change',
    changeSpoken: ({ kind, day }: { kind: CoffeeKind; day: string }) =>
      `Change the place of ${small[kind]}, ${day}`,
    online: 'Teams meeting',
    open: 'To be agreed',
    placeHint: 'A café, a bench, a room. Earlier places are offered as you type.',
    keepPlace: 'Use it',
    booking: 'Looking once more, then booking…',
    booked: ({ day, time }: { day: string; time: string }) =>
      `Booked: ${day}, ${time}. It is on all calendars.`,
    twin: ({ partner }: { partner: string }) =>
      `${partner} booked the same time in the same moment. One meeting stands, the other was called off.`,
    taken: ({ who }: { who: string }) => `That time has just been taken: ${who}. Nothing was sent.`,
    undo: 'Undo',
    undoSpoken: ({ day, count }: { day: string; count: number }) =>
      `Undo ${day}. Sends ${invitations(count).replace('invitation', 'cancellation')}`,
    undoing: 'Calling it off…',
    undone: 'Called off, with a kind line.',
    openCalendar: 'Open in the calendar',
  },

  reasons: {
    allFree: 'All free',
    bothFree: 'Both free',
    unknown: ({ who }: { who: string }) => `Free for you; ${who}’s calendar cannot be seen`,
    onSite: ({ isPair }: { isPair: boolean }) => (isPair ? 'both on site' : 'all on site'),
    videoFarApart: 'by video, since your clocks are not the same',
    videoNotSaid: 'by video, since nobody said who is on site when',
    videoNotSameDays: 'by video, since not all are on site that day',
    videoNoWay: 'by video, since there is no time for the way',
    beforeEntry: ({ who, minutes }: { who: string; minutes: number }) =>
      minutes === 0
        ? `right before ${who === 'you' ? 'your' : `${who}’s`} next entry`
        : `${minutes === 60 ? 'an hour' : `${minutes} minutes`} before ${who === 'you' ? 'your' : `${who}’s`} next entry`,
    room: 'with room on both sides',
    allLike: 'a time of day that all of you like',
    lastOne: ({ kind, day }: { kind: CoffeeKind; day: string }) => `the last ${small[kind]} was on ${day}`,
  },

  almost: {
    heading: ({ partner }: { partner: string }) =>
      `No time is free for you and ${partner} together in these weeks.`,
    closest: 'Closest',
    obstacle: ({ who, why }: { who: string; why: Obstacle['why'] }) => {
      const verb = who === 'you' ? 'are' : 'is';
      const has = who === 'you' ? 'have' : 'has';
      return {
        tentative: `${who} ${verb} tentative`,
        busy: `${who} ${verb} busy`,
        dayOff: `${who} ${has} a day off`,
        lunch: `${who} ${has} lunch alone`,
      }[why];
    },
    none: 'No hour of the day suits all of you: change the hours below, or take somebody else along another time.',
  },

  resting: {
    notNow: ({ day }: { day: string }) => `You said not now. Suggestions come back by themselves on ${day}.`,
    rhythm: ({ day, count }: { day: string; count: number }) =>
      `You met not long ago, and you like ${count === 1 ? 'a week' : weeks(count)} in between. Suggestions come back on ${day}.`,
    anyway: 'Suggest some all the same',
  },

  notNow: {
    button: 'Not now',
    twoWeeks: 'Not for two weeks',
    month: 'Not for a month',
    open: 'Not until I say so',
  },

  third: {
    button: 'Ask a third person along',
    label: 'Who else?',
    hint: 'Name or address. Up to three more.',
    add: ({ name }: { name: string }) => `Add ${name}`,
    remove: ({ name }: { name: string }) => `Without ${name}`,
    outside: 'outside your organisation: no free/busy',
    group: 'A group cannot come along; add its people one by one.',
    nobody: 'Nobody found.',
    already: 'Is with you already.',
  },

  taste: {
    heading: 'How you like it',
    show: 'Change hours, days and places',
    windows: 'Hours for each kind',
    window: ({ kind }: { kind: CoffeeKind }) => `${kinds[kind]}, from and to`,
    from: ({ kind }: { kind: CoffeeKind }) => `${kinds[kind]}, from`,
    to: ({ kind }: { kind: CoffeeKind }) => `${kinds[kind]}, to`,
    minutes: ({ kind }: { kind: CoffeeKind }) => `Minutes for ${small[kind]}`,
    likes: 'You like',
    siteDays: 'Days on which you are on site',
    guarded: 'Keep my lunch free from 12:00 to 12:45',
    travel: 'Minutes for the way, before and after',
    rhythm: 'Weeks between two chats with this partner, at least',
    theirs: ({ partner }: { partner: string }) => `What ${partner} told you`,
    theirLikes: ({ partner }: { partner: string }) => `${partner} likes`,
    theirSite: ({ partner }: { partner: string }) => `${partner} is on site on`,
    kept: 'Kept on this device.',
    daysOff: 'Days off (leave, holidays)',
    addDay: 'Add a day',
    removeDay: ({ day }: { day: string }) => `Remove ${day}`,
    problems: {
      'bad-window': 'One of these ends before it begins. The hours from before stay.',
      'overlapping-windows': 'Two windows of one kind overlap. The hours from before stay.',
      'bad-length': 'Between 15 and 180 minutes, in quarters of an hour.',
      'bad-travel': 'Between 0 and 120 minutes.',
      'bad-rhythm': 'Between 0 and 26 weeks.',
    },
  },

  problems: {
    'too-few-people': 'A coffee needs somebody else.',
    'too-many-people': 'Five at one table are the most.',
    'same-person': 'Somebody is in the list twice.',
    'bad-schedule': 'One of the calendars was told in a way that cannot be read.',
    other: 'Something in these settings cannot be read. Set the hours anew below.',
  } satisfies Partial<Record<CoffeeProblem, string>> & { other: string },

  reading: ({ partner }: { partner: string }) => `Looking at your calendar and ${partner}’s`,
  sure: ({ partner, count }: { partner: string; count: number }) =>
    `Booking looks once more, then sends ${partner} ${count === 1 ? 'one invitation' : 'an invitation each'}. You can undo it.`,
  you: 'you',
  youCapital: 'You',

  invitation: {
    subject: ({ kind, isVideo, people }: { kind: CoffeeKind; isVideo: boolean; people: string }) =>
      `${isVideo ? 'Video coffee' : kinds[kind]}: ${people}`,
    words: ({ kind }: { kind: CoffeeKind }) =>
      kind === 'coffee'
        ? 'A coffee, no agenda. If another time suits you better, say so and we move it.'
        : `Shall we have ${small[kind]} together? No agenda. If another time suits you better, say so and we move it.`,
    linkSentence: 'Notes, if we want some: ',
    undo: 'Something came up on my side; let us find another time soon.',
    twin: 'We booked the same time in the same moment. Yours stands, so this one goes.',
  },
};
