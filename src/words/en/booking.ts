import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const meetings = (count: number): string =>
  `${count} ${plural(count, { one: 'meeting', other: 'meetings' })}`;
const messages = (count: number): string =>
  `${count} ${plural(count, { one: 'message', other: 'messages' })}`;
const dates = (count: number): string => `${count} ${plural(count, { one: 'date', other: 'dates' })}`;
const secondsText = (count: number): string =>
  `${count} ${plural(count, { one: 'second', other: 'seconds' })}`;
const numberWord = (count: number): string =>
  ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'][count] ?? String(count);

/** Booking a season: the four steps, what is sent, and how it stands. `partner` is how the other is called in a sentence. */
export const booking = {
  title: 'Book a season',
  titleWith: ({ partner }: { partner: string }) => `A season with ${partner}`,
  /** Title of the window. */
  windowTitle: ({ step, title }: { step: string; title: string }) => `${step}, ${title}`,
  closeSpoken: 'Close, what you chose is kept',
  draftRestored: 'What you chose last time is still here.',
  beginAnew: 'Begin anew',

  steps: {
    listName: 'Steps of the booking',
    partner: 'Partner',
    season: 'Season',
    times: 'Times',
    dates: 'Dates',
  },

  partner: {
    heading: 'Who is the season with?',
    sentence: 'One mentor and one mentee. Each of you can move a date or propose another.',
    searchLabel: 'Name or e-mail address',
    searchHint: 'Type two letters or more, or a whole address from outside.',
    searching: 'Looking…',
    noResults: ({ text }: { text: string }) =>
      `Nobody called “${text}” was found. Try another spelling, or the whole e-mail address.`,
    recent: 'People you met with lately',
    outsideTag: 'outside your organisation',
    outsideSentence: ({ partner }: { partner: string }) =>
      `We cannot see when ${partner} is free. They get an invitation like anybody.`,
    group: ({ name }: { name: string }) =>
      `${name} is a group. A season is between two people, so please choose one of its members.`,
    oneself: 'That is you. Choose the other person of the mentorship.',
    unknownInside: ({ address }: { address: string }) =>
      `Nobody in your organisation has the address ${address}. Check the spelling.`,
    choose: ({ name }: { name: string }) => `Choose ${name}`,
    chosen: 'Your partner',
    change: 'Choose somebody else',
    roleQuestion: ({ partner }: { partner: string }) => `What is ${partner} to you?`,
    roles: {
      mentee: ({ partner }: { partner: string }) => `${partner} is my mentor`,
      mentor: ({ partner }: { partner: string }) => `${partner} is my mentee`,
    },
    roleHints: { mentee: 'I bring the questions', mentor: 'I share what I know' },
    missing: 'Choose a person first.',
    next: 'Choose the season',
    summary: ({ partner }: { partner: string }) => partner,
    meetAlready: ({ partner, until }: { partner: string; until: string }) =>
      `You and ${partner} have a season until ${until}. This one begins after it, unless you change that.`,
  },

  season: {
    heading: 'How often, and for how long?',
    sentence: 'A season has an end. At its last meeting you both decide: keep, taper, pause or close.',
    span: 'A season of',
    presets: { term: 'A term', threeMonths: '3 months', halfYear: 'Half a year', year: 'A year' },
    weeks: ({ count }: { count: number }) => `${count} ${plural(count, { one: 'week', other: 'weeks' })}`,
    meetings: ({ count }: { count: number }) => meetings(count),
    cadence: 'We meet',
    everyWeek: 'Every week',
    everyWeeks: ({ weeks }: { weeks: number }) => `Every ${weeks} weeks`,
    monthly: 'Monthly',
    everyMonths: ({ months }: { months: number }) => `Every ${months} months`,
    ordinal: 'In the month, on the',
    ordinals: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' },
    ordinalHint: ({ ordinal, weekday }: { ordinal: string; weekday: string }) =>
      `For example the ${ordinal} ${weekday}. Which weekday comes with the times.`,
    length: 'For',
    minutes: ({ count }: { count: number }) => `${count} min`,
    minutesSpoken: ({ count }: { count: number }) => `${count} minutes`,
    firstWeek: 'First week',
    firstMonth: 'First month',
    weekOf: ({ day }: { day: string }) => `The week of ${day}`,
    meetingsField: 'Meetings',
    until: 'Until',
    where: 'Where',
    places: { teams: 'Teams meeting', words: 'A place', open: 'To be agreed' },
    placeLabel: 'The place, in your words',
    placeHint: 'For example: Library café, ground floor',
    hours: {
      heading: 'Hours to stay within',
      mine: ({ hours }: { hours: string }) => `Within ${hours} for you`,
      both: ({ mine, theirs, partner }: { mine: string; theirs: string; partner: string }) =>
        `Within ${mine} for you and ${theirs} for ${partner}`,
      chosen: ({ days, hours }: { days: string; hours: string }) => `${days}, ${hours}`,
      change: 'Change',
      done: 'Done',
      changeSpoken: 'Change the hours to stay within',
      from: 'From',
      to: 'To',
      days: 'On',
      reset: 'Back to your working hours',
    },
    blackouts: {
      heading: 'Days without a meeting',
      hint: 'Holidays, exams, leave. Optional.',
      field: 'A day without a meeting',
      add: 'Add',
      /** `day` as it stands on the button. */
      remove: ({ day }: { day: string }) => `Remove ${day}`,
      open: 'Leave days out',
      paste: 'Or several at once',
      pasteHint: 'One day or stretch a line: 3 May 2027, or 2027-05-03 to 2027-05-07.',
      addText: 'Add these days',
      addFile: 'From a calendar file (.ics)…',
      added: ({ count, outside, unread }: { count: number; outside: number; unread: readonly string[] }) =>
        [
          `${count} ${plural(count, { one: 'day', other: 'days' })} added.`,
          ...(outside > 0 ? [`${outside} outside the season.`] : []),
          ...(unread.length > 0 ? [`Not understood: ${unread.join('; ')}`] : []),
        ].join(' '),
      fromFile: ({ count, entries }: { count: number; entries: number }) =>
        `${count} ${plural(count, { one: 'day', other: 'days' })} of this season, from ${entries} ${plural(entries, { one: 'entry', other: 'entries' })}.`,
      tooMany: ({ entries }: { entries: number }) =>
        `That file has ${entries} entries; a list of closures has at most 10,000. Nothing was added.`,
      tooLarge: 'That file is too large for a list of closures. Nothing was added.',
      unreadable: 'That is no calendar file. Nothing was added.',
    },
    picture: {
      season: ({ number }: { number: number }) => `Season ${number}`,
      name: 'The weeks of the season',
      row: ({ month, days }: { month: string; days: string }) => `${month}: weeks of ${days}`,
      rowNone: ({ month }: { month: string }) => `${month}: no meeting`,
      note: 'Weeks with a meeting are ringed. The day and the hour come next.',
      noteMonthly: 'Weeks with a meeting are ringed. The weekday and the hour come next.',
    },
    problems: {
      startMissing: 'Choose a day in the first week.',
      startPast: 'That week is over. The earliest is this week.',
      tooFewMeetings: 'A season has at least two meetings.',
      tooLong: 'That is more than a year. The longest season is 52 weeks.',
      placeEmpty: 'Say where you meet, or choose “To be agreed”.',
      hoursTooShort: 'These hours are shorter than the meeting.',
      noWeekdays: 'Choose at least one weekday.',
    },
    countSoFar: ({ count, isExact }: { count: number; isExact: boolean }) =>
      isExact ? meetings(count) : `Up to ${meetings(count)}`,
    rest: ({ cadence, minutes, days }: { cadence: string; minutes: number; days: string }) =>
      `, ${cadence}, ${minutes} minutes, ${days}`,
    cadenceInSentence: {
      weekly: ({ weeks }: { weeks: number }) => (weeks === 1 ? 'every week' : `every ${weeks} weeks`),
      monthly: ({ ordinal, months }: { ordinal: string; months: number }) =>
        months === 1 ? `in each month’s ${ordinal} week` : `every ${months} months, ${ordinal} week`,
    },
    summary: ({ cadence, minutes }: { cadence: string; minutes: number }) => `${cadence}, ${minutes} minutes`,
    next: 'Find times',
    fixFirst: 'Something above still needs you.',
  },

  times: {
    next: ({ count }: { count: number }) => `See the ${dates(count)}`,
    choice: ({ weekdays, time }: { weekdays: string; time: string }) => `${weekdays}, ${time}`,
    choiceDays: ({ from, to }: { from: string; to: string }) => `from ${from} to ${to}`,
    ordinalWeekday: ({ ordinal, weekday }: { ordinal: string; weekday: string }) =>
      `${ordinal.charAt(0).toUpperCase()}${ordinal.slice(1)} ${weekday} of the month`,
    none: 'Choose a time first.',
    nothingYet: 'Nothing has been sent.',
  },

  dates: {
    heading: 'Every date, before anything is sent',
    changedHeading: ({ count }: { count: number }) =>
      `${numberWord(count)} ${plural(count, { one: 'date has', other: 'dates have' })} changed since you looked.`,
    changedSentence: 'Nothing was sent. The dates that changed are marked “new”.',
    sentence: ({ weekdays, time }: { weekdays: string; time: string }) => `${weekdays}, ${time}.`,
    sentencePartnerChange: ({
      before,
      after,
      day,
      partner,
    }: {
      before: string;
      after: string;
      day: string;
      partner: string;
    }) => `${before} for ${partner} until ${day}, ${after} after.`,
    timeFor: ({ time, partner }: { time: string; partner: string }) => `${time} for ${partner}`,
    listName: 'Dates of the season',
    isNew: 'new',
    /** As inside a sentence. */
    states: {
      free: 'both free',
      openSoFar: 'open so far',
      tentative: ({ who }: { who: string }) => `tentative for ${who}`,
      unknown: ({ who }: { who: string }) => `unknown for ${who}`,
      youFreeOthersUnknown: ({ who }: { who: string }) => `you are free, unknown for ${who}`,
      busy: ({ who }: { who: string }) => `${who} is busy`,
      youBusy: 'you are busy',
      outOfOffice: ({ who }: { who: string }) => `${who} is away`,
      youOutOfOffice: 'you are away',
      outsideHours: ({ who }: { who: string }) => `outside ${who}’s working hours`,
      youOutsideHours: 'outside your working hours',
      both: {
        busy: 'you are both busy',
        outOfOffice: 'you are both away',
        outsideHours: 'outside the working hours of you both',
      },
      blackout: 'left out by your wish',
      noSuchTime: 'clocks go forward over this hour',
    },
    /** A state standing alone. */
    alone: ({ text }: { text: string }) => text.charAt(0).toUpperCase() + text.slice(1),
    later: 'to mend when it is near',
    you: 'you',
    moved: ({ day, why }: { day: string; why: string }) => `Moved from ${day}, ${why}`,
    movedBare: ({ day }: { day: string }) => `Moved from ${day}`,
    skipped: ({ why }: { why: string }) => `Skipped, ${why}`,
    movedSameDay: ({ why }: { why: string }) => `Moved on the same day, ${why}`,
    movedSameDayBare: 'Moved on the same day',
    skippedBare: 'Skipped',
    kept: ({ why }: { why: string }) => `Kept although ${why}`,
    proposed: ({ day, time }: { day: string; time: string }) => `proposed instead: ${day}, ${time}`,
    undecided: 'skip it, keep it, or choose a time',
    move: 'Move',
    change: 'Change',
    mend: 'Mend',
    mendNow: 'Mend now',
    moveSpoken: ({ day }: { day: string }) => `Move ${day}`,
    changeSpoken: ({ day }: { day: string }) => `Change what becomes of ${day}`,
    /** `action` is what stands on the button, which a spoken name must hold. */
    mendSpoken: ({ action, day, why }: { action: string; day: string; why: string }) =>
      `${action}, ${day}: ${why}`,
    closeCard: 'Keep this choice and close',
    closeCardSpoken: ({ day }: { day: string }) => `Done with ${day}, keep the choice`,
    tilesName: ({ day }: { day: string }) => `A new time for ${day}`,
    noMoves: 'No other time in that week is free for both of you.',
    tileSpoken: ({
      day,
      time,
      partnerTime,
      state,
      nearness,
    }: {
      day: string;
      time: string;
      partnerTime: string;
      state: string;
      nearness: string;
    }) => `Move to ${day}, ${time}${partnerTime === '' ? '' : `, ${partnerTime}`}, ${state}. ${nearness}`,
    nearness: {
      sameDay: 'The same day',
      dayBefore: 'The day before',
      dayAfter: 'The day after',
      daysBefore: ({ count }: { count: number }) => `${numberWord(count)} days before`,
      daysAfter: ({ count }: { count: number }) => `${numberWord(count)} days after`,
      sameHour: 'same hour',
      earlier: 'earlier',
      later: 'later',
      join: ({ day, hour }: { day: string; hour: string }) => `${day}, ${hour}`,
    },
    or: 'Or',
    skip: 'Skip this date',
    skipSpoken: ({ day, left }: { day: string; left: number }) =>
      `Skip this date, ${day}. The season then has ${meetings(left)}`,
    keep: 'Keep it anyway',
    keepSpoken: ({ day }: { day: string }) => `Keep it anyway, ${day}`,
    asPlanned: 'Leave it as planned',
    asPlannedSpoken: ({ day }: { day: string }) => `Leave it as planned, ${day}`,
    another: 'Another time…',
    anotherSpoken: ({ day }: { day: string }) => `Another time… for ${day}`,
    anotherForm: {
      name: ({ day }: { day: string }) => `Another time instead of ${day}`,
      day: 'Day',
      time: 'Begins',
      use: 'Use this time',
      useAnyway: 'Use it anyway',
      between: ({ from, to }: { from: string; to: string }) =>
        `Choose a day from ${from} to ${to}: a date stays between its neighbours.`,
      onlyThisDay: ({ day }: { day: string }) => `Its neighbours are next to it, so it stays on ${day}.`,
      past: 'That time is over.',
      taken: 'Another meeting of the season is on that day.',
      isState: ({ state }: { state: string }) => `At that time: ${state}.`,
    },
    /** `city` is undefined for a zone without a name. */
    clockChange: ({
      city,
      day,
      mine,
      partner,
      theirs,
    }: {
      city: string | undefined;
      day: string;
      mine: string;
      partner: string;
      theirs: string;
    }) =>
      `Clocks ${city === undefined ? '' : `in ${city} `}change on ${day}. You keep ${mine}; for ${partner} it becomes ${theirs}.`,
    laterNote: ({ count }: { count: number }) =>
      `${numberWord(count)} later ${plural(count, { one: 'clash is', other: 'clashes are' })} marked and ${plural(count, { one: 'keeps', other: 'keep' })} until near. Calendars change; mend now only what cannot wait.`,
    book: ({ count }: { count: number }) => `Book ${meetings(count)}`,
    sendAll: ({ count }: { count: number }) => `Send ${messages(count)}`,
    lookAgain: 'Look again first',
    askAgain: ({ count, partner }: { count: number; partner: string }) =>
      `That sends ${partner} ${messages(count)}. Sure?`,
    messagesTo: ({ count, partner }: { count: number; partner: string }) =>
      `${messages(count)} to ${partner}`,
    breakdown: ({ meetings: count, moved, skipped }: { meetings: number; moved: number; skipped: number }) =>
      [
        `1 invitation for ${meetings(count)}`,
        ...(moved > 0 ? [`${moved} moved ${plural(moved, { one: 'date', other: 'dates' })}`] : []),
        ...(skipped > 0 ? [`${skipped} skipped ${plural(skipped, { one: 'date', other: 'dates' })}`] : []),
      ].join(', '),
    needsYou: ({ day }: { day: string }) =>
      `${day} still needs a decision: skip it, keep it, or choose a time.`,
    checkFailed:
      'These dates do not fit together any more, so they cannot be booked. Change one of them, or choose another time.',
    tooFewLeft: 'Fewer than two dates are left. A season needs at least two.',
  },

  sends: {
    heading: ({ partner }: { partner: string }) => `What ${partner} receives`,
    folded: ({ partner, count }: { partner: string; count: number }) => `What ${partner} receives (${count})`,
    invitation: 'Invitation',
    invitationLine: ({ subject, dates: what, place }: { subject: string; dates: string; place: string }) =>
      `${subject}, ${what}, ${place}`,
    weekdaysCount: ({ count, weekdays }: { count: number; weekdays: string }) => `${count} ${weekdays}`,
    movedDate: 'Moved date',
    movedLine: ({ to, from }: { to: string; from: string }) => `${to} instead of ${from}`,
    movedSameDay: ({ to, time }: { to: string; time: string }) => `${to}, now at ${time}`,
    skippedDate: 'Skipped date',
    skippedLine: ({ day }: { day: string }) => `${day} does not take place`,
    yourWords: 'Your words in the invitation',
    edit: 'Edit',
    editSpoken: 'Edit your words in the invitation',
    doneEditing: 'Done',
    organiser: ({ partner }: { partner: string }) =>
      `You are the organiser. ${partner} can propose another time for any date, or decline it.`,
    ownCalendar: ({ count }: { count: number }) => `In your own calendar: 1 series of ${count}.`,
    places: { teams: 'Teams meeting', open: 'place to be agreed' },
  },

  invitation: {
    subject: ({ me, partner }: { me: string; partner: string }) => `Mentor meeting: ${me} and ${partner}`,
    words: ({ rhythm, until }: { rhythm: string; until: string }) =>
      `${rhythm} until ${until}. If a date stops suiting you, propose another time.`,
    rhythms: {
      weekly: ({ weekday, weeks }: { weekday: string; weeks: number }) =>
        weeks === 1
          ? `Every ${weekday}`
          : weeks === 2
            ? `Every second ${weekday}`
            : `Every ${weeks} weeks on ${weekday}`,
      monthly: ({ weekday, ordinal, months }: { weekday: string; ordinal: string; months: number }) =>
        months === 1
          ? `Every ${ordinal} ${weekday} of the month`
          : `Every ${months} months on the ${ordinal} ${weekday}`,
    },
    linkSentence: 'Prep notes and everything about this mentorship: ',
  },

  run: {
    eyebrow: ({ step, of }: { step: number; of: number }) => `Step ${step} of ${of}`,
    heading: 'Booking your season',
    sentence: 'A few seconds. If you leave, it waits for you on home and goes on from where it stopped.',
    listName: 'What has been done',
    stop: 'Stop here',
    stopHint: 'Stopping keeps what is done and offers to finish or to undo it.',
    stopping: 'Stopping…',
    waiting: {
      asked: ({ seconds }: { seconds: number }) => `Microsoft 365 asks us to wait ${secondsText(seconds)}.`,
      busy: ({ seconds }: { seconds: number }) =>
        `Microsoft 365 is busy. The next try is in ${secondsText(seconds)}.`,
      lost: ({ seconds }: { seconds: number }) =>
        `No answer came. The next try is in ${secondsText(seconds)}.`,
    },
    look: {
      title: 'Look again at both calendars',
      done: 'Looked again at both calendars',
      running: 'Looking again at both calendars',
      detail: 'Nothing has changed since you chose.',
    },
    series: {
      title: ({ count }: { count: number }) => `Make the series of ${meetings(count)}`,
      running: ({ count }: { count: number }) => `Making the series of ${meetings(count)}`,
      done: ({ count }: { count: number }) => `Series of ${meetings(count)} made`,
      detail: ({ weekdays, from, partner }: { weekdays: string; from: string; partner: string }) =>
        `${weekdays} from ${from}. ${partner} has the invitation.`,
      unsure:
        'No answer came back, so it may be made or not. Finishing looks first and never sends it twice.',
      notMade: ({ partner }: { partner: string }) => `Nothing has been sent to ${partner}.`,
    },
    changes: {
      title: ({ count }: { count: number }) => `Move or skip ${dates(count)}`,
      running: ({ done, count }: { done: number; count: number }) =>
        `Moving and skipping dates, ${done} of ${count} done`,
      done: ({ count }: { count: number }) =>
        `${count} ${plural(count, { one: 'date is as you chose it', other: 'dates are as you chose them' })}`,
      someDone: ({ done, count }: { done: number; count: number }) => `${done} of ${count} dates changed`,
      detailDone: ({ days, count, partner }: { days: string; count: number; partner: string }) =>
        count === 1 ? `${days}. ${partner} has a message.` : `${days}. ${partner} has a message for each.`,
      left: ({ count }: { count: number }) => `${dates(count)} still to change`,
      leftMove: ({ day, time, to }: { day: string; time: string; to: string }) =>
        `${day} stands at ${time}. It goes to ${to}.`,
      leftSkip: ({ day }: { day: string }) => `${day} still takes place. It is to be skipped.`,
      skippedDay: ({ day }: { day: string }) => `${day} skipped`,
      dayAndTime: ({ day, time }: { day: string; time: string }) => `${day}, ${time}`,
    },
    notes: {
      title: 'Prep notes later',
      detail: 'They need your leave for files, and no booking waits for that.',
      running: 'Making a place for the prep notes',
      shared: 'Prep notes shared',
      sharedDetail: ({ partner }: { partner: string }) =>
        `A folder in OneDrive that ${partner} can open; the invitation leads there.`,
      unshared: 'Prep notes made, not shared',
      unsharedDetail: ({ partner }: { partner: string }) =>
        `Your organisation does not let you share files with ${partner}. Your own notes work.`,
    },
    readBack: {
      title: 'Read it all back',
      running: 'Reading it all back',
      done: 'Read back: all as planned',
    },
    stopped: {
      eyebrow: ({ day, time }: { day: string; time: string }) => `Stopped ${day} at ${time}`,
      eyebrowUnknown: 'This booking is not finished',
      changesHeading: ({ done, count }: { done: number; count: number }) =>
        done === 0
          ? `The series is made. ${numberWord(count)} ${plural(count, { one: 'date is', other: 'dates are' })} left to change.`
          : `${done} of ${count} dates are changed. ${numberWord(count - done)} ${plural(count - done, { one: 'is', other: 'are' })} left.`,
      noChangesHeading: 'The series is made. One last look is left.',
      nothingMade: 'Nothing has been booked yet.',
      unsure: 'It is not known whether the series was made.',
      reasons: {
        byHand: 'You stopped it. Nothing was sent twice, and nothing is lost.',
        interrupted: 'It was left on the way. Nothing was sent twice, and nothing is lost.',
      },
      nothingTwice: 'Nothing was sent twice, and nothing is lost.',
      finish: 'Finish booking',
      refusedDays: ({ days, count }: { days: string; count: number }) =>
        `The calendar did not accept the change of ${days}. Finishing tries ${plural(count, { one: 'it', other: 'them' })} once more.`,
      finishWithout: ({ count }: { count: number }) =>
        `Leave ${plural(count, { one: 'that date', other: 'those dates' })} as planned`,
      undo: 'Undo all of it',
      backToDates: 'Back to the dates',
      finishCost: ({ partner, count }: { partner: string; count: number }) =>
        count === 0
          ? `Finishing sends ${partner} nothing more.`
          : `Finishing sends ${partner} ${messages(count)}.`,
      undoCost: ({ count, messages: sent }: { count: number; messages: number }) =>
        sent === 1
          ? `Undoing cancels the ${meetings(count)} and sends 1 kind line, shown to you first.`
          : `Undoing cancels the ${meetings(count)} and sends ${messages(sent)} with a kind line, shown to you first.`,
      targetBusy: ({ day, why }: { day: string; why: string }) =>
        `By now ${why} at the new time, ${day}. The date can be moved once more afterwards.`,
    },
    undo: {
      heading: ({ count }: { count: number }) => `Undo the ${meetings(count)}?`,
      sentence: ({ partner, count }: { partner: string; count: number }) =>
        `They leave both calendars, and ${partner} receives ${messages(count)} with this line:`,
      lineLabel: ({ partner }: { partner: string }) => `The line ${partner} receives`,
      line: ({ me }: { me: string }) =>
        `I booked these meetings too early and have taken them back. I will come up with new times. ${me}`,
      confirm: 'Undo and send the line',
      keep: 'Keep the meetings',
      running: 'Taking the meetings back',
      runningNow: 'Cancelling the series, then looking whether anything is left',
      stop: 'Stop here',
      stopHint: 'What is taken back stays so. You can go on, or keep what is left.',
      done: 'The meetings are taken back.',
      doneSentence: ({ partner }: { partner: string }) =>
        `Nothing of them is left in your calendar. ${partner} has your line.`,
      nothingThere: 'There was nothing to take back.',
      failed: 'The meetings are not taken back yet.',
      again: 'Try to undo again',
    },
    done: {
      bothCalendars: ({ count }: { count: number }) => `${meetings(count)} are on both calendars.`,
      ownCalendar: ({ count, partner }: { count: number; partner: string }) =>
        `${meetings(count)} are in your calendar, and ${partner} has the invitation.`,
      season: ({ number }: { number: number }) => `Season ${number}`,
      sent: ({ partner, count }: { partner: string; count: number }) =>
        `${partner} was sent ${messages(count)}:`,
      sentInvitation: ({ count }: { count: number }) => `the invitation for ${meetings(count)}`,
      sentMoved: ({ days }: { days: string }) => `moved dates: ${days}`,
      sentSkipped: ({ days }: { days: string }) => `skipped dates: ${days}`,
      first: ({ day, time }: { day: string; time: string }) => `The first one is on ${day}, ${time}.`,
      lost: {
        gone: ({ day }: { day: string }) => `${day} is no longer in the calendar, so it was left alone.`,
        movedByHand: ({ day }: { day: string }) =>
          `${day} has been moved by hand meanwhile, so it was left alone.`,
        refused: ({ day }: { day: string }) =>
          `The calendar did not accept the change of ${day}. It stands as planned first; you can change it in the calendar.`,
      },
      later: ({ count }: { count: number }) =>
        `${numberWord(count)} later ${plural(count, { one: 'date clashes', other: 'dates clash' })} for now. We show ${plural(count, { one: 'it', other: 'them' })} again when near.`,
      openCalendar: 'Open in the calendar',
      home: 'See your seasons',
      undo: 'Undo',
    },
    gone: {
      heading: 'The season was cancelled meanwhile.',
      sentence: ({ partner }: { partner: string }) =>
        `Somebody took it out of the calendar while it was being made. Nothing more was sent to ${partner}.`,
    },
    twin: {
      heading: ({ partner }: { partner: string }) => `${partner} and you have two seasons now`,
      headingBefore: ({ partner }: { partner: string }) => `${partner} and you have a season already`,
      theirs: ({
        partner,
        subject,
        from,
        to,
      }: {
        partner: string;
        subject: string;
        from: string;
        to: string;
      }) => `${partner} booked “${subject}” for the same stretch, ${from} to ${to}.`,
      mine: ({ subject, from, to }: { subject: string; from: string; to: string }) =>
        `You booked “${subject}” for the same stretch, ${from} to ${to}, perhaps in another window.`,
      nothingSent: 'Nothing was sent this time.',
      bothMade: 'Both series are in your calendars. One is enough.',
      suggestThis: 'We suggest to both of you to keep this one.',
      suggestOther: 'We suggest to both of you to keep the other one.',
      keepThat: 'Keep that season',
      bookToo: 'Book this one too',
      keepThis: 'Keep this one',
      keepOther: 'Keep the other, undo this one',
      keepBoth: 'Keep both',
      settled: 'That is settled.',
      declineLine: 'We booked each other at the same moment. Let us keep the other series.',
    },
  },

  failures: {
    wrongAccount: ({ name }: { name: string }) =>
      `This booking belongs to ${name}, and somebody else is signed in now. Nothing was written. Sign in as ${name}, or close.`,
    needsConsent: ({ partner }: { partner: string }) =>
      `To look for times, Mentor Meetings reads when you and ${partner} are free, never the titles. To book, it writes the season into your calendar. May it?`,
    needsConsentPeople:
      'To find colleagues by name, Mentor Meetings looks them up in your organisation’s directory. May it? A whole e-mail address works without.',
    offline: 'You are offline. What you chose is kept, and nothing was sent.',
    throttled: 'Microsoft 365 is busy and asks us to wait. Nothing was sent.',
    unavailable: 'Microsoft 365 did not answer in time. Nothing was sent.',
    tryAgain: 'Try again',
    during: {
      offline: 'The connection broke on the way.',
      throttled: 'Microsoft 365 was too busy to go on.',
      unavailable: 'Microsoft 365 did not answer in time.',
      signedOut: 'Your sign-in ended on the way. Sign in again; what you chose is kept.',
      wrongAccount: ({ name }: { name: string }) =>
        `Another account is signed in now, so we stopped. Sign in as ${name} to go on.`,
      refused: 'Microsoft 365 did not allow the next step.',
      other: 'Microsoft 365 answered in a way we do not understand.',
    },
    details: 'Details for support',
    schedules: 'The two calendars could not be read.',
  },
};
