import { badRequest } from '../graphFailure.ts';
import type { GraphRequest, Operation } from '../types.ts';
import type { Query } from './parseQuery.ts';

/** `GET …/$count`: how many a list holds, as plain text; `$filter` and `$search` count too. */
export const countOf =
  (list: Operation): Operation =>
  async (request: GraphRequest) => {
    const reply = await list({ ...request, query: counting(request.query) });
    const body: unknown = reply.text === undefined ? reply.body : JSON.parse(reply.text);
    const count =
      typeof body === 'object' && body !== null && '@odata.count' in body ? body['@odata.count'] : undefined;
    // The directory counts for `ConsistencyLevel: eventual` only.
    if (typeof count !== 'number')
      throw badRequest('$count is not currently supported.', 'Request_BadRequest');
    return {
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from(String(count)),
    };
  };

/** The same question, for a page of one with the count. */
function counting(query: Query): Query {
  const own: Readonly<Record<string, string>> = { $count: 'true', $top: '1' };
  return {
    get: (name) => own[name.toLowerCase()] ?? query.get(name),
    has: (name) => name.toLowerCase() in own || query.has(name),
    without: (...names) => query.without(...names),
  };
}
