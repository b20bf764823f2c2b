import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import { StartFailure } from './startFailure.ts';

/** Takes a port of this computer, on the loopback address only. Throws a StartFailure that says whose port is taken. */
export async function listen(server: Server, port: number, what: string, option: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE')
        reject(
          new StartFailure(
            `Port ${port} is in use, so ${what} cannot have it. End what runs there, or choose another with ${option} N.`,
          ),
        );
      else if (error.code === 'EACCES')
        reject(
          new StartFailure(`Port ${port} may not be opened without more rights; choose one above 1023.`),
        );
      else reject(error);
    };
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve();
    });
  });
}

/** Stops a server at once: open connections are ended, idle or not. */
export function createCloser(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
