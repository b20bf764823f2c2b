import { cleanLine } from '#domain/text/cleanLine.ts';
import type { ClockPort } from '#ports/clock.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Account, IdentityPort, Scope } from '#ports/identity.ts';
import { failureOfSignIn, type SignInPhase } from './failureOfSignIn.ts';
import type { SignedIn, SignInClient } from './signInClient.ts';

export interface IdentityParts {
  /** Connected at the first need, since the library behind it is large. */
  readonly client: () => Promise<SignInClient>;
  /** Who the host says it is; whoever signs in has to be the same. */
  readonly expected: { readonly oid: string; readonly tid: string } | undefined;
  readonly clock: Pick<ClockPort, 'wait'>;
  /** https://login.microsoftonline.com/organizations */
  readonly authority: string;
  readonly clientId: string;
  /** Where an administrator lands after allowing the app. */
  readonly consentedPage: string;
}

/** What an administrator is asked to allow at once: everything but the one scope that may never be needed. */
const administratorScopes: readonly Scope[] = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.ReadWrite',
  'Files.ReadWrite',
];
/** A bridge or an iframe that stays silent; real ones answer within two seconds. */
const silentLimitMilliseconds = 20_000;

/**
 * Identity over one way of signing in. The account is settled by the first answer and stays: tokens of anybody else are refused, so that nothing is
 * written to the wrong account when the host or the browser changes it underneath.
 */
export function createIdentity(parts: IdentityParts): IdentityPort {
  const listeners = new Set<(account: Account | undefined) => void>();
  let current: SignedIn | undefined;
  /** Claims that a silent answer could not satisfy: the next question to the person carries them. */
  let openClaims: string | undefined;
  let mustChoose = false;

  const settle = (person: SignedIn | undefined): void => {
    const isSame = person === undefined ? current === undefined : isSamePerson(person, current);
    current = person;
    if (isSame) return;
    const account = person === undefined ? undefined : accountOf(person);
    for (const listener of listeners) listener(account);
  };

  const checkExpected = (person: SignedIn): void => {
    if (parts.expected === undefined || isSamePerson(person, parts.expected)) return;
    mustChoose = true;
    throw new ServiceFailure('wrong-account', 'not the account of the app around');
  };

  const within = <T>(
    signal: AbortSignal,
    phase: SignInPhase,
    work: (client: SignInClient) => Promise<T>,
  ): Promise<T> =>
    limited(parts.clock, signal, phase, async () => {
      try {
        return await work(await parts.client());
      } catch (error) {
        throw failureOfSignIn(error, phase);
      }
    });

  return {
    async account(signal) {
      if (current !== undefined) return accountOf(current);
      const found = await within(signal, 'silent', async (client) => {
        const known = client
          .known()
          .filter((person) => !parts.expected || isSamePerson(person, parts.expected));
        // Several known accounts are a question that only the person can answer.
        return known.length === 1 ? known[0] : client.find();
      }).catch((error: unknown) => {
        // Nobody is signed in: that is an answer, not a failure.
        if (error instanceof ServiceFailure && isAboutSigningIn(error)) return undefined;
        throw error;
      });
      if (found === undefined || (parts.expected && !isSamePerson(found, parts.expected))) return undefined;
      settle(found);
      return accountOf(found);
    },

    async signIn(signal) {
      const { person } = await within(signal, 'interactive', (client) =>
        client.interactive({ scopes: ['User.Read'], person: undefined, claims: openClaims, mustChoose }),
      );
      checkExpected(person);
      openClaims = undefined;
      mustChoose = false;
      settle(person);
      return accountOf(person);
    },

    async token(scopes, signal, claims, options) {
      const person = current;
      if (person === undefined) throw new ServiceFailure('signed-out', 'nobody is signed in');
      try {
        const result = await within(signal, 'silent', (client) =>
          client.silent({ scopes, person, claims, isFresh: options?.fresh === true }),
        );
        refuseOthers(result.person, person, settle);
        return result.accessToken;
      } catch (error) {
        if (claims !== undefined) openClaims = claims;
        throw error;
      }
    },

    async allow(scopes, signal) {
      const person = current;
      const result = await within(signal, 'interactive', (client) =>
        client.interactive({ scopes, person, claims: openClaims, mustChoose: false }),
      );
      checkExpected(result.person);
      if (person !== undefined && !isSamePerson(result.person, person))
        throw new ServiceFailure('wrong-account', 'another account than the one in use');
      openClaims = undefined;
      settle(result.person);
    },

    adminConsentUrl() {
      const url = new URL(parts.authority);
      const tenant = current?.tid ?? parts.expected?.tid ?? url.pathname.split('/')[1] ?? 'organizations';
      const query = new URLSearchParams({
        client_id: parts.clientId,
        scope: administratorScopes.join(' '),
        redirect_uri: parts.consentedPage,
      });
      return `${url.origin}/${tenant}/v2.0/adminconsent?${query.toString().replaceAll('+', '%20')}`;
    },

    async signOut(signal) {
      const person = current;
      if (person === undefined) return;
      mustChoose = true;
      await within(signal, 'interactive', (client) => client.signOut(person));
      settle(undefined);
    },

    onAccountChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function refuseOthers(
  person: SignedIn,
  wanted: SignedIn,
  settle: (person: SignedIn | undefined) => void,
): void {
  if (isSamePerson(person, wanted)) return;
  settle(undefined);
  throw new ServiceFailure('wrong-account', 'the account changed');
}

function isSamePerson(
  one: { readonly oid: string; readonly tid: string },
  other: { readonly oid: string; readonly tid: string } | undefined,
): boolean {
  return one.oid === other?.oid && one.tid === other.tid;
}

function isAboutSigningIn({ code }: ServiceFailure): boolean {
  return ['signed-out', 'needs-consent', 'needs-admin', 'wrong-account', 'cancelled'].includes(code);
}

function accountOf({ oid, tid, name, username }: SignedIn): Account {
  const address = cleanLine(username, 320);
  const shown = cleanLine(name, 120);
  return { oid, tid, name: shown === '' ? address : shown, username: address };
}

/** Ends with the signal, and silent work also with the time limit: the libraries below know neither. */
async function limited<T>(
  clock: Pick<ClockPort, 'wait'>,
  signal: AbortSignal,
  phase: SignInPhase,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const passOn = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', passOn, { once: true });
  // A person may take as long as they like; the wait then only carries the abort.
  const limit = phase === 'silent' ? silentLimitMilliseconds : 3_600_000;
  const ended = clock.wait(limit, stop.signal).then((): never => {
    throw new ServiceFailure('unavailable', 'sign-in did not answer in time');
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    signal.removeEventListener('abort', passOn);
    // Also ends the wait; nobody looks at its rejection any more.
    ended.catch(() => {});
    stop.abort();
  }
}
