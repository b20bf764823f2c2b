import type { Meeting } from '#sandbox/control/createFaults.ts';
import { GraphFailure } from '../graphFailure.ts';
import type { Workload } from '../types.ts';

type Words = readonly [code: string, message: string];

/** Seen of every service behind Graph, or of the gateway itself. */
const common: Readonly<Record<number, Words>> = {
  401: ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
  429: ['TooManyRequests', 'Too many requests.'],
  500: ['InternalServerError', 'An internal server error occurred. The operation failed.'],
  502: ['BadGateway', 'Failed to execute backend request.'],
  503: ['serviceNotAvailable', 'The service is temporarily unavailable.'],
  504: ['GatewayTimeout', 'The request has timed out.'],
};

const byWorkload: Readonly<Record<Workload, Readonly<Record<number, Words>>>> = {
  outlook: {
    403: ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
    404: ['ErrorItemNotFound', 'The specified object was not found in the store.'],
    409: ['ErrorIrresolvableConflict', 'The item was changed by somebody else.'],
    412: [
      'ErrorIrresolvableConflict',
      'The change key passed in the request does not match the current change key for the item.',
    ],
    429: ['ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'],
    500: ['ErrorInternalServerError', 'An internal server error occurred. The operation failed.'],
    507: ['ErrorQuotaExceeded', 'The mailbox quota has been exceeded.'],
  },
  // Codes of "OneDrive API: errors"; the words of 423 and 507 as seen in clients' logs.
  drive: {
    403: ['accessDenied', 'The caller does not have permission to perform the action.'],
    404: ['itemNotFound', 'The resource could not be found.'],
    409: ['nameAlreadyExists', 'An item with the same name already exists under the parent'],
    410: ['resyncRequired', 'The delta token is no longer valid, and the app must reset the sync state.'],
    412: ['resourceModified', "ETag does not match current item's value"],
    423: ['resourceLocked', 'The resource you are attempting to access is locked'],
    429: ['activityLimitReached', 'The app or user has been throttled.'],
    500: ['generalException', 'General exception while processing'],
    507: ['quotaLimitReached', 'Insufficient Space Available'],
  },
  directory: {
    403: ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
    404: [
      'Request_ResourceNotFound',
      'Resource does not exist or one of its queried reference-property objects are not present.',
    ],
    429: ['TooManyRequests', 'Too many requests. Please try again later.'],
  },
  gateway: {},
};

interface Refusal extends Meeting {
  readonly status: number;
}

export function isRefusal(met: Meeting): met is Refusal {
  return met.status !== undefined;
}

/** What a request is answered that meets a fault with a status: the code and words of the service that would have acted. */
export function injectedFailure(met: Refusal, workload: Workload): GraphFailure {
  const [code, message] = byWorkload[workload][met.status] ??
    common[met.status] ?? ['UnknownError', 'The request failed.'];
  return new GraphFailure(met.status, met.code ?? code, message, {
    headers: met.retryAfter === undefined ? {} : { 'Retry-After': String(met.retryAfter) },
  });
}
