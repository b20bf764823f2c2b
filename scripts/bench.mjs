// Prints one JSON line a figure. `npm run bench -- engine notes` runs the named groups only.
import { build } from './build.mjs';
import { requireBrowser } from './findBrowser.mjs';
import { run } from './run.mjs';

async function main() {
  let browser;
  try {
    browser = requireBrowser();
  } catch (error) {
    console.error(error.message);
    return 1;
  }
  const built = await build({ say: () => {}, quiet: true });
  if (built !== 0) return built;
  return run(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)],
    {
      env: { CHROME_PATH: browser },
    },
  );
}

process.exitCode = await main();
