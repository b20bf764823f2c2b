import { missingScope } from '../http/authorize.ts';
import { readSelect } from '../odata/selectMembers.ts';
import type { GraphServices, Operation } from '../types.ts';
import { callingUser, namedUser } from './callingUser.ts';
import { userResource } from './userResource.ts';

/** `GET /me` and `GET /users/{id or userPrincipalName}`. With `User.Read` alone only oneself is seen; guests see nobody else. */
export const getUser =
  ({ store }: Pick<GraphServices, 'store'>): Operation =>
  (request) => {
    const { principal, params, query } = request;
    const caller = callingUser(store, principal);
    const user = namedUser(store, principal, params.user ?? 'me');
    const mayOthers = principal.scopes.some((scope) =>
      /^(User|Directory)\.Read(Write|Basic)?\.All$/.test(scope),
    );
    if (user.id !== caller.id && (!mayOthers || caller.userType === 'Guest')) throw missingScope('directory');
    const selected = readSelect(query, 'user');
    const names = selected ? `(${[...selected].join(',')})` : '';
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#users${names}/$entity`,
        ...userResource(user, principal, selected),
      },
    };
  };
