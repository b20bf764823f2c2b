import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificates } from '../../scripts/certificates.mjs';

const dayMilli = 86_400_000;

describe('the certificates of localhost', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mentor-meetings-ca-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('come from a CA that can vouch for this computer alone', async () => {
    const { ca, cert } = await certificates(folder);
    const root = new X509Certificate(ca);
    expect(root.ca).toBe(true);
    // DNS:localhost, 127.0.0.1/32 and ::1/128 in a critical NameConstraints extension.
    const der = root.raw.toString('hex');
    expect(der).toContain('0603551d1e0101ff');
    expect(der).toContain(Buffer.from('localhost').toString('hex'));
    expect(der).toContain('7f000001ffffffff');
    const leaf = new X509Certificate(cert);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.ca).toBe(false);
    expect(leaf.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
    const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / dayMilli;
    expect(days).toBeLessThanOrEqual(398);
  });

  it('serve a TLS connection that trusts the CA', async () => {
    const { key, cert, caFile } = await certificates(folder);
    const server = createServer({ key, cert }, (_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    try {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const text = await new Promise<string>((resolve, reject) => {
        request({ host: 'localhost', port, ca: readFileSync(caFile), agent: false }, (response) => {
          response.setEncoding('utf8').on('data', resolve);
        })
          .on('error', reject)
          .end();
      });
      expect(text).toBe('hello');
    } finally {
      server.close();
    }
  });

  it('are kept, with keys for the owner alone', async () => {
    const first = await certificates(folder);
    const second = await certificates(folder);
    expect(second).toEqual(first);
    expect(statSync(join(folder, 'ca', 'ca.key')).mode & 0o077).toBe(0);
  });

  it('agree when two first starts happen at once', async () => {
    const [first, second] = await Promise.all([certificates(folder), certificates(folder)]);
    expect(second.ca).toBe(first.ca);
    const now = await certificates(folder);
    expect(new X509Certificate(now.cert).verify(new X509Certificate(now.ca).publicKey)).toBe(true);
  });

  it('are renewed before they run out, under the same CA', async () => {
    const first = await certificates(folder);
    const later = await certificates(folder, Date.now() + 380 * dayMilli);
    expect(later.ca).toBe(first.ca);
    expect(later.cert).not.toBe(first.cert);
  });
});
