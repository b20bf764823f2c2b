import * as v from 'valibot';
import { cleanLine } from '#domain/text/cleanLine.ts';
import { ServiceFailure, type FailureCode } from '#ports/failure.ts';
import { retryAfterSeconds, type GraphAnswer, type GraphRequest } from './graphRequest.ts';

const errorBody = v.object({
  error: v.object({ code: v.optional(v.string(), ''), message: v.optional(v.string(), '') }),
});

/** Graph's own code and message of an error answer; both are from outside, so they are cleaned and short. */
export function readGraphError(body: unknown): { readonly code: string; readonly message: string } {
  const read = v.safeParse(errorBody, body);
  if (!read.success) return { code: '', message: '' };
  const { code, message } = read.output.error;
  return { code: cleanLine(code, 80), message: cleanLine(message, 200) };
}

/** The failure that an error answer stands for. */
export function failureOf(
  request: Pick<GraphRequest, 'method'>,
  answer: GraphAnswer,
  nowEpochMilli: number,
): ServiceFailure {
  const { code, message } = readGraphError(answer.body);
  const detail = [String(answer.status), code, message].filter((part) => part !== '').join(' ');
  return new ServiceFailure(codeOf(answer.status), detail, {
    mayHaveActed: request.method !== 'GET' && mayHaveActed(answer.status),
    retryAfterSeconds: retryAfterSeconds(answer.headers, nowEpochMilli),
  });
}

/** Whether a service that answers so may have carried the request out all the same. */
export function mayHaveActed(status: number): boolean {
  return status >= 500 && status !== 501 && status !== 507;
}

function codeOf(status: number): FailureCode {
  switch (status) {
    case 401:
      return 'signed-out';
    case 403:
      return 'refused';
    case 404:
    case 410:
      return 'not-found';
    case 409:
      return 'conflict';
    case 412:
      return 'changed';
    case 429:
    case 503:
      return 'throttled';
    case 423:
      return 'locked';
    case 507:
      return 'full';
    default:
      if (status >= 500) return 'unavailable';
      return status >= 400 ? 'bad-request' : 'unexpected';
  }
}

/** Decodes what came over the wire, or says that it has a shape nobody documents. */
export function decode<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  what: string,
): v.InferOutput<Schema> {
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  const issue = read.issues[0];
  const where = v.getDotPath(issue) ?? '';
  throw new ServiceFailure(
    'unexpected',
    `${what}: ${where === '' ? 'the answer' : where} is not as documented`,
    {
      cause: new v.ValiError(read.issues),
    },
  );
}
