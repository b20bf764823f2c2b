import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { lakeside, northfield } from '#sandbox/identity/tenants.ts';
import { claimsOf, clientId, createSignInClient, jsonOf } from '../support/signInClient.ts';
import { secureRequest } from '../support/secureRequest.ts';
import { startProduct, type RunningProduct } from '../support/startProduct.ts';

jest.setTimeout(120_000);

const calendars = 'openid profile offline_access User.Read Calendars.ReadWrite';

describe('signing in to the sandbox', () => {
  let product: RunningProduct;

  beforeAll(async () => {
    product = await startProduct({ args: ['--no-build'] });
  });
  afterAll(async () => {
    if ((await product.stop()) !== 0) throw new Error('the sandbox did not stop as asked');
  });
  beforeEach(async () => {
    await secureRequest(`${product.sandboxUrl}/sandbox/reset`, { method: 'POST' });
  });

  const control = (path: string, body: unknown) =>
    secureRequest(`${product.sandboxUrl}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const me = (token: unknown) =>
    secureRequest(`${product.sandboxUrl}/v1.0/me`, { headers: { authorization: `Bearer ${String(token)}` } });

  it('gives tools without a browser a token with just the scopes they name', async () => {
    const issue = async (body: object) => jsonOf(await control('tokens', { action: 'issue', ...body }));
    const { access_token: token, scope } = await issue({ person: 'dana', scopes: ['Calendars.Read'] });
    expect([scope, claimsOf(token).scp]).toEqual(['Calendars.Read', 'Calendars.Read']);
    const calendar = (path: string, method = 'GET') =>
      secureRequest(`${product.sandboxUrl}/v1.0/me/${path}`, {
        method,
        headers: { authorization: `Bearer ${String(token)}` },
      });
    expect((await calendar('calendar')).status).toBe(200);
    expect((await calendar('drive/root')).status).toBe(403);
    for (const wrong of [
      { person: 'nobody' },
      { person: 'dana', scopes: ['Calendars.Everything'] },
      { person: 'dana', tenant: lakeside.id },
    ])
      expect((await control('tokens', { action: 'issue', ...wrong })).status).toBe(400);
  });

  it('describes itself under Entra’s paths, for a shared name and for a tenant', async () => {
    const shared = jsonOf(
      await secureRequest(`${product.sandboxUrl}/organizations/v2.0/.well-known/openid-configuration`),
    );
    expect(shared).toMatchObject({
      issuer: `${product.sandboxUrl}/{tenantid}/v2.0`,
      authorization_endpoint: `${product.sandboxUrl}/organizations/oauth2/v2.0/authorize`,
      token_endpoint: `${product.sandboxUrl}/organizations/oauth2/v2.0/token`,
    });
    const own = jsonOf(
      await secureRequest(`${product.sandboxUrl}/${northfield.id}/v2.0/.well-known/openid-configuration`, {
        headers: { host: 'login.microsoftonline.com' },
      }),
    );
    expect(own.issuer).toBe(`https://login.microsoftonline.com/${northfield.id}/v2.0`);
    const unknown = await secureRequest(
      `${product.sandboxUrl}/nobody.example/v2.0/.well-known/openid-configuration`,
    );
    expect([unknown.status, jsonOf(unknown).error]).toEqual([400, 'invalid_tenant']);
  });

  it('gives a code for the person who was chosen, and tokens for the code', async () => {
    const client = createSignInClient(product);
    const page = await client.authorize({ scope: calendars, nonce: 'n1' });
    expect(page.text).toContain('Pick an account');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const answer = await client.submit(page, { person: 'dana' });
    const parameters = client.parametersOf(answer);
    expect(parameters.get('state')).toBe('the-state');
    expect(parameters.has('iss')).toBe(false);
    const tokens = jsonOf(await client.redeem(parameters.get('code') ?? '', { scope: calendars }));
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(String(tokens.scope).split(' ')).toEqual(
      expect.arrayContaining(['User.Read', 'Calendars.ReadWrite', 'openid']),
    );
    const idToken = claimsOf(tokens.id_token);
    expect(idToken).toMatchObject({
      aud: clientId,
      iss: `${product.sandboxUrl}/${northfield.id}/v2.0`,
      tid: northfield.id,
      preferred_username: 'dana.mokoena@northfield.example',
      nonce: 'n1',
    });
    expect(idToken.sub).not.toBe(idToken.oid);
    const info: unknown = JSON.parse(Buffer.from(String(tokens.client_info), 'base64url').toString());
    expect(info).toEqual({ uid: idToken.oid, utid: northfield.id });
    expect(claimsOf(tokens.access_token)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${northfield.id}/`,
      appid: clientId,
      oid: idToken.oid,
    });
    expect(jsonOf(await me(tokens.access_token)).displayName).toBe('Dana Mokoena');
  });

  it('signs tokens with the keys it publishes', async () => {
    const tokens = await createSignInClient(product).signIn('tomas', calendars);
    const published: JSONWebKeySet = JSON.parse(
      (await secureRequest(`${product.sandboxUrl}/common/discovery/v2.0/keys`)).text,
    );
    const { payload } = await jwtVerify(String(tokens.id_token), createLocalJWKSet(published));
    expect(payload.aud).toBe(clientId);
  });

  it('refuses a code twice, a code with another verifier, and a redemption that is not of the app’s origin', async () => {
    const client = createSignInClient(product);
    const code = async (): Promise<string> => {
      const page = await client.authorize({ prompt: 'select_account' });
      return client.parametersOf(await client.submit(page, { person: 'morgan' })).get('code') ?? '';
    };
    const once = await code();
    expect((await client.redeem(once)).status).toBe(200);
    const again = await client.redeem(once);
    expect([again.status, jsonOf(again).error, jsonOf(again).error_codes]).toEqual([
      400,
      'invalid_grant',
      [54005],
    ]);
    const wrong = await client.redeem(await code(), { code_verifier: 'x'.repeat(43) });
    expect([wrong.status, jsonOf(wrong).error]).toEqual([400, 'invalid_grant']);
    const foreign = await secureRequest(`${product.sandboxUrl}/organizations/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: { client_id: clientId, grant_type: 'authorization_code', code: await code() },
    });
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
    expect(jsonOf(foreign).error_codes).toEqual([9002327]);
  });

  it('shows a wrong redirect to the person and never sends anything there', async () => {
    const client = createSignInClient(product);
    const answer = await client.authorize({ redirect_uri: 'https://elsewhere.example/' });
    expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
    expect(answer.text).toContain('AADSTS50011');
    expect((await client.authorize({ client_id: 'x"><b>' })).text).toContain('x&quot;&gt;&lt;b&gt;');
  });

  it('answers a silent request with why it cannot be silent', async () => {
    const client = createSignInClient(product);
    const errorOf = async (parameters: Readonly<Record<string, string>>): Promise<string | null> =>
      client.parametersOf(await client.authorize({ prompt: 'none', ...parameters })).get('error');
    expect(await errorOf({})).toBe('login_required');
    await client.signIn('morgan', calendars);
    expect(await errorOf({})).toBeNull();
    expect(await errorOf({ scope: 'openid Files.ReadWrite' })).toBe('consent_required');
    expect(await errorOf({ login_hint: 'dana.mokoena@northfield.example' })).toBe('login_required');
    await client.signIn('dana', calendars);
    expect(await errorOf({})).toBe('interaction_required');
    expect(await errorOf({ login_hint: 'dana.mokoena@northfield.example' })).toBeNull();
  });

  it('asks for consent scope by scope, and remembers it', async () => {
    const client = createSignInClient(product);
    const tokens = await client.signIn('morgan', calendars);
    const refresh = String(tokens.refresh_token);
    const refused = await client.refresh(refresh, 'openid Files.ReadWrite');
    expect(jsonOf(refused)).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
    const page = await client.authorize({ scope: 'openid Files.ReadWrite' });
    expect(page.text).toContain('Have full access to your files');
    expect(page.text).not.toContain('calendars');
    const declined = client.parametersOf(await client.submit(page, { answer: 'cancel' }));
    expect([declined.get('error'), declined.get('error_subcode')]).toEqual(['access_denied', 'cancel']);
    const accepted = await client.submit(await client.authorize({ scope: 'openid Files.ReadWrite' }), {
      answer: 'accept',
    });
    expect(client.parametersOf(accepted).get('code')).not.toBeNull();
    const renewed = jsonOf(await client.refresh(refresh, 'openid Files.ReadWrite'));
    expect(String(renewed.scope)).toContain('Files.ReadWrite');
    expect(String(claimsOf(renewed.access_token).scp)).toContain('Calendars.ReadWrite');
  });

  it('lets only an administrator allow what the organisation keeps for administrators', async () => {
    await control('consent', { tenant: northfield.id, allowed: ['User.Read'] });
    const client = createSignInClient(product);
    await client.signIn('morgan', 'openid offline_access User.Read');
    const page = await client.authorize({ scope: calendars });
    expect(page.text).toContain('Need admin approval');
    const back = client.parametersOf(await client.submit(page, { answer: 'cancel' }));
    expect(back.get('error_description')).toContain('AADSTS90094');

    const consented = `${product.appUrl}/admin-consent.html`;
    const url = `${product.sandboxUrl}/organizations/v2.0/adminconsent?${new URLSearchParams({
      client_id: clientId,
      redirect_uri: consented,
      state: 's',
      scope: 'https://graph.microsoft.com/Calendars.ReadWrite',
    }).toString()}`;
    const notAdmin = await client.submit(await secureRequest(url), { person: 'morgan' });
    expect(notAdmin.text).toContain('AADSTS90094');
    const asAdmin = await client.submit(await secureRequest(url), { person: 'noor' });
    expect(asAdmin.text).toContain('for everyone in your organisation');
    const done = new URL(String((await client.submit(asAdmin, { answer: 'accept' })).headers.location));
    expect(done.origin + done.pathname).toBe(consented);
    expect(Object.fromEntries(done.searchParams)).toMatchObject({
      admin_consent: 'True',
      tenant: northfield.id,
      state: 's',
    });
    const now = await client.authorize({
      scope: calendars,
      login_hint: 'morgan.ellis@northfield.example',
    });
    expect(client.parametersOf(now).get('code')).not.toBeNull();
  });

  it('knows guests: one person, another account in each tenant', async () => {
    const client = createSignInClient(product);
    const home = await client.signIn('elin', 'openid offline_access User.Read');
    const guest = await client.signIn('elin', 'openid offline_access User.Read', northfield.id);
    const [atHome, asGuest] = [claimsOf(home.id_token), claimsOf(guest.id_token)];
    expect([atHome.tid, asGuest.tid]).toEqual([lakeside.id, northfield.id]);
    expect(asGuest.oid).not.toBe(atHome.oid);
    expect(String(claimsOf(guest.access_token).upn)).toContain('#EXT#@northfield.example');
    expect(guest.client_info).toBe(home.client_info);
    const renewed = await client.refresh(String(guest.refresh_token), 'openid User.Read', {}, northfield.id);
    expect(claimsOf(jsonOf(renewed).access_token).oid).toBe(asGuest.oid);
    const stranger = await client.submit(await client.authorize({ prompt: 'select_account' }, lakeside.id), {
      person: 'morgan',
    });
    expect(stranger.text).toContain('AADSTS50020');
  });

  it('expires, revokes and challenges on demand', async () => {
    const client = createSignInClient(product);
    const capable = { claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}' };
    const first = await client.signIn('dana', calendars);
    const refresh = String(first.refresh_token);
    const renew = async (more: Readonly<Record<string, string>> = capable) =>
      client.refresh(refresh, 'openid User.Read', more);

    await control('tokens', { person: 'dana', action: 'expireAccess' });
    expect((await me(first.access_token)).status).toBe(401);
    const second = jsonOf(await renew());
    expect((await me(second.access_token)).status).toBe(200);

    await control('tokens', { person: 'dana', action: 'stepUp' });
    const challenged = await me(second.access_token);
    const challenge = /claims="([^"]+)"/.exec(String(challenged.headers['www-authenticate']))?.[1] ?? '';
    const claims = Buffer.from(challenge, 'base64').toString('utf8');
    expect(JSON.parse(claims)).toEqual({ access_token: { acrs: { essential: true, value: 'c1' } } });
    const refused = jsonOf(await renew({ claims }));
    expect([refused.error, refused.claims]).toEqual(['interaction_required', claims]);
    const page = await client.authorize({ claims });
    expect(page.text).toContain('Verify your identity');
    const code = client.parametersOf(await client.submit(page, { answer: 'accept' })).get('code') ?? '';
    const stepped = jsonOf(await client.redeem(code));
    expect((await me(stepped.access_token)).status).toBe(200);
    await control('tokens', { person: 'dana', action: 'clear' });

    await control('tokens', { person: 'dana', action: 'revoke' });
    expect(jsonOf(await renew()).error_codes).toEqual([50173]);
    const silent = client.parametersOf(await client.authorize({ prompt: 'none' }));
    expect(silent.get('error')).toBe('login_required');
  });

  it('signs one person out and leaves the other signed in', async () => {
    const client = createSignInClient(product);
    await client.signIn('morgan', calendars);
    await client.signIn('dana', calendars);
    const left = await client.signOut('dana.mokoena@northfield.example');
    expect([left.status, left.headers.location]).toEqual([302, `${product.appUrl}/redirect.html`]);
    const silently = async (who: string): Promise<boolean> =>
      client
        .parametersOf(await client.authorize({ prompt: 'none', login_hint: `${who}@northfield.example` }))
        .has('code');
    expect(await silently('dana.mokoena')).toBe(false);
    expect(await silently('morgan.ellis')).toBe(true);
  });

  it('keeps sign-ins, consents and refresh tokens over a restart and a kill', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'mentor-meetings-'));
    try {
      const before = await startProduct({ args: ['--no-build'], dataFolder });
      const client = createSignInClient(before);
      await client.signIn('morgan', 'openid offline_access Files.ReadWrite');
      const tokens = await client.signIn('morgan', 'openid offline_access Files.ReadWrite');
      await before.kill();
      const after = await startProduct({ args: ['--no-build'], dataFolder });
      const again = createSignInClient(after);
      const renewed = await again.refresh(String(tokens.refresh_token), 'openid Files.ReadWrite');
      expect(renewed.status).toBe(200);
      expect(await after.stop()).toBe(0);
    } finally {
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });

  it('refuses pages of other origins and says what is wrong with a wrong order', async () => {
    const foreign = await secureRequest(`${product.sandboxUrl}/sandbox/tokens`, {
      method: 'POST',
      headers: { origin: product.appUrl },
      body: '{"person":"dana","action":"revoke"}',
    });
    expect(foreign.status).toBe(403);
    expect((await control('tokens', { person: 'nobody', action: 'revoke' })).status).toBe(400);
    expect((await control('tokens', { person: 'dana', action: 'explode' })).status).toBe(400);
    expect((await control('consent', { allowed: ['Nothing.Read'] })).text).toContain('Nothing.Read');
    expect((await control('consent', { tenant: 'nowhere' })).status).toBe(400);
  });
});
