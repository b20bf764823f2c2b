import { emptyHalf } from '#domain/notes/types.ts';
import { encodeHalf } from '#domain/notes/encodeHalf.ts';
import { halfFileName } from '#domain/notes/fileNames.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { FilesPort, NotesPlace } from '#ports/files.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { SeasonTask } from './seasonTask.ts';

/** Where the notes of a new season are, and whether the partner may open them. */
export interface PreparedNotes {
  readonly place: NotesPlace;
  readonly isShared: boolean;
}

/** The place that an earlier season of the mentorship has in its invitation. */
export function knownPlace(meetings: MentorMeetings, { plan }: SeasonTask): NotesPlace | undefined {
  for (const { link } of meetings.series) {
    const { driveId, folderId } = link;
    if (link.mentorshipId === plan.mentorshipId && driveId !== undefined && folderId !== undefined)
      return { driveId, folderId };
  }
  return undefined;
}

/**
 * Makes the mentorship's folder and shares it, before an invitation leads there. Each step is found again by reading, so it may be repeated. Never in the way of a booking: without
 * permission, drive or network there are no notes yet, and undefined is returned.
 */
export async function prepareNotes(
  files: FilesPort,
  { plan, owner, partnerAddress }: SeasonTask,
  signal: AbortSignal,
): Promise<PreparedNotes | undefined> {
  if (owner === undefined) return undefined;
  const { mentorshipId, seasonNumber } = plan;
  try {
    const first = encodeHalf(emptyHalf(mentorshipId, seasonNumber, owner));
    const { place } = await files.makeShared(mentorshipId, halfFileName(seasonNumber, owner), first, signal);
    const shared = await files.share(place, partnerAddress, signal);
    if (shared.kind === 'shared' && shared.personId !== undefined)
      await layOut(files, place, mentorshipId, seasonNumber, shared.personId, signal);
    return { place, isShared: shared.kind === 'shared' };
  } catch (error) {
    if (error instanceof ServiceFailure) return undefined;
    throw error;
  }
}

/** The empty file that the partner will write over by its id: paths in somebody else's drive may not be reached. */
async function layOut(
  files: FilesPort,
  place: NotesPlace,
  mentorshipId: string,
  season: number,
  partnerId: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const text = encodeHalf(emptyHalf(mentorshipId, season, partnerId));
    await files.create(place, halfFileName(season, partnerId), text, signal);
  } catch (error) {
    if (!(error instanceof ServiceFailure && error.code === 'conflict')) throw error;
  }
}
