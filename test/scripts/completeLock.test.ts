import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeLock, missingEntries, platformOf } from '../../scripts/completeLock.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      license: 'MIT',
      optionalDependencies: {
        'tool-linux-x64-gnu': '2.0.0',
        '@tool/binding-win32-arm64-msvc': '2.0.0',
        'not-of-a-platform': '1.0.0',
      },
    },
    'node_modules/tool-linux-x64-gnu': { version: '2.0.0' },
  },
};

describe('completing the lock file', () => {
  it('leaves nothing to add to our own: npm ci would refuse it on every machine', () => {
    const own: typeof lock = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8'));
    expect(missingEntries(own).map(([place]) => place)).toEqual([]);
  });

  it('adds what is for other platforms, marked so that it is not installed here', () => {
    expect(missingEntries(lock)).toEqual([
      [
        'node_modules/@tool/binding-win32-arm64-msvc',
        { version: '2.0.0', os: ['win32'], cpu: ['arm64'], dev: true, license: 'MIT', optional: true },
      ],
    ]);
    expect(missingEntries(completeLock(lock))).toEqual([]);
  });

  it.each([
    ['@swc/core-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@x/y-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@x/darwin-x64', { os: ['darwin'], cpu: ['x64'] }],
    ['fsevents', undefined],
  ])('reads the platform of %s', (name, expected) => {
    expect(platformOf(name)).toEqual(expected);
  });
});
