import { escapeXml } from './fillTemplate.ts';
import { hostOf, type Release } from './release.ts';
import {
  defaultCache,
  iconCache,
  iconFolder,
  immutableCache,
  type Headers,
  type SiteHeaders,
} from './siteHeaders.ts';

const policyName = 'Content-Security-Policy';
/** Addresses in events and letters have no ending; the file has one. */
const openPage = { path: '/open', file: '/open.html' } as const;

const withoutPolicy = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== policyName));

const cachedRoute = (route: string, value: string): object => ({
  route,
  headers: { 'Cache-Control': value },
});

/** staticwebapp.config.json of Azure Static Web Apps: a route's headers replace the global ones of the same name. */
export function azureStaticWebApps(headers: SiteHeaders): string {
  const config = {
    globalHeaders: { ...headers.everywhere, 'Cache-Control': defaultCache },
    routes: [
      { route: openPage.path, rewrite: openPage.file },
      ...Object.entries(headers.pages).map(([route, page]) => ({ route, headers: page })),
      cachedRoute(`${iconFolder}*`, iconCache),
      ...headers.immutable.map((path) => cachedRoute(path, immutableCache)),
    ],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

const rule = (path: string, values: Headers): string =>
  [path, ...Object.entries(values).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/**
 * `_headers` of Netlify and Cloudflare Pages. Where several rules match, one host joins the values of a header and the other takes the last: so the
 * rule for everything carries only those directives that every page has, and each page its whole policy. Both readings then enforce the same.
 */
export function headersFile(headers: SiteHeaders, paths: readonly string[]): string {
  const everywhere = headers.everywhere[policyName] ?? '';
  const common = everywhere
    .split('; ')
    .filter((directive) => /^(frame-ancestors|base-uri|form-action) /.test(directive))
    .join('; ');
  const pages = paths.filter((path) => path.endsWith('.html')).toSorted();
  const policyOf = (path: string): string => headers.pages[path]?.[policyName] ?? everywhere;
  // Both hosts serve a page under its name without the ending too.
  const pageRules = pages.flatMap((path) =>
    [path, path.replace(/(index)?\.html$/, '')].map((address) =>
      rule(address, { [policyName]: policyOf(path), 'Cache-Control': defaultCache }),
    ),
  );
  return `${[
    rule('/*', { ...withoutPolicy(headers.everywhere), [policyName]: common }),
    ...pageRules,
    rule('/config.json', { 'Cache-Control': defaultCache }),
    rule(`${iconFolder}*`, { 'Cache-Control': iconCache }),
    ...headers.immutable.map((path) => rule(path, { 'Cache-Control': immutableCache })),
  ].join('\n')}\n`;
}

const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const nginxMap = (
  variable: string,
  fallback: string,
  entries: readonly (readonly [string, string])[],
): string =>
  [
    `map $uri ${variable} {`,
    `    default ${quoted(fallback)};`,
    ...entries.map(([path, value]) => `    ${path} ${quoted(value)};`),
    '}',
  ].join('\n');

/** A server block for nginx, to be included in its `http` block. Every header is set in one place, since a nested one would drop the others. */
export function nginxConfig(headers: SiteHeaders, release: Release): string {
  const pages = Object.entries(headers.pages).map(([path, page]) => [path, page[policyName] ?? ''] as const);
  const caches = [
    [`~^${iconFolder}`, iconCache] as const,
    ...headers.immutable.map((path) => [path, immutableCache] as const),
  ];
  const added = Object.entries(withoutPolicy(headers.everywhere)).map(
    ([name, value]) => `    add_header ${name} ${quoted(value)} always;`,
  );
  return [
    nginxMap('$mentor_meetings_policy', headers.everywhere[policyName] ?? '', pages),
    '',
    nginxMap('$mentor_meetings_cache', defaultCache, caches),
    '',
    'server {',
    '    listen 443 ssl;',
    `    server_name ${hostOf(release)};`,
    '    # ssl_certificate and ssl_certificate_key: yours.',
    '    root /var/www/mentor-meetings;',
    '    index index.html;',
    `    add_header ${policyName} $mentor_meetings_policy always;`,
    '    add_header Cache-Control $mentor_meetings_cache always;',
    ...added,
    '',
    '    location / {',
    '        try_files $uri $uri.html $uri/ =404;',
    '    }',
    '',
    '    # Settings for other hosts.',
    '    location ~ ^/(_headers|web\\.config|staticwebapp\\.config\\.json)$ {',
    '        return 404;',
    '    }',
    '}',
    '',
  ].join('\n');
}

const iisHeader = (name: string, value: string): string =>
  `<remove name="${name}" /><add name="${name}" value="${escapeXml(value)}" />`;

const iisLocation = (path: string, inside: string): string =>
  `  <location path="${escapeXml(path.replace(/^\//, '').replace(/\/$/, ''))}"><system.webServer>${inside}</system.webServer></location>`;

const iisKept = (days: number): string =>
  `<staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${days}.00:00:00" /></staticContent>`;

/** web.config for IIS and Azure App Service on Windows; the address without an ending needs the URL Rewrite module. */
export function iisConfig(headers: SiteHeaders): string {
  const pageLocations = Object.entries(headers.pages).map(([path, page]) =>
    iisLocation(
      path,
      `<httpProtocol><customHeaders>${Object.entries(page)
        .map(([name, value]) => iisHeader(name, value))
        .join('')}</customHeaders></httpProtocol>`,
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${Object.entries(headers.everywhere)
  .map(([name, value]) => `        ${iisHeader(name, value)}`)
  .join('\n')}
      </customHeaders>
    </httpProtocol>
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <security>
      <requestFiltering>
        <hiddenSegments>
          <add segment="_headers" />
          <add segment="staticwebapp.config.json" />
        </hiddenSegments>
      </requestFiltering>
    </security>
    <rewrite>
      <rules>
        <rule name="open" stopProcessing="true">
          <match url="^open$" />
          <action type="Rewrite" url="${openPage.file}" />
        </rule>
      </rules>
    </rewrite>
  </system.webServer>
${[
  ...pageLocations,
  iisLocation(iconFolder, iisKept(1)),
  ...headers.immutable.map((path) => iisLocation(path, iisKept(365))),
].join('\n')}
</configuration>
`;
}
