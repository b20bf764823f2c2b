import { events } from '#sandbox/graph/events/eventRecord.ts';
import { seedEvents } from '#sandbox/graph/seed.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import type { SeedEvent } from '#sandbox/types.ts';
import { findCastMember } from './cast.ts';

/** Puts real calendars in the place of what people have; whatever was in those calendars goes. */
export async function replaceCalendars(
  store: Store,
  calendars: ReadonlyMap<string, readonly SeedEvent[]>,
): Promise<void> {
  for (const [key, entries] of calendars) {
    const id = findCastMember(key)?.user.id;
    if (id === undefined) continue;
    await store.write((writer) => {
      for (const event of [...writer.all(events, id).keys()]) writer.remove(events, id, event);
    });
    await seedEvents(store, id, entries);
  }
}
