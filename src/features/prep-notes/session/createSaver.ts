import { mergeOwnDevices } from '#domain/notes/mergeOwnDevices.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { SessionPorts } from './createNotesSession.ts';
import { findOwn, unsavedOf, withFile, type NotesModel } from './notesModel.ts';
import { saveFile } from './saveFile.ts';
import type { NotesAbout, OwnFile, SaveState } from './types.ts';

interface SaverHooks {
  readonly model: () => NotesModel;
  readonly change: (model: NotesModel) => void;
  /** Keeps on the device what of a file is not saved, and what is saved and not seen again. */
  readonly keep: (own: OwnFile) => void;
  /** Makes and shares the folder before the first shared half is saved. */
  readonly beforeFirstShared: () => Promise<void>;
  readonly tell: () => void;
}

/** Saves quietly: after a rest, on leaving, and again by itself after a failure that passes. */
export interface Saver {
  /** Something was typed. */
  changed(isKept: boolean): void;
  /** Saves what an earlier opening left. */
  look(): void;
  flush(): Promise<void>;
  state(): SaveState;
}

/** OneDrive keeps a version of every save, so it is done seldom. */
const restMilliseconds = 15_000;
/** After failures that pass by themselves: longer each time, up to five minutes. */
const firstPauseMilliseconds = 20_000;
const longestPauseMilliseconds = 300_000;
/** Failures that pass by themselves. Others wait for the person, or for the next keystroke. */
const passing: ReadonlySet<string> = new Set([
  'offline',
  'unavailable',
  'throttled',
  'locked',
  'changed',
  'conflict',
]);

export function createSaver(ports: SessionPorts, about: NotesAbout, hooks: SaverHooks): Saver {
  const { clock } = ports;
  let isKept = true;
  let savedAt: EpochMilli | undefined;
  let isSaving = false;
  let failure: ServiceFailure | undefined;
  let failures = 0;
  let timer: AbortController | undefined;
  let running: Promise<void> | undefined;

  const after = (milliseconds: number): void => {
    timer?.abort();
    const stop = new AbortController();
    timer = stop;
    clock.wait(milliseconds, stop.signal).then(
      () => void flush(),
      () => {},
    );
  };

  const saveAll = async (): Promise<void> => {
    const tried = new Set<unknown>();
    for (;;) {
      const own = unsavedOf(hooks.model()).find(
        (each) => each.refused === undefined && !tried.has(each.file),
      );
      if (own === undefined) return;
      tried.add(own.file);
      // One file after the other: the first share decides where the next one goes.
      /* oxlint-disable no-await-in-loop */
      const isFirst = own.file.kind === 'half' && hooks.model().shared.place === undefined && about.mayStart;
      if (isFirst) {
        await hooks.beforeFirstShared();
        if (!unsavedOf(hooks.model()).some(({ file }) => file === own.file)) continue;
      }
      await saveOne(own);
      /* oxlint-enable no-await-in-loop */
    }
  };

  async function saveOne(own: OwnFile): Promise<void> {
    const signal = new AbortController().signal;
    const { shared } = hooks.model();
    const isReachable = shared.folder.kind !== 'failed' && shared.folder.kind !== 'absent';
    const place =
      shared.place !== undefined && (isReachable || shared.ownerId === about.me) ? shared.place : undefined;
    const saved = await saveFile(ports, own, place, signal).catch((error: unknown) => {
      // A new file in somebody else's folder may be out of reach: then it waits in one's own drive.
      const isOutOfReach =
        error instanceof ServiceFailure &&
        ['not-found', 'refused'].includes(error.code) &&
        own.stored === undefined;
      if (!isOutOfReach || place === undefined || shared.ownerId === about.me) throw error;
      return saveFile(ports, own, undefined, signal);
    });
    const now = findOwn(hooks.model(), own.file) ?? own;
    if (saved.kind === 'refused') {
      hooks.change(withFile(hooks.model(), { ...now, refused: saved.why }));
      return;
    }
    // What was typed while it was under way is still to be saved.
    const file = now.file === own.file ? saved.content : mergeOwnDevices(now.file, saved.content);
    const next = { ...now, file, saved: saved.content, stored: saved.stored };
    hooks.change(withFile(hooks.model(), next));
    hooks.keep(next);
    savedAt = clock.now();
  }

  const flush = (): Promise<void> => {
    timer?.abort();
    timer = undefined;
    running ??= (async () => {
      // After the caller has noted that this runs.
      await Promise.resolve();
      if (unsavedOf(hooks.model()).every(({ refused }) => refused !== undefined)) return;
      isSaving = true;
      hooks.tell();
      try {
        await saveAll();
        savedAt = clock.now();
        failure = undefined;
        failures = 0;
      } catch (error) {
        failure =
          error instanceof ServiceFailure
            ? error
            : new ServiceFailure('unexpected', 'saving the notes', { cause: error });
        failures += 1;
        const pause = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (failures - 1));
        if (passing.has(failure.code)) after(Math.max(pause, (failure.retryAfterSeconds ?? 0) * 1000));
      } finally {
        isSaving = false;
      }
    })().finally(() => {
      running = undefined;
      hooks.tell();
    });
    return running;
  };

  return {
    changed(kept) {
      isKept = kept;
      after(restMilliseconds);
    },
    look() {
      if (unsavedOf(hooks.model()).some(({ refused }) => refused === undefined) && timer === undefined)
        after(restMilliseconds);
    },
    flush,
    state() {
      if (isSaving) return { kind: 'saving' };
      const unsaved = unsavedOf(hooks.model());
      const refused = unsaved.find((own) => own.refused !== undefined)?.refused;
      if (refused !== undefined) return { kind: 'blocked', why: refused };
      if (failure !== undefined && unsaved.length > 0) return { kind: 'failed', failure, isKept };
      return unsaved.length > 0 ? { kind: 'kept' } : { kind: 'saved', at: savedAt };
    },
  };
}
