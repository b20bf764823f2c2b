import { open } from 'lmdb';
import { createMemory } from './memory.ts';
import type { Reader, Table, Writer } from './table.ts';

/**
 * What the sandbox knows, kept on disk. Records are plain, immutable objects: a change puts a new object in the place of the old one, so that
 * derived data may be cached by the record's identity.
 */
export interface Store extends Reader {
  /**
   * Runs `change` at once and as a whole: when it throws, nothing has happened. Resolves when all of it is on disk as one transaction, so a
   * request answers after this promise and nothing acknowledged is lost.
   */
  write<Result>(change: (writer: Writer) => Result): Promise<Result>;
  /** A stored file's content, or undefined. */
  content(id: string): Uint8Array | undefined;
  /** Forgets everything, and tells who asked to be told. */
  reset(): Promise<void>;
  onReset(listener: () => void): void;
  close(): Promise<void>;
}

type Key = readonly [table: string, owner: string, id: string];

const contents = 'contents';

/** Opens (or makes) the store in a folder. One process at a time. */
export async function openStore({ folder }: { readonly folder: string }): Promise<Store> {
  const disk = open<unknown, string[]>({ path: folder, noSubdir: false });
  const memory = createMemory((table, owner) =>
    disk
      .getRange({ start: [table, owner, ''], end: [table, owner, '\uffff'] })
      .map(({ key, value }) => [key[2] ?? '', value] as const),
  );
  const resetListeners: (() => void)[] = [];
  const pendingContents = new Map<string, Uint8Array>();

  async function commit(
    changes: readonly (readonly [Key, unknown])[],
    bytes: readonly (readonly [string, Uint8Array | undefined])[],
  ): Promise<void> {
    await disk.batch(() => {
      for (const [key, value] of changes) {
        if (value === undefined) void disk.remove([...key]);
        else void disk.put([...key], value);
      }
      for (const [id, content] of bytes) {
        if (content === undefined) void disk.remove([contents, '', id]);
        else void disk.put([contents, '', id], content);
      }
    });
    await disk.flushed;
  }

  return {
    all: memory.all,
    get: memory.get,
    version: memory.version,
    async write(change) {
      const changes: (readonly [Key, unknown])[] = [];
      const bytes: (readonly [string, Uint8Array | undefined])[] = [];
      const undo: (() => void)[] = [];
      const set = (table: string, owner: string, id: string, value: unknown): void => {
        undo.push(memory.set(table, owner, id, value));
        changes.push([[table, owner, id], value]);
      };
      const writer: Writer = {
        all: memory.all,
        get: memory.get,
        version: memory.version,
        put: <Item>(table: Table<Item>, owner: string, id: string, record: Item) =>
          set(table.name, owner, id, record),
        remove: (table, owner, id) => set(table.name, owner, id, undefined),
        putContent: (id, content) => void bytes.push([id, content]),
        removeContent: (id) => void bytes.push([id, undefined]),
      };
      let result;
      try {
        result = change(writer);
      } catch (error) {
        for (const step of undo.toReversed()) step();
        throw error;
      }
      if (changes.length === 0 && bytes.length === 0) return result;
      for (const [id, content] of bytes) if (content !== undefined) pendingContents.set(id, content);
      try {
        await commit(changes, bytes);
      } catch (error) {
        memory.forget();
        throw error;
      } finally {
        for (const [id, content] of bytes)
          if (pendingContents.get(id) === content) pendingContents.delete(id);
      }
      return result;
    },
    content(id) {
      const pending = pendingContents.get(id);
      if (pending) return pending;
      const value = disk.get([contents, '', id]);
      return value instanceof Uint8Array ? value : undefined;
    },
    async reset() {
      memory.forget();
      await disk.clearAsync();
      await disk.flushed;
      for (const listener of resetListeners) listener();
    },
    onReset(listener) {
      resetListeners.push(listener);
    },
    async close() {
      await disk.flushed;
      await disk.close();
    },
  };
}
