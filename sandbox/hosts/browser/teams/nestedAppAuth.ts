import { ask, element } from '../element.ts';
import { listIn, membersIn, membersOf, textIn, type Members } from '../members.ts';
import type { HostFacts } from '../pageFacts.ts';

/** Gives out tokens for the person of the page; `answer` tells what the person said in the host's dialog. */
export type AskBroker = (request: Readonly<Record<string, unknown>>) => Promise<unknown>;

interface NestedRequest {
  readonly method: string;
  readonly requestId: string;
  readonly clientId: string;
  readonly scope: string;
  readonly claims: string | undefined;
}

function readRequest(data: string): NestedRequest {
  const message = membersOf(JSON.parse(data));
  const parameters = membersIn(message, 'tokenParams');
  const claims = textIn(parameters, 'claims');
  return {
    method: textIn(message, 'method'),
    requestId: textIn(message, 'requestId'),
    clientId: textIn(parameters, 'clientId'),
    scope: textIn(parameters, 'scope'),
    claims: claims === '' ? undefined : claims,
  };
}

function reply(requestId: string, content: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...content });
}

function failure(requestId: string, error: Readonly<Record<string, unknown>>): string {
  return reply(requestId, { success: false, error });
}

/** Answers msal-browser's messages (NestedAppAuthRequest, as JSON) the way Teams does; the questions are the host's own dialogs. */
export function createNestedAppAuth(options: {
  readonly account: HostFacts['account'];
  readonly appOrigin: string;
  readonly askBroker: AskBroker;
}): (data: string) => Promise<string> {
  const { account, appOrigin, askBroker } = options;

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
      const told = membersOf(
        await askBroker({
          appOrigin,
          clientId: request.clientId,
          scope: request.scope,
          claims: request.claims,
          isInteractive,
          answer,
        }),
      );
      switch (textIn(told, 'kind')) {
        case 'token':
          return reply(requestId, {
            success: true,
            token: told.get('token'),
            account: told.get('account'),
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
            status: textIn(told, 'status') || 'PERSISTENT_ERROR',
            code: textIn(told, 'code'),
            subError: textIn(told, 'subError'),
            description: textIn(told, 'description'),
          });
      }
    }
  };
}

async function askPerson(told: Members): Promise<string> {
  const appName = textIn(told, 'appName');
  const list = element(
    'ul',
    { class: 'scopes' },
    ...listIn(told, 'scopes')
      .map((scope) => membersOf(scope))
      .map((scope) =>
        element('li', {}, element('strong', {}, textIn(scope, 'title')), ` (${textIn(scope, 'name')})`),
      ),
  );
  switch (textIn(told, 'what')) {
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
