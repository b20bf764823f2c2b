import { shortId } from '#domain/notes/noteId.ts';
import type { KnownCalendar } from '#domain/notes/notesView.ts';
import type { Pen } from '#domain/notes/stamp.ts';
import type { Half, PrivateNotes } from '#domain/notes/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { ClockPort } from '#ports/clock.ts';
import { ServiceFailure } from '#ports/failure.ts';
import { createSaver } from './createSaver.ts';
import { gatherNotes, type GatherPorts } from './gatherNotes.ts';
import { dropDrafts, keepDraft, keepSent, recallDrafts } from './keepDrafts.ts';
import {
  emptyModel,
  fileFor,
  hasDraft,
  joinModels,
  viewOf,
  withDrafts,
  withFile,
  type NotesModel,
} from './notesModel.ts';
import { saveCopies } from './saveCopies.ts';
import { shareNotes, stopSharingNotes } from './shareNotes.ts';
import type { NotesAbout, NotesState, OwnFile, SharingState } from './types.ts';

export interface SessionPorts extends GatherPorts {
  readonly clock: ClockPort;
}

/** Who changes a file, and when: the pen goes into the edit. */
export type HalfEdit = (half: Half, pen: Pen) => Half;
export type PrivateEdit = (notes: PrivateNotes, pen: Pen) => PrivateNotes;

/**
 * The notes of one mentorship in one opening of the app. Reads, joins and shows them; keeps every keystroke on the device; saves after a rest. Knows nothing of
 * screens. Never throws: what goes wrong is in the state.
 */
export interface NotesSession {
  readonly state: () => NotesState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells what the calendar has; undefined while nobody knows. */
  setCalendar(calendar: KnownCalendar | undefined): void;
  /** Reads everything, or again what has changed. */
  refresh(): Promise<void>;
  /** Changes one's own half. `entryId` names an entry that may stand in an earlier season's file. `isTyping`: the view may follow a moment later. */
  write(edit: HalfEdit, options?: { readonly entryId?: string; readonly isTyping?: boolean }): void;
  writePrivate(edit: PrivateEdit, options?: { readonly entryId?: string; readonly isTyping?: boolean }): void;
  /** Saves what is not saved, now. */
  flush(): Promise<void>;
  /** Shares with the partner, making the folder where there is none. */
  share(): Promise<void>;
  stopSharing(): Promise<void>;
  /** Writes over one's own file that cannot be read; OneDrive keeps the earlier version. */
  replaceRefused(): Promise<void>;
  newId(): string;
}

/** How long the picture may lag behind a keystroke; the field itself shows it at once. */
const viewLagMilliseconds = 250;
const longestLagMilliseconds = 3_000;
const copyAfterMilliseconds = 5_000;

export function createNotesSession(ports: SessionPorts, about: NotesAbout): NotesSession {
  const { clock, shelf } = ports;
  const listeners = new Set<() => void>();
  const writer = shortId(clock.newId()).slice(0, 8);
  let model: NotesModel = emptyModel;
  let calendar: KnownCalendar | undefined;
  let kind: NotesState['kind'] = 'loading';
  let failure: ServiceFailure | undefined;
  let seenAt: EpochMilli | undefined;
  let refusedToShare: string | undefined;
  let shown: NotesState | undefined;
  let lag: AbortController | undefined;
  let lagsSince: EpochMilli | undefined;
  let reading: Promise<void> | undefined;
  let copying: AbortController | undefined;

  const tell = (): void => {
    lag?.abort();
    lag = undefined;
    lagsSince = undefined;
    shown = undefined;
    for (const listener of listeners) listener();
  };
  /** After the last of several keystrokes, so that nothing is put together while somebody types; but not later than the longest lag. */
  const tellLater = (): void => {
    lag?.abort();
    const stop = new AbortController();
    lag = stop;
    lagsSince ??= clock.now();
    const rest = Math.max(0, lagsSince + longestLagMilliseconds - clock.now());
    clock.wait(Math.min(viewLagMilliseconds, rest), stop.signal).then(tell, () => {});
  };
  const saver = createSaver(ports, about, {
    model: () => model,
    change: (next) => {
      model = next;
    },
    keep: (own) => {
      keepDraft(shelf, writer, own);
      keepSent(shelf, writer, own);
    },
    beforeFirstShared: () => share(),
    tell,
  });

  function change(own: OwnFile, isTyping: boolean): void {
    model = withFile(model, own);
    saver.changed(keepDraft(shelf, writer, own));
    if (isTyping) tellLater();
    else tell();
  }

  async function read(): Promise<void> {
    const drafts = recallDrafts(shelf, about.mentorshipId, about.me);
    try {
      const fresh = await gatherNotes(ports, about, new AbortController().signal);
      model = withDrafts(joinModels(model, fresh), drafts);
      dropDrafts(
        shelf,
        drafts.filter((draft) => hasDraft(fresh, draft)),
      );
      kind = 'ready';
      failure = undefined;
      seenAt = clock.now();
    } catch (error) {
      failure = asFailure(error);
      // What was typed here shows also while nothing can be read.
      model = withDrafts(model, drafts);
      if (kind === 'loading') kind = 'failed';
    }
    tell();
    if (kind === 'ready') saver.look();
    if (failure === undefined) copyLater();
  }

  /** Copies are nobody's hurry, and come after what somebody waits for. */
  function copyLater(): void {
    copying?.abort();
    const stop = new AbortController();
    copying = stop;
    const copy = async (): Promise<void> => {
      await clock.wait(copyAfterMilliseconds, stop.signal);
      await saveCopies(ports, about, model, stop.signal);
    };
    // Stopped by the next reading, which copies again.
    copy().catch(() => {});
  }

  async function share(): Promise<void> {
    try {
      const outcome = await shareNotes(ports, about, model, new AbortController().signal);
      model = outcome.model;
      refusedToShare = outcome.refused;
    } catch (error) {
      failure = asFailure(error);
    }
    tell();
  }

  return {
    state: () =>
      (shown ??= {
        kind,
        failure,
        seenAt,
        ...viewOf(model, about.me, calendar, clock.now()),
        save: saver.state(),
        partner: model.partnerState,
        partnerId: model.partnerId,
        sharing: sharingOf(model, about, refusedToShare),
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setCalendar(next) {
      if (next === calendar) return;
      calendar = next;
      tell();
    },
    refresh() {
      reading ??= read().finally(() => {
        reading = undefined;
      });
      return reading;
    },
    write(edit, { entryId, isTyping = false } = {}) {
      const own = fileFor(model, about, 'half', entryId);
      if (own.file.kind !== 'half') return;
      const file = edit(own.file, { writer, at: clock.now() });
      if (file !== own.file) change({ ...own, file }, isTyping);
    },
    writePrivate(edit, { entryId, isTyping = false } = {}) {
      const own = fileFor(model, about, 'private', entryId);
      if (own.file.kind !== 'private') return;
      const file = edit(own.file, { writer, at: clock.now() });
      if (file !== own.file) change({ ...own, file }, isTyping);
    },
    flush: () => saver.flush(),
    share,
    async stopSharing() {
      try {
        model = await stopSharingNotes(ports, model, new AbortController().signal);
      } catch (error) {
        failure = asFailure(error);
      }
      tell();
    },
    async replaceRefused() {
      for (const own of model.own)
        if (own.refused !== undefined)
          model = withFile(model, { ...own, refused: undefined, saved: undefined });
      tell();
      await saver.flush();
    },
    newId: () => shortId(clock.newId()),
  };
}

function sharingOf({ shared }: NotesModel, { me }: NotesAbout, refused: string | undefined): SharingState {
  const { place, ownerId, sharedWith } = shared;
  if (place === undefined) return { kind: 'none' };
  if (sharedWith === undefined && ownerId !== me) return { kind: 'guest' };
  return { kind: 'owner', place, isShared: (sharedWith ?? []).some((id) => id !== me), refused };
}

function asFailure(error: unknown): ServiceFailure {
  return error instanceof ServiceFailure
    ? error
    : new ServiceFailure('unexpected', 'the notes', { cause: error });
}
