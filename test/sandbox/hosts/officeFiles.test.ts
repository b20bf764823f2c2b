import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createOfficeFiles } from '#sandbox/hosts/officeFiles.ts';

const library = 'node_modules/@microsoft/office-js/dist';
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the files of Office.js', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    const send = createOfficeFiles('.');
    server = createServer((request, response) => {
      void Promise.resolve(send(request, response)).then((isKnown) => {
        if (!isKnown) response.writeHead(404).end();
        return undefined;
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  });
  afterAll(() => {
    server.close();
  });

  it('are those of the pinned package, as they were when the protocol was written down', () => {
    expect(hashOf(readFileSync(`${library}/office.js`))).toBe(
      'f259e3047218ef0b71f58e7d9485bad88906841827a121768340a29e422c0b62',
    );
    expect(hashOf(readFileSync(`${library}/outlook-web-16.01.js`))).toBe(
      'b5d002e8a1f39d41bd81d65dcf3a239d4d06ce094adff8631610c351b1466809',
    );
  });

  it.each(['/office-js/office.js', '/office-js/Office.JS?x=1', '/lib/1/hosted/office.js'])(
    'are served at %s byte for byte, to pages of any origin',
    async (path) => {
      const response = await fetch(`${origin}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(hashOf(bytes)).toBe(hashOf(readFileSync(`${library}/office.js`)));
    },
  );

  it('end where the package ends, and leave other addresses alone', async () => {
    expect((await fetch(`${origin}/office-js/../../../package.json`)).status).toBe(404);
    expect((await fetch(`${origin}/office-js/%2e%2e/package.json`)).status).toBe(404);
    expect((await fetch(`${origin}/teams`)).status).toBe(404);
    expect((await fetch(`${origin}/office-js/office.js`, { method: 'POST' })).status).toBe(404);
  });
});
