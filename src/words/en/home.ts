import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const dates = (count: number): string => `${count} ${plural(count, { one: 'date', other: 'dates' })}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first screen: what is next, and whether anything asks for something. `partner` is how the other is called. */
export const home = {
  /** The heading answers: when the next meeting is, and with whom. */
  headings: {
    now: ({ partner, time }: { partner: string; time: string }) => `Now with ${partner}, until ${time}`,
    /** `day` is "today", "tomorrow" or a weekday. */
    near: ({ day, time, partner }: { day: string; time: string; partner: string }) =>
      `${capital(day)} at ${time} with ${partner}`,
    far: ({ day, time, partner }: { day: string; time: string; partner: string }) =>
      `${day} at ${time} with ${partner}`,
    nothingAhead: 'No meeting ahead',
    onlyUnfinished: 'One booking waits for you',
    reading: 'Reading your calendar',
    noneYet: 'Whom would you like to meet?',
    failed: 'Your calendar could not be read',
  },
  sentences: {
    afterwards: ({ partner, day }: { partner: string; day: string }) => `Then ${partner}, ${day}.`,
    thenAgain: ({ day }: { day: string }) => `Then again on ${day}.`,
    last: ({ partner }: { partner: string }) => `It is the last one of this season with ${partner}.`,
    ended: ({ partner }: { partner: string }) =>
      `The season with ${partner} is over. Book the next one, or let it rest.`,
    waits: 'It stopped on the way. Finish it, or undo it.',
  },

  actions: {
    book: 'Book a season',
    bookNext: 'Book the next season',
    bookNextSpoken: ({ partner }: { partner: string }) => `Book the next season with ${partner}`,
    settings: 'Settings',
    openCalendar: 'Open in the calendar',
    openCalendarSpoken: ({ partner }: { partner: string }) =>
      `Open in the calendar, the meetings with ${partner}`,
    join: 'Join',
    joinSpoken: ({ partner }: { partner: string }) => `Join the meeting with ${partner}`,
    accept: 'Accept',
    acceptSpoken: ({ partner, count }: { partner: string; count: number }) =>
      `Accept ${dates(count)}. ${partner} gets your answer`,
    notes: 'Prep notes',
    notesSpoken: ({ day, partner }: { day: string | undefined; partner: string }) =>
      day === undefined ? `Prep notes with ${partner}` : `Prep notes for ${day} with ${partner}`,
    move: 'Move',
    moveSpoken: ({ day, partner }: { day: string; partner: string }) => `Move ${day} with ${partner}`,
    propose: 'Propose a time',
    proposeSpoken: ({ day, partner }: { day: string; partner: string }) =>
      `Propose a time to ${partner} instead of ${day}`,
    otherTimes: 'See other times',
    otherTimesSpoken: ({ day }: { day: string }) => `See other times for ${day}`,
    moreSpoken: ({ partner }: { partner: string }) => `More about the mentorship with ${partner}`,
    coffee: 'A coffee in between',
    seasons: 'Seasons, and how it goes on',
    lookAgain: 'Look again',
    looking: 'Looking…',
    showDates: ({ partner }: { partner: string }) => `Dates with ${partner}`,
  },

  card: {
    list: 'Your mentorships',
    name: ({ partner }: { partner: string }) => `Season with ${partner}`,
    nobody: 'Nobody is invited any more',
    roles: { mentor: 'Your mentee', mentee: 'Your mentor' },
    roleUnknown: 'Your partner in mentoring',
    season: ({ number }: { number: number }) => `Season ${number}`,
    seasonUnknown: 'This season',
    rhythm: ({ cadence, minutes }: { cadence: string; minutes: number }) => `${cadence}, ${minutes} minutes`,
    rhythmUnknown: ({ minutes }: { minutes: number }) => `${minutes} minutes`,
    cadences: {
      weekly: ({ weeks }: { weeks: number }) => (weeks === 1 ? 'Every week' : `Every ${weeks} weeks`),
      monthly: ({ ordinal, weekday, months }: { ordinal: string; weekday: string; months: number }) =>
        months === 1
          ? `Every ${ordinal} ${weekday} of the month`
          : `Every ${months} months, on the ${ordinal} ${weekday}`,
    },
    ordinals: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' },
    /** `when`: "in 10 days", "tomorrow". */
    next: ({ when }: { when: string }) => `Next, ${when}`,
    nextNow: 'Now',
    noNext: 'No date ahead',
    lastWas: ({ day }: { day: string }) => `The last date was ${day}`,
    forPartner: ({ time, partner }: { time: string; partner: string }) => `${time} for ${partner}`,
    /** The partner's date is another day than one's own. */
    forPartnerOn: ({ day, time, partner }: { day: string; time: string; partner: string }) =>
      `${day}, ${time} for ${partner}`,
    follows: ({ day }: { day: string }) => `The next season begins on ${day}.`,
    stem: ({ partner }: { partner: string }) => `Dates with ${partner}`,
  },

  /** Below the stem, always in words. By the calendar alone: whether a past date took place, nobody has said. */
  sum: {
    none: 'No dates in the last half year or the next year',
    past: ({ past, of, moved }: { past: number; of: number; moved: number }) =>
      moved > 0
        ? `${past} of ${dates(of)} behind you, ${moved} of them moved`
        : `${past} of ${dates(of)} behind you`,
    ahead: ({ of }: { of: number }) => `${dates(of)} ahead of you`,
    allPast: ({ of }: { of: number }) => `All ${dates(of)} behind you`,
    met: ({ met, of, moved }: { met: number; of: number; moved: number }) =>
      moved > 0 ? `${met} of ${of} met, ${moved} of them moved` : `${met} of ${of} met`,
    missed: ({ count }: { count: number }) => `${count} missed`,
    /** Over, and nobody has said. */
    open: ({ count }: { count: number }) => `${count} not said`,
    skipped: ({ count }: { count: number }) => `${count} skipped`,
    join: ({ first, second }: { first: string; second: string }) => `${first}. ${second}`,
  },

  /** The state of one date, in a sentence and after a comma in the name of its mark. */
  states: {
    past: 'past',
    movedPast: ({ from }: { from: string }) => `past, moved from ${from}`,
    met: 'met',
    movedMet: ({ from }: { from: string }) => `moved from ${from}, met`,
    missed: 'missed',
    next: 'next meeting',
    nextMoved: ({ from }: { from: string }) => `next meeting, moved from ${from}`,
    toCome: 'to come',
    movedToCome: ({ from }: { from: string }) => `moved from ${from}`,
    skipped: 'skipped',
    cancelled: 'called off',
    declinedByMe: 'declined by you',
    declinedByPartner: ({ partner }: { partner: string }) => `declined by ${partner}`,
    clash: ({ why }: { why: string }) => `clash: ${why}`,
    tentative: ({ who }: { who: string }) => `tentative for ${who}`,
    tentativeYou: 'tentative for you',
    tentativeBoth: 'tentative for both of you',
  },
  clashes: {
    busy: ({ partner }: { partner: string }) => `${partner} is busy`,
    away: ({ partner }: { partner: string }) => `${partner} is away`,
    youBusy: 'you are busy',
    youAway: 'you are away',
    both: 'neither of you is free',
  },
  mark: {
    /** Spoken name of a mark: "Thursday 17 December, 14:00 to 15:00, 16:00 to 17:00 for Dana, clash: Dana is busy". */
    spoken: ({ parts }: { parts: readonly string[] }) => parts.join(', '),
    close: ({ day }: { day: string }) => `Close ${day}`,
    details: ({ day }: { day: string }) => `About ${day}`,
  },

  hints: {
    cancelledByPartner: ({ partner }: { partner: string }) =>
      `${partner} has called off the rest of this season.`,
    declinedByPartner: ({ partner }: { partner: string }) => `${partner} has declined this season.`,
    clash: ({ day, why }: { day: string; why: string }) => `${day}: ${why} now`,
    dateDeclined: ({ day, partner }: { day: string; partner: string }) => `${day}: ${partner} has declined`,
    proposed: ({ day, partner, to, time }: { day: string; partner: string; to: string; time: string }) =>
      `${day}: ${partner} proposes ${to}, ${time}`,
    unanswered: ({ partner, count }: { partner: string; count: number }) =>
      `${partner} invites you to ${dates(count)}. You have not answered yet.`,
    accepted: ({ partner }: { partner: string }) => `Accepted. ${partner} has your answer.`,
    declinedByMe: 'You have declined this season.',
    partnerUnanswered: ({ partner }: { partner: string }) =>
      `${partner} has not answered the invitation yet.`,
    ended: 'This season is over.',
  },

  questions: {
    didYouMeet: ({ day }: { day: string }) => `How did ${day} go?`,
    answers: { met: 'Met', moved: 'Met at another time', missed: 'Did not meet' },
    answerSpoken: ({ answer, day }: { answer: string; day: string }) => `${answer}, ${day}`,
    leave: 'Leave it open',
    leaveSpoken: ({ day }: { day: string }) => `Leave ${day} open, and do not ask again`,
    noted: { met: 'Noted: met.', moved: 'Noted: met at another time.', missed: 'Noted. It happens.' },
    undo: 'Undo',
    undoSpoken: ({ day }: { day: string }) => `Undo, nothing is said of ${day}`,
    onlyYou: 'Kept on this device; nobody else sees it.',
    twoMissed: 'The last two did not take place. Would another rhythm suit you both better?',
    twoMissedLook: 'See how it could go on',
    twoMissedLeave: 'It is fine as it is',
  },

  unfinished: {
    eyebrow: ({ partner }: { partner: string }) => `A season with ${partner}`,
    changes: ({ done, count, left }: { done: number; count: number; left: number }) =>
      `${done} of ${dates(count)} ${plural(count, { one: 'is', other: 'are' })} as planned. ${left === 1 ? 'One is' : `${left} are`} left.`,
    lastLook: 'The series is made. One last look is left.',
    sentence: 'Nothing was sent twice, and nothing is lost.',
    finish: 'Finish booking',
    finishSpoken: ({ partner }: { partner: string }) => `Finish booking the season with ${partner}`,
    undo: 'Undo all of it',
    undoSpoken: ({ partner }: { partner: string }) =>
      `Undo all of it, the season with ${partner}. What that costs is shown first`,
  },

  empty: {
    another: 'Room for another season',
    anotherText: 'With a second mentor, or with somebody you mentor yourself.',
  },

  foot: {
    looked: ({ time }: { time: string }) => `Looked at ${time}.`,
    clashes: ({ weeks }: { weeks: number }) =>
      `Both calendars are checked for the next ${weeks} weeks whenever this opens; nobody watches in between.`,
    unchecked: 'The calendars of the others could not be checked this time.',
  },
  offline: ({ time }: { time: string }) => `Offline. This is what we saw at ${time}.`,
  offlineOn: ({ day, time }: { day: string; time: string }) =>
    `Offline. This is what we saw on ${day} at ${time}.`,
  stale: ({ time }: { time: string }) => `Microsoft 365 does not answer. This is what we saw at ${time}.`,
  staleOn: ({ day, time }: { day: string; time: string }) =>
    `Microsoft 365 does not answer. This is what we saw on ${day} at ${time}.`,
  stillReading: ({ time }: { time: string }) => `Still reading. This is what we saw at ${time}.`,
  stillReadingOn: ({ day, time }: { day: string; time: string }) =>
    `Still reading. This is what we saw on ${day} at ${time}.`,
  needsNetwork: 'Works again when you are online.',
  loading: 'What is next stands here in a moment.',
};
