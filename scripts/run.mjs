import { spawn } from 'node:child_process';

/**
 * Runs a command of the project's own tools in the foreground; resolves with its exit code.
 * `node_modules/.bin` comes first in the path, so a tool is named as in the terminal.
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
      env: { ...process.env, ...env, PATH: `node_modules/.bin:${process.env.PATH ?? ''}` },
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

/** Runs named steps one after the other, prints how each went, stops at the first that fails. */
export async function runSteps(steps) {
  for (const [name, command, args, options] of steps) {
    const began = Date.now();
    process.stdout.write(`\n== ${name}\n`);
    const code = await run(command, args, options);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    process.stdout.write(`== ${name}: ${code === 0 ? 'ok' : `failed (exit ${code})`} (${seconds} s)\n`);
    if (code !== 0) return code;
  }
  return 0;
}
