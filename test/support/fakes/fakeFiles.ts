import { ServiceFailure, type FailureCode } from '../../../src/ports/failure.ts';
import type { FilesPort, FolderLook, NotesPlace, StoredFile } from '../../../src/ports/files.ts';
import type { ShelfPort } from '../../../src/ports/shelf.ts';

interface Item {
  readonly id: string;
  readonly driveId: string;
  readonly folder: string;
  readonly name: string;
  text: string;
  version: number;
  modifiedBy: string;
  modifiedAt: number;
}

export type FilesCall = keyof FilesPort;

/** OneDrives of several people in memory, which do what the port promises. One for all of a test; `as` is the port of one person. */
export interface FakeDrives {
  readonly items: Map<string, Item>;
  /** Calls of everybody, in order: `morgan look`. */
  readonly calls: string[];
  as(person: string): FilesPort & {
    /** The next call of that kind fails: before it did anything, or after. */
    fail(call: FilesCall, code: FailureCode, when?: 'before' | 'after'): void;
  };
  /** Somebody changes a file past the app. */
  overwrite(name: string, text: string, by: string): void;
  text(name: string): string | undefined;
  /** Addresses that sharing works with, by directory id. */
  readonly addresses: Map<string, string>;
}

/** `now` is what the drives' clocks say. */
export function createFakeDrives(now: () => number): FakeDrives {
  const items = new Map<string, Item>();
  const grants = new Map<string, string[]>();
  const addresses = new Map<string, string>();
  const calls: string[] = [];
  let ids = 0;

  const stored = (item: Item): StoredFile => ({
    driveId: item.driveId,
    id: item.id,
    name: item.name,
    sizeBytes: Buffer.byteLength(item.text),
    contentTag: `c${item.id}.${item.version}`,
    changeTag: `e${item.id}.${item.version}`,
    hash: `h${item.text.length}.${item.text}`,
    modifiedAt: item.modifiedAt,
    modifiedBy: item.modifiedBy,
    downloadUrl: undefined,
  });
  const inFolder = (driveId: string, folder: string): Item[] =>
    [...items.values()].filter((item) => item.driveId === driveId && item.folder === folder);
  const driveOf = (person: string): string => `drive-${person}`;
  const ownerOf = (driveId: string): string => driveId.slice('drive-'.length);
  const mayOpen = (person: string, { driveId, folderId }: NotesPlace): boolean =>
    ownerOf(driveId) === person || grants.get(`${driveId}/${folderId}`)?.includes(person) === true;

  function portOf(person: string): ReturnType<FakeDrives['as']> {
    const faults: { call: FilesCall; code: FailureCode; when: 'before' | 'after' }[] = [];
    const doing = async <T>(call: FilesCall, work: () => T): Promise<T> => {
      calls.push(`${person} ${call}`);
      await Promise.resolve();
      const at = faults.findIndex((fault) => fault.call === call);
      const [fault] = at === -1 ? [] : faults.splice(at, 1);
      if (fault?.when === 'before') throw new ServiceFailure(fault.code, 'told to');
      const result = work();
      if (fault?.when === 'after') throw new ServiceFailure(fault.code, 'told to', { mayHaveActed: true });
      return result;
    };
    const put = (driveId: string, folder: string, name: string, text: string): Item => {
      if (inFolder(driveId, folder).some((item) => item.name === name))
        throw new ServiceFailure('conflict', 'there is one');
      ids += 1;
      const item: Item = {
        id: `item-${ids}`,
        driveId,
        folder,
        name,
        text,
        version: 1,
        modifiedBy: person,
        modifiedAt: now(),
      };
      items.set(item.id, item);
      return item;
    };
    const folderLook = (driveId: string, folder: string): FolderLook => {
      const files = inFolder(driveId, folder).map(stored);
      return files.length === 0 ? { kind: 'absent' } : { kind: 'there', files };
    };
    return {
      fail: (call, code, when = 'before') => void faults.push({ call, code, when }),
      look: (mentorshipId, asked, _signal) =>
        doing('look', () => {
          const own = folderLook(driveOf(person), `Own/${mentorshipId}`);
          const home = { driveId: driveOf(person), folderId: `Shared/${mentorshipId}` };
          const hasHome = inFolder(home.driveId, home.folderId).length > 0;
          const place = asked ?? (hasHome ? home : undefined);
          if (place === undefined)
            return {
              shared: { folder: { kind: 'absent' }, place, ownerId: undefined, sharedWith: undefined },
              own,
            };
          const ownerId = ownerOf(place.driveId);
          const folder: FolderLook = mayOpen(person, place)
            ? folderLook(place.driveId, place.folderId)
            : { kind: 'failed', failure: new ServiceFailure('refused', '403') };
          const sharedWith =
            ownerId === person ? (grants.get(`${place.driveId}/${place.folderId}`) ?? []) : undefined;
          return { shared: { folder, place, ownerId, sharedWith }, own };
        }),
      read: (file) =>
        doing('read', () => {
          const item = items.get(file.id);
          if (item === undefined) throw new ServiceFailure('not-found', '404');
          return { kind: 'text', text: item.text };
        }),
      again: (file) =>
        doing('again', () => {
          const item = items.get(file.id);
          if (item === undefined) throw new ServiceFailure('not-found', '404');
          return stored(item);
        }),
      write: (file, text) =>
        doing('write', () => {
          const item = items.get(file.id);
          if (item === undefined) throw new ServiceFailure('not-found', '404');
          if (stored(item).changeTag !== file.changeTag) throw new ServiceFailure('changed', '412');
          Object.assign(item, { text, version: item.version + 1, modifiedBy: person, modifiedAt: now() });
          return stored(item);
        }),
      create: (where, name, text) =>
        doing('create', () => {
          if ('ownOf' in where) return stored(put(driveOf(person), `Own/${where.ownOf}`, name, text));
          // Paths in somebody else's drive are not reached.
          if (ownerOf(where.driveId) !== person) throw new ServiceFailure('not-found', '404');
          return stored(put(where.driveId, where.folderId, name, text));
        }),
      makeShared: (mentorshipId, firstName, text) =>
        doing('makeShared', () => {
          const place = { driveId: driveOf(person), folderId: `Shared/${mentorshipId}` };
          const isNew = !inFolder(place.driveId, place.folderId).some(({ name }) => name === firstName);
          if (isNew) put(place.driveId, place.folderId, firstName, text);
          return { place, isNew };
        }),
      share: (place, address) =>
        doing('share', () => {
          const personId = [...addresses].find(([, known]) => known === address)?.[0];
          if (personId === undefined) return { kind: 'not-allowed', detail: '400 invalidRequest' };
          grants.set(`${place.driveId}/${place.folderId}`, [personId]);
          return { kind: 'shared', personId };
        }),
      stopSharing: (place) =>
        doing('stopSharing', () => void grants.delete(`${place.driveId}/${place.folderId}`)),
    };
  }

  return {
    items,
    calls,
    addresses,
    as: portOf,
    overwrite(name, text, by) {
      const item = [...items.values()].find((each) => each.name === name);
      if (item === undefined) throw new Error(`no file ${name}`);
      Object.assign(item, { text, version: item.version + 1, modifiedBy: by, modifiedAt: now() });
    },
    text: (name) => [...items.values()].find((each) => each.name === name)?.text,
  };
}

/** A device's shelf in memory. `drafts` outlive the page, as in a browser. */
export function createFakeShelf(
  drafts = new Map<string, string>(),
): ShelfPort & { readonly kept: Map<string, string>; readonly copies: Map<string, string> } {
  const copies = new Map<string, string>();
  return {
    kept: drafts,
    copies,
    drafts: (start) =>
      [...drafts].flatMap(([name, text]) => (name.startsWith(start) ? [{ name, text }] : [])),
    keepDraft: (name, text) => {
      drafts.set(name, text);
      return true;
    },
    dropDraft: (name) => void drafts.delete(name),
    hasUnsaved: () => [...drafts.values()].some((text) => text.startsWith('{"sent":false')),
    copy: (name) => Promise.resolve(copies.get(name)),
    keepCopy: (name, text) => Promise.resolve(void copies.set(name, text)),
  };
}
