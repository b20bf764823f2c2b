import type { FailureCode } from '#ports/failure.ts';

/** Why somebody is asked to sign in. `first`: nobody ever was. */
export type SignInReason = 'first' | 'lost' | 'wrongAccount' | 'popupBlocked' | 'needsConsent' | 'cancelled';

/** The reason that a failure is, or undefined where signing in does not help. */
export function reasonOf(code: FailureCode): SignInReason | undefined {
  return reasons[code];
}

const reasons: Partial<Readonly<Record<FailureCode, SignInReason>>> = {
  'signed-out': 'lost',
  'wrong-account': 'wrongAccount',
  'popup-blocked': 'popupBlocked',
  'needs-consent': 'needsConsent',
  cancelled: 'cancelled',
};
