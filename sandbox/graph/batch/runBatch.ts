import { badRequest } from '../graphFailure.ts';
import { isJson } from '../http/readBody.ts';
import type { GraphReply, Workload } from '../types.ts';

/** A request inside a batch; `path` is relative to the version. */
export interface InnerRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
}

interface BatchStep extends InnerRequest {
  readonly id: string;
  readonly dependsOn: readonly string[];
}

interface BatchParts {
  readonly answer: (request: InnerRequest) => Promise<GraphReply>;
  readonly workloadOf: (method: string, path: string) => Workload;
}

const mostSteps = 20;
/** Outlook runs at most four requests of a batch at a time (throttling limits). */
const outlookAtOnce = 4;

/**
 * `POST /$batch`: up to 20 requests, as parallel as `dependsOn` and Outlook allow. The answers come in the order in
 * which they were ready. A step whose dependency failed gets 424.
 */
export async function runBatch(body: unknown, parts: BatchParts): Promise<GraphReply> {
  const steps = readSteps(body);
  const responses: object[] = [];
  const done = new Map<string, Promise<boolean>>();
  const outlook = createGate(outlookAtOnce);

  async function run(step: BatchStep): Promise<boolean> {
    const before = await Promise.all(step.dependsOn.map((id) => done.get(id) ?? Promise.resolve(false)));
    const reply = before.every(Boolean) ? await runOne(step) : failedDependency();
    responses.push(responseOf(step.id, reply));
    return reply.status < 400;
  }

  async function runOne(step: BatchStep): Promise<GraphReply> {
    if (parts.workloadOf(step.method, step.path) !== 'outlook') return parts.answer(step);
    const leave = await outlook();
    try {
      return await parts.answer(step);
    } finally {
      leave();
    }
  }

  for (const step of inOrder(steps)) done.set(step.id, run(step));
  const ends = await Promise.allSettled(done.values());
  // A fault that cuts the connection ends the whole batch.
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return { status: 200, body: { responses } };
}

function readSteps(body: unknown): readonly BatchStep[] {
  const requests = memberOf(body, 'requests');
  if (!Array.isArray(requests)) throw badRequest('Invalid batch payload format.');
  if (requests.length === 0) throw badRequest('Batch request must contain at least one request.');
  if (requests.length > mostSteps)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${mostSteps}`);
  const steps = requests.map(readStep);
  const ids = new Set<string>();
  for (const { id } of steps) {
    // Ids are compared without regard to case.
    if (ids.has(id.toLowerCase())) throw badRequest(`Request Id : '${id}' has already been used.`);
    ids.add(id.toLowerCase());
  }
  for (const { id, dependsOn } of steps)
    for (const other of dependsOn)
      if (!steps.some((step) => step.id === other) || other === id)
        throw badRequest(`Request Id : ${other} referenced in dependsOn of ${id} is not part of the batch.`);
  return steps;
}

function readStep(entry: unknown): BatchStep {
  const id = memberOf(entry, 'id');
  const method = memberOf(entry, 'method');
  const url = memberOf(entry, 'url');
  if (typeof id !== 'string' || id === '') throw badRequest('Request Id cannot be null or empty.');
  if (typeof method !== 'string' || typeof url !== 'string')
    throw badRequest(`Request id : ${id} must have a method and a url.`);
  if (/^[a-z]+:\/\//i.test(url)) throw badRequest(`Request id : ${id} must have a relative url.`);
  if (/^\/?\$batch\b/i.test(url)) throw badRequest('Nested batch requests are not supported.');
  const headers = readHeaders(memberOf(entry, 'headers'));
  const body = memberOf(entry, 'body');
  const contentType = headers['content-type'];
  if (body !== undefined && contentType === undefined)
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
  const dependsOn = memberOf(entry, 'dependsOn') ?? [];
  if (!Array.isArray(dependsOn) || !dependsOn.every((other) => typeof other === 'string'))
    throw badRequest(`dependsOn of request id : ${id} must be a list of ids.`);
  return {
    id,
    method: method.toUpperCase(),
    path: url,
    headers,
    bytes: bytesOf(body, contentType),
    dependsOn: dependsOn.map(String),
  };
}

function readHeaders(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw badRequest('headers must be an object.');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name.toLowerCase() !== 'authorization')
      .map(([name, text]) => [name.toLowerCase(), String(text)]),
  );
}

/** JSON as it stands; anything else is base64. */
function bytesOf(body: unknown, contentType: string | undefined): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (isJson(contentType)) return Buffer.from(JSON.stringify(body));
  return Buffer.from(
    typeof body === 'string' ? body : JSON.stringify(body),
    typeof body === 'string' ? 'base64' : 'utf8',
  );
}

/** Steps after those they depend on; refused when they go round in a circle. */
function inOrder(steps: readonly BatchStep[]): readonly BatchStep[] {
  const ordered: BatchStep[] = [];
  const placed = new Set<string>();
  while (ordered.length < steps.length) {
    const ready = steps.filter(
      (step) => !placed.has(step.id) && step.dependsOn.every((id) => placed.has(id)),
    );
    if (ready.length === 0) throw badRequest('The dependencies of the batch go round in a circle.');
    for (const step of ready) {
      placed.add(step.id);
      ordered.push(step);
    }
  }
  return ordered;
}

/** Lets `most` in at a time; the others wait in turn. */
function createGate(most: number): () => Promise<() => void> {
  let inside = 0;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  };
  return async () => {
    if (inside < most) inside += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return leave;
  };
}

function failedDependency(): GraphReply {
  return {
    status: 424,
    body: {
      error: {
        code: 'FailedDependency',
        message: 'The request failed because a request it depends on failed.',
      },
    },
  };
}

function responseOf(id: string, reply: GraphReply): object {
  const isBytes = reply.body instanceof Uint8Array;
  const body: unknown =
    reply.body === undefined && reply.text !== undefined ? JSON.parse(reply.text) : reply.body;
  return {
    id,
    status: reply.status,
    headers: {
      ...(body === undefined
        ? {}
        : {
            'Content-Type': isBytes
              ? 'application/octet-stream'
              : 'application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false',
          }),
      ...reply.headers,
    },
    ...(body === undefined
      ? {}
      : { body: body instanceof Uint8Array ? Buffer.from(body).toString('base64') : body }),
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}
