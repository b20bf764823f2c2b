import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of, from the project's root. */
export const buildInputs = [
  'src',
  'assets',
  'sandbox/hosts/browser',
  'sandbox/graph/body',
  'sandbox/graph/time',
  'webpack.config.js',
  'webpack.hosts.config.js',
  'package-lock.json',
  'tsconfig.json',
];

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** A hash over names and contents of everything that a build is made of. */
export function sourceHash(root = '.', inputs = buildInputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesBelow(join(root, input))) {
      const content = readFileSync(file);
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
