import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodes, makePackage, type PackagingTools } from '../../scripts/package/makePackage.ts';
import { readFolder } from '../../scripts/package/packedFiles.ts';
import { builtApp, builtPackage, projectRoot, release } from '../manifest/packageSources.ts';

const whole = [
  `--host=${release.origin}`,
  `--client-id=${release.clientId}`,
  `--tenant=${release.tenant}`,
  `--version=${release.version}`,
  `--publisher=${release.publisher}`,
  `--contact=${release.contact ?? ''}`,
];

describe('npm run package', () => {
  let folder = '';
  let said: string[] = [];
  let complained: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mentor-package-'));
    said = [];
    complained = [];
    mkdirSync(join(folder, 'app'));
    for (const [path, bytes] of builtApp) writeFileSync(join(folder, 'app', path), bytes);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(argv: readonly string[], tools: Partial<PackagingTools> = {}): Promise<number> {
    return makePackage(argv, {
      root: projectRoot,
      resolvePath: (path) => join(folder, path),
      build: () => Promise.reject(new Error('nothing asked for a build')),
      say: (line) => said.push(line),
      complain: (line) => complained.push(line),
      ...tools,
    });
  }

  it('writes what was built, and says what it is', async () => {
    expect(await run([...whole, '--app=app', '--out=out'])).toBe(exitCodes.done);
    const written = readFolder(join(folder, 'out'));
    for (const [path, bytes] of builtPackage)
      expect(Buffer.compare(written.get(path) ?? new Uint8Array(), bytes)).toBe(0);
    expect(said.join('\n')).toContain('Mentor Meetings 1.4.2 for https://mentor.example.org');
    expect(complained).toEqual([]);
  });

  it('replaces an earlier package whole', async () => {
    await run([...whole, '--app=app', '--out=out']);
    writeFileSync(join(folder, 'out/site/old.js'), 'old');
    expect(await run([...whole, '--app=app', '--out=out'])).toBe(exitCodes.done);
    expect(existsSync(join(folder, 'out/site/old.js'))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(['app', 'out']);
  });

  it('touches no folder that is no package', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/thesis.txt'), 'years of work');
    expect(await run([...whole, '--app=app', '--out=mine'])).toBe(exitCodes.refused);
    expect(readFileSync(join(folder, 'mine/thesis.txt'), 'utf8')).toBe('years of work');
    expect(complained.join()).toContain('--out mine: holds something else');
  });

  it('writes nothing when something is not in order, and says all of it', async () => {
    rmSync(join(folder, 'app/taskpane.html'));
    writeFileSync(join(folder, 'app/tab.0123456789ab.js'), 'fetch("https://localhost:5301")');
    expect(await run([...whole, '--app=app', '--out=out'])).toBe(exitCodes.failed);
    expect(complained.join('\n')).toContain('/taskpane.html is not in the site');
    expect(complained.join('\n')).toContain('site/tab.0123456789ab.js: holds localhost');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('leaves an earlier package alone when the new one is not in order', async () => {
    await run([...whole, '--app=app', '--out=out']);
    rmSync(join(folder, 'app/open.html'));
    expect(await run([...whole, '--app=app', '--out=out'])).toBe(exitCodes.failed);
    expect(existsSync(join(folder, 'out/site/open.html'))).toBe(true);
  });

  it('says that there is no built app where one was named', async () => {
    expect(await run([...whole, '--app=nowhere', '--out=out'])).toBe(exitCodes.failed);
    expect(complained).toEqual(['--app nowhere: there is no built app (index.html)']);
  });

  it('builds the app where none was named, and stops when that fails', async () => {
    let builds = 0;
    const build = (): Promise<number> => {
      builds += 1;
      return Promise.resolve(1);
    };
    expect(await run([...whole, '--out=out'], { build })).toBe(exitCodes.failed);
    expect(builds).toBe(1);
    expect(complained).toEqual(['The build failed; the messages are above.']);
  });

  it('takes what it built from dist/app', async () => {
    mkdirSync(join(folder, 'project/dist'), { recursive: true });
    for (const part of ['assets', 'manifest', 'package.json'])
      cpSync(join(projectRoot, part), join(folder, 'project', part), { recursive: true });
    const build = (): Promise<number> => {
      cpSync(join(folder, 'app'), join(folder, 'project/dist/app'), { recursive: true });
      return Promise.resolve(0);
    };
    expect(await run([...whole, '--out=out'], { build, root: join(folder, 'project') })).toBe(exitCodes.done);
    expect(existsSync(join(folder, 'out/site/tab.0123456789ab.js'))).toBe(true);
  });

  it('refuses a command line with all its slips, and builds nothing', async () => {
    const argv = ['--host=http://localhost', '--client-id=mentor', '--nonsense'];
    expect(await run(argv)).toBe(exitCodes.refused);
    expect(complained).toEqual([
      '--nonsense: there is no such option',
      '--tenant is missing: the tenant, or "organizations"',
      '--host http://localhost: must begin with https://',
      '--client-id mentor: is no GUID; it is called "Application (client) ID" in Microsoft Entra',
      '\nnpm run package -- --help says how.',
    ]);
  });

  it('is there as a program, with its exit codes', () => {
    const program = (...argv: readonly string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, ['scripts/package.mjs', ...argv], { cwd: projectRoot, encoding: 'utf8' });
    const help = program('--help');
    expect(help.status).toBe(exitCodes.done);
    expect(help.stdout).toContain('Usage: npm run package');
    const refused = program('--host', 'https://192.0.2.7');
    expect(refused.status).toBe(exitCodes.refused);
    expect(refused.stderr).toContain('take no IP address');
  });
});
