import { createPlural } from '../plural.ts';

const plural = createPlural('en');

/** Times for the people in the form of an event, and what was put into it. */
export const mentorTimes = {
  eyebrow: 'Mentor times',
  title: 'Mentor times',
  /** `people`: "Dana", "Dana and Femi". */
  heading: ({ people }: { people: string }) => `You and ${people}`,
  headingMany: ({ people }: { people: string }) => `Times for you, ${people}`,
  season: ({
    meetings,
    cadence,
    minutes,
    months,
  }: {
    meetings: string;
    cadence: string;
    minutes: number;
    months: string;
  }) => `${meetings}, ${cadence}, ${minutes} minutes, ${months}`,
  change: 'Change',
  changeSpoken: ({ season }: { season: string }) => `Change the season: ${season}`,
  done: 'Show the times',
  reading: 'Reading the form',
  looking: ({ count }: { count: number }) => `Looking at the calendars of ${count} people`,
  unseen: ({ people }: { people: string }) =>
    `The calendar of ${people} cannot be seen. Their dates are unknown, not free.`,
  outside: ({ people }: { people: string }) =>
    `${people} is outside your organisation. Their calendar cannot be seen: their dates are unknown, not free.`,
  put: 'Put into this form',
  putting: 'Putting it into the form',
  nothingSent: 'Nothing is sent. You press Send yourself.',
  chooseFirst: 'Choose a time first.',
  lookAgain: 'Look again',

  nobody: {
    heading: 'Add a person to the event first.',
    body: 'Then the times that suit you both are looked up here.',
  },
  tooMany: {
    heading: ({ count }: { count: number }) => `${count} people are invited.`,
    body: ({ most }: { most: number }) =>
      `Mentor times are looked up for you and up to ${most} others. Take some people out of the form, then look again.`,
  },
  oneDate: {
    heading: 'This is one date of a season.',
    body: 'Its rhythm belongs to the whole series. Open the series to give it another time, or move this one date in its prep notes.',
  },
  shared: {
    heading: ({ owner }: { owner: string }) => `This is the calendar of ${owner}.`,
    body: 'Mentor times are looked up for your own calendar only. Open the form in it.',
  },
  unread: {
    heading: 'The form could not be read.',
    silent: 'Outlook has not answered. Nothing was changed.',
    refused: ({ detail }: { detail: string }) => `Outlook refused it: ${detail}. Nothing was changed.`,
  },
  notFilled: {
    silent: 'Outlook has not answered. Look at the form: some of it may be filled in already.',
    refused: ({ detail }: { detail: string }) => `Outlook refused it: ${detail}. The form is as it was.`,
    gone: 'Another item was opened meanwhile. Look at the form you left before you send it.',
  },

  subject: ({ me, partner }: { me: string; partner: string }) => `Mentor meeting: ${me} and ${partner}`,
  teamsPlace: 'Teams meeting',
  linkSentence: 'Prep notes and everything about this mentorship: ',

  filled: {
    heading: 'In your form now',
    sentence: 'Look through it, then press Send in Outlook.',
    listName: 'What was put into the form',
    fields: { subject: 'Title', time: 'When', recurrence: 'Repeats', place: 'Where', text: 'Text' },
    when: ({ slot }: { slot: string }) => slot,
    repeats: ({ cadence, days }: { cadence: string; days: string }) => `${cadence}, ${days}`,
    yoursKept: ({ text }: { text: string }) => `Yours kept: ${text}`,
    yours: 'Yours kept',
    textAdded: 'Yours kept; one line with the notes link added',
    unsupported: ({ wanted }: { wanted: string }) =>
      `This Outlook lets no add-in set it. Choose it yourself: ${wanted}`,
    failed: ({ wanted }: { wanted: string }) => `Outlook refused it. Fill it in yourself: ${wanted}`,
    textFailed:
      'Outlook refused the line with the notes link. The notes can be found by time and people all the same.',
    written: 'filled in',
    notWritten: 'not filled in',
    teams: 'For the link to join, switch on “Teams meeting” in the form; add-ins cannot.',
    status: ({ count }: { count: number }) =>
      `${count === 5 ? 'Five' : String(count)} ${plural(count, { one: 'field', other: 'fields' })} filled`,
    putBack: 'Put back what was there',
    puttingBack: 'Putting it back',
    isBack: 'The form is as it was.',
    left: ({ fields }: { fields: string }) =>
      `The form is as it was, but for what you changed yourself since or Outlook keeps: ${fields}.`,
    mend: ({ count }: { count: number }) =>
      `${count} ${plural(count, { one: 'date', other: 'dates' })} to mend after sending`,
    mendLine: ({ day, state }: { day: string; state: string }) => `${day}, ${state}`,
    mendAfter: 'Outlook sends the whole series first. Then three other times wait for you in Teams.',
    notSent: 'Nothing has been sent',
  },
} as const;
