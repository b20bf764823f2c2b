import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The product as `npm start` serves it, in a process and a data folder of its own. */
export interface RunningProduct {
  readonly appUrl: string;
  readonly sandboxUrl: string;
  readonly dataFolder: string;
  /** From the command to its `ready` line. */
  readonly startMilliseconds: number;
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Ends the process at once, as a power cut would; the data folder stays. */
  kill(): Promise<void>;
}

/** A TCP port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}

/** Starts `npm start`'s program and waits for its `ready` line; throws with its output when it ends before. */
export async function startProduct(
  options: {
    readonly args?: readonly string[];
    readonly dataFolder?: string;
    /** Those of an earlier start, to be found again at the same addresses; free ones when absent. */
    readonly ports?: readonly [app: number, sandbox: number];
  } = {},
): Promise<RunningProduct> {
  const ownsFolder = options.dataFolder === undefined;
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'mentor-meetings-'));
  const [port, sandboxPort] = options.ports ?? [await freePort(), await freePort()];
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      'scripts/start.mjs',
      '--port',
      String(port),
      '--sandbox-port',
      String(sandboxPort),
      '--data',
      dataFolder,
      ...(options.args ?? []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const removeFolder = (): void => {
    if (ownsFolder) rmSync(dataFolder, { recursive: true, force: true });
  };
  let output = '';
  const ready = await new Promise<RegExpExecArray>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const match = /^ready app=(\S+) sandbox=(\S+)/m.exec(output);
      if (match) resolve(match);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => reject(new Error(`npm start ended with ${String(code)}:\n${output}`)));
  });
  const [, appUrl = '', sandboxUrl = ''] = ready;
  return {
    appUrl,
    sandboxUrl,
    dataFolder,
    startMilliseconds: performance.now() - began,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      removeFolder();
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      removeFolder();
    },
  };
}
