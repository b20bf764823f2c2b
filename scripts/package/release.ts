import { createHash } from 'node:crypto';

/** What one release is made for. */
export interface Release {
  /** https origin of the site, without a slash at its end. */
  readonly origin: string;
  /** Client id of the app registration in Microsoft Entra, lower case. */
  readonly clientId: string;
  /** Tenant id, tenant domain, or `organizations` for every organisation. */
  readonly tenant: string;
  /** n.n.n with a first number of 1 or more: Outlook refuses less. */
  readonly version: string;
  /** Who publishes it here: at most 32 characters, as Teams allows. */
  readonly publisher: string;
  /** Where people find help: an https address or a mail address, if one was given. */
  readonly contact: string | undefined;
}

/** config.json as the app reads it at its start. */
export interface AppConfig {
  readonly clientId: string;
  readonly authority: string;
  readonly knownAuthorities: readonly string[];
  readonly graphBaseUrl: string;
  readonly officeJsUrl: string;
  readonly hostOrigins: readonly string[];
}

/** Namespace of the ids below: made once for this product, never to change, or installed add-ins would be orphaned. */
const idNamespace = '5d0f6a6e-3c1b-4e67-9a55-0c8d7b1f2e94';

/** A name-based UUID (RFC 9562, section 5.5): the same names give the same id. */
export function nameBasedId(namespace: string, name: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Id of the Teams app. It follows the registration: a trial beside production has a registration of its own, and so an app of its own; a package made
 * again updates the one that is installed.
 */
export function teamsAppId(release: Release): string {
  return nameBasedId(idNamespace, `teams:${release.clientId}`);
}

/** Id of the add-in-only manifest. It must differ from the Teams app's, which hides it by this id. */
export function addInId(release: Release): string {
  return nameBasedId(idNamespace, `outlook:${release.clientId}`);
}

/** Host name of the site. */
export function hostOf(release: Release): string {
  return new URL(release.origin).host;
}

/** Redirect address under which Teams and Outlook sign people in on the app's behalf (nested app authentication): origin only. */
export function brokerRedirectUri(release: Release): string {
  return `brk-multihub://${hostOf(release)}`;
}

/** The app's configuration in the worldwide Microsoft 365. */
export function appConfig(release: Release): AppConfig {
  return {
    clientId: release.clientId,
    authority: `https://login.microsoftonline.com/${release.tenant}`,
    knownAuthorities: [],
    graphBaseUrl: 'https://graph.microsoft.com/v1.0',
    officeJsUrl: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    hostOrigins: [],
  };
}
