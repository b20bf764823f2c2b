// Builds the app and the sandbox's pages into dist/, unless they were built from the very same sources. `--force` builds in any case.
import { mkdirSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { sourceHash } from './sourceHash.mjs';

const stamp = 'dist/sources.sha256';
const lock = '.cache/build.lock';
const staleLockMilliseconds = 5 * 60_000;

function isBuiltFrom(hash) {
  return existsSync(stamp) && existsSync('dist/app/index.html') && readFileSync(stamp, 'utf8') === hash;
}

/** Two builds at once would write into one folder: the second waits and finds the first one's work. */
async function withLock(work) {
  mkdirSync('.cache', { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (age > staleLockMilliseconds) rmSync(lock, { recursive: true, force: true });
      else await wait(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Builds if need be; resolves with 0, or with the exit code of the bundler. `say` is told before a build begins. */
export async function build({ force = false, quiet = false, say = console.log } = {}) {
  if (!force && isBuiltFrom(sourceHash())) return 0;
  return withLock(async () => {
    const hash = sourceHash();
    if (!force && isBuiltFrom(hash)) return 0;
    say('Building …');
    rmSync(stamp, { force: true });
    const code = await run('webpack', ['--mode', 'production', '--stats', 'errors-warnings'], { quiet });
    // A source saved while the bundler was reading: the hash of before may not be what was built, so the next start looks again.
    if (code === 0 && sourceHash() === hash) writeFileSync(stamp, hash);
    return code;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await build({ force: process.argv.includes('--force') });
