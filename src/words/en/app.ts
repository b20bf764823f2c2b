/** What stands around the screens: starting, failing to, the network, the windows for signing in. */
export const app = {
  starting: 'Opening your mentor meetings',
  windowTitle: ({ title }: { title: string }) => `${title} · Mentor Meetings`,
  titles: {
    home: 'Your mentorships',
    book: 'A season',
    administrator: 'For your administrator',
    signIn: 'Sign in',
    failed: 'Something is missing',
  },
  offline: 'You are offline. What you see is from before; the rest works again when the network is back.',
  notLoaded: 'The app could not be loaded. Check the network, then open it again.',
  openAgain: 'Open again',
  part: { loading: 'Opening…', failed: 'This part could not be loaded. Try again' },
  configured: {
    heading: 'This copy of the app is not set up yet.',
    body: 'Whoever runs this site has to mend it. Their tools will want this line:',
  },
  broken: {
    heading: 'This screen could not be shown.',
    body: 'What was sent stays sent, and what you typed is kept where it could be. Opening the app again usually helps.',
  },
  notReached: {
    heading: 'Your calendar cannot be reached just now.',
  },
  dialog: {
    going: 'Going on to the sign-in page of your organisation',
    done: 'You are signed in. This window closes by itself.',
    refused:
      'This window belongs to a sign-in that was not begun here. You can close it and sign in from the app.',
    allowed: 'The app is allowed for your organisation now. You can close this window.',
    notAllowed: 'The app was not allowed. You can close this window and come back any time.',
    failed: 'The sign-in page cannot be reached just now. You can close this window and try again.',
  },
} as const;
