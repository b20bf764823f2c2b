import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secureRequest } from '../support/secureRequest.ts';
import { freePort, startProduct } from '../support/startProduct.ts';

jest.setTimeout(120_000);

const root = join(__dirname, '../..');

/** Runs npm start's program to its end; for starts that fail. */
function runStart(...args: string[]): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/start.mjs', '--no-build', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  return { code: status, output: `${stdout}${stderr}`.trim() };
}

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

const lunch = [
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART:20261201T100000Z',
  'DTEND:20261201T110000Z',
  'SUMMARY:Real lunch',
  'END:VEVENT',
];

/** Subjects of a person's events in a window, read as the host page does. */
async function subjectsOf(sandboxUrl: string, person: string): Promise<readonly string[]> {
  const page = await secureRequest(`${sandboxUrl}/teams?person=${person}`);
  const facts: { hostKey: string } = JSON.parse(/id="page-facts">([^<]*)</.exec(page.text)?.[1] ?? '{}');
  const told = await secureRequest(`${sandboxUrl}/host/graph-token`, {
    method: 'POST',
    headers: { 'x-host-session': facts.hostKey },
  });
  const { token }: { token: string } = JSON.parse(told.text);
  const answer = await secureRequest(
    `${sandboxUrl}/v1.0/me/calendarView?startDateTime=2026-11-30T00:00:00Z&endDateTime=2026-12-05T00:00:00Z&$select=subject&$top=200`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const { value }: { value: { subject: string }[] } = JSON.parse(answer.text);
  return value.map(({ subject }) => subject);
}

describe('npm start', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mentor-meetings-start-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('serves both origins over TLS of its own CA and stops when told to', async () => {
    const product = await startProduct({ args: ['--no-build'], dataFolder: join(folder, 'data') });
    const [front, app] = await Promise.all([
      secureRequest(`${product.sandboxUrl}/`),
      secureRequest(`${product.appUrl}/config.json`),
    ]);
    expect(front.text).toContain('Local Microsoft 365');
    expect(JSON.parse(app.text)).toMatchObject({
      authority: `${product.sandboxUrl}/organizations`,
      graphBaseUrl: `${product.sandboxUrl}/v1.0`,
      hostOrigins: [product.sandboxUrl],
    });
    expect(await product.stop()).toBe(0);
  });

  it('puts a real calendar behind a person, once, and keeps it over a restart', async () => {
    const dataFolder = join(folder, 'data');
    const file = write('real.ics', calendar(...lunch));
    const first = await startProduct({ args: ['--no-build'], dataFolder });
    expect(await subjectsOf(first.sandboxUrl, 'dana')).not.toContain('Real lunch');
    await first.stop();
    const second = await startProduct({ args: ['--no-build', '--calendar', `dana=${file}`], dataFolder });
    expect(await subjectsOf(second.sandboxUrl, 'dana')).toEqual(['Real lunch']);
    expect((await subjectsOf(second.sandboxUrl, 'morgan')).length).toBeGreaterThan(5);
    await second.stop();
    const third = await startProduct({ args: ['--no-build'], dataFolder });
    expect(await subjectsOf(third.sandboxUrl, 'dana')).toEqual(['Real lunch']);
    await third.stop();
    const anew = await startProduct({ args: ['--no-build', '--reset'], dataFolder });
    expect(await subjectsOf(anew.sandboxUrl, 'dana')).not.toContain('Real lunch');
    await anew.stop();
  });

  it('refuses a wrong calendar with its line and imports nothing', async () => {
    const dataFolder = join(folder, 'data');
    const wrong = write(
      'wrong.ics',
      calendar(...lunch, 'BEGIN:VEVENT', 'DTSTART:20261399T100000Z', 'END:VEVENT'),
    );
    const failed = runStart('--data', dataFolder, '--calendar', `dana=${wrong}`);
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('wrong.ics, line 10: "20261399T100000Z" is no date or time.');
    expect(failed.output.split('\n')).toHaveLength(1);
    const product = await startProduct({ args: ['--no-build'], dataFolder });
    expect(await subjectsOf(product.sandboxUrl, 'dana')).not.toContain('Real lunch');
    await product.stop();
  });

  it.each([
    ['no calendar at all', 'hello\n', 'line 1: this is no iCalendar file'],
    ['a file that ends early', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n', 'line 2: the file ends'],
    ['another encoding', new Uint8Array([66, 10, 0xff, 0xfe, 10]), 'line 2: this is not UTF-8 text.'],
  ])('refuses %s', (_what, content, words) => {
    const file = write('x.ics', content);
    const { code, output } = runStart('--data', join(folder, 'data'), '--calendar', `dana=${file}`);
    expect([code, output]).toEqual([1, expect.stringContaining(words)]);
  });

  it('says in one line what else it cannot do', async () => {
    const data = ['--data', join(folder, 'data')];
    expect(runStart('--nonsense')).toEqual({
      code: 2,
      output: 'There is no option "--nonsense". Try: npm start -- --help',
    });
    expect(runStart(...data, '--calendar', 'nobody=x.ics').output).toContain(
      'There is nobody called "nobody"',
    );
    expect(runStart(...data, '--calendar', 'dana=missing.ics').output).toContain('There is no calendar file');
    expect(runStart('--help').code).toBe(0);
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const busy = runStart(...data, '--port', String(port));
    taken.close();
    expect([busy.code, busy.output]).toEqual([1, expect.stringContaining(`Port ${port} is in use`)]);
  });

  it('lets no second sandbox into a data folder, and the next one after a kill', async () => {
    const dataFolder = join(folder, 'data');
    const first = await startProduct({ args: ['--no-build'], dataFolder });
    const second = runStart('--port', '5996', '--sandbox-port', '5997', '--data', dataFolder);
    expect([second.code, second.output]).toEqual([1, expect.stringContaining('Another sandbox uses')]);
    await first.kill();
    const next = await startProduct({ args: ['--no-build'], dataFolder });
    expect(await next.stop()).toBe(0);
  });
});

it('stops when npm, which started it, is told to stop', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mentor-meetings-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const npm = spawn(
    'npm',
    [
      'start',
      '--',
      '--no-build',
      '--port',
      `${port}`,
      '--sandbox-port',
      `${sandboxPort}`,
      '--data',
      dataFolder,
    ],
    // A group of its own, so that nothing is left when it does not stop.
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  );
  try {
    await new Promise<void>((resolve, reject) => {
      let output = '';
      npm.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('ready app=')) resolve();
      });
      npm.on('exit', () => reject(new Error(`npm start ended:\n${output}`)));
    });
    npm.kill('SIGTERM');
    // What npm started holds the other end of the pipe for as long as it lives.
    const isOver = new Promise<boolean>((resolve) => {
      npm.stdout.on('close', () => resolve(true));
      setTimeout(() => resolve(false), 10_000).unref();
    });
    expect(await isOver).toBe(true);
  } finally {
    npm.stdout.destroy();
    endGroup(npm.pid);
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

/** Ends a process and all it started; none is left when all went well. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
