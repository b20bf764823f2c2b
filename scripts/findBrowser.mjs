import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ];
  }),
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of an installed Chromium, Chrome or Edge (`CHROME_PATH` first), or undefined. */
export function findBrowser() {
  const wanted = process.env.CHROME_PATH;
  if (wanted !== undefined && isProgram(wanted)) return wanted;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixedPlaces].find(
    isProgram,
  );
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs the distribution's Chromium when that is possible without asking (root on Debian or Ubuntu). */
function installBrowser() {
  if (!isDebian() || process.getuid?.() !== 0) return false;
  console.log('No Chromium, Chrome or Edge found: installing the distribution’s Chromium …');
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

/** An installed browser, or the distribution's; otherwise throws with one line that says what to install. */
export function requireBrowser() {
  const found = findBrowser() ?? (installBrowser() ? findBrowser() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge: install one (Debian: apt install chromium) or set CHROME_PATH.',
  );
}
