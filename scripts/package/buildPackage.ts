import { administratorSheet, packageFiles } from './administratorSheet.ts';
import { escapeXml, fillText, type Json } from './fillTemplate.ts';
import { azureStaticWebApps, headersFile, iisConfig, nginxConfig } from './hostFiles.ts';
import { releaseValues, renderManifests, type ManifestSources, type Manifests } from './manifests.ts';
import { below, textFile, textOf, type PackedFiles } from './packedFiles.ts';
import { appConfig, type Release } from './release.ts';
import { contactedHosts, siteHeaders } from './siteHeaders.ts';
import { zipFiles } from './zipFiles.ts';

/** All that a package is made of. */
export interface PackageSources {
  readonly manifests: ManifestSources;
  /** The built app, as it lies in dist/app. */
  readonly app: PackedFiles;
  /** The content of assets/. */
  readonly assets: PackedFiles;
}

const teamsIcons = ['color.png', 'color32x32.png', 'outline.png'];

const jsonFile = (json: Json): Uint8Array => textFile(`${JSON.stringify(json, null, 2)}\n`);

function inFolder(files: PackedFiles, folder: string): PackedFiles {
  const prefix = `${folder}/`;
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, bytes]) => [path.slice(prefix.length), bytes]),
  );
}

/** Where people find help, as a sentence of HTML. */
function contactSentence(contact: string | undefined): string {
  if (contact === undefined)
    return 'Ask the administrator of your organisation’s Microsoft 365, who installed it.';
  const address = contact.startsWith('https://') ? contact : `mailto:${contact}`;
  return `Write to <a href="${escapeXml(address)}">${escapeXml(contact)}</a>.`;
}

/** The pages beside the app: about, privacy, terms, and where an administrator's consent comes back to. */
function pageFiles(assets: PackedFiles, release: Release): PackedFiles {
  const encoded = Object.entries(releaseValues(release)).map(([name, value]) => [name, escapeXml(value)]);
  const values = { ...Object.fromEntries(encoded), contactSentence: contactSentence(release.contact) };
  return new Map(
    [...inFolder(assets, 'pages')].map(([path, bytes]) => [
      path,
      path.endsWith('.html') ? textFile(fillText(textOf(bytes), values)) : bytes,
    ]),
  );
}

/** Compressed copies made for the local server, and notes of the build, are no part of a release. */
const isReleased = (path: string): boolean => !/\.(map|LICENSE\.txt\.gz|gz|br)$/.test(path);

/** The static site without its header files. */
function siteContent(sources: PackageSources, release: Release): PackedFiles {
  return new Map([
    ...[...sources.app].filter(([path]) => isReleased(path)),
    ...below('icons', inFolder(sources.assets, 'icons')),
    ...pageFiles(sources.assets, release),
    ['config.json', textFile(`${JSON.stringify(appConfig(release), null, 2)}\n`)],
  ]);
}

/** The Teams package: manifest, icons, localisation files. */
export function teamsPackage(manifests: Manifests, assets: PackedFiles): PackedFiles {
  const icons = inFolder(assets, 'teams');
  return new Map([
    ['manifest.json', jsonFile(manifests.unified)],
    ...[...icons].filter(([name]) => teamsIcons.includes(name)),
    ...Object.entries(manifests.localisations).map(([name, json]): [string, Uint8Array] => [
      name,
      jsonFile(json),
    ]),
  ]);
}

/** Everything that a release consists of, by path. Pure: the same sources and release give the same bytes. */
export function buildPackage(sources: PackageSources, release: Release): PackedFiles {
  const manifests = renderManifests(sources.manifests, release);
  const content = siteContent(sources, release);
  const paths = [...content.keys()].map((path) => `/${path}`);
  const headers = siteHeaders(appConfig(release), paths);
  const site = new Map([
    ...content,
    ['staticwebapp.config.json', textFile(azureStaticWebApps(headers))],
    ['_headers', textFile(headersFile(headers, paths))],
    ['web.config', textFile(iisConfig(headers))],
  ]);
  return new Map([
    ...below(packageFiles.site, site),
    [packageFiles.nginx, textFile(nginxConfig(headers, release))],
    [packageFiles.teams, zipFiles(teamsPackage(manifests, sources.assets))],
    [packageFiles.outlook, textFile(manifests.addIn)],
    [packageFiles.sheet, textFile(administratorSheet(release, contactedHosts(headers)))],
  ]);
}
