import { ServiceFailure } from '#ports/failure.ts';
import type { FilesPort, FileText, NotesPlace, ShareOutcome, StoredFile } from '#ports/files.ts';
import type { MemoryPort } from '#ports/memory.ts';
import type { GraphClient } from '../createGraphClient.ts';
import { decode, failureOf, readGraphError } from '../failures.ts';
import type { GraphAnswer, GraphRequest } from '../graphRequest.ts';
import { accepted } from '../patchFresh.ts';
import { downloadText, largestFileBytes, type DownloadParts } from './downloadText.ts';
import {
  creating,
  creatingShared,
  inviting,
  oneFile,
  ownSharedFolder,
  permissionsOf,
  removingPermission,
  writing,
  type Reach,
} from './fileRequests.ts';
import { lookAtNotes, readPermissions } from './lookAtNotes.ts';
import { parentOf, readFile, wireFolder } from './wireFile.ts';

/** Where this device notes that a drive was refused without the larger permission. */
const rememberedReach = 'files-reach';

/** The notes' files over Graph. The larger permission is asked for once a drive was refused without it, and for that drive alone. */
export function createGraphFiles(
  client: GraphClient,
  download: DownloadParts,
  memory: Pick<MemoryPort, 'read' | 'keep'>,
): FilesPort {
  const reachOf = (driveId: string | undefined): Reach => {
    const drives = memory.read(rememberedReach);
    return driveId !== undefined && Array.isArray(drives) && drives.includes(driveId) ? 'all' : 'own';
  };
  const rememberAll = (driveId: string): void => {
    const drives = memory.read(rememberedReach);
    const known = Array.isArray(drives) ? drives.filter((each) => typeof each === 'string') : [];
    if (!known.includes(driveId)) memory.keep(rememberedReach, [...known, driveId].slice(-50));
  };
  const send = async (request: GraphRequest, signal: AbortSignal): Promise<GraphAnswer> =>
    accepted(client, request, await client.send(request, signal));
  const sendForFile = async (request: GraphRequest, signal: AbortSignal): Promise<StoredFile> => {
    const file = readFile((await send(request, signal)).body, undefined);
    if (file === undefined) throw new ServiceFailure('unexpected', 'the answer is no file');
    return file;
  };

  return {
    async look(mentorshipId, place, signal) {
      const reach = reachOf(place?.driveId);
      const look = await lookAtNotes(client, mentorshipId, place, reach, signal);
      const { folder } = look.shared;
      const isRefused = folder.kind === 'failed' && folder.failure.code === 'refused';
      if (reach === 'all' || place === undefined || !isRefused) return look;
      // Sources disagree on whether somebody else's folder needs the larger permission: it is tried after a refusal only.
      try {
        const wider = await lookAtNotes(client, mentorshipId, place, 'all', signal);
        if (wider.shared.folder.kind !== 'failed') rememberAll(place.driveId);
        return wider;
      } catch (error) {
        if (!(error instanceof ServiceFailure)) throw error;
        return { ...look, shared: { ...look.shared, folder: { kind: 'failed', failure: error } } };
      }
    },
    async read(file, signal): Promise<FileText> {
      if (file.sizeBytes > largestFileBytes) return { kind: 'too-large' };
      let { downloadUrl } = file;
      for (let isFresh = false; ; isFresh = true) {
        // A second address is asked for only when the first was no good.
        /* oxlint-disable no-await-in-loop */
        if (downloadUrl !== undefined) {
          const got = await downloadText(download, downloadUrl, signal);
          if (got.kind !== 'expired') return got;
        }
        if (isFresh) throw new ServiceFailure('unavailable', 'the file has no address');
        ({ downloadUrl } = await sendForFile(oneFile(file, reachOf(file.driveId)), signal));
        /* oxlint-enable no-await-in-loop */
      }
    },
    again: (file, signal) => sendForFile(oneFile(file, reachOf(file.driveId)), signal),
    write: (file, text, signal) => sendForFile(writing(file, text, reachOf(file.driveId)), signal),
    create: (where, name, text, signal) =>
      sendForFile(creating(where, name, text, 'ownOf' in where ? 'own' : reachOf(where.driveId)), signal),
    async makeShared(mentorshipId, firstName, text, signal) {
      const request = creatingShared(mentorshipId, firstName, text);
      const answer = await client.send(request, signal);
      // The file is there already, from an earlier try: then so is its folder.
      const isNew = answer.status !== 409 && answer.status !== 412;
      const place = isNew
        ? parentOf(accepted(client, request, answer).body)
        : folderIn(await send(ownSharedFolder(mentorshipId), signal));
      if (place === undefined) throw new ServiceFailure('unexpected', 'a file without a folder');
      return { place, isNew };
    },
    async share(place, address, signal): Promise<ShareOutcome> {
      const request = inviting(place, address);
      const answer = await client.send(request, signal);
      if (answer.status === 400 || answer.status === 403) {
        const { code, message } = readGraphError(answer.body);
        return { kind: 'not-allowed', detail: [answer.status, code, message].join(' ').trim() };
      }
      if (answer.status !== 200) throw failureOf(request, answer, client.now());
      const invited = readPermissions(answer.body).find(({ personId }) => personId !== undefined);
      // An invitation was seen to be answered with 200 and to grant nothing.
      const stands = readPermissions((await send(permissionsOf(place, 'own'), signal)).body);
      const holds = stands.some(
        ({ isOwner, canWrite, personId }) => !isOwner && canWrite && personId === invited?.personId,
      );
      return holds
        ? { kind: 'shared', personId: invited?.personId }
        : { kind: 'not-allowed', detail: 'the invitation granted nothing' };
    },
    async stopSharing(place, signal) {
      const permissions = readPermissions((await send(permissionsOf(place, 'own'), signal)).body);
      for (const { id, isOwner } of permissions) {
        if (isOwner) continue;
        const request = removingPermission(place, id);
        // One after the other: each changes the same item.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await client.send(request, signal);
        if (answer.status !== 404) accepted(client, request, answer);
      }
    },
  };
}

function folderIn(answer: GraphAnswer): NotesPlace | undefined {
  const { id, parentReference } = decode(wireFolder, answer.body, 'folder');
  return parentReference?.driveId ? { driveId: parentReference.driveId, folderId: id } : undefined;
}
