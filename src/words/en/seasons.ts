import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const dates = (count: number): string => `${count} ${plural(count, { one: 'date', other: 'dates' })}`;
const messages = (count: number): string =>
  `${count} ${plural(count, { one: 'message', other: 'messages' })}`;

/** The mentorship's own page: its seasons, how it goes on, and its end. */
export const seasons = {
  back: 'Back',
  title: ({ partner }: { partner: string }) => `Seasons with ${partner}`,
  headings: {
    runs: ({ number, partner, day }: { number: string; partner: string; day: string }) =>
      `${number} with ${partner} runs until ${day}`,
    over: ({ number, partner }: { number: string; partner: string }) => `${number} with ${partner} is over`,
    reading: 'Reading the seasons',
    gone: 'This mentorship is not in your calendar any more',
  },
  sentence: 'A season has an end. Then you both decide: keep, taper, rest or close.',
  gone: 'Its meetings were deleted, or belong to another account. Notes stay where they are.',
  reading: 'Looking through the calendar…',
  season: ({ number }: { number: number }) => `Season ${number}`,
  seasonUnknown: 'This season',
  calledOff: 'called off',
  history: 'All seasons',
  views: { picture: 'Picture', table: 'Table' },
  columns: {
    season: 'Season',
    from: 'From',
    until: 'Until',
    rhythm: 'Rhythm',
    dates: 'Dates',
    met: 'Met',
    missed: 'Missed',
    open: 'Not said',
    skipped: 'Skipped',
  },
  pictureOf: ({ season, sum }: { season: string; sum: string }) => `${season}: ${sum}`,
  exportIcs: 'Calendar file (.ics)',
  exportMarkdown: 'Text (Markdown)',
  exportName: ({ partner }: { partner: string }) => `Seasons with ${partner}`,
  exportNote: 'The calendar file invites nobody: it holds the dates alone.',
  exportHeads: ['Date', 'Time', 'State'] as const,
  summary: ({ partner }: { partner: string }) => `Mentor meeting with ${partner}`,

  trial: {
    title: 'A first look after three months',
    text: ({ day }: { day: string }) =>
      `You agreed to try. ${day} is a good date to ask each other, without blame, whether it helps. Stopping then is nobody’s fault.`,
  },
  review: {
    title: 'The last meeting is for looking back',
    text: ({ day }: { day: string }) =>
      `${day} is the last one of this season. Three questions are enough: What helped? What would you change? How do you want to go on?`,
    notes: 'Prep notes of that meeting',
  },

  goOn: {
    title: 'How it goes on',
    question: 'What suits you both?',
    keep: 'Keep',
    keepHint: 'The next season at the same time',
    taper: 'Taper',
    taperHint: 'Fewer meetings',
    rest: 'Rest',
    restHint: 'Nothing on the calendars until a date',
    close: 'Close the mentorship, kindly…',
    rhythm: 'From then on',
    rhythms: {
      two: 'Every 2 weeks',
      four: 'Every 4 weeks',
      monthly: 'Once a month',
      twoMonths: 'Every 2 months',
      threeMonths: 'Every 3 months',
    },
    when: 'This season',
    whenEnds: ({ day }: { day: string }) => `runs to its end on ${day}`,
    whenAfter: ({ day }: { day: string }) => `ends after ${day}`,
    whenNow: 'ends now',
    costNothing: 'Sends nothing now. The new season sends 1 invitation when you book it.',
    cost: ({ partner, count, goes }: { partner: string; count: number; goes: number }) =>
      `Ending it sends ${partner} ${messages(count)} and takes ${dates(goes)} off both calendars. The new season sends 1 invitation when you book it. Notes stay.`,
    costRest: ({ partner, count, goes }: { partner: string; count: number; goes: number }) =>
      `Sends ${partner} ${messages(count)} and takes ${dates(goes)} off both calendars. Notes stay.`,
    costRestNothing: 'Sends nothing: no date is ahead. It only waits here.',
    attendee: ({ partner }: { partner: string }) =>
      `${partner} is the organiser of this season. A change before its end is theirs to make; tell ${partner} what you wish.`,
    seeTimes: 'See the times',
    endAndSee: 'End it, then see the times',
    until: 'Take it up again on',
    restNow: 'Let it rest',
    restAfter: ({ day }: { day: string }) => `Choose a day after ${day}.`,
    resting: ({ day }: { day: string }) => `It rests until ${day}. Nothing is on the calendars.`,
    takeUp: 'Take it up again',
  },

  close: {
    title: 'A kind ending',
    lead: 'No reason is asked, and none is kept. Past dates and notes stay with you both.',
    words: ({ partner }: { partner: string }) => `What ${partner} reads`,
    start: ({ partner, me }: { partner: string; me: string }) =>
      `Dear ${partner},\n\nour mentoring has come to a good place to stop. Thank you for the time and the thoughts you shared.\n\n${me}`,
    cost: ({ partner, count, goes }: { partner: string; count: number; goes: number }) =>
      `Sends ${partner} ${messages(count)} and takes ${dates(goes)} off both calendars. You can undo it until tomorrow.`,
    costCancel: ({ partner, count, goes }: { partner: string; count: number; goes: number }) =>
      `Sends ${partner} ${messages(count)} and takes ${dates(goes)} off both calendars. A season called off before its first date does not come back; you can begin anew at any time.`,
    costDecline: ({ partner, goes }: { partner: string; goes: number }) =>
      `Sends ${partner} ${messages(1)}: you decline the season, and its ${dates(goes)} leave your calendar. ${partner} is the organiser and is asked to finish.`,
    costNothing: 'No date is ahead, so nothing is sent.',
    finish: ({ partner }: { partner: string }) =>
      `${partner} has declined this season. Finish it, and its dates leave your calendar too.`,
    button: 'Close the mentorship',
    sending: 'Closing…',
    done: ({ partner }: { partner: string }) => `Closed. ${partner} has your words.`,
    doneNothing: 'Closed. Nothing had to be sent.',
    together: ({ partner }: { partner: string }) =>
      `${partner} has closed it at the same moment. Nothing was sent twice.`,
    undo: 'Undo',
    undoCost: ({ partner, count }: { partner: string; count: number }) =>
      `Undoing sends ${partner} ${messages(count)}. It is offered for a day.`,
    undone: ({ partner }: { partner: string }) => `Everything is back. ${partner} has been told.`,
    undonePart: ({ count }: { count: number }) =>
      `It is back, but ${dates(count)} could not be put where ${plural(count, { one: 'it was', other: 'they were' })}. Look at the calendar.`,
    again: 'Begin anew',
    againNote: ({ partner }: { partner: string }) =>
      `You can begin anew with ${partner} at any time; the notes go on where they stopped.`,
  },
  takeOver: {
    title: ({ partner }: { partner: string }) => `Has ${partner} left?`,
    text: 'When the organiser’s account is gone, nobody changes this series any more. Book a season of your own; the notes go on from your copy.',
    button: 'Take over with a season of your own',
  },
};
