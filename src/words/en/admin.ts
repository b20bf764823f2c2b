/** While an administrator has not allowed the calendar yet. Nobody is blamed. */
export const admin = {
  eyebrow: 'Your organisation',
  heading: 'Booking waits for your administrator',
  sentence:
    'Your organisation decides which apps may write to calendars. This is not a fault of yours, and nothing you chose is lost.',
  table: {
    name: 'Permissions of this app',
    permission: 'Permission',
    purpose: 'What it is for',
    allowed: 'Allowed',
    yes: 'Yes',
    waiting: 'Waiting',
    later: 'Asked for when first needed',
  },
  permissions: {
    people: { title: 'Find people', purpose: 'Choosing your partner by name' },
    calendar: { title: 'Your calendar', purpose: 'Free times of both, booking the season' },
  },
  until: 'Until then',
  untilText:
    'you can book the dates one by one in Outlook’s own form, and agree on the season with your partner.',
  openForm: 'Open Outlook’s form',
  openFormHint:
    'With subject and half an hour filled in. Add your partner, choose the repetition, send it yourself.',
  formSubject: 'Mentor meeting',
  formBody:
    'Every second week for half an hour, for a season of three months. If a date stops suiting you, propose another time.',
  letter: 'The letter for your administrator',
  letterHint: 'Ready to send: what is asked for, why, and the link to allow it.',
  copyLetter: 'Copy the letter',
  copied: 'Copied',
  copyFailed: 'Could not be copied. Mark the text below and copy it by hand.',
  mailLetter: 'Write it as a mail',
  lookAgain: 'Look again',
  looking: 'Looking…',
  stillWaiting: 'It still waits. Administrators often need a day or two.',
  linkHint: 'The link opens one page of Microsoft’s: the permission, its reason, yes or no.',
  letterSubject: 'Please allow Mentor Meetings for our organisation',
  letterText: ({ link, name }: { link: string; name: string }) =>
    [
      'Hello,',
      '',
      'I would like to use Mentor Meetings in Teams and Outlook. It books mentor meetings for a whole season on two people’s calendars and shows how they stand. Our organisation asks an administrator to allow it once.',
      '',
      'Delegated permissions, each used only with what the signed-in person may do anyway:',
      '- Calendars.ReadWrite: read free times of both people, book, move and cancel the series',
      '- User.ReadBasic.All: find a partner by name',
      '- User.Read, openid, profile, offline_access: signing in',
      '',
      'The app is static files without a server of its own: calendars stay in our Microsoft 365, nothing is collected anywhere else.',
      '',
      'To allow it, open this link and say yes:',
      link,
      '',
      'Thank you,',
      name,
    ].join('\n'),
};
