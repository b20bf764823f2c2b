// Serves the built app as a release would be served: static files, the production headers, config.json beside them.
import compression from 'compression';
import sirv from 'sirv';
import { cacheControl, productionHeaders } from './headers.mjs';

/**
 * A year of HSTS would bind every http server that a developer runs on localhost, since HSTS knows no ports. So here it is one minute; the rest is as
 * in production.
 */
const localTransportSecurity = 'max-age=60';

function setAll(response, headers) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function prepare(config) {
  const headers = productionHeaders(config);
  return {
    everywhere: { ...headers.everywhere, 'Strict-Transport-Security': localTransportSecurity },
    pages: headers.pages,
    configText: JSON.stringify(config),
  };
}

/**
 * Answers requests for the app from `folder`. `config` is what the app gets as config.json; `configByHost` names other ones for further host names that
 * the app is known under.
 */
export function createAppHandler({ folder, config, configByHost = {} }) {
  const usual = prepare(config);
  const byHost = new Map(Object.entries(configByHost).map(([host, other]) => [host, prepare(other)]));
  const files = sirv(folder, {
    dev: false,
    etag: true,
    dotfiles: false,
    extensions: ['html'],
    setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)),
  });
  const compress = compression({ level: 9 });
  return (request, response) => {
    const { everywhere, pages, configText } = byHost.get(request.headers.host ?? '') ?? usual;
    setAll(response, everywhere);
    let path;
    try {
      ({ pathname: path } = new URL(request.url ?? '/', 'https://app.invalid'));
    } catch {
      response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Bad request\n');
      return;
    }
    const page = pages[/\.[^/]*$/.test(path) || path === '/' ? path : `${path}.html`];
    if (page !== undefined) setAll(response, page);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response
        .writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain' })
        .end('Method not allowed\n');
      return;
    }
    if (path === '/config.json') {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : configText);
      return;
    }
    // As static hosts do, so that what is measured here is what people wait for there.
    compress(request, response, () =>
      files(request, response, () => {
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
      }),
    );
  };
}
