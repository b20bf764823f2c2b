import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../../scripts/findBrowser.mjs';

const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The installed browser, headless. Throws when there is none: `npm test` says what to install. */
export function openBrowser(more: readonly string[] = [], options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no browser: npm test says what to install');
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: [...(isRoot ? ['--no-sandbox'] : []), ...quietFlags, ...more],
    ...options,
  });
}
