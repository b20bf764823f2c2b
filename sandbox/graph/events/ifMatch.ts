import { changeConflict } from '../graphFailure.ts';
import type { GraphRequest } from '../types.ts';
import { etagOf } from './eventResource.ts';
import type { FoundEvent } from './findEvent.ts';

/** Refuses with 412 when `If-Match` names another state of the event. */
export function checkIfMatch(request: GraphRequest, { record, day }: FoundEvent): void {
  const wanted = request.headers['if-match'];
  if (wanted === undefined || wanted.trim() === '*') return;
  const tags = wanted.split(',').map((tag) => plain(tag));
  if (!tags.includes(plain(etagOf(record, day)))) throw changeConflict();
}

function plain(tag: string): string {
  return tag.trim().replace(/^W\//, '').replaceAll('"', '');
}
