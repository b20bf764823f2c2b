import type { AskedRequest } from '../dispatch.ts';
import { GraphFailure, driveItemNotFound } from '../graphFailure.ts';
import type { GraphReply, GraphServices } from '../types.ts';
import { copyState } from './copyItem.ts';
import { findDrive, findItem } from './driveItemRecord.ts';
import { answerUpload } from './uploadSession.ts';
import { versionContent } from './fileVersions.ts';

/**
 * Answers download and upload addresses (`/files/…`), which carry their own right. A token beside one is ignored: sync programs send
 * it with uploads to business drives, and clients that follow `/content` keep it here, where both are one origin. A page of another
 * origin cannot send it with a download: that asks for a preflight, which downloads do not answer.
 */
export async function answerFile(parts: GraphServices, asked: AskedRequest): Promise<GraphReply> {
  const opened = parts.links.read(asked.path, parts.clock.now());
  if (!opened) throw new GraphFailure(401, 'unauthenticated', 'The address is not valid (any more).');
  if (opened.kind === 'upload') return answerUpload(parts, opened.parts[0] ?? '', asked);
  if (opened.kind === 'monitor') return copyState(opened.parts[0] ?? '');
  const [driveId = '', key = '', version] = opened.parts;
  const drive = findDrive(parts.store, driveId);
  const item = drive && findItem(parts.store, drive, key);
  if (!item) throw driveItemNotFound();
  const present = version === undefined || Number(version) === item.contentVersion;
  const contentId = present ? item.contentId : versionContent(parts.store, drive, item, Number(version));
  const content = parts.store.content(contentId ?? '');
  if (!content) throw driveItemNotFound();
  if (asked.method !== 'GET' && asked.method !== 'HEAD')
    throw new GraphFailure(405, 'invalidRequest', 'The method is not allowed here.');
  return withRange(asked.headers.range, content, {
    'content-type': item.mimeType,
    'accept-ranges': 'bytes',
    // The file is somebody's: never a page of this origin.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(item.name)}`,
    'x-content-type-options': 'nosniff',
  });
}

function withRange(
  range: string | undefined,
  content: Uint8Array,
  headers: Readonly<Record<string, string>>,
): GraphReply {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return { status: 200, headers, body: content };
  const [, first = '', last = ''] = match;
  const from = first === '' ? Math.max(0, content.length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? content.length - 1 : Math.min(Number(last), content.length - 1);
  if (from > to)
    throw new GraphFailure(416, 'invalidRange', 'The range is not valid.', {
      headers: { 'content-range': `bytes */${content.length}` },
    });
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to}/${content.length}` },
    body: content.subarray(from, to + 1),
  };
}
