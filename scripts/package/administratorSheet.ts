import { escapeXml } from './fillTemplate.ts';
import { appConfig, brokerRedirectUri, hostOf, type Release } from './release.ts';
import { consentScopes, scopeReasons } from './scopes.ts';

/** Files of a package, by the path that its folder shows. */
export const packageFiles = {
  site: 'site',
  teams: 'mentor-meetings-teams.zip',
  outlook: 'mentor-meetings-outlook.xml',
  nginx: 'hosting/nginx.conf',
  sheet: 'administrator.html',
} as const;

/** Pages of the site that sign-in comes back to. */
export const signInPages = {
  redirect: '/redirect.html',
  dialog: '/dialog.html',
  consent: '/admin-consent.html',
} as const;

/** The redirect addresses to register, all of the kind "single-page application". */
export function redirectUris(release: Release): readonly string[] {
  return [
    brokerRedirectUri(release),
    ...Object.values(signInPages).map((page) => `${release.origin}${page}`),
  ];
}

/** The page on which an administrator allows the app for the whole organisation. */
export function consentLink(release: Release): string {
  const query = new URLSearchParams({
    client_id: release.clientId,
    scope: consentScopes,
    redirect_uri: `${release.origin}${signInPages.consent}`,
  });
  // Entra reads %20 as every server does; not all that handle links on the way keep a plus.
  return `${appConfig(release).authority}/v2.0/adminconsent?${query.toString().replaceAll('+', '%20')}`;
}

const style = `
@page { size: A4; margin: 9mm 13mm; }
body { font: 8.7pt/1.28 'Segoe UI', system-ui, sans-serif; color: #242424; max-width: 190mm; margin: 8mm auto; padding: 0 4mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
h1 { font-size: 15pt; margin: 0; } h2 { font-size: 10.5pt; margin: 2.4mm 0 0.8mm; color: #444791; }
p, ol, ul { margin: 0 0 1mm; } ol, ul { padding-inline-start: 5mm; }
th[scope='row'] { width: 37mm; } td:last-child { min-width: 34mm; } table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: 0.45mm 2.5mm 0.45mm 0; border-top: 0.2mm solid #d1d1d1; }
th { font-weight: 600; } code { font: 8pt/1.25 Consolas, monospace; overflow-wrap: anywhere; }
`.trim();

const code = (text: string): string => `<code>${escapeXml(text)}</code>`;

function scopeRows(): string {
  return scopeReasons
    .map(
      ({ name, why, without, needsAdministrator, when }) =>
        `<tr><th scope="row">${code(name)}</th><td>${escapeXml(why)} Without it: ${escapeXml(without)}.</td>` +
        `<td>${needsAdministrator ? 'administrator' : 'each person'}${when === 'later' ? ',<br>only if needed' : ''}</td></tr>`,
    )
    .join('\n');
}

/** One printed page for whoever must approve and install the app. `hosts` are those that people’s browsers must reach. */
export function administratorSheet(release: Release, hosts: readonly string[]): string {
  const everyTenant = release.tenant === 'organizations';
  const link = consentLink(release);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mentor Meetings: for the administrator</title>
<style>${style}</style>
</head>
<body>
<h1>Mentor Meetings ${escapeXml(release.version)}: for the administrator</h1>
<p>A tab in Microsoft Teams and an add-in for Outlook that book mentor meetings and keep their notes. Static files on ${code(release.origin)}, published by ${escapeXml(release.publisher)}. No server, no database, no secret, no application permission, no telemetry: everything is done with the signed-in person’s own permissions, and all data stays in your Microsoft 365.</p>

<h2>1. App registration in Microsoft Entra</h2>
<table>
<tr><th scope="row">Client id</th><td>${code(release.clientId)}</td></tr>
<tr><th scope="row">Accounts</th><td>${everyTenant ? 'any organisation (multitenant)' : `this organisation only, tenant ${code(release.tenant)}`}; no secret, no certificate; implicit grant off</td></tr>
<tr><th scope="row">Redirect addresses</th><td>platform “Single-page application”:<br>${redirectUris(release).map(code).join('<br>')}</td></tr>
<tr><th scope="row">API permissions</th><td>Microsoft Graph, delegated: those below that are not marked “only if needed”</td></tr>
</table>

<h2>2. Permissions, and why</h2>
<table>
<tr><th scope="col">Delegated</th><th scope="col">What for</th><th scope="col">Who may allow it</th></tr>
${scopeRows()}
</table>
<p>Allow them for everybody, once, on the consent page: <a href="${escapeXml(link)}">${code(link)}</a></p>

<h2>3. Host the site</h2>
<p>Copy the content of ${code(packageFiles.site)} to the root of ${code(release.origin)}. The security headers lie with it: ${code('staticwebapp.config.json')} (Azure Static Web Apps), ${code('_headers')} (Netlify, Cloudflare Pages), ${code('web.config')} (IIS); for nginx ${code(packageFiles.nginx)}. They belong to the app: without them it is not the one that was tested.</p>

<h2>4. Install</h2>
<ol>
<li>${code(packageFiles.teams)}: Teams admin center, Teams apps, Manage apps, Upload new app. Then Microsoft 365 admin center, Integrated apps, to deploy it to Outlook on the web, new Outlook and classic Outlook on Windows.</li>
<li>${code(packageFiles.outlook)}: Microsoft 365 admin center, Integrated apps, Upload custom apps, Office add-in: for Outlook on Mac, on phones, and perpetual versions on Windows. Where both are installed, the first hides the second (it may take a day).</li>
</ol>

<h2>5. Hosts that people’s browsers must reach</h2>
<p>${[hostOf(release), ...hosts].map(code).join(', ')}. All of them but the first are Microsoft’s; each is in the policy that the site sends.</p>

<h2>6. Remove</h2>
<p>Integrated apps and Manage apps: remove both; Entra, Enterprise applications: delete the app (that takes back every permission); delete the site. Meetings stay in the calendars, notes in each person’s OneDrive, where people delete them as they like.</p>
</body>
</html>
`;
}
