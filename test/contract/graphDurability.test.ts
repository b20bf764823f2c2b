import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { directoryUser } from '#test/support/directoryUser.ts';
import { isLong } from '#test/support/isLong.ts';
import { tokenOf } from '#test/support/startGraph.ts';

const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben')];
/** `LONG=1 npm test graphDurability` kills a hundred times. */
const kills = isLong ? 100 : 5;
const folder = mkdtempSync(join(tmpdir(), 'sandbox-durable-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/graphProcess.ts', folder], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  for await (const line of createInterface({ input: child.stdout })) {
    const { origin }: { origin: string } = JSON.parse(line);
    return { child, origin };
  }
  throw new Error('the process did not start');
}

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
}

/** Resolves with status and body, or undefined when the connection broke. */
function ask(
  origin: string,
  person: typeof ann,
  path: string,
  { method = 'GET', body }: Sent = {},
): Promise<{ readonly status: number; readonly text: string } | undefined> {
  return new Promise((resolve) => {
    const request = httpsRequest(
      path.startsWith('https:') ? path : `${origin}/v1.0${path}`,
      {
        // The certificate is the process's own, made a moment ago.
        rejectUnauthorized: false,
        method,
        headers: {
          authorization: `Bearer ${tokenOf(person)}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('close', () =>
          resolve(
            response.complete
              ? { status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }
              : undefined,
          ),
        );
        response.on('error', () => resolve(undefined));
      },
    );
    request.on('error', () => resolve(undefined));
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const meeting = (subject: string) => ({
  subject,
  start: { dateTime: '2027-01-07T10:00:00', timeZone: 'UTC' },
  end: { dateTime: '2027-01-07T11:00:00', timeZone: 'UTC' },
  attendees: [{ emailAddress: { address: ben.mail } }],
});

async function subjectsOf(origin: string, person: typeof ann): Promise<ReadonlySet<string>> {
  const subjects = new Set<string>();
  for (let skip = 0; ; skip += 1000) {
    const answer = await ask(origin, person, `/me/events?$top=1000&$skip=${skip}&$select=subject`);
    const { value }: { value: { subject: string }[] } = JSON.parse(answer?.text ?? '{"value":[]}');
    for (const { subject } of value) subjects.add(subject);
    if (value.length < 1000) return subjects;
  }
}

/** The number that a file holds, by its download address. */
async function numberIn(origin: string, name: string): Promise<number> {
  const item = await ask(origin, ann, `/me/drive/root:/${name}`);
  if (item?.status === 404) return -1;
  const found: Readonly<Record<string, string>> = JSON.parse(item?.text ?? '{}');
  const content = await ask(origin, ann, found['@microsoft.graph.downloadUrl'] ?? '');
  return Number(content?.text);
}

it(
  `keeps what it acknowledged, in both mailboxes and in the drive, through ${kills} kills`,
  async () => {
    const meetings = new Set<string>();
    const files = new Map<string, number>();
    let [written, acknowledged] = [0, 0];
    let killAfter = (): void => undefined;
    const acknowledge = (): void => {
      acknowledged += 1;
      killAfter();
    };
    const makeMeetings = async (origin: string, label: string): Promise<void> => {
      for (let turn = 0; ; turn += 1) {
        const subject = `${label} turn ${turn}`;
        const answer = await ask(origin, ann, '/me/events', { method: 'POST', body: meeting(subject) });
        if (answer?.status !== 201) return;
        meetings.add(subject);
        acknowledge();
      }
    };
    const writeFile = async (origin: string, name: string): Promise<void> => {
      for (;;) {
        const number = (written += 1);
        const path = `/me/drive/root:/${name}:/content`;
        const answer = await ask(origin, ann, path, { method: 'PUT', body: number });
        if (answer === undefined || answer.status >= 300) return;
        files.set(name, number);
        acknowledge();
      }
    };
    for (let round = 0; round < kills; round += 1) {
      const { child, origin } = await start();
      const ended = new Promise((resolve) => child.on('close', resolve));
      // In the middle of the writes that follow some acknowledged ones; how many, and how long after, differs each time.
      const enough = acknowledged + 8 + (round % 7);
      killAfter = () => {
        if (acknowledged === enough) setTimeout(() => child.kill('SIGKILL'), round % 5);
      };
      await Promise.all([
        makeMeetings(origin, `round ${round} one`),
        makeMeetings(origin, `round ${round} two`),
        writeFile(origin, 'a.json'),
        writeFile(origin, `round${round % 3}.json`),
      ]);
      await ended;
    }
    killAfter = () => undefined;
    const { origin } = await start();
    const [own, copies] = [await subjectsOf(origin, ann), await subjectsOf(origin, ben)];
    expect(meetings.size).toBeGreaterThan(kills);
    expect([...meetings].filter((subject) => !own.has(subject))).toEqual([]);
    // One transaction: a meeting is in both mailboxes or in neither.
    expect([...own].toSorted()).toEqual([...copies].toSorted());
    expect(files.size).toBe(Math.min(4, kills + 1));
    for (const [name, number] of files)
      // A later upload may have come to disk without its answer coming through; an earlier one may not be back.
      expect([name, (await numberIn(origin, name)) >= number]).toEqual([name, true]);
  },
  120_000 + kills * 30_000,
);
