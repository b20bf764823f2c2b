import { registerApp, sandboxClientId } from '#sandbox/identity/appRegistration.ts';
import { decideSignIn, type SignInDecision } from '#sandbox/identity/decideSignIn.ts';
import { lakeside, northfield } from '#sandbox/identity/tenants.ts';
import { directoryOfCast } from '#sandbox/people/directoryOfCast.ts';

const app = registerApp(['https://app.example']);
const directory = directoryOfCast();
const oidOf = (key: string): string => directory.byKey(key)?.home.id ?? '';

interface Situation {
  readonly tenant?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly signedIn?: readonly string[];
  readonly contexts?: readonly string[];
  readonly chosen?: string;
  readonly hasConsented?: boolean;
  readonly granted?: readonly string[];
  readonly adminOnly?: readonly string[];
}

function decide(situation: Situation = {}): SignInDecision {
  const { granted = ['User.Read'], adminOnly = [], signedIn = [], contexts = [] } = situation;
  return decideSignIn(
    {
      app,
      directory,
      consents: {
        granted: () => granted,
        missing: (_tenant, _oid, scopes) => {
          const left = scopes.filter((scope) => !granted.includes(scope));
          return {
            byPerson: left.filter((scope) => !adminOnly.includes(scope)),
            byAdministrator: left.filter((scope) => adminOnly.includes(scope)),
          };
        },
      },
    },
    {
      tenantName: situation.tenant ?? 'organizations',
      parameters: {
        client_id: sandboxClientId,
        redirect_uri: 'https://app.example/redirect.html',
        response_type: 'code',
        scope: 'openid User.Read',
        ...situation.parameters,
      },
    },
    signedIn.map((key) => ({ oid: oidOf(key), contexts })),
    {
      ...(situation.chosen === undefined ? {} : { chosen: oidOf(situation.chosen) }),
      ...(situation.hasConsented === undefined ? {} : { hasConsented: situation.hasConsented }),
    },
  );
}

const errorOf = (decision: SignInDecision): string =>
  'error' in decision ? `${decision.kind} ${decision.error.error} ${decision.error.number}` : decision.kind;

describe('what comes next in a sign-in', () => {
  it.each([
    [{ parameters: { client_id: 'x' } }, 'refuse unauthorized_client 700016'],
    [{ parameters: { redirect_uri: 'https://app.example/' } }, 'refuse invalid_request 50011'],
    [{ tenant: 'elsewhere.example' }, 'refuse invalid_tenant 90002'],
    [{ parameters: { response_type: 'token' } }, 'return-error unsupported_response_type 700051'],
    [{ parameters: { scope: 'Nothing.Read' } }, 'return-error invalid_client 650053'],
    [{ parameters: { scope: 'https://vault.example/x' } }, 'return-error invalid_resource 500011'],
    [{ parameters: { claims: 'no json' } }, 'return-error invalid_request 900561'],
  ])('refuses %j', (situation, expected) => {
    expect(errorOf(decide(situation))).toBe(expected);
  });

  it('asks who it is where nobody or several are signed in', () => {
    expect(decide().kind).toBe('choose-person');
    expect(decide({ signedIn: ['dana', 'morgan'] }).kind).toBe('choose-person');
    expect(decide({ signedIn: ['dana'] })).toMatchObject({ kind: 'issue', person: { key: 'dana' } });
  });

  it('follows a hint to somebody who is signed in, and suggests anybody else', () => {
    const hint = { login_hint: 'DANA.mokoena@northfield.example' };
    expect(decide({ signedIn: ['dana', 'morgan'], parameters: hint })).toMatchObject({
      kind: 'issue',
      person: { key: 'dana' },
    });
    expect(decide({ signedIn: ['morgan'], parameters: hint })).toMatchObject({
      kind: 'choose-person',
      suggested: { key: 'dana' },
    });
  });

  it.each(['login', 'select_account'])('asks again for prompt=%s until somebody was chosen', (prompt) => {
    expect(decide({ signedIn: ['dana'], parameters: { prompt } }).kind).toBe('choose-person');
    expect(decide({ signedIn: ['dana'], parameters: { prompt }, chosen: 'dana' }).kind).toBe('issue');
  });

  it('never asks where the request is silent', () => {
    const silent = { prompt: 'none' };
    const files = { prompt: 'none', scope: 'openid Files.ReadWrite' };
    expect(errorOf(decide({ parameters: silent }))).toBe('return-error login_required 50058');
    expect(errorOf(decide({ parameters: silent, signedIn: ['dana', 'morgan'] }))).toBe(
      'return-error interaction_required 16000',
    );
    expect(errorOf(decide({ parameters: files, signedIn: ['dana'] }))).toBe(
      'return-error consent_required 65001',
    );
    expect(errorOf(decide({ parameters: silent, signedIn: ['dana'], tenant: lakeside.id }))).toBe(
      'return-error interaction_required 50020',
    );
  });

  it('asks for what is missing, and the first time in any case', () => {
    const parameters = { scope: 'openid User.Read Files.ReadWrite' };
    expect(decide({ signedIn: ['dana'], parameters })).toMatchObject({
      kind: 'ask-consent',
      scopes: ['Files.ReadWrite'],
    });
    expect(decide({ signedIn: ['dana'], granted: [], parameters: { scope: 'openid' } })).toMatchObject({
      kind: 'ask-consent',
      scopes: ['User.Read'],
    });
    const prompted = { prompt: 'consent' };
    expect(decide({ signedIn: ['dana'], parameters: prompted }).kind).toBe('ask-consent');
    expect(decide({ signedIn: ['dana'], parameters: prompted, hasConsented: true }).kind).toBe('issue');
  });

  it('sends everybody but administrators away where only they may allow it', () => {
    const situation = {
      adminOnly: ['Calendars.ReadWrite'],
      parameters: { scope: 'openid Calendars.ReadWrite Files.ReadWrite' },
    };
    expect(decide({ ...situation, signedIn: ['dana'] })).toMatchObject({
      kind: 'needs-administrator',
      scopes: ['Calendars.ReadWrite'],
    });
    expect(decide({ ...situation, signedIn: ['noor'] }).kind).toBe('ask-consent');
  });

  it('asks for a second proof only when it was not given yet', () => {
    const parameters = { claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' };
    expect(decide({ signedIn: ['dana'], parameters })).toMatchObject({
      kind: 'confirm-identity',
      contexts: ['c1'],
    });
    expect(decide({ signedIn: ['dana'], contexts: ['c1'], parameters }).kind).toBe('issue');
  });

  it('knows the account of a guest in each tenant', () => {
    expect(decide({ signedIn: ['elin'] })).toMatchObject({ kind: 'issue', tenantId: lakeside.id });
    expect(decide({ signedIn: ['elin'], tenant: northfield.domain })).toMatchObject({
      kind: 'issue',
      tenantId: northfield.id,
    });
    expect(errorOf(decide({ signedIn: ['morgan'], tenant: lakeside.id }))).toBe(
      'refuse interaction_required 50020',
    );
  });

  it('takes scopes by short name, by address, in any case, and all at once', () => {
    const parameters = { scope: 'openid https://graph.microsoft.com/user.READ' };
    expect(decide({ signedIn: ['dana'], parameters })).toMatchObject({ scopes: ['openid', 'User.Read'] });
    const all = { scope: 'openid https://graph.microsoft.com/.default' };
    expect(
      decide({ signedIn: ['dana'], parameters: all, granted: ['User.Read', 'Files.ReadWrite'] }),
    ).toMatchObject({ scopes: ['openid', 'User.Read', 'Files.ReadWrite'] });
  });
});
