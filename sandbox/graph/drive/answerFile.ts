import { driveItemNotFound } from '../graphFailure.ts';
import type { AskedRequest } from '../dispatch.ts';
import type { GraphReply, GraphServices } from '../types.ts';

/** Answers download and upload addresses, which carry their own right: `/files/…`. */
export async function answerFile(
  _services: Pick<GraphServices, 'store' | 'clock'>,
  _asked: AskedRequest,
): Promise<GraphReply> {
  throw driveItemNotFound();
}
