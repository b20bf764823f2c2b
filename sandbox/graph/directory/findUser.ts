import type { Reader } from '#sandbox/store/table.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { allUsers, directory, users } from './users.ts';

interface Names {
  readonly version: number;
  readonly byName: ReadonlyMap<string, DirectoryUser>;
}

const cache = new WeakMap<ReadonlyMap<string, DirectoryUser>, Names>();

/** The person of a tenant with this object id, user principal name or mail address. */
export function findUser(store: Reader, tenantId: string, name: string): DirectoryUser | undefined {
  return namesOf(store).get(`${tenantId} ${name.toLowerCase()}`);
}

/** The person of any tenant who receives mail at an address. */
export function findByAddress(store: Reader, address: string): DirectoryUser | undefined {
  return namesOf(store).get(address.toLowerCase());
}

function namesOf(store: Reader): ReadonlyMap<string, DirectoryUser> {
  const all = store.all(users, directory);
  const version = store.version(users, directory);
  const known = cache.get(all);
  if (known?.version === version) return known.byName;
  const byName = new Map<string, DirectoryUser>();
  for (const user of allUsers(store)) {
    for (const name of [user.mail, user.userPrincipalName, user.id]) {
      byName.set(`${user.tenantId} ${name.toLowerCase()}`, user);
      // A guest's address is a member's of another tenant: mail goes to the mailbox.
      if (name !== user.id && (user.hasMailbox || !byName.has(name.toLowerCase())))
        byName.set(name.toLowerCase(), user);
    }
  }
  cache.set(all, { version, byName });
  return byName;
}
