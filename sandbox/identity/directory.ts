import type { DirectoryUser } from '#sandbox/types.ts';

/** A person who can sign in: one account at home, and guest accounts in other tenants. */
export interface Person {
  /** Short name, used in the sandbox's own addresses (`?person=morgan`). */
  readonly key: string;
  readonly home: DirectoryUser;
  readonly guestAccounts: readonly DirectoryUser[];
  readonly isAdministrator: boolean;
  readonly locale: string;
}

/** Who can sign in to the sandbox. */
export interface Directory {
  readonly people: readonly Person[];
  byKey(key: string): Person | undefined;
  /** By object id of the home account or of a guest account. */
  byId(oid: string): Person | undefined;
  /** By user principal name or address, in any case. */
  byName(name: string): Person | undefined;
}

export function createDirectory(people: readonly Person[]): Directory {
  const accountsOf = (person: Person): readonly DirectoryUser[] => [person.home, ...person.guestAccounts];
  return {
    people,
    byKey: (key) => people.find((person) => person.key === key.toLowerCase()),
    byId: (oid) => people.find((person) => accountsOf(person).some(({ id }) => id === oid)),
    byName(name) {
      const wanted = name.toLowerCase();
      return people.find((person) =>
        accountsOf(person).some(
          ({ userPrincipalName, mail }) =>
            userPrincipalName.toLowerCase() === wanted || mail.toLowerCase() === wanted,
        ),
      );
    },
  };
}

/** The account of a person in a tenant, or undefined when there is none. */
export function accountIn(person: Person, tenantId: string): DirectoryUser | undefined {
  return [person.home, ...person.guestAccounts].find((account) => account.tenantId === tenantId);
}
