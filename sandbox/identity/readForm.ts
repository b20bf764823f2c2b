import type { IncomingMessage } from 'node:http';

const longestForm = 56 * 1024;

/** A posted form, or undefined when it is too long. Repeated names: the last one counts. */
export async function readForm(
  request: IncomingMessage,
): Promise<Readonly<Record<string, string>> | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const chunk = Buffer.from(part);
    length += chunk.length;
    if (length > longestForm) return undefined;
    parts.push(chunk);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString('utf8')));
}

/** Value of a cookie, or undefined. */
export function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
