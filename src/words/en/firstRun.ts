/** Before there is anything: what this does, and signing in. */
export const firstRun = {
  heading: 'Mentoring that stays on the calendar',
  points: [
    {
      title: 'A season, booked at once',
      text: 'At the hour that suits you both best, with every date looked at.',
    },
    {
      title: 'Notes that open from the event',
      text: 'What you want to ask, what was left over, what is only yours.',
    },
    {
      title: 'A coffee in between',
      text: 'Breakfast, coffee or lunch, found in the time you both have free.',
    },
  ],
  book: 'Book a first season',
  invitation: 'I have an invitation',
  promise:
    'Nothing is sent before you have seen it. Your calendar and files stay in your own Microsoft 365; this app has no server.',
  consent: 'Microsoft asks you once whether this app may read and write your calendar.',
  noInvitation:
    'No invitation to mentor meetings is in your calendar yet. It shows here as soon as it is there, whoever sends it.',
  lookAgain: 'Look again',
};
