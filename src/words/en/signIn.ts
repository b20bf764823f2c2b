/** Signing in, and what to do when that does not work. */
export const signIn = {
  first: {
    heading: 'Mentoring that stays on the calendar',
    sentence: 'Sign in with your work or school account. The app sees only what you see yourself.',
    button: 'Sign in',
  },
  lost: {
    heading: 'Sign in again',
    sentence: 'Your sign-in has ended. What you typed is kept.',
    button: 'Sign in again',
  },
  wrongAccount: {
    heading: 'This is another account than before',
    sentence: 'Nothing was written to it. Go on with the account you began with.',
    button: 'Choose the account',
  },
  popupBlocked: {
    heading: 'The sign-in window was blocked',
    sentence: 'Allow windows for this page in the address bar, then try again.',
    button: 'Try again',
  },
  needsConsent: {
    heading: 'Your permission is needed first',
    sentence:
      'Microsoft asks you once whether this app may read and write your calendar. Nothing is sent by allowing it.',
    button: 'Allow it',
  },
  cancelled: {
    heading: 'Not signed in yet',
    sentence: 'The window was closed before it was done. Nothing was changed.',
    button: 'Sign in',
  },
  waiting: 'Waiting for the sign-in window…',
};
