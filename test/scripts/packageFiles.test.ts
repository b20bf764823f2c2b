import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIdentity } from '#adapters/identity/createIdentity.ts';
import {
  administratorSheet,
  consentLink,
  packageFiles,
  redirectUris,
} from '../../scripts/package/administratorSheet.ts';
import { buildPackage } from '../../scripts/package/buildPackage.ts';
import { packageProblems } from '../../scripts/package/checks/packageCheck.ts';
import { schemaProblems } from '../../scripts/package/checks/schemaCheck.ts';
import { allFiles, releaseProblems } from '../../scripts/package/checks/releaseCheck.ts';
import { parseJson, type Json } from '../../scripts/package/fillTemplate.ts';
import { textFile, textOf, type PackedFiles } from '../../scripts/package/packedFiles.ts';
import { appConfig, nameBasedId } from '../../scripts/package/release.ts';
import { scopeReasons } from '../../scripts/package/scopes.ts';
import { contactedHosts, siteHeaders } from '../../scripts/package/siteHeaders.ts';
import { unzipFiles, zipFiles } from '../../scripts/package/zipFiles.ts';
import {
  builtPackage,
  changed,
  packedManifest,
  packedText,
  projectRoot,
  release,
  sources,
} from '../manifest/packageSources.ts';

const { words } = sources.manifests;

/** Compiling a schema takes a while; most tests here leave the manifest and its languages as they are. */
const heldBefore = new Map<string, ReturnType<typeof schemaProblems>>();
const holdToSchema: typeof schemaProblems = (file, json) => {
  const key = `${file} ${JSON.stringify(json)}`;
  const held = heldBefore.get(key) ?? schemaProblems(file, json);
  heldBefore.set(key, held);
  return held;
};

async function problems(files: PackedFiles): Promise<string> {
  const found = await packageProblems(files, release, words, holdToSchema);
  return found.map(({ where, what }) => `${where}: ${what}`).join('\n');
}

/** The package with one file changed, or without it. */
function withFile(path: string, content: string | Uint8Array | undefined): PackedFiles {
  const others = [...builtPackage].filter(([name]) => name !== path);
  if (content === undefined) return new Map(others);
  return new Map([...others, [path, typeof content === 'string' ? textFile(content) : content]]);
}

/** The package with another file inside its Teams archive. */
function withTeamsFile(name: string, content: Uint8Array | undefined): PackedFiles {
  const teams = unzipFiles(builtPackage.get(packageFiles.teams) ?? new Uint8Array());
  const others = [...teams].filter(([path]) => path !== name);
  return withFile(
    packageFiles.teams,
    zipFiles(new Map(content === undefined ? others : [...others, [name, content]])),
  );
}

const withManifest = (manifest: Json): PackedFiles =>
  withTeamsFile('manifest.json', textFile(JSON.stringify(manifest)));

describe('a package', () => {
  it('is in order', async () => {
    expect(await problems(builtPackage)).toBe('');
  });

  it('has the site, both manifests, the headers for other hosts and the page for the administrator', () => {
    const outside = [...builtPackage.keys()].filter((path) => !path.startsWith('site/'));
    expect(outside.toSorted()).toEqual([
      'administrator.html',
      'hosting/nginx.conf',
      'mentor-meetings-outlook.xml',
      'mentor-meetings-teams.zip',
    ]);
  });

  it('has in its Teams archive what the manifest names, and nothing else', () => {
    const teams = unzipFiles(builtPackage.get(packageFiles.teams) ?? new Uint8Array());
    expect([...teams.keys()].toSorted()).toEqual([
      'color.png',
      'color32x32.png',
      'de.json',
      'es.json',
      'fr.json',
      'manifest.json',
      'outline.png',
    ]);
  });

  it('has the configuration of Microsoft 365 itself', () => {
    expect(parseJson(packedText('site/config.json'))).toEqual({
      clientId: release.clientId,
      authority: 'https://login.microsoftonline.com/example.org',
      knownAuthorities: [],
      graphBaseUrl: 'https://graph.microsoft.com/v1.0',
      officeJsUrl: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      hostOrigins: [],
    });
  });

  it('has the app as it was built, byte by byte', () => {
    for (const [path, bytes] of sources.app) expect(builtPackage.get(`site/${path}`)).toEqual(bytes);
  });

  it('leaves out what only the local server and developers use', () => {
    const app = new Map([
      ...sources.app,
      ...['tab.0123456789ab.js.map', 'tab.0123456789ab.js.br', 'tab.0123456789ab.js.gz'].map(
        (path) => [path, textFile('x')] as const,
      ),
    ]);
    const names = [...buildPackage({ ...sources, app }, release).keys()];
    expect(names.filter((path) => /\.(map|br|gz)$/.test(path))).toEqual([]);
  });

  it('is the same, byte by byte, whenever it is made', () => {
    const again = buildPackage(sources, release);
    expect([...again.keys()]).toEqual([...builtPackage.keys()]);
    for (const [path, bytes] of again) expect(Buffer.compare(bytes, builtPackage.get(path) ?? bytes)).toBe(0);
  });

  it('writes the publisher and the contact as text, not as HTML', () => {
    const files = buildPackage(sources, {
      ...release,
      publisher: 'A & B',
      contact: 'https://example.org/?a=1&b=2',
    });
    const page = textOf(files.get('site/privacy.html'));
    expect(page).toContain('published by A &amp; B at');
    expect(page).toContain('<a href="https://example.org/?a=1&amp;b=2">');
  });

  it('names no address for help when none was given', () => {
    const page = textOf(buildPackage(sources, { ...release, contact: undefined }).get('site/about.html'));
    expect(page).toContain('Ask the administrator');
    expect(page).not.toContain('mailto:');
  });
});

describe('a release package', () => {
  it('has been read file by file, those in the archive too', () => {
    const names = [...allFiles(builtPackage).keys()];
    expect(names).toContain('mentor-meetings-teams.zip/manifest.json');
    expect(names).toContain('site/index.html');
  });

  it('holds nothing of a developer’s machine', () => {
    expect(releaseProblems(builtPackage)).toEqual([]);
  });

  it.each([
    [
      'localhost in a script',
      'site/tab.0123456789ab.js',
      'fetch("https://LocalHost:5301/v1.0")',
      'holds localhost',
    ],
    [
      'an address of this machine',
      'site/index.html',
      '<a href="https://127.0.0.1/">',
      'an address of this machine',
    ],
    [
      'such an address in its new form',
      'site/config.json',
      '{"graphBaseUrl":"https://[::1]/"}',
      'an address of this machine',
    ],
    [
      'the sandbox’s client id',
      'site/config.json',
      '{"clientId":"6f3c1b52-8a0e-4d57-9b1e-2c7a5d9e4f10"}',
      'the client id of the sandbox',
    ],
    [
      'the sandbox’s control',
      'site/tab.0123456789ab.js',
      'fetch("/sandbox/reset")',
      'an address of the sandbox',
    ],
    ['a placeholder', 'site/about.html', '<p>{{publisher}}</p>', 'a placeholder that nothing stands for'],
    [
      'localhost among the bytes of a picture',
      'site/icons/mark-16.png',
      '\u0000\u0001 localhost \u0000',
      'holds localhost',
    ],
  ])('is refused with %s', (_fault, path, content, message) => {
    expect(
      releaseProblems(withFile(path, content))
        .map(({ where, what }) => `${where}: ${what}`)
        .join(),
    ).toContain(`${path}: holds`);
    expect(
      releaseProblems(withFile(path, content))
        .map(({ what }) => what)
        .join(),
    ).toContain(message);
  });

  it('is refused with localhost inside the archive', () => {
    const files = withTeamsFile('de.json', textFile('{"name.short":"localhost"}'));
    expect(releaseProblems(files)).toEqual([
      expect.objectContaining({ where: 'mentor-meetings-teams.zip/de.json' }),
    ]);
  });

  it('is not refused for braces of a program', () => {
    expect(releaseProblems(withFile('site/tab.0123456789ab.js', 'x="{{name}}"'))).toEqual([]);
  });
});

describe('the check of a whole package refuses', () => {
  const manifest = packedManifest();

  it.each<[string, PackedFiles, string]>([
    [
      'no Teams archive',
      withFile(packageFiles.teams, undefined),
      'mentor-meetings-teams.zip: is not in the package',
    ],
    [
      'a manifest that is no JSON',
      withTeamsFile('manifest.json', textFile('{')),
      'manifest.json: is no JSON',
    ],
    [
      'a manifest against its schema',
      withManifest(changed(manifest, 'name', undefined)),
      "required property 'name'",
    ],
    [
      'a button without an action',
      withManifest(changed(manifest, 'extensions[0].runtimes[0].actions[0].id', 'other')),
      'no runtime has the action openMeetPane',
    ],
    [
      'no outline icon',
      withTeamsFile('outline.png', undefined),
      'icons.outline outline.png: the file is not in the package',
    ],
    [
      'a colour icon of another size',
      withTeamsFile('color.png', sources.assets.get('icons/mark-128.png')),
      'is 128×128 pixels, not 192×192',
    ],
    [
      'an outline icon with colours',
      withTeamsFile('outline.png', sources.assets.get('teams/color32x32.png')),
      'has other colours than #ffffff',
    ],
    [
      'a small colour icon without its ground',
      withTeamsFile('color32x32.png', sources.assets.get('teams/outline.png')),
      'has no #5b5fc7',
    ],
    [
      'no icon for a button',
      withFile('site/icons/times-32.png', undefined),
      'https://mentor.example.org/icons/times-32.png: the file is not in the package',
    ],
    [
      'an icon of another size for a button',
      withFile('site/icons/times-32.png', sources.assets.get('icons/times-40.png')),
      'is 40×40 pixels, not 32×32',
    ],
    [
      'a coloured icon on an event of a phone',
      withFile('site/icons/notes-grey-25.png', sources.assets.get('icons/mark-25.png')),
      'has other colours than #919191',
    ],
    [
      'no icon of high resolution',
      withFile('site/icons/mark-128.png', undefined),
      'icons/mark-128.png: the file is not in the package',
    ],
    ['a localisation file that is not there', withTeamsFile('fr.json', undefined), 'fr.json: is no JSON'],
    [
      'a localisation file that the manifest does not name',
      withManifest(changed(manifest, 'localizationInfo.additionalLanguages[2]', undefined)),
      'does not name fr.json',
    ],
    [
      'a localisation file against its schema',
      withTeamsFile(
        'fr.json',
        textFile(
          '{"$schema":"https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json"}',
        ),
      ),
      "required property 'name.short'",
    ],
    ['no pane', withFile('site/taskpane.html', undefined), '/taskpane.html is not in the site'],
    [
      'no page for links in events',
      withFile('site/open.html', undefined),
      'links in events: /open.html is not in the site',
    ],
    [
      'no redirect page',
      withFile('site/redirect.html', undefined),
      'redirect address: /redirect.html is not in the site',
    ],
    [
      'no page that consent comes back to',
      withFile('site/admin-consent.html', undefined),
      'redirect address: /admin-consent.html is not in the site',
    ],
    [
      'no privacy page',
      withFile('site/privacy.html', undefined),
      'developer.privacyUrl: /privacy.html is not in the site',
    ],
    ['XML that is not well-formed', withFile(packageFiles.outlook, '<OfficeApp>'), 'is not well-formed'],
    [
      'XML against its schema',
      withFile(
        packageFiles.outlook,
        packedText(packageFiles.outlook).replace('<Hosts>', '<Hosts><Host Name="Document" />'),
      ),
      'Name is none of Mailbox',
    ],
    [
      'a label that is not there',
      withFile(
        packageFiles.outlook,
        packedText(packageFiles.outlook).replace('id="notesLabel"', 'id="noteLabel"'),
      ),
      'resid noteLabel is not among the ShortStrings',
    ],
    ['localhost', withFile('site/index.html', '<!-- localhost -->'), 'site/index.html: holds localhost'],
  ])('%s', async (_fault, files, message) => {
    expect(await problems(files)).toContain(message);
  });

  it('strings that are not in order', async () => {
    const { timesTip, ...german } = words['de'] ?? {};
    expect(timesTip).toBeDefined();
    const found = await packageProblems(builtPackage, release, { ...words, de: german });
    expect(found).toContainEqual({ where: 'de', what: 'lacks timesTip' });
  });
});

describe('the page for the administrator', () => {
  const sheet = administratorSheet(release, ['graph.microsoft.com']);

  it('names the redirect addresses', () => {
    expect(redirectUris(release)).toEqual([
      'brk-multihub://mentor.example.org',
      'https://mentor.example.org/redirect.html',
      'https://mentor.example.org/dialog.html',
      'https://mentor.example.org/admin-consent.html',
    ]);
    for (const address of redirectUris(release)) expect(sheet).toContain(address);
  });

  it('explains every permission that the app may ask for', () => {
    const port = readFileSync(join(projectRoot, 'src/ports/identity.ts'), 'utf8');
    const union = /export type Scope =([^;]*);/.exec(port)?.[1] ?? '';
    const scopes = [...union.matchAll(/'([^']+)'/g)].map(([, scope]) => scope);
    expect(scopes.length).toBeGreaterThan(3);
    expect(scopes.filter((scope) => !scopeReasons.some(({ name }) => name === scope))).toEqual([]);
    for (const { name, why } of scopeReasons) {
      expect(sheet).toContain(name);
      expect(sheet).toContain(why);
    }
  });

  it('links to the consent of exactly the permissions that are asked for first', () => {
    const link = new URL(consentLink(release));
    expect(`${link.origin}${link.pathname}`).toBe(
      'https://login.microsoftonline.com/example.org/v2.0/adminconsent',
    );
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: release.clientId,
      scope: 'openid profile offline_access User.Read User.ReadBasic.All Calendars.ReadWrite Files.ReadWrite',
      redirect_uri: 'https://mentor.example.org/admin-consent.html',
    });
  });

  it('asks for the same permissions as the letter that the app has ready', () => {
    const identity = createIdentity({
      client: () => Promise.reject(new Error('nobody signs in here')),
      expected: undefined,
      clock: { wait: () => Promise.resolve() },
      authority: appConfig(release).authority,
      clientId: release.clientId,
      consentedPage: `${release.origin}/admin-consent.html`,
    });
    const [ofApp, ofSheet] = [identity.adminConsentUrl(), consentLink(release)].map((text) => new URL(text));
    const scopesOf = (link: URL | undefined): readonly string[] =>
      (link?.searchParams.get('scope') ?? '')
        .split(' ')
        .filter((scope) => !['openid', 'profile', 'offline_access'].includes(scope));
    expect(scopesOf(ofApp)).toEqual(scopesOf(ofSheet));
    for (const name of ['client_id', 'redirect_uri'])
      expect(ofApp?.searchParams.get(name)).toBe(ofSheet?.searchParams.get(name));
    expect(ofApp?.pathname).toBe(ofSheet?.pathname);
  });

  it('names the hosts to let through, the site’s own first', () => {
    expect(sheet).toContain('<code>mentor.example.org</code>, <code>graph.microsoft.com</code>');
  });

  it('says for which organisation the registration is', () => {
    expect(sheet).toContain('this organisation only');
    expect(administratorSheet({ ...release, tenant: 'organizations' }, [])).toContain('any organisation');
  });
});

describe('the guide for the administrator', () => {
  const guide = readFileSync(join(projectRoot, 'docs/admin-guide.md'), 'utf8');
  const siteOf = (files: PackedFiles): readonly string[] =>
    [...files.keys()].filter((path) => path.startsWith('site/')).map((path) => path.replace(/^site/, ''));

  it('explains every permission, as the page of the package does', () => {
    for (const { name } of scopeReasons) expect(guide).toContain(`\`${name}\``);
  });

  it('names every redirect address and every file', () => {
    for (const address of redirectUris(release)) expect(guide).toContain(address);
    for (const file of Object.values(packageFiles)) expect(guide).toContain(`\`${file}`);
  });

  it('names every host that the policies let through', () => {
    const hosts = contactedHosts(siteHeaders(appConfig(release), siteOf(builtPackage)));
    expect(hosts.length).toBeGreaterThan(4);
    expect(hosts.filter((host) => !guide.includes(`\`${host}\``))).toEqual([]);
  });
});

describe('a name-based id', () => {
  // RFC 9562, appendix A.4.
  it('is the one of the standard’s example', () => {
    expect(nameBasedId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});
