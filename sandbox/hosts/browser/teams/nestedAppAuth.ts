import { ask, element } from '../element.ts';

/** Gives out tokens for the person of the page; `answer` tells what the person said in the host's dialog. */
export type AskBroker = (request: Readonly<Record<string, unknown>>) => Promise<unknown>;

interface NestedRequest {
  readonly method: string;
  readonly requestId: string;
  readonly clientId: string;
  readonly scope: string;
  readonly claims: string | undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readRequest(data: string): NestedRequest {
  const message: unknown = JSON.parse(data);
  const parameters = member(message, 'tokenParams');
  const claims = text(member(parameters, 'claims'));
  return {
    method: text(member(message, 'method')),
    requestId: text(member(message, 'requestId')),
    clientId: text(member(parameters, 'clientId')),
    scope: text(member(parameters, 'scope')),
    claims: claims === '' ? undefined : claims,
  };
}

/** Answers msal-browser's messages (NestedAppAuthRequest, as JSON) the way Teams does; the questions are the host's own dialogs. */
export function createNestedAppAuth(options: {
  readonly account: Readonly<Record<string, string>>;
  readonly appOrigin: string;
  readonly askBroker: AskBroker;
}): (data: string) => Promise<string> {
  const { account, appOrigin, askBroker } = options;
  const reply = (requestId: string, content: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...content });
  const failure = (requestId: string, error: Readonly<Record<string, unknown>>): string =>
    reply(requestId, { success: false, error });

  return async (data) => {
    const request = readRequest(data);
    const { requestId, method } = request;
    if (method === 'GetInitContext')
      return reply(requestId, {
        success: true,
        initContext: {
          sdkName: 'sandbox',
          sdkVersion: '1',
          capabilities: { queryAccount: false },
          accountContext: {
            homeAccountId: account.homeAccountId,
            environment: account.environment,
            tenantId: account.tenantId,
          },
        },
      });
    if (method !== 'GetToken' && method !== 'GetTokenPopup')
      return failure(requestId, { status: 'DISABLED', code: 'unsupported', description: method });
    const isInteractive = method === 'GetTokenPopup';
    let answer = 'none';
    for (;;) {
      const told = await askBroker({
        appOrigin,
        clientId: request.clientId,
        scope: request.scope,
        claims: request.claims,
        isInteractive,
        answer,
      });
      switch (text(member(told, 'kind'))) {
        case 'token':
          return reply(requestId, {
            success: true,
            token: member(told, 'token'),
            account: member(told, 'account'),
          });
        case 'ask': {
          const said = await askPerson(told);
          if (said === 'accept' || said === 'confirm') {
            answer = said;
            break;
          }
          return failure(
            requestId,
            said === 'administrator'
              ? {
                  status: 'USER_INTERACTION_REQUIRED',
                  code: 'access_denied',
                  subError: 'consent_required',
                  description:
                    'AADSTS90094: An administrator has to grant permission to this app before it can be used.',
                }
              : {
                  status: 'USER_CANCEL',
                  code: 'access_denied',
                  description: 'AADSTS65004: User declined to consent to access the app.',
                },
          );
        }
        default:
          return failure(requestId, {
            status: text(member(told, 'status')) || 'PERSISTENT_ERROR',
            code: text(member(told, 'code')),
            subError: text(member(told, 'subError')),
            description: text(member(told, 'description')),
          });
      }
    }
  };
}

async function askPerson(told: unknown): Promise<string> {
  const appName = text(member(told, 'appName'));
  const scopes: unknown = member(told, 'scopes');
  const list = element(
    'ul',
    { class: 'scopes' },
    ...(Array.isArray(scopes) ? scopes : []).map((scope: unknown) =>
      element(
        'li',
        {},
        element('strong', {}, text(member(scope, 'title'))),
        ` (${text(member(scope, 'name'))})`,
      ),
    ),
  );
  switch (text(member(told, 'what'))) {
    case 'administrator': {
      await ask(
        'Need admin approval',
        [
          element(
            'p',
            {},
            `${appName} needs permission that only an administrator can grant. Ask an administrator to grant it before you can use this.`,
          ),
          list,
        ],
        [{ value: 'back', words: 'Back to the app', isMain: true }],
      );
      return 'administrator';
    }
    case 'confirm':
      return ask(
        'Verify your identity',
        [
          element(
            'p',
            {},
            'Your organisation asks for a second proof that it is you. Here a click is enough.',
          ),
        ],
        [
          { value: 'cancel', words: 'Cancel' },
          { value: 'confirm', words: 'It is me', isMain: true },
        ],
      );
    default:
      return ask(
        'Permissions requested',
        [element('p', {}, `${appName} would like to:`), list],
        [
          { value: 'cancel', words: 'Cancel' },
          { value: 'accept', words: 'Accept', isMain: true },
        ],
      );
  }
}
