import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceHash } from '../../scripts/sourceHash.mjs';

describe('the hash of what a build is made of', () => {
  it('changes with a content, a name and a new file, and with nothing else', () => {
    const root = mkdtempSync(join(tmpdir(), 'mentor-meetings-hash-'));
    try {
      mkdirSync(join(root, 'src'));
      const hash = (): string => sourceHash(root, ['src', 'missing.js']);
      const seen = new Set([hash()]);
      const expectNew = (): void => {
        const now = hash();
        expect(hash()).toBe(now);
        expect(seen.has(now)).toBe(false);
        seen.add(now);
      };
      writeFileSync(join(root, 'src', 'a.ts'), '1');
      expectNew();
      writeFileSync(join(root, 'src', 'a.ts'), '2');
      expectNew();
      renameSync(join(root, 'src', 'a.ts'), join(root, 'src', 'b.ts'));
      expectNew();
      writeFileSync(join(root, 'other.ts'), '3');
      expect(seen.has(hash())).toBe(true);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
