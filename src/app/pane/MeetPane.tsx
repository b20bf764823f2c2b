import { useEffect, useState } from 'react';
import { ServiceFailure } from '#ports/failure.ts';
import type { MailPerson, OpenedMessage } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { BookingScreen } from '#features/booking/BookingScreen.tsx';
import { Loading } from '../shell/Loading.tsx';

export interface MeetPaneProps {
  readonly services: Services;
  readonly me: Person;
  readonly message: OpenedMessage;
}

/** A season with whoever wrote the message. */
export function MeetPane({ services, me, message }: MeetPaneProps) {
  const { sender } = message;
  const partner = usePerson(services, sender);
  const [opening, setOpening] = useState(0);
  if (sender !== undefined && partner === undefined) return <Loading />;
  return (
    <BookingScreen
      key={`${partner?.address ?? ''} ${opening}`}
      services={services}
      me={me}
      start={{ partner }}
      onClose={() => setOpening(opening + 1)}
      onBooked={() => setOpening(opening + 1)}
    />
  );
}

/** The directory's record of somebody in a mail; where it has none, or must not be asked, what the mail says. */
function usePerson({ people }: Services, sender: MailPerson | undefined): Person | undefined {
  const [found, setFound] = useState<Person>();
  useEffect(() => {
    if (sender === undefined) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const person = await findPerson(people, sender, stop.signal);
      if (!stop.signal.aborted) setFound(person);
    };
    void look();
    return () => stop.abort();
  }, [people, sender]);
  return found?.address.toLowerCase() === sender?.address.toLowerCase() ? found : undefined;
}

async function findPerson(
  people: Services['people'],
  sender: MailPerson,
  signal: AbortSignal,
): Promise<Person> {
  const unknown: Person = { ...sender, id: undefined, jobTitle: undefined, kind: 'person' };
  try {
    const found = await people.search(sender.address, signal);
    return found.find((each) => each.address.toLowerCase() === sender.address.toLowerCase()) ?? unknown;
  } catch (error) {
    if (error instanceof ServiceFailure) return unknown;
    throw error;
  }
}
