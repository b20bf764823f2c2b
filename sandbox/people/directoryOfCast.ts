import { createDirectory, type Directory } from '#sandbox/identity/directory.ts';
import { cast } from './cast.ts';

/** The cast as those who can sign in. */
export function directoryOfCast(): Directory {
  return createDirectory(
    cast.map(({ key, user, guestAccounts, isAdministrator, locale }) => ({
      key,
      home: user,
      guestAccounts,
      isAdministrator,
      locale,
    })),
  );
}
