import { createIdentity } from '#adapters/identity/createIdentity.ts';
import type {
  InteractiveQuestion,
  SignedIn,
  SignInClient,
  SilentQuestion,
} from '#adapters/identity/signInClient.ts';
import { BrowserAuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import { createFakeClock } from '../support/fakeClock.ts';
import { noSignal } from '../support/fakeGraph.ts';

const morgan: SignedIn = { oid: 'o-morgan', tid: 't-1', name: 'Morgan Reed', username: 'morgan@example.org' };
const femi: SignedIn = { oid: 'o-femi', tid: 't-1', name: 'Femi', username: 'femi@example.org' };
const morganAccount = { oid: 'o-morgan', tid: 't-1', name: 'Morgan Reed', username: 'morgan@example.org' };

/** Who is signed in to the client at present; `interactive` signs that person in. */
function fakeClient(state: {
  known?: readonly SignedIn[];
  found?: SignedIn | Error;
  answers?: SignedIn | Error;
}) {
  const asked: (SilentQuestion | InteractiveQuestion)[] = [];
  const answer = (question: SilentQuestion | InteractiveQuestion) => {
    asked.push(question);
    const { answers } = state;
    if (answers === undefined || answers instanceof Error)
      return Promise.reject(answers ?? new Error('nobody'));
    return Promise.resolve({ accessToken: `token of ${answers.oid}`, person: answers });
  };
  const client: SignInClient = {
    known: () => state.known ?? [],
    find: () => (state.found instanceof Error ? Promise.reject(state.found) : Promise.resolve(state.found)),
    silent: answer,
    interactive: answer,
    signOut: () => Promise.resolve(),
  };
  return { client, asked, state };
}

function identityOver(state: Parameters<typeof fakeClient>[0], expected?: { oid: string; tid: string }) {
  const fake = fakeClient(state);
  const identity = createIdentity({
    client: () => Promise.resolve(fake.client),
    expected,
    clock: createFakeClock(),
    authority: 'https://login.microsoftonline.com/organizations',
    clientId: '6f3c1b52-8a0e-4d57-9b1e-2c7a5d9e4f10',
    consentedPage: 'https://mentor.example.org/admin-consent.html',
  });
  return { ...fake, identity };
}
const loginRequired = new InteractionRequiredAuthError('login_required', 'id', 'AADSTS50058');

describe('whoever is signed in', () => {
  it('is known without asking when the page knows one person', async () => {
    const { identity } = identityOver({ known: [morgan] });
    expect(await identity.account(noSignal)).toEqual(morganAccount);
  });

  it('is found without asking when the session has one person', async () => {
    const { identity } = identityOver({ found: morgan });
    expect(await identity.account(noSignal)).toEqual(morganAccount);
  });

  it('is nobody when nobody or several are there', async () => {
    expect(await identityOver({ found: loginRequired }).identity.account(noSignal)).toBeUndefined();
    const several = identityOver({ known: [morgan, femi], found: loginRequired });
    expect(await several.identity.account(noSignal)).toBeUndefined();
  });

  it('is not known when there is no network: that is a failure', async () => {
    const { identity } = identityOver({ found: new BrowserAuthError('no_network_connectivity', 'id') });
    await expect(identity.account(noSignal)).rejects.toMatchObject({ code: 'offline' });
  });

  it('has to be whom the host says', async () => {
    const { identity } = identityOver({ known: [femi], found: femi, answers: femi }, morgan);
    expect(await identity.account(noSignal)).toBeUndefined();
    await expect(identity.signIn(noSignal)).rejects.toMatchObject({ code: 'wrong-account' });
    await expect(identity.token(['User.Read'], noSignal)).rejects.toMatchObject({ code: 'signed-out' });
  });

  it('may choose among accounts after the wrong one', async () => {
    const { identity, asked, state } = identityOver({ answers: femi }, morgan);
    await identity.signIn(noSignal).catch(() => {});
    state.answers = morgan;
    expect(await identity.signIn(noSignal)).toEqual(morganAccount);
    expect(asked.map((question) => 'mustChoose' in question && question.mustChoose)).toEqual([false, true]);
  });
});

describe('a token', () => {
  it('is for the account in use', async () => {
    const { identity, asked } = identityOver({ known: [morgan], answers: morgan });
    await identity.account(noSignal);
    expect(await identity.token(['Calendars.ReadWrite'], noSignal)).toBe('token of o-morgan');
    expect(asked[0]).toMatchObject({ scopes: ['Calendars.ReadWrite'], person: morgan, isFresh: false });
  });

  it('of somebody else is refused, and everybody is told', async () => {
    const { identity, state } = identityOver({ known: [morgan], answers: morgan });
    const told: unknown[] = [];
    identity.onAccountChange((account) => told.push(account?.oid));
    await identity.account(noSignal);
    state.answers = femi;
    await expect(identity.token(['Calendars.ReadWrite'], noSignal)).rejects.toMatchObject({
      code: 'wrong-account',
    });
    expect(told).toEqual(['o-morgan', undefined]);
  });

  it('asks for the claims again when the person is there', async () => {
    const { identity, asked, state } = identityOver({ known: [morgan], answers: loginRequired });
    await identity.account(noSignal);
    await expect(
      identity.token(['User.Read'], noSignal, '{"access_token":{}}', { fresh: true }),
    ).rejects.toMatchObject({ code: 'signed-out' });
    state.answers = morgan;
    await identity.signIn(noSignal);
    expect(asked.map(({ claims }) => claims)).toEqual(['{"access_token":{}}', '{"access_token":{}}']);
    await identity.allow(['Files.ReadWrite'], noSignal);
    expect(asked.at(-1)?.claims).toBeUndefined();
  });

  it('is not waited for when the work is stopped', async () => {
    const { identity, client } = identityOver({ known: [morgan], answers: morgan });
    await identity.account(noSignal);
    const stop = new AbortController();
    jest.spyOn(client, 'silent').mockReturnValue(new Promise(() => {}));
    const asked = identity.token(['User.Read'], stop.signal);
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  it('is not waited for for ever', async () => {
    const fake = fakeClient({ known: [morgan] });
    jest.spyOn(fake.client, 'silent').mockReturnValue(new Promise(() => {}));
    const identity = createIdentity({
      client: () => Promise.resolve(fake.client),
      expected: undefined,
      clock: createFakeClock(undefined, { runOut: true }),
      authority: 'https://login.microsoftonline.com/organizations',
      clientId: 'x',
      consentedPage: 'x',
    });
    await identity.account(noSignal);
    await expect(identity.token(['User.Read'], noSignal)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a permission', () => {
  it('of somebody else does not count', async () => {
    const { identity } = identityOver({ known: [morgan], answers: femi });
    await identity.account(noSignal);
    await expect(identity.allow(['Files.ReadWrite'], noSignal)).rejects.toMatchObject({
      code: 'wrong-account',
    });
    expect(await identity.account(noSignal)).toEqual(morganAccount);
  });

  it('for everybody is asked for in the organisation of the person', async () => {
    const { identity } = identityOver({ known: [morgan] });
    expect(new URL(identity.adminConsentUrl()).pathname).toBe('/organizations/v2.0/adminconsent');
    await identity.account(noSignal);
    const url = new URL(identity.adminConsentUrl());
    expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/t-1/v2.0/adminconsent');
    expect(url.searchParams.get('redirect_uri')).toBe('https://mentor.example.org/admin-consent.html');
    expect(url.searchParams.get('scope')).toBe(
      'User.Read User.ReadBasic.All Calendars.ReadWrite Files.ReadWrite',
    );
    expect(url.href).not.toContain('+');
  });
});

describe('signing out', () => {
  it('forgets the account and tells so', async () => {
    const { identity } = identityOver({ known: [morgan], answers: morgan });
    await identity.account(noSignal);
    const told: unknown[] = [];
    const stop = identity.onAccountChange((account) => told.push(account));
    await identity.signOut(noSignal);
    stop();
    expect(told).toEqual([undefined]);
    await expect(identity.token(['User.Read'], noSignal)).rejects.toMatchObject({ code: 'signed-out' });
  });
});
