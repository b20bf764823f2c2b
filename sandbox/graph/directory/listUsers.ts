import type { DirectoryUser } from '#sandbox/types.ts';
import { GraphFailure, badRequest } from '../graphFailure.ts';
import { missingScope } from '../http/authorize.ts';
import { parseFilter } from '../odata/filterSyntax.ts';
import { matchFilter, pathsOf } from '../odata/matchFilter.ts';
import { compareBy, readOrder } from '../odata/orderItems.ts';
import { withQuery } from '../odata/pageItems.ts';
import { wholeNumber } from '../odata/parseQuery.ts';
import { checkPaths, readSelect } from '../odata/selectMembers.ts';
import type { GraphRequest, GraphServices, Operation } from '../types.ts';
import { callingUser } from './callingUser.ts';
import { searchUsers } from './searchUsers.ts';
import { singleUserMembers, userResource } from './userResource.ts';
import { allUsers } from './users.ts';

const usualPage = 100;
const longestPage = 999;

/** `GET /users` of the caller's tenant. `$search` and `$count` need `ConsistencyLevel: eventual`; guests may not list. */
export const listUsers =
  ({ store }: Pick<GraphServices, 'store'>): Operation =>
  (request) => {
    const { principal, query } = request;
    if (callingUser(store, principal).userType === 'Guest') throw missingScope('directory');
    const isEventual = request.headers.consistencylevel?.toLowerCase() === 'eventual';
    const selected = readSelect(query, 'user');
    if (singleUserMembers.some((name) => selected?.has(name)))
      throw new GraphFailure(501, 'NotImplemented', 'This operation target is not yet supported.');
    const found = [...allUsers(store)]
      .filter((user) => user.tenantId === principal.tid)
      .filter(searched(request, isEventual))
      .filter(filtered(request))
      .map((user) => ({ user, whole: wholeOf(user) }));
    found.sort(orderOf(request));
    const skip = readSkipToken(query.get('$skiptoken'));
    const top = wholeNumber(query, '$top', 1) ?? usualPage;
    if (top > longestPage)
      throw badRequest(
        `Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`,
        'Request_UnsupportedQuery',
      );
    const next = skip + top < found.length ? Buffer.from(`u${skip + top}`).toString('base64url') : undefined;
    const names = selected ? `(${[...selected].join(',')})` : '';
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users${names}`,
        ...(query.get('$count') === 'true' && isEventual ? { '@odata.count': found.length } : {}),
        ...(next === undefined
          ? {}
          : {
              '@odata.nextLink': withQuery(request, [...query.without('$skiptoken'), ['$skiptoken', next]]),
            }),
        value: found.slice(skip, skip + top).map(({ user }) => userResource(user, principal, selected)),
      },
    };
  };

function searched(request: GraphRequest, isEventual: boolean): (user: DirectoryUser) => boolean {
  const text = request.query.get('$search');
  if (text === undefined) return () => true;
  if (!isEventual)
    throw badRequest(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      'Request_UnsupportedQuery',
    );
  return searchUsers(text);
}

function filtered(request: GraphRequest): (user: DirectoryUser) => boolean {
  const text = request.query.get('$filter');
  if (text === undefined) return () => true;
  const node = parseFilter(text);
  checkPaths(pathsOf(node), 'user');
  return (user) => matchFilter(node, wholeOf(user));
}

function orderOf(
  request: GraphRequest,
): (left: { readonly whole: unknown }, right: { readonly whole: unknown }) => number {
  const keys = readOrder(request.query, 'user');
  const compare = compareBy(keys.length > 0 ? keys : [{ path: ['displayName'], descending: false }]);
  return (left, right) => compare(left.whole, right.whole);
}

/** What may be filtered and ordered by. */
function wholeOf(user: DirectoryUser): Record<string, unknown> {
  return {
    id: user.id,
    displayName: user.displayName,
    givenName: user.givenName,
    surname: user.surname,
    mail: user.mail,
    userPrincipalName: user.userPrincipalName,
    jobTitle: user.jobTitle,
    department: user.department,
    officeLocation: user.officeLocation,
    userType: user.userType,
    accountEnabled: true,
    proxyAddresses: [`SMTP:${user.mail}`],
  };
}

function readSkipToken(text: string | undefined): number {
  if (text === undefined) return 0;
  const match = /^u(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw badRequest('Skip token is not valid.', 'Directory_ExpiredPageToken');
  return Number(match[1]);
}
