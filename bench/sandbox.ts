import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { median, type BenchLine } from './line.ts';

interface Served {
  readonly port: number;
  readonly addresses: readonly string[];
  readonly agent: Agent;
}

const rounds = 15;
const readers = 16;
const readMilliseconds = 4000;

/**
 * How fast the sandbox answers, over TLS from another process, each figure after a first request that fills its caches:
 * a year's calendarView of a mailbox of 2,000 entries (the first 1,000 dates with all their members), getSchedule for 20 such people over 61
 * days, and small reads (one person, one event, a page of ten) a second.
 */
export async function sandboxBenchmarks(): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'sandboxServer.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const served = await firstLine(child.stdout);
    return [
      { name: 'sandbox-calendar-view', value: await timed(() => calendarView(served)), unit: 'ms' },
      { name: 'sandbox-get-schedule', value: await timed(() => getSchedule(served)), unit: 'ms' },
      { name: 'sandbox-reads', value: await readsPerSecond(served), unit: 'x' },
    ];
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstLine(output: NodeJS.ReadableStream): Promise<Served> {
  for await (const line of createInterface({ input: output })) {
    const { port, caFile, addresses }: { port: number; caFile: string; addresses: string[] } =
      JSON.parse(line);
    const agent = new Agent({ keepAlive: true, maxSockets: readers, ca: readFileSync(caFile) });
    return { port, addresses, agent };
  }
  throw new Error('the sandbox did not start');
}

/** Median milliseconds of a request, from its first byte out to its last byte in. */
async function timed(run: () => Promise<number>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return Math.round(median(times) * 10) / 10;
}

function calendarView(served: Served): Promise<number> {
  return ask(served, '/v1.0/me/calendarView?startDateTime=2027-01-01&endDateTime=2028-01-01&$top=1000');
}

function getSchedule(served: Served): Promise<number> {
  return ask(served, '/v1.0/me/calendar/getSchedule', {
    schedules: served.addresses,
    startTime: { dateTime: '2027-03-01T00:00:00', timeZone: 'UTC' },
    endTime: { dateTime: '2027-05-01T00:00:00', timeZone: 'UTC' },
    availabilityViewInterval: 15,
  });
}

/** Several readers at once, each asking again as soon as it is answered. */
async function readsPerSecond(served: Served): Promise<number> {
  const paths = ['/v1.0/me', '/v1.0/me/events?$top=10&$select=subject,start,end', '/v1.0/me/calendar'];
  const began = performance.now();
  let reads = 0;
  await Promise.all(
    Array.from({ length: readers }, async (_, reader) => {
      for (let turn = reader; performance.now() - began < readMilliseconds; turn += 1) {
        await ask(served, paths[turn % paths.length] ?? '', undefined, reader % served.addresses.length);
        reads += 1;
      }
    }),
  );
  return Math.round(reads / ((performance.now() - began) / 1000));
}

/** Sends a request and resolves with the length of the answer; anything but 200 is a failure of the benchmark. */
function ask({ port, agent }: Served, path: string, body?: unknown, person = 0): Promise<number> {
  const content = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      {
        host: 'localhost',
        port,
        path,
        agent,
        method: content === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${person}`,
          ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        },
      },
      (response) => {
        let length = 0;
        response.on('data', (part: Buffer) => (length += part.length));
        response.on('end', () => {
          if (response.statusCode === 200) resolve(length);
          else reject(new Error(`${path}: ${response.statusCode ?? 0}`));
        });
      },
    );
    request.on('error', reject);
    request.end(content);
  });
}
