import type { IncomingMessage } from 'node:http';
import { GraphFailure, badRequest } from '../graphFailure.ts';

/** Graph's limit for a JSON request, and OneDrive's for a simple upload (driveItem: put content). */
export const longestJson = 4 * 1024 * 1024;
export const longestUpload = 250 * 1024 * 1024;

/** Reads a body up to a limit; a longer one is drained and refused with 413. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const chunk = Buffer.from(part);
    size += chunk.length;
    if (size <= limit) parts.push(chunk);
    else parts.length = 0;
  }
  if (size > limit) throw new GraphFailure(413, 'RequestEntityTooLarge', 'The request entity is too large.');
  return Buffer.concat(parts);
}

/** JSON of a body that is announced as such; undefined when there is none. */
export function parseJsonBody(bytes: Uint8Array, contentType: string | undefined): unknown {
  if (bytes.length === 0) return undefined;
  if (contentType === undefined)
    throw badRequest('Write requests (excluding DELETE) must contain the Content-Type header declaration.');
  if (!isJson(contentType))
    throw new GraphFailure(
      415,
      'UnsupportedMediaType',
      `A supported MIME type could not be found that matches the content type of the request: '${contentType.slice(0, 100)}'.`,
    );
  if (isTooDeep(bytes))
    throw badRequest('The depth of the JSON request payload is more than the allowed maximum.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return halfPairs.test(text) ? JSON.parse(text, wellFormed) : JSON.parse(text);
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

/** Escapes may bring half a surrogate pair, which is no character and cannot go into an address. */
const halfPairs = /\\u[dD][89a-fA-F]/;

function wellFormed(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

const deepest = 100;

/** Whether brackets are nested deeper than OData readers follow; quotes respected. */
export function isTooDeep(bytes: Uint8Array): boolean {
  let [depth, quoted] = [0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
}

export function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/([\w.-]+\+)?json\b/i.test(contentType.trim());
}

/** Whether a path takes a file's content as it is, whatever its type. */
export function isUpload(path: string): boolean {
  const [pathname = ''] = path.split('?');
  return pathname.startsWith('/files/') || /\/(content|\$value)$/i.test(pathname);
}
