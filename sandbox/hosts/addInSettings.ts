import type { Store } from '#sandbox/store/openStore.ts';
import { table } from '#sandbox/store/table.ts';

/** What an add-in keeps in a mailbox beside the items: owner is the person. */
const addInSettings = table<string>('addInSettings');

/** Longest value: 32 KB of settings (Office.RoamingSettings), in bytes of UTF-16. */
const longestValue = 65_536;

/** Reads a value, after it was written when one is given. Empty for a key that nothing is kept under. */
export async function keepSetting(
  store: Store,
  personId: string,
  key: string,
  value: string | undefined,
): Promise<string> {
  if (value !== undefined && value.length <= longestValue)
    await store.write((writer) => writer.put(addInSettings, personId, key, value));
  return store.get(addInSettings, personId, key) ?? '';
}
