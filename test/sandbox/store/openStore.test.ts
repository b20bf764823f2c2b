import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '#sandbox/store/openStore.ts';
import { table } from '#sandbox/store/table.ts';

interface Note {
  readonly text: string;
  readonly days?: Readonly<Record<string, number>>;
}
const notes = table<Note>('notes');
let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openStore({ folder });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
const reopen = async (): Promise<void> => {
  await store.close();
  store = await openStore({ folder });
};

it('keeps records over a restart, as they were', async () => {
  const note: Note = { text: 'für Ann', days: { 20000: 1, 20007: 2 } };
  await store.write((writer) => {
    writer.put(notes, 'ann', '1', note);
    writer.put(notes, 'ben', '1', { text: 'other' });
  });
  await reopen();
  expect(store.get(notes, 'ann', '1')).toEqual(note);
  expect([...store.all(notes, 'ann').keys()]).toEqual(['1']);
  expect(store.all(notes, 'an').size).toBe(0);
});

it('does all of a change or nothing of it', async () => {
  await store.write((writer) => writer.put(notes, 'ann', '1', { text: 'first' }));
  const version = store.version(notes, 'ann');
  await expect(
    store.write((writer) => {
      writer.put(notes, 'ann', '1', { text: 'second' });
      writer.put(notes, 'ben', '1', { text: 'new' });
      writer.remove(notes, 'ann', '1');
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(store.get(notes, 'ann', '1')).toEqual({ text: 'first' });
  expect(store.get(notes, 'ben', '1')).toBeUndefined();
  expect(store.version(notes, 'ann')).toBeGreaterThan(version);
  await reopen();
  expect(store.get(notes, 'ann', '1')).toEqual({ text: 'first' });
});

it('reads its own writes within a change, and tells others by the version', async () => {
  const before = store.version(notes, 'ann');
  const seen = await store.write((writer) => {
    writer.put(notes, 'ann', '1', { text: 'x' });
    return writer.get(notes, 'ann', '1')?.text;
  });
  expect(seen).toBe('x');
  expect(store.version(notes, 'ann')).toBeGreaterThan(before);
  expect(store.version(notes, 'ben')).not.toBe(store.version(notes, 'ann'));
});

it('keeps contents, also while they are being written', async () => {
  const bytes = Buffer.from([0, 1, 255]);
  const writing = store.write((writer) => writer.putContent('c', bytes));
  expect(store.content('c')).toEqual(bytes);
  await writing;
  await reopen();
  expect(Buffer.from(store.content('c') ?? [])).toEqual(bytes);
  await store.write((writer) => writer.removeContent('c'));
  expect(store.content('c')).toBeUndefined();
});

it('forgets everything on a reset', async () => {
  await store.write((writer) => {
    writer.put(notes, 'ann', '1', { text: 'x' });
    writer.putContent('c', Buffer.from('x'));
  });
  await store.reset();
  expect(store.all(notes, 'ann').size).toBe(0);
  await reopen();
  expect(store.all(notes, 'ann').size).toBe(0);
  expect(store.content('c')).toBeUndefined();
});

it('takes many records at once', async () => {
  await store.write((writer) => {
    for (let index = 0; index < 20_000; index += 1)
      writer.put(notes, 'ann', String(index), { text: `note ${index}` });
  });
  await reopen();
  expect(store.all(notes, 'ann').size).toBe(20_000);
});
