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
} as const;
