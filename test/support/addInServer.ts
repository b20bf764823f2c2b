import { createServer } from 'node:https';
import { certificates } from '../../scripts/certificates.mjs';
import { freePort } from './startProduct.ts';

/** An add-in that does nothing by itself: pages in which the real Office.js runs, for tests to call. */
export interface AddInServer {
  readonly origin: string;
  /** Tells where the sandbox is, once it is known. */
  serveFrom(sandboxUrl: string): void;
  stop(): Promise<void>;
}

/** `before` is what the page loads ahead of Office.js. */
function pageWith(sandboxUrl: string, before: boolean): string {
  const script = (path: string): string => `<script src="${sandboxUrl}${path}"></script>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <title>Test add-in</title>
    ${before ? script('/hosts/officeBefore.js') : ''}
    ${script('/office-js/office.js')}
    <script>
      window.started = Office.onReady();
      Office.actions.associate('markItem', (event) => {
        Office.context.mailbox.item.notificationMessages.addAsync('mark', { type: 'errorMessage', message: 'Marked' }, () =>
          event.completed({ allowEvent: true }),
        );
      });
    </script>
  </head>
  <body><h1>Test add-in</h1></body>
</html>`;
}

/** Serves the pages over TLS of the sandbox's own CA, on a port of its own. */
export async function startAddInServer(): Promise<AddInServer> {
  const port = await freePort();
  let sandboxUrl = '';
  const server = createServer(await certificates('.sandbox/ca'), (request, response) => {
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(pageWith(sandboxUrl, !(request.url ?? '').includes('without=before')));
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `https://localhost:${port}`,
    serveFrom(url) {
      sandboxUrl = url;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
