import { readClaimsChallenge } from '#adapters/graph/claimsChallenge.ts';

const claims = '{"access_token":{"xms_rp_ipaddr":{"value":"192.0.2.1"}}}';

describe('the claims of a 401', () => {
  it.each([
    `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`,
    `Bearer claims="${btoa(claims)}",error="insufficient_claims"`,
    `PoP nonce="x", Bearer authorization_uri="https://login/a?b=c,d", client_id="1", claims="${btoa(claims).replaceAll('=', '')}"`,
  ])('are read from %s', (header) => {
    expect(readClaimsChallenge(header)).toBe(claims);
  });

  it.each([
    undefined,
    '',
    'Bearer error="invalid_token"',
    'Bearer claims="%%%"',
    `Bearer claims="${btoa('[]')}"`,
    `Bearer claims="${btoa('no json')}"`,
    `Bearer myclaims="${btoa(claims)}"`,
    `Bearer claims="${'A'.repeat(30_000)}"`,
  ])('are none in %s', (header) => {
    expect(readClaimsChallenge(header)).toBeUndefined();
  });
});
