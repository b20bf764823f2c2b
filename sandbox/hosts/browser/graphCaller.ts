import { callHost } from './callHost.ts';

/** Graph refused, in its own words. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
}

/** Calls Graph as the person of the page, with a token of the page's own. */
export type GraphCaller = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  options?: { readonly body?: unknown; readonly prefer?: string },
) => Promise<unknown>;

export function createGraphCaller(hostKey: string): GraphCaller {
  let token: Promise<string> | undefined;

  async function readToken(): Promise<string> {
    const told = await callHost(hostKey, 'graph-token');
    return typeof told === 'object' && told !== null && 'token' in told ? String(told.token) : '';
  }

  async function send(...[method, path, options = {}]: Parameters<GraphCaller>): Promise<Response> {
    token ??= readToken();
    const { body, prefer } = options;
    return fetch(`/v1.0${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(prefer === undefined ? {} : { Prefer: prefer }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  return async (...call) => {
    let response = await send(...call);
    if (response.status === 401) {
      token = undefined;
      response = await send(...call);
    }
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (response.ok) return answer;
    throw new GraphRefusal(messageOf(answer) ?? `Graph answered ${response.status}.`);
  };
}

function messageOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  const { error } = answer;
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : undefined;
}
