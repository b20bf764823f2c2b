import { useEffect, useState } from 'react';
import { ServiceFailure } from '#ports/failure.ts';
import type { MailPerson } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';

/** The people of a message as the directory knows them. */
export interface PeopleOfMail {
  readonly sender: Person | undefined;
  readonly others: readonly Person[];
}

/** More than these are not looked up: each is a request. */
const mostOthers = 5;

/**
 * Looks up who wrote a message, then who else is on it. Undefined until the sender is known; people whom the directory does not have, or who must not be
 * looked up, stand as the mail names them.
 */
export function usePeopleOfMail(
  { people }: Services,
  sender: MailPerson | undefined,
  others: readonly MailPerson[],
): PeopleOfMail | undefined {
  const key = [sender, ...others].map((each) => each?.address ?? '').join('\n');
  const [found, setFound] = useState<{ readonly key: string; readonly people: PeopleOfMail }>();
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const first = sender && (await findPerson(people, sender, stop.signal));
      if (!stop.signal.aborted) setFound({ key, people: { sender: first, others: [] } });
      const rest = await Promise.all(
        others.slice(0, mostOthers).map((each) => findPerson(people, each, stop.signal)),
      );
      if (!stop.signal.aborted && rest.length > 0) setFound({ key, people: { sender: first, others: rest } });
    };
    look().catch(() => {});
    return () => stop.abort();
  }, [people, sender, others, key]);
  return found?.key === key ? found.people : undefined;
}

async function findPerson(
  people: Services['people'],
  person: MailPerson,
  signal: AbortSignal,
): Promise<Person> {
  const unknown: Person = { ...person, id: undefined, jobTitle: undefined, kind: 'person' };
  try {
    const found = await people.search(person.address, signal);
    const known = found.find((each) => each.address.toLowerCase() === person.address.toLowerCase());
    // The directory makes up no name for an outside address; the mail has one.
    return known?.kind === 'outside' ? { ...known, name: person.name } : (known ?? unknown);
  } catch (error) {
    if (error instanceof ServiceFailure) return unknown;
    throw error;
  }
}
