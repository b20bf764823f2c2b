import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { directoryUser } from '#test/support/directoryUser.ts';
import { tokenOf } from '#test/support/startGraph.ts';

const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben')];
/** More by hand: `KILLS=100 npx jest graphDurability`. */
const kills = Number(process.env.KILLS ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'sandbox-durable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/graphProcess.ts', folder], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { origin }: { origin: string } = JSON.parse(line);
    return { child, origin };
  }
  throw new Error('the process did not start');
}

/** Resolves with status and body, or undefined when the connection broke. */
function ask(
  origin: string,
  person: typeof ann,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly text: string } | undefined> {
  return new Promise((resolve) => {
    const request = httpsRequest(
      `${origin}/v1.0${path}`,
      {
        // The certificate is the process's own, made a moment ago.
        rejectUnauthorized: false,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${tokenOf(person)}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
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

it(
  `keeps what it acknowledged, in both mailboxes and the mail log, through ${kills} kills`,
  async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < kills; round += 1) {
      const { child, origin } = await start();
      const ended = new Promise((resolve) => child.on('close', resolve));
      setTimeout(() => child.kill('SIGKILL'), 100 + (round % 10) * 37);
      const write = async (lane: number): Promise<void> => {
        for (let turn = 0; ; turn += 1) {
          const subject = `round ${round} lane ${lane} turn ${turn}`;
          const answer = await ask(origin, ann, '/me/events', meeting(subject));
          if (answer?.status !== 201) return;
          acknowledged.add(subject);
        }
      };
      await Promise.all([0, 1, 2, 3].map(write));
      await ended;
    }
    const { child, origin } = await start();
    const [own, copies] = [await subjectsOf(origin, ann), await subjectsOf(origin, ben)];
    expect(acknowledged.size).toBeGreaterThan(kills);
    expect([...acknowledged].filter((subject) => !own.has(subject))).toEqual([]);
    // One transaction: a meeting is in both mailboxes or in neither.
    expect([...own].toSorted()).toEqual([...copies].toSorted());
    child.kill('SIGKILL');
  },
  120_000 + kills * 5_000,
);
