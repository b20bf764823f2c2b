import { randomUUID } from 'node:crypto';
import { table, type Writer } from '#sandbox/store/table.ts';
import { GraphFailure, driveInvalid, driveItemNotFound } from '../graphFailure.ts';
import type { AskedRequest } from '../dispatch.ts';
import { formatInstant } from '../time/wallTime.ts';
import type { GraphReply, GraphServices, Operation } from '../types.ts';
import { membersOf, textIn } from './changeItems.ts';
import { childNamed, findDrive, findItem } from './driveItemRecord.ts';
import { driveItemResource } from './driveItemResource.ts';
import { findDrivePath } from './findDriveItem.ts';
import { checkItemMatch } from './ifItemMatches.ts';
import { putAt } from './uploadContent.ts';
import { putItem, readConflictBehavior, type ConflictBehavior } from './writeItems.ts';

/** An upload in pieces that is under way. */
interface UploadRecord {
  readonly id: string;
  readonly driveId: string;
  /** The item, or the folder from which `names` go down. */
  readonly item: string;
  readonly names: readonly string[];
  readonly behavior: ConflictBehavior;
  /** The file is made by a POST of its own, after the last piece. */
  readonly isDeferred: boolean;
  readonly by: string;
  /** Bytes that came, and how many there will be (0 until told). */
  readonly received: number;
  readonly total: number;
  readonly pieces: number;
  readonly clientCreated: number | null;
  readonly clientModified: number | null;
  readonly expires: number;
}

const uploads = table<UploadRecord>('uploads');
const sessionLife = 24 * 3_600_000;
/** Pieces but the last have to be multiples of this (driveItem: createUploadSession). */
const pieceUnit = 320 * 1024;
const longestPiece = 60 * 1024 * 1024;

/** `POST …/createUploadSession` for an item by id or path. */
export const createUploadSession =
  (parts: GraphServices): Operation =>
  async (request) => {
    const found = findDrivePath(parts, request, 'write');
    const existing = found.missing.length === 0 && found.item.kind === 'file' ? found.item : undefined;
    checkItemMatch(request, existing);
    const item = membersOf(membersOf(request.body).item);
    const named = textIn(item, 'name');
    const names = found.missing.length > 0 ? found.missing : existing || named === undefined ? [] : [named];
    if (!existing && names.length === 0) throw driveInvalid('The upload needs a name.');
    const times = membersOf(item.fileSystemInfo);
    const now = parts.clock.now();
    const upload: UploadRecord = {
      id: randomUUID(),
      driveId: found.drive.id,
      item: found.item.key,
      names,
      isDeferred: membersOf(request.body).deferCommit === true,
      behavior: readConflictBehavior(item['@microsoft.graph.conflictBehavior'], 'replace'),
      by: request.principal.oid,
      received: 0,
      total: 0,
      pieces: 0,
      clientCreated: instant(textIn(times, 'createdDateTime')),
      clientModified: instant(textIn(times, 'lastModifiedDateTime')),
      expires: now + sessionLife,
    };
    const uploadUrl = parts.links.sign('upload', [upload.id], upload.expires);
    await parts.store.write((writer) => writer.put(uploads, '', upload.id, upload));
    return {
      status: 200,
      body: {
        '@odata.context': `${request.base}/$metadata#microsoft.graph.uploadSession`,
        uploadUrl,
        expirationDateTime: formatInstant(upload.expires),
        nextExpectedRanges: ['0-'],
      },
    };
  };

/** `PUT` of a piece, `POST` to make a deferred file, `GET` of the state, `DELETE` of an upload, at its own address and without a token. */
export async function answerUpload(
  parts: GraphServices,
  id: string,
  asked: AskedRequest,
): Promise<GraphReply> {
  const upload = parts.store.get(uploads, '', id);
  if (!upload) throw driveItemNotFound();
  switch (asked.method) {
    case 'GET':
      return { status: 200, body: stateOf(upload) };
    case 'DELETE':
      await parts.store.write((writer) => forget(writer, upload));
      return { status: 204 };
    case 'PUT':
      return takePiece(parts, upload, asked);
    case 'POST':
      if (!upload.isDeferred || upload.total === 0 || upload.received < upload.total)
        throw driveInvalid('The upload is not complete, or was not asked to wait.');
      return makeFile(parts, upload, new Uint8Array());
    default:
      throw new GraphFailure(405, 'invalidRequest', 'The method is not allowed here.');
  }
}

async function takePiece(
  parts: GraphServices,
  upload: UploadRecord,
  asked: AskedRequest,
): Promise<GraphReply> {
  const { from, to, total } = readRange(asked);
  const { store } = parts;
  const length = to - from + 1;
  if (length !== asked.bytes.length)
    throw driveInvalid('The Content-Range header length does not match the provided number of bytes.');
  if (length > longestPiece) throw new GraphFailure(413, 'invalidRequest', 'The fragment is too long.');
  if (from !== upload.received || (upload.total !== 0 && total !== upload.total))
    throw new GraphFailure(
      416,
      'invalidRange',
      'The uploaded fragment has already been received or is out of order.',
    );
  const isLast = to === total - 1;
  if (!isLast && length % pieceUnit !== 0)
    throw driveInvalid('A fragment that is not the last must be a multiple of 327,680 bytes.');
  if (!isLast || upload.isDeferred) {
    const next = { ...upload, received: to + 1, total, pieces: upload.pieces + 1 };
    await store.write((writer) => {
      writer.putContent(pieceId(upload, upload.pieces), asked.bytes);
      writer.put(uploads, '', upload.id, next);
    });
    return { status: 202, body: stateOf(next) };
  }
  return makeFile(parts, upload, asked.bytes);
}

/** Puts the pieces together, with the last one. */
async function makeFile(
  parts: GraphServices,
  upload: UploadRecord,
  lastPiece: Uint8Array,
): Promise<GraphReply> {
  const { store, clock } = parts;
  const drive = findDrive(store, upload.driveId);
  let base = drive && findItem(store, drive, upload.item);
  if (!drive || !base) throw driveItemNotFound();
  // The path may have been made meanwhile.
  let names = upload.names;
  for (const name of upload.names) {
    const child = childNamed(store, drive, base.key, name);
    if (!child) break;
    [base, names] = [child, names.slice(1)];
  }
  const found = { drive, item: base, missing: names };
  const pieces = Array.from(
    { length: upload.pieces },
    (_, index) => store.content(pieceId(upload, index)) ?? new Uint8Array(),
  );
  const bytes = Buffer.concat([...pieces, lastPiece]);
  const item = await store.write((writer) => {
    const made = putAt(
      writer,
      found,
      upload.behavior,
      { bytes, mimeType: undefined },
      upload.by,
      clock.now(),
    );
    forget(writer, upload);
    return putItem(writer, drive, {
      ...made,
      clientCreated: upload.clientCreated ?? made.clientCreated,
      clientModified: upload.clientModified ?? made.clientModified,
    });
  });
  return {
    status: item.contentVersion === 1 ? 201 : 200,
    body: driveItemResource(parts, drive, item),
  };
}

function readRange(asked: AskedRequest): {
  readonly from: number;
  readonly to: number;
  readonly total: number;
} {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(asked.headers['content-range'] ?? '');
  const [from, to, total] = [match?.[1], match?.[2], match?.[3]].map(Number);
  if (from === undefined || to === undefined || total === undefined || !(from <= to && to < total))
    throw driveInvalid('The Content-Range header is missing or malformed.');
  return { from, to, total };
}

function stateOf(upload: UploadRecord): unknown {
  return {
    expirationDateTime: formatInstant(upload.expires),
    nextExpectedRanges:
      upload.total > 0 && upload.received === upload.total
        ? []
        : [`${upload.received}-${upload.total === 0 ? '' : upload.total - 1}`],
  };
}

function forget(writer: Writer, upload: UploadRecord): void {
  for (let piece = 0; piece < upload.pieces; piece += 1) writer.removeContent(pieceId(upload, piece));
  writer.remove(uploads, '', upload.id);
}

function pieceId(upload: UploadRecord, piece: number): string {
  return `upload ${upload.id} ${piece}`;
}

function instant(text: string | undefined): number | null {
  const value = Date.parse(text ?? '');
  return Number.isNaN(value) ? null : value;
}
