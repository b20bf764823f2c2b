import { table, type Reader } from '#sandbox/store/table.ts';
import type { DirectoryUser } from '#sandbox/types.ts';

/** All people of all tenants, in one partition. */
export const users = table<DirectoryUser>('users');

export const directory = 'all';

export function allUsers(store: Reader): IterableIterator<DirectoryUser> {
  return store.all(users, directory).values();
}
