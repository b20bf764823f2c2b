import type { RefusedWhy } from '#domain/notes/decodeHalf.ts';
import type { Notes } from '#domain/notes/notesView.ts';
import type { PrivateView } from '#domain/notes/readPrivate.ts';
import type { Half, PrivateNotes } from '#domain/notes/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import type { NotesPlace, StoredFile } from '#ports/files.ts';

/** What the notes are about, as far as the calendar tells. */
export interface NotesAbout {
  readonly mentorshipId: string;
  /** One's own directory id. */
  readonly me: string;
  readonly partnerAddress: string | undefined;
  /** The season that is written in; undefined where no calendar copy tells it. */
  readonly season: number | undefined;
  /** From the link of the invitation. */
  readonly place: NotesPlace | undefined;
  /** Whether one may begin the shared folder: who invites does. */
  readonly mayStart: boolean;
}

export type OwnNotes = Half | PrivateNotes;

/** One of one's own files: as it stands here, as OneDrive has it, and where that is. */
export interface OwnFile {
  readonly file: OwnNotes;
  /** The content that was last read or written; undefined before the first save. */
  readonly saved: OwnNotes | undefined;
  /** The content that was last read. What was written since may still turn out to be written over. */
  readonly seen: OwnNotes | undefined;
  readonly stored: StoredFile | undefined;
  /** Why what lies there cannot be read; it is not written over until the person says so. */
  readonly refused: RefusedWhy | undefined;
}

/** A half of the partner's. */
export interface PartnerFile {
  readonly half: Half;
  readonly stored: StoredFile;
  /** Read from the copy in one's own drive. */
  readonly isCopy: boolean;
}

/**
 * Why the partner's half cannot be read.
 * no-place: no invitation says where it is. gone: the folder is not there. not-shared: one may not open it. needs-consent, needs-admin: the larger permission.
 * foreign: the folder is a third person's. not-theirs: somebody else wrote over it. A RefusedWhy: what is in it.
 */
export type PartnerWhy =
  | 'no-place'
  | 'gone'
  | 'not-shared'
  | 'needs-consent'
  | 'needs-admin'
  | 'foreign'
  | 'not-theirs'
  | 'unreachable'
  | RefusedWhy;

export type PartnerState =
  | { readonly kind: 'read' }
  /** They have not written anything yet. */
  | { readonly kind: 'nothing-yet' }
  | {
      readonly kind: 'unreadable';
      readonly why: PartnerWhy;
      /** When the copy that is shown was written; undefined where there is none. */
      readonly copyAt: EpochMilli | undefined;
    };

/** How far what was typed has come. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: EpochMilli | undefined }
  /** Kept on this device; saved after a rest. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'failed';
      readonly failure: ServiceFailure;
      /** False where this device has no room: then it is on screen only. */
      readonly isKept: boolean;
    }
  /** One's own file in OneDrive cannot be read, so nothing is written over it. */
  | { readonly kind: 'blocked'; readonly why: RefusedWhy };

/** none: there is no shared folder. guest: it is in the partner's drive. */
export type SharingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'guest' }
  | {
      readonly kind: 'owner';
      readonly place: NotesPlace;
      readonly isShared: boolean;
      /** Graph's own words, where it refused. */
      readonly refused: string | undefined;
    };

export interface NotesState {
  readonly kind: 'loading' | 'ready' | 'failed';
  /** Why nothing could be read, or why this is the picture that this device has kept. */
  readonly failure: ServiceFailure | undefined;
  /** When what is shown was read, where that is not now. */
  readonly seenAt: EpochMilli | undefined;
  readonly notes: Notes;
  readonly privateNotes: PrivateView;
  readonly save: SaveState;
  readonly partner: PartnerState;
  /** Directory id of the partner, where it is known. */
  readonly partnerId: string | undefined;
  readonly sharing: SharingState;
}
