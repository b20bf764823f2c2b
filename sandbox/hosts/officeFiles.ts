import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Handler } from '#sandbox/server.ts';

/** Where the pages of add-ins get Office.js: here, and at Microsoft's own addresses when their names are mapped to the sandbox. */
const libraryFolders = ['/office-js/', '/lib/1/hosted/', '/lib/1.1/hosted/'];
const ajaxPath = '/ajax/3.5/microsoftajax.js';

/**
 * Serves Microsoft's library out of its package, byte for byte, and what stands in for Microsoft Ajax, which the package lacks. Office.js mixes the case of
 * letters in its addresses, the package has small ones only.
 */
export function createOfficeFiles(root: string): Handler {
  // Thousands of files: looked through when the first is asked for.
  let library: ReturnType<typeof sirv> | undefined;
  const standIns = sirv(join(root, 'dist/hosts'), { dev: true, etag: true });

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = new URL(request.url ?? '/', 'https://localhost').pathname.toLowerCase();
    if (path === ajaxPath || path === '/hosts/officebefore.js') {
      request.url = '/officeBefore.js';
      response.setHeader('Cache-Control', 'no-cache');
      return send(standIns, request, response);
    }
    const folder = libraryFolders.find((start) => path.startsWith(start));
    if (folder === undefined) return false;
    request.url = path.slice(folder.length - 1);
    library ??= sirv(join(root, 'node_modules/@microsoft/office-js/dist'), { dev: false, etag: true });
    response.setHeader('Cache-Control', 'public, max-age=3600');
    return send(library, request, response);
  };
}

function send(serve: ReturnType<typeof sirv>, request: IncomingMessage, response: ServerResponse): true {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  serve(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  });
  return true;
}
