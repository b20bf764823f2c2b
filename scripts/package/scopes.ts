/** A delegated permission of Microsoft Graph, as an administrator wants it explained. */
export interface ScopeReason {
  readonly name: string;
  /** What the app does with it. */
  readonly why: string;
  /** What is missing without it. */
  readonly without: string;
  /** Whether Microsoft's managed consent policy keeps it from people, so that an administrator must allow it. */
  readonly needsAdministrator: boolean;
  /** `sign-in` and `first`: in the consent link. `later`: asked for only if it turns out to be needed. */
  readonly when: 'sign-in' | 'first' | 'later';
}

/** Every permission that the app may ever ask for. There is no application permission among them, and no secret. */
export const scopeReasons: readonly ScopeReason[] = [
  {
    name: 'openid profile offline_access',
    why: 'Sign-in, and staying signed in.',
    without: 'nothing works',
    needsAdministrator: false,
    when: 'sign-in',
  },
  {
    name: 'User.Read',
    why: 'The name of the person who is signed in.',
    without: 'nothing works',
    needsAdministrator: false,
    when: 'sign-in',
  },
  {
    name: 'User.ReadBasic.All',
    why: 'Finding a colleague by name: name and mail address.',
    without: 'the partner’s address is typed in full',
    needsAdministrator: false,
    when: 'first',
  },
  {
    name: 'Calendars.ReadWrite',
    why: 'Free and busy times of both (never titles of the other’s events); booking, moving and cancelling the person’s own series.',
    without: 'no booking; Outlook’s own form is opened instead',
    needsAdministrator: true,
    when: 'first',
  },
  {
    name: 'Files.ReadWrite',
    why: 'The prep notes: files in the person’s own OneDrive, the shared half shared with the partner alone.',
    without: 'no notes; booking works',
    needsAdministrator: false,
    when: 'first',
  },
  {
    name: 'Files.ReadWrite.All',
    why: 'Opening the partner’s half of the notes, only where Microsoft Graph refuses it without this.',
    without: 'where it insists, the partner’s half is not shown in the app',
    needsAdministrator: true,
    when: 'later',
  },
  {
    name: 'Mail.Send',
    why: 'Sending a message that the person has read on the screen and sends with a click.',
    without: 'the person sends it from Outlook',
    needsAdministrator: true,
    when: 'later',
  },
];

/** The scopes that the consent link asks for, in one string. */
export const consentScopes = scopeReasons
  .filter(({ when }) => when !== 'later')
  .map(({ name }) => name)
  .join(' ');
