import { events } from '#sandbox/graph/events/eventRecord.ts';
import { SeedError, seedEvents, seedUser } from '#sandbox/graph/seed.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import { table } from '#sandbox/store/table.ts';
import { StartFailure } from '#sandbox/startFailure.ts';
import { cast, findCastMember } from './cast.ts';
import type { ImportedCalendar } from './readCalendarFiles.ts';
import { createSeason } from './season.ts';
import { seedMail } from './seedMail.ts';

/** What is known of the cast's calendars. */
interface SeedNote {
  /** When the calendars were made, epoch milliseconds; they are relative to that day. */
  readonly madeAt: number;
  /** Entries by person (a series is one). */
  readonly entryCounts: Readonly<Record<string, number>>;
  /** Hash of the file that stands behind a person. */
  readonly importedHashes: Readonly<Record<string, string>>;
}

const notes = table<SeedNote>('people.notes');

/** The note, or undefined before the calendars are made. */
export function seedNote(store: Store): SeedNote | undefined {
  return store.get(notes, '', 'cast');
}

/**
 * Makes everyone's mailbox and calendar in an empty store; imported calendars take the place of made-up ones. The note is written last: a store without it
 * was left half-made and is to be emptied. Throws a StartFailure for an entry of a file that Exchange would not take.
 */
export async function seedCast(
  store: Store,
  now: number,
  imported: readonly ImportedCalendar[] = [],
): Promise<void> {
  const season = createSeason(now);
  for (const { user, guestAccounts } of cast)
    for (const account of [user, ...guestAccounts]) await seedUser(store, account);
  const entryCounts: Record<string, number> = {};
  for (const { key, user, calendar } of cast) {
    const real = imported.find((entry) => entry.key === key);
    const entries = real?.entries ?? calendar(season);
    entryCounts[key] = entries.length;
    if (real === undefined) await seedEvents(store, user.id, entries);
    else await seedImported(store, user.id, real);
  }
  await seedMail(store, now);
  const importedHashes = Object.fromEntries(imported.map(({ key, hash }) => [key, hash]));
  await store.write((writer) => writer.put(notes, '', 'cast', { madeAt: now, entryCounts, importedHashes }));
}

/**
 * Puts imported calendars in the place of what people have, unless that very file was imported before: then what has happened since stays. The new entries
 * come before the old ones go, so a calendar that is refused changes nothing.
 */
export async function replaceCalendars(store: Store, imported: readonly ImportedCalendar[]): Promise<void> {
  for (const calendar of imported) {
    const note = seedNote(store);
    const id = findCastMember(calendar.key)?.user.id;
    if (note === undefined || id === undefined || note.importedHashes[calendar.key] === calendar.hash)
      continue;
    const old = [...store.all(events, id).keys()];
    await seedImported(store, id, calendar);
    await store.write((writer) => {
      for (const event of old) writer.remove(events, id, event);
      writer.put(notes, '', 'cast', {
        ...note,
        entryCounts: { ...note.entryCounts, [calendar.key]: calendar.entries.length },
        importedHashes: { ...note.importedHashes, [calendar.key]: calendar.hash },
      });
    });
  }
}

async function seedImported(
  store: Store,
  ownerId: string,
  { entries, lines, file }: ImportedCalendar,
): Promise<void> {
  try {
    await seedEvents(store, ownerId, entries);
  } catch (cause) {
    if (!(cause instanceof SeedError)) throw cause;
    const reason = cause.cause instanceof Error ? cause.cause.message : cause.message;
    throw new StartFailure(`${file}, line ${lines[cause.index] ?? 1}: ${reason} Nothing was imported.`, {
      cause,
    });
  }
}
