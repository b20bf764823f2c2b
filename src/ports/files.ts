import type { EpochMilli } from '#domain/time/types.ts';
import type { ServiceFailure } from './failure.ts';

/** The folder of a mentorship that both can open, by the ids of its drive and itself: names and places may change, these stay. */
export interface NotesPlace {
  readonly driveId: string;
  readonly folderId: string;
}

/** A file as its drive lists it. */
export interface StoredFile {
  readonly driveId: string;
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** Changes with every change of the content, and with nothing else. */
  readonly contentTag: string;
  /** Changes with every change: what a write is bound to. */
  readonly changeTag: string;
  /** The drive's own hash of the content; equal hashes, equal files. Undefined where it gives none. */
  readonly hash: string | undefined;
  readonly modifiedAt: EpochMilli;
  /** Directory id of who last wrote it, as the drive tells it. */
  readonly modifiedBy: string | undefined;
  /** Carries its own right and is good for a few minutes. */
  readonly downloadUrl: string | undefined;
}

/** What became of looking into a folder. absent: there is none (any more). */
export type FolderLook =
  | { readonly kind: 'there'; readonly files: readonly StoredFile[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

/** The shared folder, whose it is, and with whom its owner shares it. */
export interface SharedLook {
  readonly folder: FolderLook;
  /** Undefined where none is known or found. */
  readonly place: NotesPlace | undefined;
  /** Directory id of the person in whose drive it is. */
  readonly ownerId: string | undefined;
  /** Directory ids of those it is shared with; undefined for anybody but the owner. */
  readonly sharedWith: readonly string[] | undefined;
}

export interface NotesLook {
  readonly shared: SharedLook;
  /** The folder of the mentorship in one's own drive, which nobody else can open. */
  readonly own: FolderLook;
}

/** too-large: not fetched, since no file of ours is that large. */
export type FileText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' };

/** not-allowed: the organisation lets nobody share, or not with this person. */
export type ShareOutcome =
  | { readonly kind: 'shared'; readonly personId: string | undefined }
  | { readonly kind: 'not-allowed'; readonly detail: string };

/** The shared folder, and whether its first file was not there before. */
export interface MadeFolder {
  readonly place: NotesPlace;
  readonly isNew: boolean;
}

/** Where a new file goes: the shared folder, or one's own of a mentorship. */
export type NewFileIn = NotesPlace | { readonly ownOf: string };

/**
 * The files of the prep notes in OneDrive. Everything throws ServiceFailure: `changed` when somebody wrote first, `conflict` when a new file is there already,
 * `full`, `locked`, `refused`, `not-found` and those of any call. A folder of somebody else's is tried with the smaller permission first; `needs-consent` and
 * `needs-admin` of a look at it mean `Files.ReadWrite.All`.
 */
export interface FilesPort {
  /** Both folders of a mentorship in one request. Without a place the shared one is looked for in one's own drive. Throws only when nothing could be seen. */
  look(mentorshipId: string, place: NotesPlace | undefined, signal: AbortSignal): Promise<NotesLook>;
  read(file: StoredFile, signal: AbortSignal): Promise<FileText>;
  /** The file as it is listed now. */
  again(file: StoredFile, signal: AbortSignal): Promise<StoredFile>;
  /** New content for a file that nobody changed since it was listed. One request. */
  write(file: StoredFile, text: string, signal: AbortSignal): Promise<StoredFile>;
  /** A file that is not there yet, with the folders above it. One request. */
  create(where: NewFileIn, name: string, text: string, signal: AbortSignal): Promise<StoredFile>;
  /** Makes the shared folder in one's own drive with its first file. Safe to repeat: what is there is taken, and the file is left as it is. */
  makeShared(mentorshipId: string, firstName: string, text: string, signal: AbortSignal): Promise<MadeFolder>;
  /** Lets somebody read and write in the shared folder, without a mail, and looks whether it took effect. */
  share(place: NotesPlace, address: string, signal: AbortSignal): Promise<ShareOutcome>;
  /** Takes the permission away from everybody but the owner. */
  stopSharing(place: NotesPlace, signal: AbortSignal): Promise<void>;
}
