import { GraphFailure } from '../graphFailure.ts';
import type { GraphReply } from '../types.ts';

/** What every answer carries to name the request. */
export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
  /** When it was asked. */
  readonly epochMilli: number;
}

/**
 * `{error: {code, message, innerError}}`, as Graph words a refusal. Anything else than a refusal is a fault of the
 * sandbox: printed, and told as Graph tells its own, without details.
 */
export function failureReply(error: unknown, ids: RequestIds): GraphReply {
  const failure =
    error instanceof GraphFailure
      ? error
      : new GraphFailure(500, 'generalException', 'An unexpected error occurred.');
  if (failure !== error) console.error(error);
  return { status: failure.status, headers: failure.headers, body: errorBody(failure, ids) };
}

function errorBody(failure: GraphFailure, ids: RequestIds): unknown {
  return {
    error: {
      code: failure.code,
      message: failure.message,
      ...failure.more,
      innerError: {
        ...innerMembers(failure.more.innerError),
        date: new Date(ids.epochMilli).toISOString().slice(0, 19),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  };
}

function innerMembers(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
