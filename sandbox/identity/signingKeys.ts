import { createPublicKey, generateKeyPairSync, randomUUID, type JsonWebKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** An RSA key as JWK with its id. */
export interface SigningKey {
  readonly kid: string;
  readonly privateJwk: JsonWebKey;
  readonly publicJwk: JsonWebKey;
}

/** The key that tokens are signed with, from a file; made at the first start. */
export function signingKey(file: string): SigningKey {
  const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (isJwk(kept)) return fromPrivate(kept);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
  return fromPrivate(jwk);
}

type KeptJwk = JsonWebKey & { readonly kid: string };

function isJwk(value: unknown): value is KeptJwk {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kid' in value &&
    typeof value.kid === 'string' &&
    'd' in value
  );
}

function fromPrivate(jwk: KeptJwk): SigningKey {
  const publicJwk = createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'jwk' });
  return {
    kid: jwk.kid,
    privateJwk: jwk,
    publicJwk: { ...publicJwk, kid: jwk.kid, use: 'sig', alg: 'RS256' },
  };
}
