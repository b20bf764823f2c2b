/** Words used on more than one screen. */
export const common = {
  appName: 'Mentor Meetings',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  undo: 'Undo',
} as const;
