/** The few things that can be set. */
export const settings = {
  heading: 'Settings',
  account: 'Signed in as',
  signOut: 'Sign out',
  signOutHint: 'What this device remembers of you is forgotten.',
  remembered: 'What this device remembers',
  rememberedText:
    'Your last partner, rhythm, length and hours, a half-filled booking, and the last picture of your dates, so that they show while you are offline.',
  forget: 'Forget it now',
  forgotten: 'Forgotten.',
  theme: 'Colours, language and the way dates are written come from Teams, Outlook or your browser.',
  back: 'Back',
};
