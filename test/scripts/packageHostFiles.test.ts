import { cacheControl, productionHeaders } from '../../scripts/headers.mjs';
import { allElements, parseXml, type XmlElement } from '../../scripts/package/checks/xmlTree.ts';
import { azureStaticWebApps, headersFile, iisConfig, nginxConfig } from '../../scripts/package/hostFiles.ts';
import { appConfig } from '../../scripts/package/release.ts';
import {
  contactedHosts,
  iconCache,
  immutableCache,
  siteHeaders,
  type Headers,
} from '../../scripts/package/siteHeaders.ts';
import { builtPackage, release } from '../manifest/packageSources.ts';

const config = appConfig(release);
const paths = [...builtPackage.keys()]
  .filter(
    (path) => path.startsWith('site/') && !/(_headers|web\.config|staticwebapp\.config\.json)$/.test(path),
  )
  .map((path) => path.replace(/^site/, ''));
const headers = siteHeaders(config, paths);
const pages = ['/index.html', '/redirect.html', '/taskpane.html', '/open.html', '/privacy.html'];

/** What `npm start` sends too, and the tests in the browser have seen. */
function wanted(path: string): Headers {
  const production = productionHeaders(config);
  return { ...production.everywhere, ...production.pages[path] };
}

const wantedCaches: readonly (readonly [string, string])[] = [
  ['/index.html', 'no-cache'],
  ['/config.json', 'no-cache'],
  ['/tab.0123456789ab.js', immutableCache],
  ['/icons/mark-32.png', iconCache],
];

describe('staticwebapp.config.json', () => {
  interface Settings {
    readonly globalHeaders: Headers;
    readonly routes: readonly {
      readonly route: string;
      readonly rewrite?: string;
      readonly headers?: Headers;
    }[];
  }
  const text = azureStaticWebApps(headers);
  const settings: Settings = JSON.parse(text);
  const sent = (path: string): Headers => {
    const route = settings.routes.find(
      (entry) =>
        entry.route === path || (entry.route.endsWith('*') && path.startsWith(entry.route.slice(0, -1))),
    );
    return { ...settings.globalHeaders, ...route?.headers };
  };

  it.each(pages)('sends with %s what production sends', (path) => {
    expect(sent(path)).toMatchObject(wanted(path));
  });

  it.each(wantedCaches)('lets %s be kept: %s', (path, cache) => {
    expect(sent(path)['Cache-Control']).toBe(cache);
  });

  it('serves the address in events, which has no ending', () => {
    expect(settings.routes).toContainEqual({ route: '/open', rewrite: '/open.html' });
  });

  it('stays within the 20 kB that Azure allows', () => {
    expect(text.length).toBeLessThan(20_000);
  });
});

describe('_headers', () => {
  const text = headersFile(headers, paths);
  const rules = text
    .trimEnd()
    .split(/\n(?=\/)/)
    .map((rule) => {
      const [pattern = '', ...lines] = rule.split('\n');
      return { pattern, entries: lines.map((line) => line.trim().split(/: (.*)/s, 2) as [string, string]) };
    });
  const matching = (path: string): readonly (readonly [string, string])[] =>
    rules
      .filter(({ pattern }) =>
        pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path,
      )
      .flatMap(({ entries }) => entries);
  const policies = (path: string): readonly string[] =>
    matching(path)
      .filter(([name]) => name === 'Content-Security-Policy')
      .map(([, value]) => value);

  it.each([...pages, '/', '/open', '/taskpane', '/redirect'])(
    'sends with %s what production sends',
    (path) => {
      const file = path === '/' ? '/index.html' : path.endsWith('.html') ? path : `${path}.html`;
      const all = Object.fromEntries(matching(path));
      expect(all).toMatchObject(wanted(file));
    },
  );

  it.each(pages)('means the same on %s where a host joins the policies of two rules', (path) => {
    const [common = '', whole = '', ...others] = policies(path);
    expect(others).toEqual([]);
    const directives = whole.split('; ');
    // Both are enforced: what the first asks for, the second asks for too.
    expect(common.split('; ').filter((directive) => !directives.includes(directive))).toEqual([]);
  });

  it('lets nobody else frame anything, pages that are not there included', () => {
    expect(policies('/nothing-here').join()).toContain("frame-ancestors 'self' https://teams.microsoft.com");
  });

  it.each(wantedCaches)('lets %s be kept: %s', (path, cache) => {
    expect(matching(path).filter(([name]) => name === 'Cache-Control')).toEqual([['Cache-Control', cache]]);
  });

  it('stays within what Cloudflare allows: 100 rules, 2000 characters a line', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
  });
});

describe('nginx.conf', () => {
  const text = nginxConfig(headers, release);
  const maps = Object.fromEntries(
    [...text.matchAll(/map \$uri (\$\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^ {4}(\S+) "(.*)";$/gm)].map(([, key = '', value = '']) => [key, value] as const),
    ]),
  );
  const sent = (path: string): Headers =>
    Object.fromEntries(
      [...text.matchAll(/^ {4}add_header (\S+) (.+) always;$/gm)].map(([, name = '', value = '']) => {
        const entries = maps[value];
        if (entries === undefined) return [name, value.replace(/^"|"$/g, '')];
        const found = entries.find(([key]) =>
          key.startsWith('~') ? new RegExp(key.slice(1)).test(path) : key === path,
        );
        return [name, (found ?? entries[0])?.[1] ?? ''];
      }),
    );

  it.each(pages)('sends with %s what production sends', (path) => {
    expect(sent(path)).toMatchObject(wanted(path));
  });

  it.each(wantedCaches)('lets %s be kept: %s', (path, cache) => {
    expect(sent(path)['Cache-Control']).toBe(cache);
  });

  it('sets headers in one place only, since another would drop them all', () => {
    const locations = [...text.matchAll(/location [^{]*\{([^}]*)\}/g)].map(([, body]) => body ?? '');
    expect(locations.length).toBeGreaterThan(1);
    expect(locations.filter((body) => body.includes('add_header'))).toEqual([]);
  });

  it('serves the host that it was made for, and the address in events', () => {
    expect(text).toContain('server_name mentor.example.org;');
    expect(text).toContain('try_files $uri $uri.html $uri/ =404;');
  });
});

describe('web.config', () => {
  const root = parseXml(iisConfig(headers));
  const added = (element: XmlElement | undefined): Headers => {
    const found =
      element === undefined ? [] : allElements(element).filter(({ name }) => name === 'customHeaders');
    const entries = found.flatMap(({ children }) => children.filter(({ name }) => name === 'add'));
    return Object.fromEntries(
      entries.map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? '']),
    );
  };
  const locationOf = (path: string): XmlElement | undefined =>
    root.children.find(
      ({ name, attributes }) => name === 'location' && `/${attributes['path'] ?? ''}` === path,
    );
  const general = root.children.find(({ name }) => name === 'system.webServer');

  it.each(pages)('sends with %s what production sends', (path) => {
    expect({ ...added(general), ...added(locationOf(path)) }).toMatchObject(wanted(path));
  });

  it('takes a header away before it sets it again, or IIS refuses the file', () => {
    const collections = allElements(root).filter(({ name }) => name === 'customHeaders');
    for (const { children } of collections) {
      const removed = children
        .filter(({ name }) => name === 'remove')
        .map(({ attributes }) => attributes['name']);
      const set = children.filter(({ name }) => name === 'add').map(({ attributes }) => attributes['name']);
      expect(set.filter((name) => !removed.includes(name))).toEqual([]);
    }
  });

  it.each([
    ['/icons', '1.00:00:00'],
    ['/tab.0123456789ab.js', '365.00:00:00'],
  ])('lets %s be kept for %s', (path, age) => {
    const cache = allElements(locationOf(path) ?? root).find(({ name }) => name === 'clientCache');
    expect(cache?.attributes).toEqual({ cacheControlMode: 'UseMaxAge', cacheControlMaxAge: age });
  });

  it('serves the address in events', () => {
    const rule = allElements(root).find(({ name }) => name === 'rule');
    expect(rule?.children.map(({ attributes }) => attributes['url'])).toEqual(['^open$', '/open.html']);
  });
});

describe('the headers of a site', () => {
  it('keep for ever exactly the files whose name changes with their content', () => {
    expect(headers.immutable).toEqual(
      paths.filter((path) => cacheControl(path) === immutableCache).toSorted(),
    );
    expect(headers.immutable).toContain('/tab.0123456789ab.js');
    expect(headers.immutable).not.toContain('/icons/mark-128.png');
  });

  it('let icons be kept, or Office shows a grey default in their place', () => {
    expect(iconCache).not.toMatch(/no-cache|no-store|private/);
  });

  it('name the hosts that a firewall must let through', () => {
    expect(contactedHosts(headers)).toEqual(
      expect.arrayContaining([
        'graph.microsoft.com',
        'login.microsoftonline.com',
        'appsforoffice.microsoft.com',
      ]),
    );
  });

  it('say nothing of pages that the site has not', () => {
    expect(Object.keys(headers.pages)).toEqual(['/taskpane.html']);
  });
});
