import {
  escapeXml,
  fillJson,
  fillText,
  wordPaths,
  wordValues,
  type Json,
  type Values,
} from './fillTemplate.ts';
import { languages, type WordsByLanguage } from './languages.ts';
import { addInId, brokerRedirectUri, hostOf, teamsAppId, type Release } from './release.ts';

/** The templates of both manifests and their strings, as they lie in `manifest/`. */
export interface ManifestSources {
  /** Parsed manifest/manifest.template.json. */
  readonly unified: Json;
  /** Text of manifest/outlook-add-in.template.xml. */
  readonly addIn: string;
  readonly words: WordsByLanguage;
}

/** Both manifests of one release. */
export interface Manifests {
  /** The unified manifest: manifest.json of the Teams package. */
  readonly unified: Json;
  /** Localisation files of the Teams package, by file name. */
  readonly localisations: Readonly<Record<string, Json>>;
  /** The add-in-only manifest. */
  readonly addIn: string;
}

const schemaFolder = 'https://developer.microsoft.com/json-schemas/teams/v1.30';
const [defaultLanguage, ...otherLanguages] = languages;

/** Placeholders that every template may use. */
export function releaseValues(release: Release): Values {
  return {
    origin: release.origin,
    host: hostOf(release),
    clientId: release.clientId,
    teamsAppId: teamsAppId(release),
    addInId: addInId(release),
    brokerRedirectUri: brokerRedirectUri(release),
    version: release.version,
    publisher: release.publisher,
    defaultCulture: defaultLanguage.culture,
  };
}

function wordsOf(sources: ManifestSources, tag: string, values: Values): Values {
  const words = sources.words[tag];
  if (words === undefined) throw new Error(`No strings for ${tag}`);
  return wordValues(words, values);
}

function localisation(sources: ManifestSources, tag: string, values: Values): Json {
  const words = wordsOf(sources, tag, values);
  const entries = Object.entries(wordPaths(sources.unified)).map(([path, key]): [string, string] => {
    const text = words[`word.${key}`];
    if (text === undefined) throw new Error(`${tag}: no string ${key}`);
    return [path, text];
  });
  return {
    $schema: `${schemaFolder}/MicrosoftTeams.Localization.schema.json`,
    ...Object.fromEntries(entries),
  };
}

/** `{{override.key}}` and `{{base-override.key}}`: the other languages' elements for a string, already XML. */
function overrideValues(sources: ManifestSources, values: Values): Values {
  const keys = Object.keys(sources.words[defaultLanguage.tag] ?? {});
  const overrides = (element: string, key: string): string =>
    otherLanguages
      .map(({ tag, culture }) => {
        const text = wordsOf(sources, tag, values)[`word.${key}`];
        if (text === undefined) throw new Error(`${tag}: no string ${key}`);
        return `<${element} Locale="${culture}" Value="${escapeXml(text)}" />`;
      })
      .join('');
  return Object.fromEntries(
    keys.flatMap((key) => [
      [`override.${key}`, overrides('bt:Override', key)],
      [`base-override.${key}`, overrides('Override', key)],
    ]),
  );
}

function addInManifest(sources: ManifestSources, values: Values): string {
  const texts = { ...values, ...wordsOf(sources, defaultLanguage.tag, values) };
  const encoded = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, escapeXml(text)]));
  return fillText(sources.addIn, { ...encoded, ...overrideValues(sources, values) });
}

/** Fills both templates for a release. Throws when a template names something that nothing stands for. */
export function renderManifests(sources: ManifestSources, release: Release): Manifests {
  const values = releaseValues(release);
  const unified = fillJson(sources.unified, { ...values, ...wordsOf(sources, defaultLanguage.tag, values) });
  const localisations = Object.fromEntries(
    otherLanguages.map(({ tag }) => [`${tag}.json`, localisation(sources, tag, values)]),
  );
  return { unified, localisations, addIn: addInManifest(sources, values) };
}
