// Certificates for the two https addresses on localhost: a CA of our own, made at the first start and kept, and a certificate by it.
import { webcrypto, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dayMilliseconds = 86_400_000;
/** Apple's and Chromium's limit for a certificate of a locally trusted CA is 825 days, for any other 398. */
const leafDays = 397;
const caDays = 3650;
const renewBeforeDays = 30;
const key = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** One DER element: tag, length (under 65,536), content. */
function der(tag, content) {
  const { length } = content;
  if (length < 128) return Buffer.from([tag, length, ...content]);
  if (length < 256) return Buffer.from([tag, 0x81, length, ...content]);
  return Buffer.from([tag, 0x82, length >> 8, length & 255, ...content]);
}

const loopback6 = [...Array.from({ length: 15 }, () => 0), 1];
const permitted = [
  der(0x82, Buffer.from('localhost')),
  der(0x87, [127, 0, 0, 1, 255, 255, 255, 255]),
  der(0x87, [...loopback6, ...Array.from({ length: 16 }, () => 255)]),
];

/** NameConstraints (RFC 5280, 4.2.1.10): whoever trusts this CA trusts it for this computer alone. */
export function localNameConstraints() {
  const subtrees = permitted.map((name) => der(0x30, name));
  return der(0x30, der(0xa0, Buffer.concat(subtrees)));
}

async function loadX509() {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(webcrypto);
  return x509;
}

async function privateKeyPem(privateKey) {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey));
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
}

function serialNumber() {
  // Positive, as RFC 5280 asks: the first bit is zero.
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  return Buffer.from([(bytes[0] & 0x7f) | 0x40, ...bytes.subarray(1)]).toString('hex');
}

function generateKeys() {
  return webcrypto.subtle.generateKey(key, true, ['sign', 'verify']);
}

/** Makes the CA; `now` in epoch milliseconds. Returns PEM texts. */
export async function makeCa(now) {
  const x509 = await loadX509();
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Mentor Meetings sandbox CA (localhost only), O=Made on this computer',
    serialNumber: serialNumber(),
    notBefore: new Date(now - dayMilliseconds),
    notAfter: new Date(now + caDays * dayMilliseconds),
    signingAlgorithm: key,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.Extension('2.5.29.30', true, localNameConstraints()),
    ],
  });
  return {
    certificate: `${certificate.toString('pem').trim()}\n`,
    key: await privateKeyPem(keys.privateKey),
  };
}

function pemBytes(pem) {
  return Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
}

/** Makes the certificate of localhost, signed by the CA given as PEM texts. */
export async function makeLeaf(ca, now) {
  const x509 = await loadX509();
  const keys = await generateKeys();
  const issuer = new x509.X509Certificate(ca.certificate);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=localhost',
    issuer: issuer.subject,
    serialNumber: serialNumber(),
    notBefore: new Date(now - dayMilliseconds),
    notAfter: new Date(Math.min(now + (leafDays - 1) * dayMilliseconds, issuer.notAfter.getTime())),
    signingAlgorithm: key,
    publicKey: keys.publicKey,
    signingKey: await webcrypto.subtle.importKey('pkcs8', pemBytes(ca.key), key, false, ['sign']),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificate: `${certificate.toString('pem').trim()}\n`,
    key: await privateKeyPem(keys.privateKey),
  };
}

function readPair(folder, name) {
  const certificate = join(folder, `${name}.crt`);
  const keyFile = join(folder, `${name}.key`);
  if (!existsSync(certificate) || !existsSync(keyFile)) return undefined;
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(keyFile, 'utf8') };
}

function isFresh(pair, now) {
  return Date.parse(new X509Certificate(pair.certificate).validTo) - now > renewBeforeDays * dayMilliseconds;
}

/**
 * The pair of a folder, made when it is missing or runs out soon. Two first starts at once agree on one: each pair is written aside as a whole and
 * renamed into place, and whoever comes second takes what is there.
 */
async function keptPair(folder, name, now, make) {
  const home = join(folder, name);
  const kept = readPair(home, name);
  if (kept !== undefined && isFresh(kept, now)) return kept;
  const made = await make();
  const aside = join(folder, `${name}.${process.pid}.new`);
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, `${name}.crt`), made.certificate);
  writeFileSync(join(aside, `${name}.key`), made.key, { mode: 0o600 });
  if (kept !== undefined) rmSync(home, { recursive: true, force: true });
  try {
    renameSync(aside, home);
    return made;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    const other = readPair(home, name);
    if (other === undefined) throw error;
    return other;
  }
}

/**
 * Certificates from a folder, made where missing: `{ caFile, key, cert }`, where `cert` is the chain for a server and `caFile` the file to trust.
 */
export async function certificates(folder, now = Date.now()) {
  mkdirSync(folder, { recursive: true });
  const ca = await keptPair(folder, 'ca', now, () => makeCa(now));
  const isByCa = (pair) =>
    new X509Certificate(pair.certificate).verify(new X509Certificate(ca.certificate).publicKey);
  const known = readPair(join(folder, 'localhost'), 'localhost');
  if (known !== undefined && !isByCa(known))
    rmSync(join(folder, 'localhost'), { recursive: true, force: true });
  const leaf = await keptPair(folder, 'localhost', now, () => makeLeaf(ca, now));
  return {
    caFile: join(folder, 'ca', 'ca.crt'),
    key: leaf.key,
    cert: `${leaf.certificate.trim()}\n${ca.certificate}`,
    ca: ca.certificate,
  };
}
