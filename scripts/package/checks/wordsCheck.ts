import { languages, type ManifestWords, type WordsByLanguage } from '../languages.ts';
import type { Problem } from './problem.ts';
import { problemIf } from './unifiedManifest.ts';

/** Names that a product of ours may not carry: Microsoft's products, and the core features of Teams (Teams store rules, 1140.1.1). */
const reservedInNames = [
  'Microsoft',
  'Teams',
  'Outlook',
  'Office',
  'Excel',
  'PowerPoint',
  'Word',
  'OneDrive',
  'SharePoint',
  'OneNote',
  'Exchange',
  'Azure',
  'Copilot',
  'Viva',
  'Surface',
  'Xbox',
  'Windows',
  '365',
  'Chat',
  'Contacts',
  'Calendar',
  'Calls',
  'Files',
  'Activity',
  'App',
  'Apps',
  'Help',
];
const mostWordsOfDescription = 500;
const mostCharacters: Readonly<Record<string, number>> = {
  name: 30,
  fullName: 100,
  shortDescription: 80,
  longDescription: 4000,
  addInDescription: 250,
};
/** The product is called the same everywhere, and a word may be the same in two languages. */
const maybeSame = new Set(['name', 'groupLabel']);
const placeholderPattern = /\{\{[^}]*\}\}/g;

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(^|[^\\p{L}\\p{N}])${word}($|[^\\p{L}\\p{N}])`, 'iu').test(text);

function nameProblems(tag: string, words: ManifestWords): readonly Problem[] {
  return ['name', 'fullName'].flatMap((key) =>
    reservedInNames
      .filter((word) => hasWord(words[key] ?? '', word))
      .map((word) => ({ where: `${tag} ${key}`, what: `"${word}" may not be in the name of an app` })),
  );
}

/** The store's rules for descriptions that can be told from the text. */
function descriptionProblems(tag: string, words: ManifestWords): readonly Problem[] {
  const { name = '', shortDescription: short = '', longDescription: long = '' } = words;
  const firstTeams = /(\S+)\s+Teams\b/.exec(long);
  return [
    ...problemIf(short.includes(name), `${tag} shortDescription`, 'repeats the name'),
    ...problemIf(hasWord(short, 'app'), `${tag} shortDescription`, 'says "app"'),
    ...problemIf(/[.!?]\s+\S/.test(short), `${tag} shortDescription`, 'is more than one sentence'),
    ...problemIf(short === long, `${tag} longDescription`, 'is the short one again'),
    ...problemIf(
      long.split(/\s+/).length > mostWordsOfDescription,
      `${tag} longDescription`,
      `has more than ${mostWordsOfDescription} words`,
    ),
    ...problemIf(
      firstTeams !== null && firstTeams[1] !== 'Microsoft',
      `${tag} longDescription`,
      'does not say "Microsoft Teams" the first time',
    ),
    ...['MS', 'MSFT']
      .filter((word) => new RegExp(`\\b${word}\\b`).test(long))
      .map((word) => ({ where: `${tag} longDescription`, what: `abbreviates Microsoft as ${word}` })),
    ...problemIf(long.includes('Office 365'), `${tag} longDescription`, 'says Office 365'),
    ...problemIf(!long.includes('{{origin}}/'), `${tag} longDescription`, 'has no link to help'),
  ];
}

function lengthProblems(tag: string, words: ManifestWords): readonly Problem[] {
  return Object.entries(words).flatMap(([key, text]) => {
    const most = mostCharacters[key];
    return [
      ...problemIf(text.trim() === '', `${tag} ${key}`, 'is empty'),
      ...problemIf(
        most !== undefined && text.length > most,
        `${tag} ${key}`,
        `has ${text.length} characters, ${most} are allowed`,
      ),
    ];
  });
}

const placeholders = (text: string): string => (text.match(placeholderPattern) ?? []).toSorted().join(' ');

function translationProblems(
  tag: string,
  words: ManifestWords,
  reference: ManifestWords,
): readonly Problem[] {
  const missing = Object.keys(reference).filter((key) => words[key] === undefined);
  const extra = Object.keys(words).filter((key) => reference[key] === undefined);
  const untranslated = Object.entries(words).filter(
    ([key, text]) => text === reference[key] && !maybeSame.has(key),
  );
  const changed = Object.entries(words).filter(
    ([key, text]) => placeholders(text) !== placeholders(reference[key] ?? text),
  );
  return [
    ...missing.map((key) => ({ where: tag, what: `lacks ${key}` })),
    ...extra.map((key) => ({ where: tag, what: `has ${key}, which the default language has not` })),
    ...untranslated.map(([key]) => ({ where: `${tag} ${key}`, what: 'is not translated' })),
    ...changed.map(([key]) => ({ where: `${tag} ${key}`, what: 'has other placeholders' })),
    ...problemIf(words['name'] !== reference['name'], `${tag} name`, 'is another name'),
  ];
}

/** Whether every string is there in every language, short enough, and within the store's rules. */
export function wordsProblems(words: WordsByLanguage): readonly Problem[] {
  const [{ tag: defaultTag }, ...others] = languages;
  const reference = words[defaultTag] ?? {};
  const absent = languages.filter(({ tag }) => words[tag] === undefined);
  const all = Object.entries(words).flatMap(([tag, ofTag]) => [
    ...nameProblems(tag, ofTag),
    ...descriptionProblems(tag, ofTag),
    ...lengthProblems(tag, ofTag),
  ]);
  return [
    ...absent.map(({ tag }) => ({ where: tag, what: 'has no strings' })),
    ...all,
    ...others.flatMap(({ tag }) => translationProblems(tag, words[tag] ?? {}, reference)),
  ];
}
