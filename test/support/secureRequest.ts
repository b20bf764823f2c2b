import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';

export interface SecureAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface SecureOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form, or text as it is. */
  readonly body?: string | Readonly<Record<string, string>>;
}

const caFile = join(__dirname, '../../.sandbox/ca/ca/ca.crt');

/** Asks a server of the sandbox, trusting the sandbox's own CA and nothing else. Follows no redirect. */
export function secureRequest(url: string, options: SecureOptions = {}): Promise<SecureAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  const isForm = typeof body === 'object';
  const content = isForm ? new URLSearchParams(body).toString() : body;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        ca: readFileSync(caFile),
        agent: false,
        // Whatever the Host header says, the certificate is of localhost.
        servername: 'localhost',
        headers: {
          ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
          ...(content === undefined ? {} : { 'content-length': String(Buffer.byteLength(content)) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(content);
  });
}
