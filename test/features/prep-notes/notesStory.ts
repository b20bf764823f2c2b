import { createNotesSession, type NotesSession } from '#features/prep-notes/session/createNotesSession.ts';
import type { NotesAbout } from '#features/prep-notes/session/types.ts';
import { putItem } from '#domain/notes/editEntries.ts';
import type { ClockPort } from '#ports/clock.ts';
import type { NotesPlace } from '#ports/files.ts';
import { createFakeDrives, createFakeShelf, type FakeDrives } from '#test/support/fakes/fakeFiles.ts';
import { createFakeMemory, createFakePeople } from '#test/support/fakes/fakeServices.ts';
import { dana, morgan, tomas } from '#test/support/fakes/story.ts';

export const mentorshipId = 'b2f7c1d0-93a4-4e58-9f07-1c6d2a8e5b33';
export const morganId = 'oid-morgan';
export const danaId = 'oid-dana';

/** A clock that goes on only when told, with its timers. */
export interface HandClock extends ClockPort {
  /** Lets time pass and everything that is due happen. */
  pass(milliseconds: number): Promise<void>;
}

export function createHandClock(start: number): HandClock {
  let at = start;
  let ids = 0;
  const timers = new Set<{ readonly due: number; readonly ring: () => void }>();
  return {
    now: () => at,
    zone: () => 'Europe/London',
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${(ids * 7919).toString(16).padStart(12, '0')}`;
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const timer = { due: at + milliseconds, ring: resolve };
        timers.add(timer);
        signal.addEventListener('abort', () => {
          timers.delete(timer);
          reject(new DOMException('stopped', 'AbortError'));
        });
      }),
    async pass(milliseconds) {
      at += milliseconds;
      for (const timer of timers) {
        if (timer.due > at) continue;
        timers.delete(timer);
        timer.ring();
      }
      await settle();
    },
  };
}

/** Lets all promises that wait for nothing outside come to their end. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => setTimeout(resolve, 0));
}

export interface NotesWorld {
  readonly drives: FakeDrives;
  readonly clock: HandClock;
  /** Somebody opens the app on a device; `drafts` is what the device has kept. */
  readonly open: (
    who: 'morgan' | 'dana',
    options?: {
      readonly drafts?: Map<string, string>;
      readonly place?: NotesPlace;
      readonly season?: number;
      readonly partner?: 'tomas';
      readonly files?: ReturnType<FakeDrives['as']>;
    },
  ) => NotesSession;
}

/** Morgan organises; Dana is invited. */
export function tellNotes(): NotesWorld {
  const clock = createHandClock(Date.parse('2026-11-23T09:00:00Z'));
  const drives = createFakeDrives(() => clock.now());
  drives.addresses.set(danaId, dana.address);
  return {
    drives,
    clock,
    open(who, options = {}) {
      const isMorgan = who === 'morgan';
      const about: NotesAbout = {
        mentorshipId,
        me: isMorgan ? morganId : danaId,
        partnerAddress:
          options.partner === 'tomas' ? tomas.address : isMorgan ? dana.address : morgan.address,
        season: options.season ?? (isMorgan ? 2 : undefined),
        place: options.place,
        mayStart: isMorgan,
      };
      const [me, partner] = isMorgan ? [morgan, dana] : [dana, morgan];
      return createNotesSession(
        {
          clock,
          files: options.files ?? drives.as(about.me),
          shelf: createFakeShelf(options.drafts),
          memory: createFakeMemory(),
          people: createFakePeople(me, [me, partner, tomas]),
        },
        about,
      );
    },
  };
}

/** Where Morgan's shared folder is. */
export const sharedPlace: NotesPlace = { driveId: `drive-${morganId}`, folderId: `Shared/${mentorshipId}` };

/** Adds an item to a meeting. */
export function addItem(session: NotesSession, text: string, note = '2026-12-03'): string {
  const id = session.newId();
  session.write((half, pen) => putItem(half, { id, type: 'topic', text, note }, pen));
  return id;
}

/** Everything on the agenda of a meeting, as somebody sees it. */
export function agendaOf(session: NotesSession, note = '2026-12-03'): readonly string[] {
  return (
    session
      .state()
      .notes.byNote.get(note)
      ?.agenda.map(({ text }) => text) ?? []
  );
}
