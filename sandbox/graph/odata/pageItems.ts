import type { GraphRequest } from '../types.ts';
import { badRequest } from '../graphFailure.ts';
import { wholeNumber } from './parseQuery.ts';

/** Which part of a list is asked for. */
export interface Page {
  readonly top: number;
  readonly skip: number;
}

/** `$top` and `$skip` of a list whose page is `usual` long and at most `most`. */
export function readPage(request: GraphRequest, usual: number, most: number): Page {
  const top = wholeNumber(request.query, '$top', 1) ?? usual;
  if (top > most)
    throw badRequest(`Invalid page size specified: '${top}'. Must be between 1 and ${most} inclusive.`);
  return { top, skip: wholeNumber(request.query, '$skip', 0) ?? 0 };
}

/** The address of the next page, undefined on the last. The host is the one that was asked. */
export function nextLink(request: GraphRequest, page: Page, total: number): string | undefined {
  const next = page.skip + page.top;
  if (next >= total) return undefined;
  return withQuery(request, [
    ...request.query.without('$skip', '$top'),
    ['$top', String(page.top)],
    ['$skip', String(next)],
  ]);
}

/** The request's own address with another query. */
export function withQuery(request: GraphRequest, entries: readonly (readonly [string, string])[]): string {
  const path = (request.path.split('?')[0] ?? '').replace(/^\/v1\.0/i, '');
  const query = entries.map(([name, value]) => `${encodeName(name)}=${encodeURIComponent(value)}`);
  return `${request.base}${path}?${query.join('&')}`;
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll('%24', '$');
}
