/** A delegated permission of Microsoft Graph, as the consent page tells it. */
export interface ScopeEntry {
  readonly name: string;
  readonly title: string;
  readonly words: string;
  /** Whether only an administrator may allow it where nothing else was decided. */
  readonly adminOnly: boolean;
}

export const graphAudience = 'https://graph.microsoft.com';
/** Graph's own application id, which tokens may also name as audience. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';
/** Scopes of OpenID Connect. */
export const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

const entry = (name: string, title: string, words: string, adminOnly = false): ScopeEntry => ({
  name,
  title,
  words,
  adminOnly,
});

/**
 * Names and display names as in the Microsoft Graph permissions reference. Which of them wait for an administrator is the tenant's choice; the default
 * here follows Microsoft's managed consent policy, under which calendars, mail and all files do.
 */
export const graphScopes: readonly ScopeEntry[] = [
  entry('User.Read', 'Sign you in and read your profile', 'Your name, address, job title and photo.'),
  entry('User.ReadWrite', 'Read and update your profile', 'Your own profile.'),
  entry(
    'User.ReadBasic.All',
    'Read all users’ basic profiles',
    'Names, addresses and photos of people in your organisation.',
  ),
  entry(
    'User.Read.All',
    'Read all users’ full profiles',
    'Everything in the profiles of people in your organisation.',
    true,
  ),
  entry('People.Read', 'Read your relevant people list', 'Whom you work with.', true),
  entry('Calendars.ReadBasic', 'Read basic details of your calendars', 'Times, without bodies.', true),
  entry('Calendars.Read', 'Read your calendars', 'Every event of your calendars.', true),
  entry(
    'Calendars.Read.Shared',
    'Read calendars you can access',
    'Your calendars and those shared with you.',
    true,
  ),
  entry(
    'Calendars.ReadWrite',
    'Have full access to your calendars',
    'Read, make, change and remove events, and see when colleagues are free.',
    true,
  ),
  entry(
    'Calendars.ReadWrite.Shared',
    'Read and write to your and shared calendars',
    'Your calendars and those shared with you.',
    true,
  ),
  entry('MailboxSettings.Read', 'Read your mailbox settings', 'Your time zone and working hours.', true),
  entry(
    'MailboxSettings.ReadWrite',
    'Read and write to your mailbox settings',
    'Your time zone and hours.',
    true,
  ),
  entry('Mail.ReadBasic', 'Read your basic mail', 'Your messages without their bodies.', true),
  entry('Mail.Read', 'Read your mail', 'Every message in your mailbox.', true),
  entry('Mail.ReadWrite', 'Read and write access to your mail', 'Every message in your mailbox.', true),
  entry('Mail.Send', 'Send mail as you', 'Messages in your name.', true),
  entry('Contacts.Read', 'Read your contacts', 'Your contact folders.'),
  entry('Contacts.ReadWrite', 'Have full access to your contacts', 'Your contact folders.', true),
  entry('Tasks.Read', 'Read your tasks and task lists', 'Your task lists.', true),
  entry('Tasks.ReadWrite', 'Create, read, update and delete your tasks', 'Your task lists.', true),
  entry('Files.Read', 'Read your files', 'The files in your OneDrive.'),
  entry('Files.Read.All', 'Read all files that you have access to', 'Yours and those shared with you.', true),
  entry(
    'Files.ReadWrite',
    'Have full access to your files',
    'Read, make, change and remove files in your OneDrive.',
  ),
  entry(
    'Files.ReadWrite.All',
    'Have full access to all files you have access to',
    'Your files and those that others share with you.',
    true,
  ),
  entry(
    'Files.ReadWrite.AppFolder',
    'Have full access to the application’s folder',
    'One folder of your OneDrive, made for this app.',
  ),
  entry('Sites.Read.All', 'Read items in all site collections', 'Every site you can open.', true),
  entry(
    'Sites.ReadWrite.All',
    'Edit or delete items in all site collections',
    'Every site you can open.',
    true,
  ),
  entry('Presence.Read', 'Read your presence', 'Whether you are available now.'),
  entry('Presence.Read.All', 'Read presence of everyone', 'Who is available now.'),
  entry('TeamsActivity.Send', 'Send a teamwork activity as the user', 'Notices in the activity feed.'),
  entry('Chat.Create', 'Create chats', 'New chats in your name.'),
  entry('ChatMessage.Send', 'Send user chat messages', 'Messages in your chats.'),
  entry('Chat.Read', 'Read your chat messages', 'Every chat of yours.', true),
  entry('Chat.ReadWrite', 'Read and write your chat messages', 'Every chat of yours.', true),
  entry('OnlineMeetings.Read', 'Read your online meetings', 'Your online meetings.', true),
  entry('OnlineMeetings.ReadWrite', 'Read and create your online meetings', 'Your online meetings.', true),
];

const byLowerName = new Map(graphScopes.map((scope) => [scope.name.toLowerCase(), scope]));
const openIdWords = new Map([
  ['openid', 'Sign you in'],
  ['profile', 'Read your name and address'],
  ['email', 'Read your e-mail address'],
  ['offline_access', 'Keep the access you have given it'],
]);

/** The entry of a Graph scope, case-insensitively as Entra takes it. */
export function findScope(name: string): ScopeEntry | undefined {
  return byLowerName.get(name.toLowerCase());
}

/** What the consent page says of a scope. */
export function scopeTitle(name: string): string {
  return findScope(name)?.title ?? openIdWords.get(name) ?? name;
}

export type ScopeRequest =
  | {
      readonly kind: 'ok';
      readonly openId: readonly string[];
      readonly graph: readonly string[];
      readonly isDefault: boolean;
    }
  | { readonly kind: 'unknown'; readonly scope: string }
  | { readonly kind: 'other-resource'; readonly resource: string };

/**
 * Reads a `scope` parameter: short names or `https://graph.microsoft.com/Name` (or Graph's id), in any case. `.default` means everything that was
 * consented before.
 */
export function readScopes(text: string): ScopeRequest {
  const openId = new Set<string>();
  const graph = new Set<string>();
  let isDefault = false;
  for (const given of text.split(/\s+/).filter(Boolean)) {
    const resource = /^((?:https?:\/\/[^/]+|[0-9a-f-]{36}|api:\/\/[^/]+))\/(.+)$/i.exec(given);
    const [, host = graphAudience, name = given] = resource ?? [];
    if (host !== graphAudience && host !== graphAppId) return { kind: 'other-resource', resource: host };
    const lower = name.toLowerCase();
    if (openIdScopes.includes(lower)) openId.add(lower);
    else if (lower === '.default') isDefault = true;
    else {
      const known = findScope(lower);
      if (known === undefined) return { kind: 'unknown', scope: given };
      graph.add(known.name);
    }
  }
  return { kind: 'ok', openId: [...openId], graph: [...graph], isDefault };
}
