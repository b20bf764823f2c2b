import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppConfig } from './headers.mjs';

export function createAppHandler(parts: {
  readonly folder: string;
  readonly config: AppConfig;
  /** By `Host` header: further names that the app is known under. */
  readonly configByHost?: Readonly<Record<string, AppConfig>>;
}): (request: IncomingMessage, response: ServerResponse) => void;
