// Everything, browser included: the bundle is built, the sandbox is started by the tests that need it.
import { existsSync } from 'node:fs';
import { requireBrowser } from './findBrowser.mjs';
import { run, runSteps } from './run.mjs';

async function main() {
  if (!existsSync('node_modules') && (await run('npm', ['ci', '--no-audit', '--no-fund'])) !== 0) return 1;
  let browser;
  try {
    browser = requireBrowser();
  } catch (error) {
    console.error(error.message);
    return 1;
  }
  const more = process.argv.slice(2);
  return runSteps([
    ['bundle', 'node', ['scripts/build.mjs']],
    ['tests', 'jest', ['--maxWorkers=2', ...more], { env: { CHROME_PATH: browser } }],
  ]);
}

process.exitCode = await main();
