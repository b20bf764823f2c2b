import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerApp, sandboxClientId } from '#sandbox/identity/appRegistration.ts';
import { createConsents, type Consents } from '#sandbox/identity/consents.ts';
import { createHostBroker, type BrokerRequest } from '#sandbox/identity/hostBroker.ts';
import { signingKey } from '#sandbox/identity/signingKeys.ts';
import { createTokenRules, type TokenRules } from '#sandbox/identity/tokenRules.ts';
import { createTokenVerifier } from '#sandbox/identity/tokenVerifier.ts';
import { northfield } from '#sandbox/identity/tenants.ts';
import { directoryOfCast } from '#sandbox/people/directoryOfCast.ts';
import { openStore, type Store } from '#sandbox/store/openStore.ts';

const directory = directoryOfCast();
const app = registerApp(['https://app.example']);

describe('the broker of a host page', () => {
  let folder: string;
  let store: Store;
  let consents: Consents;
  let rules: TokenRules;
  let now = Date.now();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mentor-meetings-broker-'));
    store = await openStore({ folder });
    consents = createConsents(store);
    rules = createTokenRules(store);
    now = Date.now();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const key = () => signingKey(join(folder, 'key.json'));
  const ask = (more: Partial<BrokerRequest> = {}, person = 'morgan') => {
    const found = directory.byKey(person);
    if (found === undefined) throw new Error('nobody');
    return createHostBroker({ app, consents, key: key(), now: () => now })({
      person: found,
      appOrigin: 'https://app.example',
      clientId: sandboxClientId,
      scope: 'User.Read',
      claims: undefined,
      isInteractive: false,
      answer: 'none',
      authorityOrigin: 'https://login.microsoftonline.com',
      ...more,
    });
  };
  const tokenOf = async (more: Partial<BrokerRequest> = {}): Promise<string> => {
    const answer = await ask(more);
    if (answer.kind !== 'token') throw new Error(answer.kind);
    return answer.token.access_token;
  };
  const verify = (token: string) => createTokenVerifier({ key: key(), directory, rules }).verify(token);

  it('gives tokens that Graph takes, for what is consented', async () => {
    expect(await ask()).toMatchObject({
      kind: 'token',
      account: {
        environment: 'login.microsoftonline.com',
        tenantId: northfield.id,
        username: 'morgan.ellis@northfield.example',
      },
      token: { authority: `https://login.microsoftonline.com/${northfield.id}`, expires_in: 3600 },
    });
    expect(await verify(await tokenOf())).toMatchObject({
      kind: 'ok',
      principal: {
        upn: 'morgan.ellis@northfield.example',
        scopes: ['User.Read', 'User.ReadBasic.All', 'Calendars.ReadWrite'],
      },
    });
  });

  it('knows registered origins and its own app alone', async () => {
    expect(await ask({ appOrigin: 'https://elsewhere.example' })).toMatchObject({
      kind: 'failed',
      status: 'PERSISTENT_ERROR',
    });
    expect(await ask({ clientId: 'another' })).toMatchObject({ kind: 'failed', code: 'unauthorized_client' });
  });

  it('asks for consent only with a click behind it, and keeps the answer', async () => {
    const scope = 'Files.ReadWrite';
    expect(await ask({ scope })).toMatchObject({
      kind: 'failed',
      status: 'USER_INTERACTION_REQUIRED',
      subError: 'consent_required',
    });
    expect(await ask({ scope, isInteractive: true })).toMatchObject({
      kind: 'ask',
      what: 'consent',
      scopes: [{ name: 'Files.ReadWrite' }],
    });
    expect((await ask({ scope, isInteractive: true, answer: 'accept' })).kind).toBe('token');
    expect((await ask({ scope })).kind).toBe('token');
    expect((await ask({ scope }, 'dana')).kind).toBe('failed');
  });

  it('does not take the word of somebody who may not decide', async () => {
    const request = { scope: 'Mail.Send', isInteractive: true, answer: 'accept' } as const;
    expect(await ask(request)).toMatchObject({ kind: 'ask', what: 'administrator' });
    expect((await ask(request, 'noor')).kind).toBe('token');
  });

  it('gives no tokens that Graph will not take any more', async () => {
    const token = await tokenOf();
    const person = directory.byKey('morgan')?.home.id ?? '';
    now += 10;
    await rules.change(person, { accessExpiredBefore: now });
    expect(await verify(token)).toMatchObject({ kind: 'refused', code: 'InvalidAuthenticationToken' });
    expect(await verify(await tokenOf())).toMatchObject({ kind: 'ok' });
    expect(await verify(`${token.slice(0, -4)}AAAA`)).toMatchObject({ kind: 'refused' });
    expect(await verify('nonsense')).toMatchObject({ kind: 'refused' });
  });

  it('tells claims of a challenge only to clients that know them', async () => {
    const person = directory.byKey('morgan')?.home.id ?? '';
    await rules.change(person, { context: 'c1' });
    const knowing = await tokenOf({ claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}' });
    const challenged = await verify(knowing);
    const header = challenged.kind === 'refused' ? (challenged.wwwAuthenticate ?? '') : '';
    const claims = Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString();
    expect(JSON.parse(claims)).toEqual({ access_token: { acrs: { essential: true, value: 'c1' } } });
    const plain = await verify(await tokenOf());
    expect(plain.kind === 'refused' && plain.wwwAuthenticate).toBeUndefined();
    expect(await ask({ claims })).toMatchObject({ kind: 'failed', code: 'interaction_required' });
    expect(await ask({ claims, isInteractive: true })).toMatchObject({ kind: 'ask', what: 'confirm' });
  });
});
