// `npm start`: installs what is missing, builds what changed, serves the app and the sandbox until it is told to stop.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { run } from './run.mjs';
import { readStartOptions, usage } from './startOptions.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installStamp = 'node_modules/.installed-from.sha256';

/** Installs when there is nothing installed, or not what the lock file names. */
async function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === lock) return 0;
  // An install by hand leaves npm's own note behind: newer than the lock file means that it is of this lock file.
  const npmNote = 'node_modules/.package-lock.json';
  if (!existsSync(npmNote) || !sameLock(npmNote)) {
    console.log('Installing packages …');
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) return code;
  }
  writeFileSync(installStamp, lock);
  return 0;
}

/** Whether npm's note of what is installed names the versions of package-lock.json (optional packages of other platforms aside). */
function sameLock(npmNote) {
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const installed = JSON.parse(readFileSync(npmNote, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}

/**
 * npm hands a signal to the shell between itself and this program, which ends without passing it on. When that shell is
 * gone, so is whoever started this.
 */
function whenNpmHasEnded(stop) {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) stop();
  }, 250).unref();
}

async function main() {
  const from = process.cwd();
  process.chdir(root);
  let options;
  try {
    options = readStartOptions(process.argv.slice(2), (path) => resolve(from, path));
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const installed = await install();
  if (installed !== 0) return installed;
  if (options.build) {
    const built = await build();
    if (built !== 0) {
      console.error('The build failed; the messages are above.');
      return built;
    }
  }
  const stopped = new Promise((stop) => {
    whenNpmHasEnded(stop);
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
  const { register } = await import('tsx/esm/api');
  register();
  const { serveAll } = await import('../sandbox/main.ts');
  let serving;
  try {
    serving = await serveAll({ ...options, root, say: console.log });
  } catch (error) {
    // A mistake of whoever started it is one line; anything else is ours and shows where.
    console.error(error.name === 'StartFailure' ? error.message : error);
    return 1;
  }
  console.log(`ready app=${serving.appUrl} sandbox=${serving.sandboxUrl}`);
  await stopped;
  await serving.close();
  return 0;
}

process.exit(await main());
