// Completes package-lock.json: npm leaves out packages of other platforms that it did not find in the registry it was asked through, and `npm ci` then
// refuses the file everywhere. Run it after an install that changed the lock file; a test tells when it is needed.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** What a platform package is for, by the parts of its name (`@x/y-linux-x64-musl`); undefined for any other package. */
export function platformOf(name) {
  const parts = name.split('/').at(-1).split(/[-_.]/);
  const os = systems.find((system) => parts.includes(system));
  const cpu = processors.find((processor) => parts.includes(processor));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = parts.some((part) => part.startsWith('musl'))
    ? 'musl'
    : parts.some((part) => part.startsWith('gnu')) && os === 'linux'
      ? 'glibc'
      : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

/** Where a package is found from another one's place: the nearest `node_modules` upwards. */
function isThere(packages, from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`] !== undefined) return true;
    if (place === '') return false;
    if (!place.includes('/node_modules/')) place = '';
  }
}

/** Optional packages that entries of the lock ask for and that it has no entry for: `[place of the new entry, entry]`. */
export function missingEntries(lock) {
  const { packages } = lock;
  const found = new Map();
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (platform === undefined || isThere(packages, from, name)) continue;
      const beside = packages[`node_modules/${name}`] === undefined && !found.has(`node_modules/${name}`);
      const place = beside ? `node_modules/${name}` : `${from}/node_modules/${name}`;
      const known = found.get(`node_modules/${name}`);
      if (known !== undefined && known.version === version) continue;
      found.set(place, {
        version,
        ...platform,
        ...(entry.dev === true ? { dev: true } : {}),
        license: entry.license,
        optional: true,
      });
    }
  }
  return [...found];
}

/** The lock with nothing missing, packages sorted as npm sorts them. */
export function completeLock(lock) {
  const all = Object.entries({ ...lock.packages, ...Object.fromEntries(missingEntries(lock)) });
  return {
    ...lock,
    packages: Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en'))),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const added = missingEntries(lock).length;
  if (added > 0) writeFileSync('package-lock.json', `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(`${added} packages of other platforms added to package-lock.json.`);
}
