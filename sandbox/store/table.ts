/**
 * Names a kind of record. The type is only known to the compiler: the store keeps what it is given.
 * Records lie in partitions: one per owner (a mailbox, a drive), loaded as a whole when first read.
 */
export interface Table<Item> {
  readonly name: string;
  /** Never present: ties the type to the table. */
  readonly item?: Item;
}

/** A table for records of one type. The name is part of the keys on disk: at most 40 characters. */
export function table<Item>(name: string): Table<Item> {
  return { name };
}

export interface Reader {
  /** All records of a partition by id, in the order they were first put since it was loaded (by id after a restart). Do not keep the map: it changes. */
  readonly all: <Item>(table: Table<Item>, owner: string) => ReadonlyMap<string, Item>;
  readonly get: <Item>(table: Table<Item>, owner: string, id: string) => Item | undefined;
  /** Grows with every change of the partition; for caches. */
  readonly version: (table: Table<unknown>, owner: string) => number;
}

export interface Writer extends Reader {
  put<Item>(table: Table<Item>, owner: string, id: string, record: Item): void;
  remove(table: Table<unknown>, owner: string, id: string): void;
  /** Content of a file; read with `Store.content`. */
  putContent(id: string, content: Uint8Array): void;
  removeContent(id: string): void;
}
