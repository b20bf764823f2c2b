import type { Table } from './table.ts';

interface Partition {
  readonly records: Map<string, unknown>;
  version: number;
}

/** Decoded records in memory, over whatever `load` reads from disk. */
export interface Memory {
  readonly all: <Item>(table: Table<Item>, owner: string) => ReadonlyMap<string, Item>;
  readonly get: <Item>(table: Table<Item>, owner: string, id: string) => Item | undefined;
  readonly version: (table: Table<unknown>, owner: string) => number;
  /** Sets or (with undefined) removes a record; returns what takes it back. */
  set(table: string, owner: string, id: string, value: unknown): () => void;
  forget(): void;
}

/** A cache of whole partitions, filled when first asked for and kept. */
export function createMemory(
  load: (table: string, owner: string) => Iterable<readonly [string, unknown]>,
): Memory {
  const partitions = new Map<string, Partition>();
  // Not reset by `forget`, so that a cache made before a reset is not taken for one made after it.
  let versions = 0;

  function partition(table: string, owner: string): Partition {
    const key = `${table}\u0000${owner}`;
    const known = partitions.get(key);
    if (known) return known;
    const fresh: Partition = { records: new Map(load(table, owner)), version: (versions += 1) };
    partitions.set(key, fresh);
    return fresh;
  }

  function put(held: Partition, id: string, value: unknown): void {
    if (value === undefined) held.records.delete(id);
    else held.records.set(id, value);
    held.version = versions += 1;
  }

  return {
    // A partition holds what was put through a table of the same name, hence of the same type.
    // oxlint-disable typescript/no-unsafe-type-assertion
    all: <Item>(table: Table<Item>, owner: string) =>
      partition(table.name, owner).records as ReadonlyMap<string, Item>,
    get: <Item>(table: Table<Item>, owner: string, id: string) =>
      partition(table.name, owner).records.get(id) as Item | undefined,
    // oxlint-enable typescript/no-unsafe-type-assertion
    version: (table, owner) => partition(table.name, owner).version,
    set(table, owner, id, value) {
      const held = partition(table, owner);
      const before = held.records.get(id);
      put(held, id, value);
      return () => put(held, id, before);
    },
    forget() {
      partitions.clear();
    },
  };
}
