import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';
import { adaptersFor } from './adaptersOverGraph.ts';

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const [ann, ben, dan] = [
  directoryUser('Ann'),
  directoryUser('Ben', { photoBase64: onePixel }),
  directoryUser('Dana'),
];
const signal = new AbortController().signal;
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben, dan]);
});
afterAll(() => graph.stop());

describe('people, over the sandbox', () => {
  it('knows who one is', async () => {
    expect(await adaptersFor(graph, ann).people.me(signal)).toEqual({
      id: ann.id,
      name: 'Ann Test',
      address: 'ann@contoso.example',
      jobTitle: 'Librarian',
      kind: 'person',
    });
  });

  it.each(['Dan', 'dana@', 'dana@contoso.example', 'DANA'])('finds somebody by %j', async (text) => {
    const found = await adaptersFor(graph, ann).people.search(text, signal);
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([['Dana Test', 'person']]);
  });

  it('takes an address from outside, and not a slip in one of the house', async () => {
    const { people } = adaptersFor(graph, ann);
    expect(await people.search('lee@partner.example', signal)).toMatchObject([{ kind: 'outside' }]);
    expect(await people.search('dnaa@contoso.example', signal)).toEqual([]);
  });

  it('has a photo where there is one', async () => {
    const { people } = adaptersFor(graph, ann);
    expect(await people.photo(ben.id, signal)).toBe('blob:photo');
    expect(await people.photo(dan.id, signal)).toBeUndefined();
  });
});
