// The response headers of the app, in production and on localhost: computed from config.json, used by `npm start` and by packaging.

/** Microsoft's hosts that may frame the app (Teams tab requirements; Outlook on the web). */
export const microsoftHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
];

/** Where OneDrive for work hands out and takes in the bytes of files (`@microsoft.graph.downloadUrl`, upload sessions). */
const oneDriveHosts = ['https://*.sharepoint.com', 'https://*.svc.ms'];
/** teams-js asks there for origins beyond its built-in list. */
const teamsDomainList = 'https://res.cdn.office.net';
/** Office.js on the web loads one more script from there. */
const officeAjax = 'https://ajax.aspnetcdn.com';
/** Griffel fills empty style elements through CSSOM; this is the hash of the empty text. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
/** Made by webpack's runtime, for the addresses of our own chunks only. */
const chunkPolicy = 'mentor-meetings-chunks';

const denied = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const originOf = (url) => new URL(url).origin;
const unique = (values) => [...new Set(values)];

function policy(directives) {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...unique(sources)].join(' '))
    .join('; ');
}

function contentSecurityPolicy(config, { withOffice }) {
  const authority = originOf(config.authority);
  const graph = originOf(config.graphBaseUrl);
  const isMicrosoft = graph === 'https://graph.microsoft.com';
  const files = isMicrosoft ? oneDriveHosts : [];
  const office = withOffice ? [config.officeJsUrl, ...(config.officeJsBefore ?? [])].map(originOf) : [];
  return policy({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...office, ...(withOffice ? [officeAjax] : [])],
    'style-src': ["'self'", emptyStyle, ...office],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'", authority, graph, ...files, teamsDomainList, ...office],
    'frame-src': ["'self'", authority],
    'frame-ancestors': ["'self'", ...microsoftHosts, ...config.hostOrigins.map(originOf)],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    // Office.js is a script of another origin and of another age: it writes HTML itself.
    ...(withOffice ? {} : { 'require-trusted-types-for': ["'script'"], 'trusted-types': [chunkPolicy] }),
  });
}

/**
 * Headers of every answer, and those that differ by page: `{ everywhere, pages: { '/taskpane.html': headers } }`. `config` is the app's config.json.
 * Throws when an address of it is none.
 */
export function productionHeaders(config) {
  const everywhere = {
    'Content-Security-Policy': contentSecurityPolicy(config, { withOffice: false }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Permissions-Policy': [...denied.map((feature) => `${feature}=()`), 'clipboard-write=(self)'].join(', '),
  };
  const office = { 'Content-Security-Policy': contentSecurityPolicy(config, { withOffice: true }) };
  return { everywhere, pages: { '/taskpane.html': office, '/outlook-answer.html': office } };
}

/** How long a file may be kept: names with a content hash for ever, all others are asked for again. */
export function cacheControl(path) {
  return /[.-][0-9a-f]{8,}\.(js|css|svg|png|woff2)$/.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
}
