import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from '#sandbox/store/openStore.ts';
import { table } from '#sandbox/store/table.ts';

/** Makes and reads the short-lived addresses that carry their own right. */
export interface DriveLinks {
  /** `parts` name what is opened; epoch milliseconds until when. */
  sign(kind: 'download' | 'upload' | 'monitor', parts: readonly string[], until: number): string;
  /** The parts of a path made by `sign`, or undefined when it was changed or its time has passed. */
  read(path: string, now: number): { readonly kind: string; readonly parts: readonly string[] } | undefined;
}

const secrets = table<{ readonly base64: string }>('linkSecrets');

/** Addresses below an origin's `/files/`. The secret is kept, so that an upload under way outlives a restart. */
export function createDriveLinks(origin: string, store: Store): DriveLinks {
  function secret(): Buffer {
    const known = store.get(secrets, '', 'files');
    if (known) return Buffer.from(known.base64, 'base64');
    const fresh = randomBytes(32);
    // Written in order: whatever is acknowledged with an address lies behind this on disk.
    void store.write((writer) => writer.put(secrets, '', 'files', { base64: fresh.toString('base64') }));
    return fresh;
  }
  const signature = (text: string): Buffer => createHmac('sha256', secret()).update(text).digest();
  return {
    sign(kind, parts, until) {
      const text = `${kind}/${parts.map(encodeURIComponent).join('/')}/${until}`;
      return `${origin}/files/${text}?tempauth=${signature(text).toString('base64url')}`;
    },
    read(path, now) {
      const match = /^\/files\/(([a-z]+)\/(.+)\/(\d+))\?(?:.*&)?tempauth=([\w-]+)/.exec(path);
      if (!match) return undefined;
      const [, text = '', kind = '', joined = '', until = '0', given = ''] = match;
      const [own, other] = [signature(text), Buffer.from(given, 'base64url')];
      if (own.length !== other.length || !timingSafeEqual(own, other) || Number(until) < now)
        return undefined;
      return { kind, parts: joined.split('/').map(decodeURIComponent) };
    },
  };
}
