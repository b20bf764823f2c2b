import { ServiceFailure } from '#ports/failure.ts';
import type { IdentityPort } from '#ports/identity.ts';
import type { Person } from '#ports/people.ts';

/** Anything thrown, as a failure with a code. */
export function asFailure(error: unknown): ServiceFailure {
  return error instanceof ServiceFailure
    ? error
    : new ServiceFailure('unexpected', error instanceof Error ? error.name : 'unknown', { cause: error });
}

/** Signs in and refuses to go on as somebody else than the person whose booking it is. */
export async function signInAs(me: Person, identity: IdentityPort, signal: AbortSignal): Promise<void> {
  assertSame(me.id, (await identity.signIn(signal)).oid);
}

/** Before anything is written: the account must be the one whose booking it is. `owner` is undefined where nobody knows. */
export async function assertOwner(
  identity: Pick<IdentityPort, 'account'>,
  owner: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const account = await identity.account(signal);
  if (account === undefined) throw new ServiceFailure('signed-out', 'no account');
  assertSame(owner, account.oid);
}

function assertSame(owner: string | undefined, oid: string): void {
  if (owner !== undefined && oid !== owner)
    throw new ServiceFailure('wrong-account', 'another account than the booking began with');
}
