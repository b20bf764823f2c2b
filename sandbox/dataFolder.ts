import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StartFailure } from './startFailure.ts';

/** A local address for a folder; short, since such addresses may have some hundred characters at most. */
function addressOf(folder: string): string {
  const name = `mentor-meetings-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function listenAt(server: Server, address: string): Promise<boolean> {
  return new Promise((done, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(false);
      else reject(error);
    });
    server.listen(address, () => done(true));
  });
}

/**
 * Takes a data folder for this process: a second sandbox over the same folder would overwrite what the first one knows. Held by an open local socket, which
 * goes with the process however it ends. Throws a StartFailure.
 */
export async function takeDataFolder(folder: string): Promise<{ release(): Promise<void> }> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StartFailure(`The folder ${folder} cannot be made or written to.`, { cause });
  }
  const address = addressOf(folder);
  let server = createServer((socket) => socket.end());
  if (!(await listenAt(server, address))) {
    if (await isAnswered(address))
      throw new StartFailure(`Another sandbox uses ${folder}. Stop it, or take another folder with --data.`);
    // Left behind by a process that was killed.
    rmSync(address, { force: true });
    server = createServer((socket) => socket.end());
    if (!(await listenAt(server, address)))
      throw new StartFailure(`Another sandbox has just begun to use ${folder}.`);
  }
  server.unref();
  return {
    release: () =>
      new Promise((done) => {
        server.close(() => done());
      }),
  };
}
