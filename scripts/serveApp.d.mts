import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppConfig } from './headers.mjs';

export function createAppHandler(parts: {
  readonly folder: string;
  readonly config: AppConfig;
}): (request: IncomingMessage, response: ServerResponse) => void;
