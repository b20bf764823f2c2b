/**
 * What went wrong with Microsoft 365, what stands and what helps, in a sentence or two each. Keys are the codes of a
 * service failure. Nobody is blamed.
 */
export const failures = {
  sentences: {
    'signed-out': {
      title: 'Sign in again.',
      body: 'Your sign-in has ended. What you typed is kept.',
    },
    'needs-consent': {
      title: 'Your permission is needed first.',
      body: 'Microsoft asks you once whether this app may do that. Nothing is sent by allowing it.',
    },
    'needs-admin': {
      title: 'This waits for your administrator.',
      body: 'Your organisation decides which apps may do this. Nothing you chose is lost.',
    },
    refused: {
      title: 'Microsoft 365 does not let you do this here.',
      body: 'The item belongs to somebody else, or your account may not change it. Nothing was changed.',
    },
    'not-found': {
      title: 'That is not there any more.',
      body: 'It was deleted or moved meanwhile. What the calendar shows now is right.',
    },
    full: {
      title: 'This OneDrive is full.',
      body: 'What you wrote is kept on this device. It is saved as soon as there is room.',
    },
    locked: {
      title: 'The file is open somewhere else.',
      body: 'What you wrote is kept on this device and is saved when the file is free again.',
    },
    conflict: {
      title: 'Something else was saved at the same moment.',
      body: 'Look at it once more, then go on.',
    },
    changed: {
      title: 'It was changed meanwhile.',
      body: 'Somebody else was first. Look at what stands there now, then go on.',
    },
    throttled: {
      title: 'Microsoft 365 asks us to wait a moment.',
      body: 'Too many requests came at once. Nothing is lost.',
    },
    unavailable: {
      title: 'Microsoft 365 does not answer just now.',
      body: 'This is on its side and usually passes in minutes. Nothing is lost.',
    },
    offline: {
      title: 'You are offline.',
      body: 'What you see stays. The rest works again when the network is back.',
    },
    'bad-request': {
      title: 'Microsoft 365 did not understand this request.',
      body: 'That is a mistake in this app, not yours. Nothing was sent.',
    },
    'wrong-account': {
      title: 'This is another account than before.',
      body: 'Nothing was written to it. Sign in with the account you began with.',
    },
    'popup-blocked': {
      title: 'The sign-in window was blocked.',
      body: 'Allow windows for this page in the address bar, then try again.',
    },
    cancelled: {
      title: 'Stopped before it was done.',
      body: 'The window was closed. Nothing was sent.',
    },
    unexpected: {
      title: 'Microsoft 365 answered something unexpected.',
      body: 'Nothing was shown that we could not read for certain. Trying again may help.',
    },
  },
  helps: {
    again: 'Try again',
    signIn: 'Sign in',
    allow: 'Allow it',
    askAdministrator: 'See what to ask for',
    look: 'Look again',
  },
} as const;

export type Failures = typeof failures;

/** The codes that have words. The app's failure codes are checked against it where they are used. */
export type FailureWord = keyof Failures['sentences'];

/** What a button can do about a failure. */
export type FailureHelp = keyof Failures['helps'];
