/**
 * Why a call to Microsoft 365 failed, in the words of the app.
 * - `signed-out`: no valid sign-in any more; what was typed must be kept
 * - `needs-consent`: the person has not allowed the scope yet
 * - `needs-admin`: only an administrator can allow the scope
 * - `refused`: 403 for this item
 * - `not-found`: 404, also a mailbox or drive that does not exist
 * - `full`: 507, no room left in the drive; `locked`: 423, somebody has the file open
 * - `conflict`: 409; `changed`: 412, somebody else was first
 * - `throttled`: 429 or 503, `retryAfterSeconds` where known
 * - `unavailable`: 5xx or a time limit; `offline`: no network
 * - `bad-request`: 400, ours or the server's mistake; `unexpected`: an answer of a shape nobody documents
 */
export type FailureCode =
  | 'signed-out'
  | 'needs-consent'
  | 'needs-admin'
  | 'refused'
  | 'not-found'
  | 'full'
  | 'locked'
  | 'conflict'
  | 'changed'
  | 'throttled'
  | 'unavailable'
  | 'offline'
  | 'bad-request'
  | 'wrong-account'
  | 'popup-blocked'
  | 'cancelled'
  | 'unexpected';

/** A failure at the boundary to Microsoft 365 that the caller could not plan for. */
export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure';
  readonly code: FailureCode;
  /** Graph's own code (`ErrorItemNotFound`) or MSAL's, for the details a person may copy. */
  readonly detail: string;
  /** Whether the server may have acted although no answer came. */
  readonly mayHaveActed: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: FailureCode,
    detail: string,
    options: { cause?: unknown; mayHaveActed?: boolean; retryAfterSeconds?: number | undefined } = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.mayHaveActed = options.mayHaveActed ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
