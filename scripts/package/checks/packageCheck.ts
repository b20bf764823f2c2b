import { packageFiles, redirectUris } from '../administratorSheet.ts';
import { parseJson, type Json } from '../fillTemplate.ts';
import { languages, type WordsByLanguage } from '../languages.ts';
import { textOf, type PackedFiles } from '../packedFiles.ts';
import { parseUrl } from '../parseUrl.ts';
import { addInId, brokerRedirectUri, hostOf, teamsAppId, type Release } from '../release.ts';
import { unzipFiles } from '../zipFiles.ts';
import { addInIcons, addInRulesProblems } from './addInRulesCheck.ts';
import { addInSchemaProblems } from './addInSchemaCheck.ts';
import { pictureProblems } from './pictureCheck.ts';
import type { Problem } from './problem.ts';
import { addressProblems, releaseProblems } from './releaseCheck.ts';
import { schemaProblems } from './schemaCheck.ts';
import { isObject, stringAt, stringsAt, valuesAt } from './unifiedManifest.ts';
import { unifiedRulesProblems } from './unifiedRulesCheck.ts';
import { wordsProblems } from './wordsCheck.ts';
import { allElements, parseXml, type XmlElement } from './xmlTree.ts';

const sitePath = (url: string): string => `${packageFiles.site}${parseUrl(url)?.pathname ?? ''}`;

function readJson(files: PackedFiles, name: string): { readonly json: Json } | Problem {
  try {
    return { json: parseJson(textOf(files.get(name))) };
  } catch (error) {
    return { where: name, what: `is no JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}

function teamsIconProblems(teams: PackedFiles, manifest: Json): readonly Problem[] {
  const expected = [
    ['color', 192, 'square'],
    ['color32x32', 32, 'tile'],
    ['outline', 32, 'outline'],
  ] as const;
  return expected.flatMap(([key, sizePixels, kind]) => {
    const file = stringAt(manifest, `icons.${key}`);
    return pictureProblems(teams.get(file), { where: `icons.${key} ${file}`, sizePixels, kind });
  });
}

function ribbonIconProblems(files: PackedFiles, manifest: Json): readonly Problem[] {
  const shown = valuesAt(manifest, 'controls.icons')
    .filter(({ value }) => isObject(value))
    .map(({ path, value }) => ({ path, value, sizePixels: undefined }));
  const listed = [
    { key: 'icon', sizePixels: 64 },
    // The schema knows no 128; Microsoft's own sample gives a picture of 128 as 64.
    { key: 'highResolutionIcon', sizePixels: 128 },
  ].flatMap(({ key, sizePixels }) =>
    valuesAt(manifest, `alternateIcons.${key}`).map(({ path, value }) => ({ path, value, sizePixels })),
  );
  return [...shown, ...listed].flatMap(({ path, value, sizePixels }) => {
    if (!isObject(value)) return [];
    const { url, size } = value;
    if (typeof url !== 'string' || parseUrl(url) === undefined)
      return [{ where: path, what: 'has no address' }];
    return pictureProblems(files.get(sitePath(url)), {
      where: `${path} ${url}`,
      sizePixels: sizePixels ?? Number(size),
      kind: 'tile',
    });
  });
}

async function unifiedProblems(
  files: PackedFiles,
  release: Release,
  holdToSchema: typeof schemaProblems,
): Promise<readonly Problem[]> {
  const archive = files.get(packageFiles.teams);
  if (archive === undefined) return [{ where: packageFiles.teams, what: 'is not in the package' }];
  const teams = unzipFiles(archive);
  const read = readJson(teams, 'manifest.json');
  if (!('json' in read)) return [read];
  const manifest = read.json;
  const promised = stringsAt(manifest, 'additionalLanguages.file').map(({ value }) => value);
  const wanted = languages.slice(1).map(({ tag }) => `${tag}.json`);
  const localisations = await Promise.all(
    promised.map(async (file) => {
      const localisation = readJson(teams, file);
      return 'json' in localisation ? holdToSchema(file, localisation.json) : [localisation];
    }),
  );
  const urls = [...stringsAt(manifest, 'page'), ...stringsAt(manifest, 'contentUrl')].concat(
    ['websiteUrl', 'privacyUrl', 'termsOfUseUrl', 'publisherDocsUrl'].flatMap((key) =>
      stringsAt(manifest, key),
    ),
  );
  return [
    ...(await holdToSchema('manifest.json', manifest)),
    ...localisations.flat(),
    ...wanted
      .filter((file) => !promised.includes(file))
      .map((file) => ({ where: 'localizationInfo', what: `does not name ${file}` })),
    ...unifiedRulesProblems(manifest, {
      origin: release.origin,
      host: hostOf(release),
      clientId: release.clientId,
      brokerRedirectUri: brokerRedirectUri(release),
      appId: teamsAppId(release),
      addInId: addInId(release),
    }),
    ...teamsIconProblems(teams, manifest),
    ...ribbonIconProblems(files, manifest),
    ...addressProblems(
      files,
      release.origin,
      urls.map(({ path, value }) => ({ where: path, url: value })),
    ),
  ];
}

function readXml(text: string): XmlElement | Problem {
  try {
    return parseXml(text);
  } catch (error) {
    return {
      where: packageFiles.outlook,
      what: `is not well-formed (${error instanceof Error ? error.message : String(error)})`,
    };
  }
}

function addInProblems(files: PackedFiles, release: Release): readonly Problem[] {
  const root = readXml(textOf(files.get(packageFiles.outlook)));
  if (!('children' in root)) return [root];
  const pages = allElements(root).filter(({ name }) =>
    ['Url', 'SourceLocation', 'SupportUrl'].includes(name),
  );
  return [
    ...addInSchemaProblems(root),
    ...addInRulesProblems(root, {
      origin: release.origin,
      addInId: addInId(release),
      version: release.version,
      cultures: languages.slice(1).map(({ culture }) => culture),
    }),
    ...addInIcons(root).flatMap(({ url, sizePixels, where, isGrey }) =>
      pictureProblems(files.get(sitePath(url)), {
        where: `${where} ${url}`,
        sizePixels,
        kind: isGrey ? 'grey' : 'tile',
      }),
    ),
    ...addressProblems(
      files,
      release.origin,
      pages.map((page) => ({
        where: `line ${page.line}, ${page.name}`,
        url: page.attributes['DefaultValue'] ?? '',
      })),
    ),
  ];
}

/** Everything that is wrong with a package that is about to be handed over. Empty when it may go. */
export async function packageProblems(
  files: PackedFiles,
  release: Release,
  words: WordsByLanguage,
  holdToSchema = schemaProblems,
): Promise<readonly Problem[]> {
  const signIn = redirectUris(release).map((url) => ({ where: 'redirect address', url }));
  return [
    ...wordsProblems(words),
    ...(await unifiedProblems(files, release, holdToSchema)),
    ...addInProblems(files, release),
    ...addressProblems(files, release.origin, [
      ...signIn,
      { where: 'the app', url: `${release.origin}/` },
      { where: 'links in events', url: `${release.origin}/open.html` },
    ]),
    ...releaseProblems(files),
  ];
}
