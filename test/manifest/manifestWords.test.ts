import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wordsProblems } from '../../scripts/package/checks/wordsCheck.ts';
import { wordPaths } from '../../scripts/package/fillTemplate.ts';
import { languages, type WordsByLanguage } from '../../scripts/package/languages.ts';
import { projectRoot, sources } from './packageSources.ts';

const { words, unified, addIn } = sources.manifests;

const problems = (changed: WordsByLanguage): string =>
  wordsProblems(changed)
    .map(({ where, what }) => `${where}: ${what}`)
    .join('\n');

/** The strings with one of them changed, or without it. */
function withWord(tag: string, key: string, text: string | undefined): WordsByLanguage {
  const others = Object.entries(words[tag] ?? {}).filter(([name]) => name !== key);
  return { ...words, [tag]: Object.fromEntries(text === undefined ? others : [...others, [key, text]]) };
}

describe('the strings of the manifests', () => {
  it('are in order in every language', () => {
    expect(problems(words)).toBe('');
  });

  it('are there for each language that has a file, and for no other', () => {
    const files = readdirSync(join(projectRoot, 'manifest/strings'));
    expect(files.toSorted()).toEqual(languages.map(({ tag }) => `${tag}.json`).toSorted());
  });

  it('are all used', () => {
    const used = new Set([
      ...Object.values(wordPaths(unified)),
      ...[...addIn.matchAll(/\{\{(?:word|override|base-override)\.(\w+)\}\}/g)].map(([, key]) => key),
    ]);
    expect(Object.keys(words['en'] ?? {}).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('their check refuses', () => {
  it.each<[string, string, string, string | undefined, string]>([
    ['a missing translation', 'fr', 'timesTip', undefined, 'fr: lacks timesTip'],
    ['a string that only a translation has', 'es', 'oldTip', 'Antiguo', 'es: has oldTip'],
    [
      'a string that was not translated',
      'de',
      'timesLabel',
      'Mentor times',
      'de timesLabel: is not translated',
    ],
    ['an empty string', 'de', 'timesLabel', ' ', 'de timesLabel: is empty'],
    ['another name in another language', 'de', 'name', 'Mentorentreffen', 'de name: is another name'],
    [
      'a lost placeholder',
      'fr',
      'longDescription',
      'Aide : https://example.org/',
      'fr longDescription: has other placeholders',
    ],
    ['a name of 31 characters', 'en', 'name', 'x'.repeat(31), 'en name: has 31 characters, 30 are allowed'],
    ['a long name of 101 characters', 'en', 'fullName', 'x'.repeat(101), '101 characters, 100 are allowed'],
    [
      'a short description of 81 characters',
      'es',
      'shortDescription',
      'x'.repeat(81),
      '81 characters, 80 are allowed',
    ],
    [
      'a long description of 4001 characters',
      'en',
      'longDescription',
      `{{origin}}/${'x'.repeat(3990)}`,
      '4001 characters, 4000 are allowed',
    ],
    [
      'a long description of 501 words',
      'en',
      'longDescription',
      `{{origin}}/ ${'word '.repeat(500)}`,
      'has more than 500 words',
    ],
    [
      'an add-in description of 251 characters',
      'fr',
      'addInDescription',
      'x'.repeat(251),
      '251 characters, 250 are allowed',
    ],
    ['"Teams" in the name', 'en', 'name', 'Mentor Meetings for Teams', '"Teams" may not be in the name'],
    ['"Calendar" in the long name', 'en', 'fullName', 'Mentor Calendar', '"Calendar" may not be in the name'],
    [
      'a product of Microsoft’s in the name',
      'en',
      'name',
      'Outlook Mentor',
      '"Outlook" may not be in the name',
    ],
    ['"app" in the name', 'en', 'name', 'Mentor App', '"App" may not be in the name'],
    ['"app" in the short description', 'en', 'shortDescription', 'An app for mentors', 'says "app"'],
    [
      'the name in the short description',
      'en',
      'shortDescription',
      'Mentor Meetings for you',
      'repeats the name',
    ],
    [
      'two sentences in the short description',
      'en',
      'shortDescription',
      'Book. Meet',
      'is more than one sentence',
    ],
    [
      '"Teams" without "Microsoft"',
      'en',
      'longDescription',
      'For Teams. {{origin}}/about.html',
      'does not say "Microsoft Teams" the first time',
    ],
    [
      '"MS" for Microsoft',
      'en',
      'longDescription',
      'For MS 365. {{origin}}/about.html',
      'abbreviates Microsoft as MS',
    ],
    ['"Office 365"', 'en', 'longDescription', 'For Office 365. {{origin}}/about.html', 'says Office 365'],
    ['a description without help', 'en', 'longDescription', 'No link.', 'has no link to help'],
  ])('%s', (_fault, tag, key, text, message) => {
    expect(problems(withWord(tag, key, text))).toContain(message);
  });

  it('a language without strings', () => {
    const { fr, ...others } = words;
    expect(fr).toBeDefined();
    expect(problems(others)).toContain('fr: has no strings');
  });

  it('a long description that is the short one', () => {
    const short = words['en']?.['shortDescription'] ?? '';
    expect(problems(withWord('en', 'longDescription', short))).toContain('is the short one again');
  });
});
