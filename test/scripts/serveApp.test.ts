import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAppHandler } from '../../scripts/serveApp.mjs';

const config = {
  clientId: 'c',
  authority: 'https://localhost:5301/organizations',
  knownAuthorities: ['localhost:5301'],
  graphBaseUrl: 'https://localhost:5301/v1.0',
  officeJsUrl: 'https://localhost:5301/office-js/office.js',
  hostOrigins: ['https://localhost:5301'],
};
const released = {
  ...config,
  authority: 'https://login.microsoftonline.com/organizations',
  graphBaseUrl: 'https://graph.microsoft.com/v1.0',
  hostOrigins: [],
};

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

describe('serving the app', () => {
  let folder: string;
  let server: Server;

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      get({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      }).on('error', reject);
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mentor-meetings-app-'));
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'index.html'), '<title>App</title>');
    writeFileSync(join(folder, 'taskpane.html'), '<title>Pane</title>');
    writeFileSync(join(folder, 'tab.0123456789ab.js'), '1');
    server = createServer(createAppHandler({ folder, config, configByHost: { 'app.example': released } }));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives every answer the headers of production', async () => {
    for (const path of ['/', '/index.html', '/config.json', '/nothing.js', '/tab.0123456789ab.js']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['content-security-policy']).toContain('https://teams.microsoft.com');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['permissions-policy']).toContain('camera=()');
    }
  });

  it('binds other servers of localhost to https for a minute at most', async () => {
    expect((await ask('/')).headers['strict-transport-security']).toBe('max-age=60');
  });

  it('lets Office.js in on the task pane alone', async () => {
    const policies = await Promise.all(
      ['/taskpane.html', '/taskpane', '/index.html'].map(async (path) =>
        String((await ask(path)).headers['content-security-policy']),
      ),
    );
    expect(policies.map((policy) => policy.includes('ajax.aspnetcdn.com'))).toEqual([true, true, false]);
    expect(policies.at(-1)).toContain("require-trusted-types-for 'script'");
  });

  it('answers config.json by the name it is asked under', async () => {
    expect(JSON.parse((await ask('/config.json')).text)).toEqual(config);
    const other = await ask('/config.json', { host: 'app.example' });
    expect(JSON.parse(other.text)).toEqual(released);
    expect(other.headers['content-security-policy']).toContain('https://graph.microsoft.com');
    expect(other.headers['content-security-policy']).not.toContain('localhost');
  });

  it('keeps hashed files for ever and asks again for pages', async () => {
    expect((await ask('/tab.0123456789ab.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });

  it('knows no other methods and no way out of its folder', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
    expect((await ask('/../../etc/passwd')).status).toBe(404);
    expect((await ask('/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
    expect((await ask('//')).status).toBeLessThan(500);
    expect((await ask('/nothing')).status).toBe(404);
  });
});
