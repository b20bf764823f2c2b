import { importJWK, jwtVerify, errors, type JWTPayload } from 'jose';
import type { TokenCheck, TokenVerifier } from '#sandbox/types.ts';
import { accountIn, type Directory } from './directory.ts';
import { graphAppId, graphAudience } from './scopes.ts';
import type { SigningKey } from './signingKeys.ts';
import { issuedAt } from './tokenClaims.ts';
import { challengeFor, type TokenRules } from './tokenRules.ts';

interface VerifierParts {
  readonly key: SigningKey;
  readonly directory: Directory;
  readonly rules: TokenRules;
}

function refused(code: string, message: string, wwwAuthenticate?: string): TokenCheck {
  return {
    kind: 'refused',
    code,
    message,
    ...(wwwAuthenticate === undefined ? {} : { wwwAuthenticate }),
  };
}

const invalid = 'InvalidAuthenticationToken';

/** Checks access tokens for Graph: signature, audience, times, and what was done to the person's tokens since. */
export function createTokenVerifier({ key, directory, rules }: VerifierParts): TokenVerifier {
  const imported = importJWK({ ...key.publicJwk }, 'RS256');
  return {
    async verify(bearer) {
      if (bearer.split('.').length !== 3)
        return refused(invalid, 'JWT is not well formed, there are no dots (.).');
      let payload: JWTPayload;
      try {
        ({ payload } = await jwtVerify(bearer, await imported, { algorithms: ['RS256'] }));
      } catch (error) {
        if (error instanceof errors.JWTExpired)
          return refused(invalid, 'Lifetime validation failed, the token is expired.');
        if (error instanceof errors.JWSSignatureVerificationFailed)
          return refused(invalid, 'Signing key is invalid.');
        return refused(invalid, 'Access token validation failure.');
      }
      return checkPayload(payload, { directory, rules });
    },
  };
}

function text(payload: JWTPayload, name: string): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}

function texts(payload: JWTPayload, name: string): readonly string[] {
  const value = payload[name];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function checkPayload(
  payload: JWTPayload,
  { directory, rules }: Pick<VerifierParts, 'directory' | 'rules'>,
): TokenCheck {
  const audiences = [payload.aud ?? []].flat();
  if (!audiences.includes(graphAudience) && !audiences.includes(graphAppId))
    return refused(invalid, 'Access token validation failure. Invalid audience.');
  const [oid, tid] = [text(payload, 'oid'), text(payload, 'tid')];
  const person = directory.byId(oid);
  const account = person === undefined ? undefined : accountIn(person, tid);
  if (person === undefined || account === undefined || account.id !== oid)
    return refused(invalid, 'The user of the access token is not in the directory.');
  const rule = rules.of(person.home.id);
  const issuedAtEpochMilli = issuedAt(payload);
  if (issuedAtEpochMilli < (rule.accessExpiredBefore ?? 0))
    return refused(invalid, 'Lifetime validation failed, the token is expired.');
  const challenge = challengeFor(rule, { issuedAtEpochMilli, contexts: texts(payload, 'acrs') });
  if (challenge !== undefined) {
    const knowsChallenges = texts(payload, 'xms_cc').some((entry) => entry.toLowerCase() === 'cp1');
    // Only clients that declared cp1 are told the claims; to others the token is simply no longer good.
    return knowsChallenges
      ? refused(
          invalid,
          'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
          `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="${graphAppId}", error="insufficient_claims", claims="${Buffer.from(challenge).toString('base64')}"`,
        )
      : refused(invalid, 'Access token has been revoked.');
  }
  return {
    kind: 'ok',
    principal: {
      oid,
      tid,
      upn: account.userPrincipalName,
      appId: text(payload, 'appid'),
      scopes: text(payload, 'scp').split(' ').filter(Boolean),
    },
  };
}
