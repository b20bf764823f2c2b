import type { Switches } from '#sandbox/control/switches.ts';

/** What Graph lets a browser read of an answer (seen in documented examples), without the two that are unsettled. */
const exposed =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, x-ms-client-gcc-tenant';

/** Headers of every answer of Graph. */
export function corsHeaders(switches: Switches): Record<string, string> {
  const more = [
    switches.get('retryAfterHeader') === 'exposed' ? ', Retry-After' : '',
    switches.get('wwwAuthenticateHeader') === 'exposed' ? ', WWW-Authenticate' : '',
  ].join('');
  return {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed + more,
  };
}

/** The answer to a preflight: any origin, any method of Graph's, the headers asked for. */
export function preflightHeaders(asked: string | undefined): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, PUT, PATCH, GET, DELETE, HEAD, OPTIONS',
    'access-control-allow-headers': asked ?? 'Authorization, Content-Type',
    'access-control-max-age': '3600',
    vary: 'Access-Control-Request-Headers',
  };
}
