import { useCallback, useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { reasonOf } from '#features/home/signInReason.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Account } from '#ports/identity.ts';
import type { MemoryPort } from '#ports/memory.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';

/** How far it is known who uses the app. */
export type SignedInState =
  | { readonly kind: 'finding' }
  | { readonly kind: 'nobody'; readonly failure: ServiceFailure | undefined }
  | { readonly kind: 'somebody'; readonly account: Account; readonly me: Person }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

/** Finds out who is signed in, and follows changes of the account. `look` tries again. */
export function useSignedIn(
  services: Services,
  onFound: (account: Account) => void,
): {
  readonly state: SignedInState;
  readonly look: () => void;
} {
  const [state, setState] = useState<SignedInState>({ kind: 'finding' });
  const looking = useRef<AbortController>(undefined);
  const look = useCallback(() => {
    looking.current?.abort();
    const stop = new AbortController();
    looking.current = stop;
    const find = async (): Promise<void> => {
      const found = await findSomebody(services, onFound, stop.signal);
      if (stop.signal.aborted) return;
      looking.current = undefined;
      setState(found);
    };
    void find();
  }, [services, onFound]);

  useEffect(() => {
    look();
    return () => looking.current?.abort();
  }, [look]);

  useEffect(
    () =>
      services.identity.onAccountChange((account) => {
        // What this hook itself has asked for will come back by itself.
        if (looking.current !== undefined) return;
        if (account === undefined) setState({ kind: 'nobody', failure: undefined });
        else look();
      }),
    [services, look],
  );
  return { state, look };
}

/** What this device remembers of the person themselves: enough to show the last picture without a network. */
const rememberedMe = 'me';

async function findSomebody(
  services: Services,
  onFound: (account: Account) => void,
  signal: AbortSignal,
): Promise<SignedInState> {
  try {
    const account = await services.identity.account(signal);
    if (account === undefined) return { kind: 'nobody', failure: undefined };
    // Who one is travels with what is read ahead, so that comes second, at the same moment.
    const reading = services.people.me(signal);
    onFound(account);
    return { kind: 'somebody', account, me: await withMemory(services.memory, reading) };
  } catch (error) {
    const failure =
      error instanceof ServiceFailure ? error : new ServiceFailure('unexpected', 'the app', { cause: error });
    return isAboutSigningIn(failure) ? { kind: 'nobody', failure } : { kind: 'failed', failure };
  }
}

async function withMemory(memory: MemoryPort, reading: Promise<Person>): Promise<Person> {
  try {
    const me = await reading;
    memory.keep(rememberedMe, me);
    return me;
  } catch (error) {
    const isPassing =
      error instanceof ServiceFailure && ['offline', 'unavailable', 'throttled'].includes(error.code);
    const remembered = isPassing ? v.safeParse(storedPerson, memory.read(rememberedMe)) : undefined;
    if (remembered?.success === true) return { ...remembered.output, jobTitle: remembered.output.jobTitle };
    throw error;
  }
}

const storedPerson = v.object({
  id: v.string(),
  name: v.string(),
  address: v.string(),
  jobTitle: v.optional(v.string()),
  kind: v.literal('person'),
});

/** Failures that signing in (again) helps against. */
function isAboutSigningIn({ code }: ServiceFailure): boolean {
  return reasonOf(code) !== undefined;
}
