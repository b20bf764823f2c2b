import type { Switches } from '#sandbox/control/switches.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import type { Clock, Principal } from '#sandbox/types.ts';
import type { DriveLinks } from './drive/driveLinks.ts';
import type { Query } from './odata/parseQuery.ts';

/** What operations work with; each names those it takes. */
export interface GraphServices {
  readonly store: Store;
  readonly clock: Clock;
  readonly switches: Switches;
  /** Origin of download and upload addresses, for example `https://localhost:5301`. */
  readonly origin: string;
  readonly links: DriveLinks;
}

/** A request as operations see it: signed in, allowed, its body read. */
export interface GraphRequest {
  readonly method: string;
  /** As asked for, with version and query. */
  readonly path: string;
  /** What the route's template names, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly principal: Principal;
  /** JSON, undefined when there was none. */
  readonly body: unknown;
  readonly bytes: Uint8Array;
  /** `https://<host asked for>/v1.0`: links in answers start with it. */
  readonly base: string;
}

/** An answer. `body` is JSON unless it is bytes; `text` stands for it where it is JSON already. */
export interface GraphReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
}

/** One operation of Graph. Expected refusals are thrown as GraphFailure. */
export type Operation = (request: GraphRequest) => GraphReply | Promise<GraphReply>;

/** Which service behind Graph answers: it decides error codes and limits. */
export type Workload = 'outlook' | 'directory' | 'drive' | 'gateway';

export interface Route {
  readonly method: string;
  /** Segments with `{names}`, after `me` and `users/…` became `user/{user}`; `{path*}` takes the rest. */
  readonly template: string;
  /** Any of these scopes allows the call; empty: any token does. */
  readonly scopes: readonly string[];
  readonly workload: Workload;
  readonly operation: Operation;
}
