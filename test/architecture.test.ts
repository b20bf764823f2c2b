import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, dirname, normalize } from 'node:path';

/** Which rooms of `src` a room may import, itself always included. The table of docs/adr/0001. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  words: ['domain'],
  ports: ['domain'],
  components: ['words', 'domain'],
  adapters: ['ports', 'domain'],
  features: ['components', 'ports', 'words', 'domain'],
  app: ['features', 'components', 'adapters', 'ports', 'words', 'domain'],
};
/** Packages that only one place may touch, and packages that a room may not touch. */
const onlyIn: readonly { readonly package: RegExp; readonly place: RegExp }[] = [
  { package: /^@microsoft\/(teams-js|office-js)/, place: /^src\/adapters\/host\// },
  { package: /^@azure\/msal-browser/, place: /^src\/(adapters\/identity|app)\// },
  { package: /^@microsoft\/microsoft-graph-client/, place: /^src\/adapters\/graph\// },
  { package: /^(react|react-dom|@fluentui)(\/|$)/, place: /^src\/(components|features|app|words)\// },
];
/** Packages that `domain` may use; anything else there is a mistake. */
const domainPackages = /^(windows-iana)$/;

interface Violation {
  readonly file: string;
  readonly imported: string;
  readonly why: string;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*(?:\/\*[\s\S]*?\*\/\s*)?['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/g;

/** Specifiers that a source text imports, statically or not. */
function importsOf(source: string): string[] {
  return [...source.matchAll(importPattern)].map((m) => m[1] ?? m[2] ?? m[3] ?? m[4] ?? '');
}

/** Path of a local import from the project's root, or undefined for a package. */
function localTarget(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const room = /^#([^/]+)\/(.*)$/.exec(specifier);
  if (!room) return undefined;
  const [, name, rest] = room;
  return name === 'sandbox' || name === 'test' ? `${name}/${rest}` : `src/${name}/${rest}`;
}

function violationsOf(file: string, source: string): Violation[] {
  const found: Violation[] = [];
  const say = (imported: string, why: string): void => void found.push({ file, imported, why });
  const [top, room = '', feature = ''] = file.split('/');
  for (const imported of importsOf(source)) {
    const target = localTarget(file, imported);
    if (target === undefined) {
      for (const rule of onlyIn) {
        if (top === 'src' && rule.package.test(imported) && !rule.place.test(file))
          say(imported, 'package belongs elsewhere');
      }
      if (top === 'src' && room === 'domain' && !domainPackages.test(imported))
        say(imported, 'domain is pure');
      continue;
    }
    const [targetTop, targetRoom = '', targetFeature = ''] = target.split('/');
    if (top === 'sandbox' && targetTop === 'src') say(imported, 'the sandbox is another world');
    if (top === 'src' && targetTop !== 'src')
      say(imported, 'src knows nothing of what stands in for Microsoft 365');
    if (top !== 'src' || targetTop !== 'src') continue;
    if (targetRoom !== room && !(mayImport[room] ?? []).includes(targetRoom))
      say(imported, `${room} may not import ${targetRoom}`);
    if (room === 'features' && targetRoom === 'features' && targetFeature !== feature)
      say(imported, 'a feature imports a feature');
  }
  return found;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(ts|tsx)$/.test(entry.name) ? [path] : [];
  });
}

const root = join(__dirname, '..');
const sources = ['src', 'sandbox'].flatMap((top) =>
  filesBelow(join(root, top)).map((path) => relative(root, path)),
);

/** A source without its comments and texts. */
function codeOf(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/[^\n]*/g, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replaceAll(/`[^`]*`/g, '``');
}

describe('the arrows between the rooms', () => {
  it('reads the whole source', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.some((file) => file.startsWith('src/features/'))).toBe(true);
    expect(sources.some((file) => file.startsWith('sandbox/'))).toBe(true);
  });

  it('are kept by every file', () => {
    const violations = sources.flatMap((file) => violationsOf(file, readFileSync(join(root, file), 'utf8')));
    expect(violations).toEqual([]);
  });

  it('keep the global of Office.js to its adapter', () => {
    const users = sources.filter(
      (file) =>
        file.startsWith('src/') &&
        /(?<![\w.'-])Office\b(?=[.;])/.test(codeOf(readFileSync(join(root, file), 'utf8'))),
    );
    expect(users).not.toEqual([]);
    expect(users.filter((file) => !file.startsWith('src/adapters/host/'))).toEqual([]);
  });

  it.each([
    ['src/domain/season/x.ts', "import { useState } from 'react';"],
    ['src/domain/season/x.ts', "import type { CalendarPort } from '#ports/calendar.ts';"],
    ['src/features/booking/x.ts', "import { y } from '#features/home/y.ts';"],
    ['src/features/booking/x.ts', "import { y } from '../home/y.ts';"],
    ['src/features/booking/x.ts', "import { y } from '#adapters/graph/y.ts';"],
    ['src/features/booking/x.ts', "const y = await import('../../adapters/graph/y.ts');"],
    ['src/components/x.tsx', "export { y } from '#ports/calendar.ts';"],
    ['src/adapters/graph/x.ts', "import { app } from '@microsoft/teams-js';"],
    ['src/app/x.ts', "import {\n  a,\n  b,\n} from '#sandbox/types.ts';"],
    ['src/app/x.ts', "import '../../sandbox/types.ts';"],
    ['sandbox/graph/x.ts', "import { y } from '#domain/season/y.ts';"],
    ['src/words/x.ts', "import { Y } from '#features/home/Y.tsx';"],
  ])('refuse in %s: %s', (file, source) => {
    expect(violationsOf(file, source).map((v) => v.why)).not.toEqual([]);
  });

  it('allow what the table allows', () => {
    expect(
      violationsOf(
        'src/features/booking/x.tsx',
        "import { useState } from 'react';\nimport { rankSlots } from '#domain/season/rankSlots.ts';",
      ),
    ).toEqual([]);
    expect(violationsOf('src/adapters/host/teams.ts', "import { app } from '@microsoft/teams-js';")).toEqual(
      [],
    );
  });
});
