import { seedEvents, seedUser } from '#sandbox/graph/seed.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import { table } from '#sandbox/store/table.ts';
import type { SeedEvent } from '#sandbox/types.ts';
import { cast } from './cast.ts';
import { createSeason } from './season.ts';

interface SeedNote {
  /** When the calendars were made, epoch milliseconds; they are relative to that day. */
  readonly madeAt: number;
  readonly eventCounts: Readonly<Record<string, number>>;
}

const notes = table<SeedNote>('people.notes');

/** What is known of the cast's calendars, or undefined before they are made. */
export function seedNote(store: Store): SeedNote | undefined {
  return store.get(notes, '', 'cast');
}

/**
 * Makes everyone's mailbox and calendar in an empty store. `imported` puts real calendars in the place of made-up ones, by short name. The note is
 * written last: a store without it was left half-made and is to be emptied.
 */
export async function seedCast(
  store: Store,
  now: number,
  imported: ReadonlyMap<string, readonly SeedEvent[]> = new Map(),
): Promise<void> {
  const season = createSeason(now);
  for (const { user, guestAccounts } of cast)
    for (const account of [user, ...guestAccounts]) await seedUser(store, account);
  const eventCounts: Record<string, number> = {};
  for (const { key, user, calendar } of cast) {
    const entries = imported.get(key) ?? calendar(season);
    eventCounts[key] = entries.length;
    await seedEvents(store, user.id, entries);
  }
  await store.write((writer) => writer.put(notes, '', 'cast', { madeAt: now, eventCounts }));
}
