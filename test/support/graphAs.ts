import { Agent, request as httpsRequest } from 'node:https';
import type { RunningProduct } from './startProduct.ts';

/** What somebody does by hand in Outlook: Graph with a token of their own, and the sandbox's control. */
export interface ByHand {
  get(person: string, path: string): Promise<unknown>;
  send(person: string, method: string, path: string, body?: unknown): Promise<unknown>;
  mailTo(address: string): Promise<readonly SentMail[]>;
  /** Moves the sandbox's now. */
  clock(now: Date): Promise<void>;
}

export interface SentMail {
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
}

/** Certificates of the sandbox are made by a local authority that this process does not know. */
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

/** Hands for everybody of the cast. */
export function byHand({ sandboxUrl }: Pick<RunningProduct, 'sandboxUrl'>): ByHand {
  const tokens = new Map<string, string>();
  const tokenOf = async (person: string): Promise<string> => {
    const known = tokens.get(person);
    if (known !== undefined) return known;
    const issued = await ask(sandboxUrl, 'POST', '/sandbox/tokens', {
      body: { person, action: 'issue', scopes: ['Calendars.ReadWrite'] },
    });
    const token = textIn(issued, 'accessToken') ?? textIn(issued, 'access_token') ?? textIn(issued, 'token');
    if (token === undefined) throw new Error(`no token for ${person}`);
    tokens.set(person, token);
    return token;
  };
  const send = async (person: string, method: string, path: string, body?: unknown): Promise<unknown> =>
    ask(sandboxUrl, method, `/v1.0${path}`, { body, token: await tokenOf(person) });
  return {
    get: (person, path) => send(person, 'GET', path),
    send,
    mailTo: async (address) => {
      const answer = await ask(sandboxUrl, 'GET', `/sandbox/mail?to=${encodeURIComponent(address)}`, {});
      const list = Array.isArray(answer) ? answer : valueOf(answer);
      return list.map((each) => ({
        kind: textIn(each, 'kind') ?? '',
        subject: textIn(each, 'subject') ?? '',
        body: JSON.stringify(each),
      }));
    },
    clock: async (now) => {
      tokens.clear();
      await ask(sandboxUrl, 'POST', '/sandbox/clock', { body: { now: now.toISOString() } });
    },
  };
}

/** The list in an answer of Graph. */
export function valueOf(answer: unknown): readonly unknown[] {
  const value: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'value') : undefined;
  return Array.isArray(value) ? value : [];
}

export function textIn(value: unknown, name: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
}

function ask(
  origin: string,
  method: string,
  path: string,
  { body, token }: { readonly body?: unknown; readonly token?: string },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      new URL(path, origin),
      {
        agent,
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          prefer: 'outlook.timezone="UTC"',
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const { statusCode = 0 } = response;
          if (statusCode >= 400) reject(new Error(`${method} ${path}: ${statusCode} ${text}`));
          else resolve(text.trim() === '' ? undefined : JSON.parse(text));
        });
      },
    );
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
