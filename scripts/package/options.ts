import { isIP } from 'node:net';
import { parseUrl } from './parseUrl.ts';
import type { Release } from './release.ts';

/** What the command line asks for. */
export type Options =
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | {
      readonly kind: 'package';
      readonly release: Release;
      /** Folder to write into, as given. */
      readonly out: string;
      /** Folder of an app that is built already, as given; otherwise it is built first. */
      readonly app: string | undefined;
    };

export const usage = `Usage: npm run package -- --host https://mentor.example.org --client-id GUID --tenant TENANT

Makes a release for one address: the static site with header files, the Teams package, the Outlook manifest, and a page for the administrator.

  --host URL          https address that the site will have: host name only, no path, no port
  --client-id GUID    client id of the app registration in Microsoft Entra
  --tenant TENANT     tenant id, a domain of the tenant, or "organizations" for every organisation
  --publisher NAME    who publishes it, at most 32 characters (default: Mentor Meetings)
  --contact ADDRESS   mail address or https page where people find help
  --version N.N.N     version of the manifests, 1.0.0 or later (default: that of package.json, raised to 1 where it begins with 0)
  --out FOLDER        where to write (default: dist/package); its earlier content is replaced
  --app FOLDER        take the built app from this folder and do not build
  --help              this text

Example: npm run package -- --host https://mentor.example.org --client-id 0f8fad5b-d9cb-469f-a165-70867728950e --tenant example.org`;

const defaultOut = 'dist/package';
const defaultPublisher = 'Mentor Meetings';
const mostCharactersOfPublisher = 32;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const mailAddress = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;
const emptyGuid = /^[0-]+$/;

/** What is wrong with an address for the site, or nothing. */
export function hostProblem(host: string): string | undefined {
  const url = parseUrl(host);
  if (url === undefined) return `--host ${host}: is no address; write it as https://mentor.example.org`;
  const name = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:') return `--host ${host}: must begin with https://`;
  if (url.username !== '' || url.password !== '') return `--host ${host}: must not hold a name or password`;
  if (name === 'localhost' || name.endsWith('.localhost'))
    return `--host ${host}: localhost is for trying out (npm start); a release needs a host name that others reach`;
  if (isIP(name) !== 0) return `--host ${host}: must be a host name; Teams and Outlook take no IP address`;
  // `URL` drops :443, which is the default, so the text is asked too.
  if (url.port !== '' || /^https:\/\/[^/?#]*:\d*/i.test(host))
    return `--host ${host}: must not hold a port; sign-in through Teams and Outlook knows host names only`;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return `--host ${host}: must be the host alone, without path, query or fragment`;
  if (!domain.test(name)) return `--host ${host}: ${name} is no full host name`;
  return undefined;
}

function clientIdProblem(value: string): string | undefined {
  if (!guid.test(value))
    return `--client-id ${value}: is no GUID; it is called "Application (client) ID" in Microsoft Entra`;
  return emptyGuid.test(value) ? `--client-id ${value}: is the empty GUID` : undefined;
}

function tenantProblem(value: string): string | undefined {
  if (value === 'organizations' || (guid.test(value) && !emptyGuid.test(value)) || domain.test(value))
    return undefined;
  return value === 'common' || value === 'consumers'
    ? `--tenant ${value}: personal accounts have no Exchange calendar; use "organizations" or one tenant`
    : `--tenant ${value}: is neither a GUID, nor a domain, nor "organizations"`;
}

function publisherProblem(value: string): string | undefined {
  if (value.trim() === '') return '--publisher: is empty';
  if (/[<>{}\p{Cc}]/u.test(value)) return `--publisher ${value}: holds a character that a name has not`;
  return value.length > mostCharactersOfPublisher
    ? `--publisher ${value}: has ${value.length} characters, ${mostCharactersOfPublisher} are allowed`
    : undefined;
}

function contactProblem(value: string): string | undefined {
  const isPage = parseUrl(value)?.protocol === 'https:';
  return isPage || mailAddress.test(value)
    ? undefined
    : `--contact ${value}: is neither a mail address nor an https page`;
}

function versionProblem(value: string): string | undefined {
  return /^[1-9]\d{0,4}\.\d{1,5}\.\d{1,5}$/.test(value)
    ? undefined
    : `--version ${value}: must be three numbers such as 1.0.0; Outlook refuses versions below 1.0.0`;
}

/** The version that the manifests get when none is asked for: Outlook refuses those below 1.0. */
export function defaultVersion(packageVersion: string): string {
  const [major = '1', minor = '0', patch = '0'] = packageVersion.replace(/[-+].*$/, '').split('.');
  return `${Math.max(1, Number(major))}.${minor}.${patch}`;
}

const optionNames = ['host', 'client-id', 'tenant', 'publisher', 'contact', 'version', 'out', 'app'] as const;
type OptionName = (typeof optionNames)[number];
type Given = Partial<Readonly<Record<OptionName, string>>>;

const requiredOptions: readonly (readonly [OptionName, string])[] = [
  ['host', 'the https address that the site will have'],
  ['client-id', 'the client id of the app registration'],
  ['tenant', 'the tenant, or "organizations"'],
];
const checks: Partial<Readonly<Record<OptionName, (value: string) => string | undefined>>> = {
  host: hostProblem,
  'client-id': clientIdProblem,
  tenant: tenantProblem,
  publisher: publisherProblem,
  contact: contactProblem,
  version: versionProblem,
};

interface Read {
  readonly given: Given;
  readonly help: boolean;
  readonly problems: readonly string[];
}

/** Reads the words of the command line, `--name value` or `--name=value`; every slip is told at once. */
function readArguments(argv: readonly string[]): Read {
  const given: Partial<Record<OptionName, string>> = {};
  const problems: string[] = [];
  let help = false;
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    const [, key = '', inline] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const name = optionNames.find((option) => word.startsWith('--') && option === key);
    if (word === '--help' || word === '-h') help = true;
    else if (!word.startsWith('-')) problems.push(`${word}: is no option`);
    else if (name === undefined) problems.push(`${word}: there is no such option`);
    else {
      const next = argv[index + 1];
      const takesNext = inline === undefined && next !== undefined && !next.startsWith('--');
      const value = takesNext ? next : inline;
      if (takesNext) index += 1;
      if (value === undefined || value === '') problems.push(`--${name}: lacks its value`);
      else if (given[name] !== undefined) problems.push(`--${name}: is given twice`);
      else given[name] = value;
    }
  }
  return { given, help, problems };
}

/** Reads the command line of `npm run package`. `packageVersion` is that of package.json. */
export function readOptions(argv: readonly string[], packageVersion: string): Options {
  const { given, help, problems } = readArguments(argv);
  if (help) return { kind: 'help' };
  const missing = requiredOptions
    .filter(([name]) => given[name] === undefined && !problems.includes(`--${name}: lacks its value`))
    .map(([name, what]) => `--${name} is missing: ${what}`);
  const wrong = optionNames.flatMap((name) => {
    const value = given[name];
    const problem = value === undefined ? undefined : checks[name]?.(value);
    return problem === undefined ? [] : [problem];
  });
  const { host, 'client-id': clientId, tenant } = given;
  const all = [...problems, ...missing, ...wrong];
  if (all.length > 0 || host === undefined || clientId === undefined || tenant === undefined)
    return { kind: 'refused', problems: all };
  return {
    kind: 'package',
    release: {
      origin: new URL(host).origin,
      clientId: clientId.toLowerCase(),
      tenant: tenant.toLowerCase(),
      version: given.version ?? defaultVersion(packageVersion),
      publisher: given.publisher ?? defaultPublisher,
      contact: given.contact,
    },
    out: given.out ?? defaultOut,
    app: given.app,
  };
}
