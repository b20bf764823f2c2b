import type { Principal, TokenVerifier } from '#sandbox/types.ts';
import { GraphFailure } from '../graphFailure.ts';
import type { Workload } from '../types.ts';

/** Who calls, or 401 as Graph words it. The scheme may be written in any case. */
export async function authenticate(
  tokens: TokenVerifier,
  authorization: string | undefined,
): Promise<Principal> {
  const bearer = /^bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
  if (bearer === undefined)
    throw unauthorized('InvalidAuthenticationToken', 'Access token is empty.', undefined);
  const check = await tokens.verify(bearer);
  if (check.kind === 'ok') return check.principal;
  throw unauthorized(check.code, check.message, check.wwwAuthenticate);
}

function unauthorized(code: string, message: string, challenge: string | undefined): GraphFailure {
  return new GraphFailure(401, code, message, {
    headers: {
      'WWW-Authenticate':
        challenge ??
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    },
  });
}

/** Refuses a token with none of the scopes, in the words of the service that would have answered. */
export function requireScope(principal: Principal, anyOf: readonly string[], workload: Workload): void {
  if (anyOf.length === 0 || anyOf.some((scope) => principal.scopes.includes(scope))) return;
  throw missingScope(workload);
}

export function missingScope(workload: Workload): GraphFailure {
  switch (workload) {
    case 'outlook':
      return new GraphFailure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    case 'drive':
      return new GraphFailure(
        403,
        'accessDenied',
        'Either scp or roles claim need to be present in the token with a permission for this call.',
      );
    case 'directory':
    case 'gateway':
    default:
      return new GraphFailure(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      );
  }
}
