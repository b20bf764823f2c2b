/** The few things that can be set. */
export const settings = {
  heading: 'Settings',
  account: 'Signed in as',
  signOut: 'Sign out',
  signOutHint: 'What this device remembers of you is forgotten.',
  remembered: 'What this device remembers',
  rememberedText:
    'Your last partner, rhythm, length and hours, a half-filled booking, notes that are not in OneDrive yet with copies of those that are, and the last picture of your dates, so that they show while you are offline.',
  forget: 'Forget it now',
  forgotten: 'Forgotten.',
  unsaved:
    'Some of your notes are on this device only: they could not be saved to OneDrive yet. Forgetting now loses them.',
  keepUnsaved: 'Keep them',
  loseUnsaved: 'Forget them all the same',
  theme: 'Colours, language and the way dates are written come from Teams, Outlook or your browser.',
  back: 'Back',
};
