/** The panes beside a message or an event in Outlook. */
export const pane = {
  silent: {
    heading: 'Outlook has not answered.',
    body: 'The pane waited a few seconds for it. Nothing is lost; trying again usually helps.',
    again: 'Try again',
  },
  elsewhere: {
    heading: 'This page belongs beside a message or an event in Outlook.',
    body: 'Opened here it has nothing to show. Your mentorships are on a page of their own.',
    open: 'Open your mentorships',
  },
  nothing: {
    heading: 'Nothing is opened.',
    body: 'Choose a message to plan a season with whoever wrote it, or an event to see its prep notes.',
  },
  other: {
    heading: 'There is nothing to plan here.',
    body: 'Choose a message that somebody wrote to you, or an event of your calendar.',
  },
  event: {
    title: 'Prep notes',
    reading: 'Finding the meeting of this event',
    lookAgain: 'Look again',
    open: 'Open your mentorships',
    unread: {
      heading: 'The event could not be read.',
      silent: 'Outlook has not answered. Nothing was changed.',
      refused: ({ detail }: { detail: string }) => `Outlook refused it: ${detail}. Nothing was changed.`,
      gone: 'Another item was opened meanwhile.',
    },
    shared: {
      heading: ({ owner }: { owner: string }) => `This event is in the calendar of ${owner}.`,
      body: 'Prep notes open beside the events of your own calendar only: the notes of others are theirs.',
    },
    foreign: {
      heading: 'This event has a link to a mentorship that is not in your calendar.',
      body: 'Perhaps the invitation was passed on to you, or it was deleted from your calendar. Notes are shown to the two of a mentorship only.',
    },
    none: {
      heading: 'This event is no mentor meeting yet.',
      body: 'It has no link to a mentorship, and no meeting of yours is at this time with these people.',
      allDay: 'It lasts all day; mentor meetings have an hour.',
      alone: 'Nobody is invited to it but you.',
      many: ({ count }: { count: number }) =>
        `${count} people are invited; a mentor meeting is between the two of a mentorship.`,
      book: ({ name }: { name: string }) => `Book a season with ${name}`,
    },
    unsaved: {
      heading: 'This event is not sent yet.',
      linked: 'It becomes a mentor meeting when you send it. Its notes begin then.',
      plain: 'To make it a season of mentor meetings, press “Mentor times” beside this button.',
    },
    kept: 'Notes are kept; they join the meeting when you send it.',
    empty: {
      heading: 'No date of this season is in your calendar.',
      body: 'They may all have been skipped, or lie more than half a year back.',
    },
    foundBy: {
      link: 'Found by the link in the event.',
      series: 'Found by the series in your calendar.',
      people: ({ day }: { day: string }) => `We think this is the meeting of ${day}.`,
    },
    openedSeries: 'You opened the whole series. This is the meeting nearest to today.',
    unclear: ({ day }: { day: string }) =>
      `Outlook does not tell which date of the season this is. We think it is ${day}.`,
    yes: 'Yes',
    another: 'Another',
    which: 'Which meeting is it?',
    choices: 'Meetings of the season',
    place: ({ number, of, partner }: { number: number; of: number; partner: string }) =>
      `Meeting ${number} of ${of} with ${partner}`,
    offPlace: ({ partner }: { partner: string }) => `A date that is called off, with ${partner}`,
    singlePlace: 'One meeting outside the season',
    over: 'This meeting is over.',
    off: 'This meeting is called off.',
    earlier: ({ day }: { day: string }) => `The meeting before, ${day}`,
    later: ({ day }: { day: string }) => `The meeting after, ${day}`,
    noEarlier: 'There is no meeting before',
    noLater: 'There is no meeting after',
    back: ({ day }: { day: string }) => `Back to ${day}, the event you opened`,
  },
  meet: {
    title: 'Meet with sender',
    finding: 'Looking up who wrote the message',
    others: 'On this message',
    going: ({ partner }: { partner: string }) => `You are planning with ${partner}.`,
    now: ({ sender }: { sender: string }) => `The message you chose now is from ${sender}.`,
    change: ({ sender }: { sender: string }) => `Plan with ${sender}`,
    keep: 'Go on',
  },
} as const;
