import type { Scope } from '#ports/identity.ts';

/** Services behind Graph that throttle apart from each other. */
export type Workload = 'calendar' | 'directory' | 'files';

/** One call to Graph. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the version on, with its query, encoded: `/me/events?$top=10`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON; for a PUT the text of a file, whose `Content-Type` stands in the headers. */
  readonly body?: unknown;
  /** What the token must allow. */
  readonly scopes: readonly Scope[];
  readonly workload: Workload;
  /**
   * Whether doing it twice is the same as doing it once: reads, posts that only ask, posts with a `transactionId`, and changes of one's own
   * copy that send nothing. Only these are repeated when nobody knows whether the first try was carried out.
   */
  readonly repeatable: boolean;
  /** Not worth waiting for: one answer is taken as it is. */
  readonly isTriedOnce?: boolean;
  /** JSON unless told. In a batch a file comes as base64 text. */
  readonly reads?: 'json' | 'blob';
  /** Asks for a new token first, since the one at hand was refused for something inside a batch; `claims` where the refusal named some. */
  readonly renews?: { readonly claims: string | undefined } | undefined;
}

/** What came back, whichever status it has. Names of headers are lower case. */
export interface GraphAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, a Blob where asked for, undefined when empty or not JSON. Not yet checked. */
  readonly body: unknown;
}

/** What one try came to. */
export type Tried =
  | { readonly kind: 'answered'; readonly answer: GraphAnswer }
  | { readonly kind: 'lost'; readonly cause: unknown }
  | { readonly kind: 'silent' };

/** A request inside a batch. `after` is the index, in the same batch, of one that must be carried out before. */
export interface BatchItem extends GraphRequest {
  readonly after?: number | undefined;
}

/** Seconds of a `Retry-After` header, which holds seconds or a date; undefined when absent or unreadable. */
export function retryAfterSeconds(
  headers: Readonly<Record<string, string>>,
  nowEpochMilli: number,
): number | undefined {
  const text = headers['retry-after']?.trim();
  if (text === undefined || text === '') return undefined;
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : (Date.parse(text) - nowEpochMilli) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
