import { ServiceFailure } from '#ports/failure.ts';
import type { FolderLook, NotesLook, NotesPlace, SharedLook, StoredFile } from '#ports/files.ts';
import type { GraphClient } from '../createGraphClient.ts';
import { decode, failureOf } from '../failures.ts';
import type { GraphAnswer, GraphRequest } from '../graphRequest.ts';
import {
  driveOf,
  ownChildren,
  ownSharedFolder,
  permissionsOf,
  sharedChildren,
  type Reach,
} from './fileRequests.ts';
import {
  driveOwner,
  readFile,
  readPermission,
  wireFolder,
  wireList,
  type FolderPermission,
} from './wireFile.ts';

/** A mentorship of decades has some hundred files. */
const mostPages = 10;

/** Both folders of a mentorship in one batch. Without a place a second one follows, when one's own drive turns out to have the shared folder. */
export async function lookAtNotes(
  client: GraphClient,
  mentorshipId: string,
  place: NotesPlace | undefined,
  reach: Reach,
  signal: AbortSignal,
): Promise<NotesLook> {
  if (place === undefined) return lookAtHome(client, mentorshipId, reach, signal);
  const questions = [
    sharedChildren(place, reach),
    driveOf(place, reach),
    permissionsOf(place, reach),
    ownChildren(mentorshipId, reach),
  ] as const;
  const [files, drive, permissions, own] = await client.batch(questions, signal);
  return {
    shared: {
      ...(await sharedOf(client, questions[0], place, [files, drive, permissions], signal)),
    },
    own: await folderOf(client, questions[3], own, undefined, signal),
  };
}

async function lookAtHome(
  client: GraphClient,
  mentorshipId: string,
  reach: Reach,
  signal: AbortSignal,
): Promise<NotesLook> {
  const questions = [ownSharedFolder(mentorshipId), ownChildren(mentorshipId, 'own')] as const;
  const [folder, own] = await client.batch(questions, signal);
  const ownLook = await folderOf(client, questions[1], own, undefined, signal);
  if (folder?.status === 404)
    return {
      shared: { folder: { kind: 'absent' }, place: undefined, ownerId: undefined, sharedWith: undefined },
      own: ownLook,
    };
  if (folder?.status !== 200) {
    const failure = failureOf(questions[0], folder ?? noAnswer, client.now());
    return {
      shared: {
        folder: { kind: 'failed', failure },
        place: undefined,
        ownerId: undefined,
        sharedWith: undefined,
      },
      own: ownLook,
    };
  }
  const { id, parentReference } = decode(wireFolder, folder.body, 'folder');
  const driveId = parentReference?.driveId;
  if (!driveId) throw new ServiceFailure('unexpected', 'a folder without a drive');
  const place = { driveId, folderId: id };
  const inside = [sharedChildren(place, reach), driveOf(place, reach), permissionsOf(place, reach)] as const;
  const [files, drive, permissions] = await client.batch(inside, signal);
  return {
    shared: await sharedOf(client, inside[0], place, [files, drive, permissions], signal),
    own: ownLook,
  };
}

const noAnswer: GraphAnswer = { status: 504, headers: {}, body: undefined };

async function sharedOf(
  client: GraphClient,
  question: GraphRequest,
  place: NotesPlace,
  [files, drive, permissions]: readonly (GraphAnswer | undefined)[],
  signal: AbortSignal,
): Promise<SharedLook> {
  const granted = permissions?.status === 200 ? readPermissions(permissions.body) : [];
  // Only an owner is told of the owner's own right.
  const isOwner = granted.some((each) => each.isOwner);
  return {
    folder: await folderOf(client, question, files, place.driveId, signal),
    place,
    ownerId: drive?.status === 200 ? driveOwner(drive.body) : undefined,
    sharedWith: isOwner
      ? granted.flatMap(({ personId, isOwner: own, canWrite }) =>
          own || !canWrite || personId === undefined ? [] : [personId],
        )
      : undefined,
  };
}

export function readPermissions(body: unknown): readonly FolderPermission[] {
  return decode(wireList, body, 'permissions').value.flatMap((value) => readPermission(value) ?? []);
}

async function folderOf(
  client: GraphClient,
  question: GraphRequest,
  first: GraphAnswer | undefined,
  driveId: string | undefined,
  signal: AbortSignal,
): Promise<FolderLook> {
  const files: StoredFile[] = [];
  let answer = first ?? noAnswer;
  for (let pages = 1; ; pages += 1) {
    if (answer.status === 404 || answer.status === 410) return { kind: 'absent' };
    if (answer.status !== 200) return { kind: 'failed', failure: failureOf(question, answer, client.now()) };
    const page = decode(wireList, answer.body, 'folder');
    files.push(...page.value.flatMap((item) => readFile(item, driveId) ?? []));
    const next = page['@odata.nextLink'];
    if (!next || pages >= mostPages) return { kind: 'there', files };
    // Each page is named by the one before.
    // oxlint-disable-next-line no-await-in-loop
    answer = await client.nextPage(next, question, signal);
  }
}
