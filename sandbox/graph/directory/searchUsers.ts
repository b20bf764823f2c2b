import type { DirectoryUser } from '#sandbox/types.ts';
import { badRequest } from '../graphFailure.ts';

const searchable: Readonly<Record<string, (user: DirectoryUser) => string>> = {
  displayname: (user) => user.displayName,
  mail: (user) => user.mail,
  userprincipalname: (user) => user.userPrincipalName,
  givenname: (user) => user.givenName,
  surname: (user) => user.surname,
};

/**
 * What a `$search` of the directory finds: `"displayName:ann" OR "mail:ann"`, each in quotes. Words are met from
 * their beginnings, as the directory breaks them up (spaces, dots, hyphens, @).
 */
export function searchUsers(text: string): (user: DirectoryUser) => boolean {
  const clauses = text
    .trim()
    .split(/\s+OR\s+/)
    .map((part) => part.split(/\s+AND\s+/).map(readTerm));
  return (user) => clauses.some((terms) => terms.every((term) => fits(user, term)));
}

interface Term {
  readonly value: (user: DirectoryUser) => string;
  readonly words: readonly string[];
}

function readTerm(text: string): Term {
  const match = /^"(\w+):(.*)"$/s.exec(text.trim().replaceAll('\\"', '\u0001'));
  const value = searchable[(match?.[1] ?? '').toLowerCase()];
  if (!match)
    throw badRequest(
      'Syntax error: the $search clause must be "property:value" in double quotes.',
      'Request_BadRequest',
    );
  if (!value)
    throw badRequest(
      `Property '${match[1] ?? ''}' is not supported in a $search clause.`,
      'Request_UnsupportedQuery',
    );
  return { value, words: wordsOf((match[2] ?? '').replaceAll('\u0001', '"')) };
}

function fits(user: DirectoryUser, { value, words }: Term): boolean {
  const whole = value(user).toLowerCase();
  const own = wordsOf(whole);
  return (
    words.length > 0 &&
    words.every((word) => own.some((candidate) => candidate.startsWith(word)) || whole.startsWith(word))
  );
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s.@_-]+/)
    .filter((word) => word !== '');
}
