import { packageFiles } from '../administratorSheet.ts';
import { textOf, type PackedFiles } from '../packedFiles.ts';
import { parseUrl } from '../parseUrl.ts';
import { unzipFiles } from '../zipFiles.ts';
import type { Problem } from './problem.ts';

interface Forbidden {
  readonly pattern: RegExp;
  readonly what: string;
}

/** What belongs to a developer's machine. The same in a file's bytes, whatever kind of file it is. */
const forbidden: readonly Forbidden[] = [
  { pattern: /localhost/i, what: 'localhost' },
  { pattern: /\b127\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/, what: 'an address of this machine' },
  { pattern: /\[::1\]/, what: 'an address of this machine' },
  { pattern: /6f3c1b52-8a0e-4d57-9b1e-2c7a5d9e4f10/i, what: 'the client id of the sandbox' },
  { pattern: /\/sandbox\//i, what: 'an address of the sandbox' },
  { pattern: /\{\{[\w.-]+\}\}/, what: 'a placeholder that nothing stands for' },
];
/** Text of a program: names in braces may be its own, and are no placeholder of ours. */
const isProgram = (path: string): boolean => /\.(js|css)$/.test(path);
const excerptCharacters = 30;

function contentProblems(path: string, bytes: Uint8Array): readonly Problem[] {
  const text = textOf(bytes);
  return forbidden
    .filter(({ what }) => !(isProgram(path) && what.startsWith('a placeholder')))
    .flatMap(({ pattern, what }) => {
      const match = pattern.exec(text);
      if (match === null) return [];
      const from = Math.max(0, match.index - excerptCharacters);
      const excerpt = text
        .slice(from, match.index + match[0].length + excerptCharacters)
        .replaceAll(/\s+/g, ' ');
      return [{ where: path, what: `holds ${what}: …${excerpt}…` }];
    });
}

/** Every file, those inside an archive too. */
export function allFiles(files: PackedFiles): PackedFiles {
  return new Map(
    [...files].flatMap(([path, bytes]) =>
      path.endsWith('.zip')
        ? [...unzipFiles(bytes)].map(([inside, content]) => [`${path}/${inside}`, content] as const)
        : [[path, bytes] as const],
    ),
  );
}

/** Reads every file of a package, inside its archive too, for what belongs to a developer's machine. */
export function releaseProblems(files: PackedFiles): readonly Problem[] {
  return [...allFiles(files)].flatMap(([path, bytes]) => contentProblems(path, bytes));
}

/** Pages and files of the site that addresses in the package lead to. */
export function addressProblems(
  files: PackedFiles,
  origin: string,
  addresses: readonly { readonly where: string; readonly url: string }[],
): readonly Problem[] {
  return addresses.flatMap(({ where, url: text }) => {
    const url = parseUrl(text);
    if (url?.origin !== origin) return [];
    const { pathname } = url;
    const path = pathname === '/' ? '/index.html' : pathname;
    return files.has(`${packageFiles.site}${path}`) ? [] : [{ where, what: `${path} is not in the site` }];
  });
}
