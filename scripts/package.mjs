// `npm run package -- --host https://… --client-id … --tenant …`: makes a release for one address. `--help` says more.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function main() {
  const from = process.cwd();
  process.chdir(root);
  if (!existsSync('node_modules') && (await run('npm', ['ci', '--no-audit', '--no-fund'])) !== 0) return 1;
  const { register } = await import('tsx/esm/api');
  register();
  const { makePackage } = await import('./package/makePackage.ts');
  const { build } = await import('./build.mjs');
  return makePackage(process.argv.slice(2), {
    root,
    // npm changes into the project's folder; paths are meant from where it was called.
    resolvePath: (path) => resolve(process.env.INIT_CWD ?? from, path),
    build: (say) => build({ say }),
    say: console.log,
    complain: console.error,
  });
}

process.exitCode = await main();
