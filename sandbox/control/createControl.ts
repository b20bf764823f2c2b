import type { IncomingMessage, ServerResponse } from 'node:http';
import { mailTo } from '#sandbox/graph/mail/mailLog.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import type { Clock } from '#sandbox/types.ts';
import { FaultError, type Faults } from './createFaults.ts';
import type { Traffic } from './createTraffic.ts';
import { SwitchError, type Switches } from './switches.ts';

interface ControlParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly switches: Switches;
  /** Seeds the cast anew, after the store was emptied. */
  readonly onReset: () => Promise<void> | void;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
}

class ControlError extends Error {
  override readonly name = 'ControlError';
}

const longestBody = 1_000_000;

/**
 * What tests and tools steer the sandbox with, below `/sandbox/`: reset, faults, traffic, mail, clock, switches.
 * Not part of Microsoft 365: no token. A page of another origin is refused, so that nobody's browser can be used against it.
 */
export function createControl(
  parts: ControlParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const answer = await answerTo(parts, request).catch((error: unknown): Answer => {
      if (error instanceof ControlError || error instanceof FaultError || error instanceof SwitchError)
        return { status: 400, body: { error: error.message } };
      console.error(error);
      return { status: 500, body: { error: 'The sandbox itself failed; its output says why.' } };
    });
    const text = answer.text ?? (answer.body === undefined ? '' : `${JSON.stringify(answer.body)}\n`);
    response.writeHead(answer.status, {
      'content-type': answer.text === undefined ? 'application/json' : 'application/x-ndjson',
      'cache-control': 'no-store',
    });
    response.end(text);
  };
}

async function answerTo(parts: ControlParts, request: IncomingMessage): Promise<Answer> {
  const { store, clock, faults, traffic, switches } = parts;
  if (isForeign(request)) return { status: 403, body: { error: 'Not from a page of another origin.' } };
  const url = new URL(request.url ?? '/', 'https://localhost');
  const what = url.pathname.replace(/^\/sandbox\/?/, '').replace(/\/$/, '');
  switch (`${request.method ?? ''} ${what}`) {
    case 'POST reset':
      await store.reset();
      faults.replace([]);
      traffic.clear();
      switches.reset();
      if ('reset' in clock && typeof clock.reset === 'function') clock.reset();
      await parts.onReset();
      return { status: 204 };
    case 'POST faults': {
      const body = await readJson(request);
      faults.replace(body === undefined ? [] : Array.isArray(body) ? body : [body]);
      return { status: 200, body: faults.list() };
    }
    case 'GET faults':
      return { status: 200, body: faults.list() };
    case 'DELETE faults':
      faults.replace([]);
      return { status: 204 };
    case 'GET traffic':
      return { status: 200, text: traffic.lines() };
    case 'DELETE traffic':
      traffic.clear();
      return { status: 204 };
    case 'GET mail':
      return { status: 200, body: mailTo(store, url.searchParams.get('to') ?? undefined) };
    case 'POST clock': {
      clock.moveTo(readNow(await readJson(request)));
      return { status: 200, body: { now: new Date(clock.now()).toISOString() } };
    }
    case 'GET clock':
      return { status: 200, body: { now: new Date(clock.now()).toISOString() } };
    case 'POST switches': {
      const body = await readJson(request);
      if (typeof body !== 'object' || body === null) throw new ControlError('Switches are an object.');
      switches.set({ ...body });
      return { status: 200, body: switches.all() };
    }
    case 'GET switches':
      return { status: 200, body: switches.all() };
    default:
      return { status: 404, body: { error: `There is no ${request.method ?? ''} /sandbox/${what}.` } };
  }
}

/** A browser tells the origin of the page that asks; the sandbox's own pages and tools without a browser may. */
function isForeign(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site';
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const chunk = Buffer.from(part);
    size += chunk.length;
    if (size > longestBody) throw new ControlError('The body is too long.');
    parts.push(chunk);
  }
  const text = Buffer.concat(parts).toString('utf8').trim();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError('The body is not JSON.');
  }
}

function readNow(body: unknown): number {
  const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined;
  const epochMilli = typeof now === 'string' ? Date.parse(now) : typeof now === 'number' ? now : Number.NaN;
  if (Number.isNaN(epochMilli)) throw new ControlError('now is an ISO 8601 instant.');
  return epochMilli;
}
