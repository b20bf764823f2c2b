import type { NotesPlace, StoredFile } from '#ports/files.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';
import { adaptersFor } from './adaptersOverGraph.ts';

const [ann, ben, eve] = [directoryUser('Ann'), directoryUser('Ben'), directoryUser('Eve')];
const signal = new AbortController().signal;
const name = `season-1.${ann.id}.json`;
let graph: RunningGraph;
let count = 0;

beforeAll(async () => {
  graph = await startGraph([ann, ben, eve]);
});
afterEach(() => {
  graph.faults.replace([]);
  graph.switches.reset();
});
afterAll(() => graph.stop());

/** A mentorship of its own, whose folder Ann has made and shared with Ben. */
async function shared(): Promise<{ readonly mentorshipId: string; readonly place: NotesPlace }> {
  count += 1;
  const mentorshipId = `mentorship-${count}`;
  const { files } = adaptersFor(graph, ann);
  const { place } = await files.makeShared(mentorshipId, name, '{"first":1}', signal);
  expect(await files.share(place, ben.mail, signal)).toEqual({ kind: 'shared', personId: ben.id });
  return { mentorshipId, place };
}

async function fileOf(person: typeof ann, mentorshipId: string, place: NotesPlace): Promise<StoredFile> {
  const { shared: look } = await adaptersFor(graph, person).files.look(mentorshipId, place, signal);
  const file = look.folder.kind === 'there' ? look.folder.files[0] : undefined;
  if (file === undefined) throw new Error('no file');
  return file;
}

describe('the files of the notes, over the sandbox', () => {
  it('finds the shared folder in one’s own drive, whose it is and with whom it is shared', async () => {
    const { mentorshipId, place } = await shared();
    const look = await adaptersFor(graph, ann).files.look(mentorshipId, undefined, signal);
    expect(look.shared).toMatchObject({ place, ownerId: ann.id, sharedWith: [ben.id] });
    expect(look.own).toEqual({ kind: 'absent' });
  });

  it('makes the folder once, whatever is pressed twice, and leaves its file as it is', async () => {
    const { mentorshipId, place } = await shared();
    const again = await adaptersFor(graph, ann).files.makeShared(mentorshipId, name, '{"second":2}', signal);
    expect(again).toEqual({ place, isNew: false });
    const { files } = adaptersFor(graph, ann);
    expect(await files.read(await fileOf(ann, mentorshipId, place), signal)).toEqual({
      kind: 'text',
      text: '{"first":1}',
    });
  });

  it('lets the partner write by id and names who wrote', async () => {
    const { mentorshipId, place } = await shared();
    const { files } = adaptersFor(graph, ben);
    const file = await fileOf(ben, mentorshipId, place);
    expect(file.modifiedBy).toBe(ann.id);
    const written = await files.write(file, '{"by":"ben"}', signal);
    expect(written.modifiedBy).toBe(ben.id);
    expect(written.contentTag).not.toBe(file.contentTag);
    expect(await files.read(await files.again(written, signal), signal)).toMatchObject({
      text: '{"by":"ben"}',
    });
  });

  it('asks for the larger permission only after a refusal', async () => {
    const { mentorshipId, place } = await shared();
    const before = graph.traffic.lines().length;
    const small = adaptersFor(graph, ben, ['Files.ReadWrite']);
    const refused = await small.files.look(mentorshipId, place, signal);
    expect(refused.shared.folder).toMatchObject({ kind: 'failed', failure: { code: 'needs-consent' } });
    expect(refused.own).toEqual({ kind: 'absent' });
    expect(graph.traffic.lines().length).toBeGreaterThan(before);
    const large = adaptersFor(graph, ben, ['Files.ReadWrite', 'Files.ReadWrite.All']);
    expect((await large.files.look(mentorshipId, place, signal)).shared).toMatchObject({
      ownerId: ann.id,
      sharedWith: undefined,
      folder: { kind: 'there' },
    });
  });

  it('does without the larger permission where the service does', async () => {
    const { mentorshipId, place } = await shared();
    graph.switches.set({ sharedItemScope: 'own' });
    const small = adaptersFor(graph, ben, ['Files.ReadWrite']);
    expect((await small.files.look(mentorshipId, place, signal)).shared.folder.kind).toBe('there');
  });

  it('says that somebody wrote first', async () => {
    const { mentorshipId, place } = await shared();
    const { files } = adaptersFor(graph, ann);
    const file = await fileOf(ann, mentorshipId, place);
    await files.write(file, '{"other":"device"}', signal);
    await expect(files.write(file, '{"mine":1}', signal)).rejects.toMatchObject({ code: 'changed' });
  });

  it('makes private files, and refuses a second one of the name', async () => {
    const { mentorshipId } = await shared();
    const { files } = adaptersFor(graph, ben);
    await files.create({ ownOf: mentorshipId }, 'private-1.json', '{}', signal);
    await expect(files.create({ ownOf: mentorshipId }, 'private-1.json', '{}', signal)).rejects.toMatchObject(
      { code: 'conflict' },
    );
    const { own } = await adaptersFor(graph, ben).files.look(mentorshipId, undefined, signal);
    expect(own).toMatchObject({ kind: 'there', files: [{ name: 'private-1.json', modifiedBy: ben.id }] });
  });

  it('shuts the folder when sharing stops, for the partner and not for its owner', async () => {
    const { mentorshipId, place } = await shared();
    await adaptersFor(graph, ann).files.stopSharing(place, signal);
    const bens = await adaptersFor(graph, ben).files.look(mentorshipId, place, signal);
    expect(bens.shared.folder).toMatchObject({ kind: 'failed', failure: { code: 'refused' } });
    const anns = await adaptersFor(graph, ann).files.look(mentorshipId, place, signal);
    expect(anns.shared).toMatchObject({ folder: { kind: 'there' }, sharedWith: [] });
  });

  it('never lets a third person in', async () => {
    const { mentorshipId, place } = await shared();
    const look = await adaptersFor(graph, eve).files.look(mentorshipId, place, signal);
    expect(look.shared.folder).toMatchObject({ kind: 'failed', failure: { code: 'refused' } });
  });

  it('cannot share with somebody outside, and says so', async () => {
    const { place } = await shared();
    expect(await adaptersFor(graph, ann).files.share(place, 'lee@partner.example', signal)).toMatchObject({
      kind: 'not-allowed',
    });
  });

  it.each([
    [403, 'refused'],
    [404, 'not-found'],
    [423, 'locked'],
    [507, 'full'],
    [500, 'unavailable'],
  ] as const)('tells a write refused with %i as %s', async (status, code) => {
    const { mentorshipId, place } = await shared();
    const file = await fileOf(ann, mentorshipId, place);
    graph.faults.replace([{ method: 'PUT', status }]);
    await expect(adaptersFor(graph, ann).files.write(file, '{}', signal)).rejects.toMatchObject({ code });
  });

  it('waits and goes on when it is asked to wait', async () => {
    const { mentorshipId, place } = await shared();
    const file = await fileOf(ann, mentorshipId, place);
    graph.faults.replace([{ method: 'PUT', status: 429, retryAfter: 1, count: 2 }]);
    expect((await adaptersFor(graph, ann).files.write(file, '{"late":1}', signal)).modifiedBy).toBe(ann.id);
  });
});
