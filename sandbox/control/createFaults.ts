/** What goes wrong on purpose. Exactly one of `status`, `delay` and `cut`, or `delay` with either. */
export interface Fault {
  /** Any method when absent. */
  readonly method?: string;
  /** Part of the path with its query (`/v1.0/me/events`), or a glob with `*` for the whole of it. */
  readonly path?: string;
  /** Answers with this status instead of acting, or after it where `acts` says so. */
  readonly status?: number;
  /** `error.code` to answer with `status`; that of the service asked when absent. */
  readonly code?: string;
  /** With `status`: acts first and then answers so all the same, as a gateway does that has lost patience. */
  readonly acts?: boolean;
  /** Milliseconds to wait before acting. */
  readonly delay?: number;
  /** Closes the connection without an answer, before or after acting. */
  readonly cut?: 'before' | 'after';
  /** Seconds, sent as `Retry-After` with `status`. */
  readonly retryAfter?: number;
  /** How many requests it meets; all when absent. */
  readonly count?: number;
  /** Only requests of this person: object id, user principal name or its part before the @. */
  readonly person?: string;
}

export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  /** Names the caller goes by; empty when unknown. */
  readonly people: readonly string[];
}

/** What to do to one request. All absent: nothing. */
export interface Meeting {
  readonly delay: number;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly acts: boolean;
  readonly retryAfter: number | undefined;
  readonly cut: 'before' | 'after' | undefined;
}

export interface Faults {
  /** Puts a list in the place of the present one; throws a FaultError and changes nothing when one is wrong. */
  replace(list: unknown): void;
  list(): readonly Fault[];
  /** Which faults a request meets; each met is counted down. */
  meet(target: FaultTarget): Meeting;
}

export class FaultError extends Error {
  override readonly name = 'FaultError';
}

/** The faults of one sandbox: first none. */
export function createFaults(): Faults {
  let faults: { readonly fault: Fault; left: number }[] = [];
  return {
    replace(list) {
      if (!Array.isArray(list)) throw new FaultError('Faults are a list.');
      faults = list.map((entry: unknown) => {
        const fault = readFault(entry);
        return { fault, left: fault.count ?? Number.POSITIVE_INFINITY };
      });
    },
    list: () => faults.filter(({ left }) => left > 0).map(({ fault, left }) => remaining(fault, left)),
    meet(target) {
      let [delay, decided]: [number, Fault | undefined] = [0, undefined];
      for (const held of faults) {
        const { fault } = held;
        const decides = fault.status !== undefined || fault.cut !== undefined;
        if (held.left <= 0 || (decides && decided) || !isMet(fault, target)) continue;
        held.left -= 1;
        delay += fault.delay ?? 0;
        if (decides) decided = fault;
      }
      return {
        delay,
        status: decided?.status,
        code: decided?.code,
        acts: decided?.acts === true,
        retryAfter: decided?.retryAfter,
        cut: decided?.cut,
      };
    },
  };
}

function remaining(fault: Fault, left: number): Fault {
  return Number.isFinite(left) ? { ...fault, count: left } : fault;
}

function isMet(fault: Fault, { method, path, people }: FaultTarget): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path !== undefined && !matchesPath(fault.path, path)) return false;
  const wanted = fault.person?.toLowerCase();
  return (
    wanted === undefined ||
    people.some((name) => name.toLowerCase() === wanted || name.toLowerCase().split('@')[0] === wanted)
  );
}

function matchesPath(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) return path.includes(pattern);
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(path);
}

const members = new Set([
  'method',
  'path',
  'status',
  'code',
  'acts',
  'delay',
  'cut',
  'retryAfter',
  'count',
  'person',
]);

function readFault(entry: unknown): Fault {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new FaultError('A fault is an object.');
  const given = new Map<string, unknown>(Object.entries(entry));
  for (const name of given.keys())
    if (!members.has(name)) throw new FaultError(`A fault has no member ${name}.`);
  const text = (name: string): string | undefined => {
    const value = given.get(name);
    if (value === undefined || typeof value === 'string') return value;
    throw new FaultError(`${name} is a string.`);
  };
  const number = (name: string, least: number, most: number): number | undefined => {
    const value = given.get(name);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    throw new FaultError(`${name} is a number from ${least} to ${most}.`);
  };
  const fault: Fault = withoutUndefined({
    method: text('method'),
    path: text('path'),
    status: number('status', 400, 599),
    code: text('code'),
    acts: given.get('acts') === undefined ? undefined : readFlag(given.get('acts')),
    delay: number('delay', 0, 600_000),
    cut: readCut(text('cut')),
    retryAfter: number('retryAfter', 0, 86_400),
    count: number('count', 1, 1_000_000),
    person: text('person'),
  });
  if (fault.status !== undefined && fault.cut !== undefined)
    throw new FaultError('A fault has status or cut, not both.');
  if (fault.acts === true && fault.status === undefined) throw new FaultError('acts goes with status.');
  if (fault.status === undefined && fault.cut === undefined && fault.delay === undefined)
    throw new FaultError('A fault has status, delay or cut.');
  return fault;
}

function readFlag(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new FaultError('acts is true or false.');
}

function readCut(text: string | undefined): 'before' | 'after' | undefined {
  if (text === undefined || text === 'before' || text === 'after') return text;
  throw new FaultError('cut is before or after.');
}

/** The members that are there. */
function withoutUndefined<Shape extends object>(
  shape: Shape,
): { [Name in keyof Shape]?: Exclude<Shape[Name], undefined> } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets the names
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Shape]?: Exclude<Shape[Name], undefined>;
  };
}
