import type { Reader } from '#sandbox/store/table.ts';
import type { DirectoryUser, Principal } from '#sandbox/types.ts';
import { resourceNotFound } from '../graphFailure.ts';
import { findUser } from './findUser.ts';

/** The directory's entry of who calls. */
export function callingUser(store: Reader, principal: Principal): DirectoryUser {
  const user = findUser(store, principal.tid, principal.oid);
  if (!user) throw resourceNotFound(principal.oid);
  return user;
}

/** The person that a path names: `me`, an object id or a user principal name of the caller's tenant. */
export function namedUser(store: Reader, principal: Principal, name: string): DirectoryUser {
  if (name.toLowerCase() === 'me') return callingUser(store, principal);
  const user = findUser(store, principal.tid, name);
  if (!user) throw resourceNotFound(name);
  return user;
}
