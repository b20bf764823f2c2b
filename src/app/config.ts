import * as v from 'valibot';

/** What differs between one deployment and another, from `config.json` beside the pages. */
export interface AppConfig {
  readonly clientId: string;
  /** https://login.microsoftonline.com/organizations */
  readonly authority: string;
  /** Hosts of authorities that Microsoft's own list does not hold. */
  readonly knownAuthorities: readonly string[];
  /** With its version: https://graph.microsoft.com/v1.0 */
  readonly graphBaseUrl: string;
  readonly officeJsUrl: string;
  /** Scripts that a pane in Outlook loads, in this order, before Office.js; none in a release. */
  readonly officeJsBefore: readonly string[];
  /** Origins that may host the app beside Microsoft's; none in a release. */
  readonly hostOrigins: readonly string[];
}

/** The app cannot start: `config.json` is missing or wrong. The message names the member and is for whoever runs the site. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code: 'missing' | 'unreadable' | 'wrong';

  constructor(code: ConfigError['code'], message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}

const httpsUrl = v.pipe(
  v.string('a text'),
  v.check((text) => isPlainHttps(text), 'an https address without a name, query or fragment'),
);
const origin = v.pipe(
  httpsUrl,
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, 'an origin, without a path'),
);

const schema = v.object(
  {
    clientId: v.pipe(v.string('a text'), v.uuid('a GUID')),
    authority: v.pipe(
      httpsUrl,
      v.check(
        (text) => URL.canParse(text) && /^\/[^/]+$/.test(new URL(text).pathname),
        'an address with the tenant as its path',
      ),
    ),
    knownAuthorities: v.array(
      v.pipe(v.string('a text'), v.regex(/^[a-z0-9.-]+(:\d+)?$/i, 'a host name')),
      'a list',
    ),
    graphBaseUrl: v.pipe(
      httpsUrl,
      v.check(
        (text) => URL.canParse(text) && /^\/(v1\.0|beta)$/.test(new URL(text).pathname),
        'an address that ends in /v1.0',
      ),
    ),
    officeJsUrl: httpsUrl,
    officeJsBefore: v.optional(v.array(httpsUrl, 'a list'), []),
    hostOrigins: v.array(origin, 'a list'),
  },
  'an object',
);

/** Checks what `config.json` holds. Throws ConfigError that names the first member that is wrong. */
export function decodeConfig(value: unknown): AppConfig {
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const member = v.getDotPath(issue) ?? 'config.json';
  const complaint = issue.received === 'undefined' ? 'is missing' : `is not ${issue.message}`;
  throw new ConfigError('wrong', `config.json: ${member} ${complaint}`, {
    cause: new v.ValiError(read.issues),
  });
}

/** Reads `config.json` from beside the page. Throws ConfigError. */
export async function readConfig(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<AppConfig> {
  let response: Response;
  try {
    response = await fetch('config.json', { cache: 'no-cache', credentials: 'omit' });
  } catch (cause) {
    throw new ConfigError('missing', 'config.json cannot be reached', { cause });
  }
  if (!response.ok) throw new ConfigError('missing', `config.json cannot be had (status ${response.status})`);
  let value: unknown;
  try {
    value = await response.json();
  } catch (cause) {
    throw new ConfigError('unreadable', 'config.json is not JSON', { cause });
  }
  return decodeConfig(value);
}

function isPlainHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === ''
  );
}
