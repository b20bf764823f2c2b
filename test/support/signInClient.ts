import { createHash, randomBytes } from 'node:crypto';
import type { RunningProduct } from './startProduct.ts';
import { secureRequest, type SecureAnswer } from './secureRequest.ts';

export const clientId = '6f3c1b52-8a0e-4d57-9b1e-2c7a5d9e4f10';

/** Steps of the authorization code flow with PKCE, by hand, with one browser's cookies. */
export interface SignInClient {
  /** Goes to the authorization endpoint; answers with the page or the redirect. */
  authorize(parameters?: Readonly<Record<string, string>>, tenant?: string): Promise<SecureAnswer>;
  /** Sends the form of a page. */
  submit(page: SecureAnswer, fields: Readonly<Record<string, string>>): Promise<SecureAnswer>;
  /** What the redirect URI was given. */
  parametersOf(answer: SecureAnswer): URLSearchParams;
  redeem(code: string, more?: Readonly<Record<string, string>>, tenant?: string): Promise<SecureAnswer>;
  /** Ends the sign-in of a person in this browser. */
  signOut(hint: string): Promise<SecureAnswer>;
  refresh(
    token: string,
    scope: string,
    more?: Readonly<Record<string, string>>,
    tenant?: string,
  ): Promise<SecureAnswer>;
  /** Signs in as a person and redeems the code; accepts consent where it is asked. */
  signIn(person: string, scope: string, tenant?: string): Promise<Readonly<Record<string, unknown>>>;
}

/** The body as JSON. */
export function jsonOf(answer: SecureAnswer): Readonly<Record<string, unknown>> {
  const value: Readonly<Record<string, unknown>> = JSON.parse(answer.text);
  return value;
}

/** Claims of a token, unchecked. */
export function claimsOf(token: unknown): Readonly<Record<string, unknown>> {
  const [, payload = ''] = String(token).split('.');
  const value: Readonly<Record<string, unknown>> = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
  return value;
}

export function createSignInClient({ appUrl, sandboxUrl }: RunningProduct): SignInClient {
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = `${appUrl}/redirect.html`;
  let cookie = '';

  async function ask(url: string, options: Parameters<typeof secureRequest>[1] = {}): Promise<SecureAnswer> {
    const answer = await secureRequest(url, {
      ...options,
      headers: { ...options.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    const [set] = [answer.headers['set-cookie'] ?? []].flat();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return answer;
  }

  const client: SignInClient = {
    authorize: (parameters = {}, tenant = 'organizations') =>
      ask(
        `${sandboxUrl}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams({
          client_id: clientId,
          redirect_uri: redirectUri,
          response_type: 'code',
          response_mode: 'fragment',
          scope: 'openid profile offline_access User.Read',
          state: 'the-state',
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: 'S256',
          client_info: '1',
          ...parameters,
        }).toString()}`,
      ),
    submit(page, fields) {
      const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const flow = /name="flow" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      return ask(`${sandboxUrl}${action}`, { method: 'POST', body: { flow, ...fields } });
    },
    parametersOf: (answer) => new URLSearchParams(new URL(String(answer.headers.location)).hash.slice(1)),
    signOut: (hint) =>
      ask(
        `${sandboxUrl}/organizations/oauth2/v2.0/logout?${new URLSearchParams({ logout_hint: hint, post_logout_redirect_uri: redirectUri }).toString()}`,
      ),
    redeem: (code, more = {}, tenant = 'organizations') =>
      ask(`${sandboxUrl}/${tenant}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { origin: appUrl },
        body: {
          client_id: clientId,
          grant_type: 'authorization_code',
          code,
          code_verifier: verifier,
          redirect_uri: redirectUri,
          client_info: '1',
          scope: 'openid profile offline_access User.Read',
          ...more,
        },
      }),
    refresh: (token, scope, more = {}, tenant = 'organizations') =>
      ask(`${sandboxUrl}/${tenant}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { origin: appUrl },
        body: { client_id: clientId, grant_type: 'refresh_token', refresh_token: token, scope, ...more },
      }),
    async signIn(person, scope, tenant) {
      let answer = await client.authorize({ scope, prompt: 'select_account' }, tenant);
      answer = await client.submit(answer, { person });
      if (answer.text.includes('Permissions requested'))
        answer = await client.submit(answer, { answer: 'accept' });
      const code = client.parametersOf(answer).get('code') ?? '';
      return jsonOf(await client.redeem(code, { scope }, tenant));
    },
  };
  return client;
}
