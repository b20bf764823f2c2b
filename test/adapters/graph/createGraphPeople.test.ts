import { createGraphPeople } from '#adapters/graph/createGraphPeople.ts';
import { readSchedules } from '#adapters/graph/readSchedules.ts';
import { ServiceFailure } from '#ports/failure.ts';
import {
  answerBatch,
  createTestClient,
  itemsOf,
  noSignal,
  type BatchRequestItem,
  type FakeAnswer,
  type Reaction,
  type SeenRequest,
} from '../support/fakeGraph.ts';

const morgan = {
  id: '1',
  displayName: 'Morgan Reed',
  mail: 'morgan@example.org',
  userPrincipalName: 'm@example.org',
  jobTitle: null,
};
const dana = {
  id: '2',
  displayName: 'Dana Moore',
  mail: 'dana@example.org',
  userPrincipalName: 'd@example.org',
  jobTitle: 'Librarian',
};

function peopleOver(react: (request: SeenRequest) => Reaction) {
  const urls: Blob[] = [];
  const test = createTestClient((request) =>
    request.url.includes('/me?') ? { status: 200, body: morgan } : react(request),
  );
  const people = createGraphPeople(test.client, (blob) => {
    urls.push(blob);
    return `blob:${urls.length}`;
  });
  return { ...test, people, urls };
}

describe('people of the directory', () => {
  it('are found by name or address, as the directory asks to be asked', async () => {
    const { people, seen } = peopleOver(() => ({ status: 200, body: { value: [dana] } }));
    expect(await people.search('Dan', noSignal)).toEqual([
      { id: '2', name: 'Dana Moore', address: 'dana@example.org', jobTitle: 'Librarian', kind: 'person' },
    ]);
    expect(seen[0]?.headers.get('ConsistencyLevel')).toBe('eventual');
    const url = new URL(seen[0]?.url ?? '');
    expect(url.searchParams.get('$search')).toBe(
      '"displayName:Dan" OR "mail:Dan" OR "userPrincipalName:Dan"',
    );
    expect(url.searchParams.get('$top')).toBe('10');
  });

  it('cannot be asked for with quotes that end the question', async () => {
    const { people, seen } = peopleOver(() => ({ status: 200, body: { value: [] } }));
    await people.search('a" OR "mail:', noSignal);
    expect(new URL(seen[0]?.url ?? '').searchParams.get('$search')).toBe(
      '"displayName:a  OR  mail:" OR "mail:a  OR  mail:" OR "userPrincipalName:a  OR  mail:"',
    );
  });

  it.each(['', 'D', ' ', '""'])('are not asked for %j', async (text) => {
    const { people, seen } = peopleOver(() => ({ status: 200, body: { value: [] } }));
    expect(await people.search(text, noSignal)).toEqual([]);
    expect(seen).toHaveLength(0);
  });

  it('end where the organisation ends: another address is outside', async () => {
    const { people } = peopleOver(() => ({ status: 200, body: { value: [] } }));
    expect(await people.search('lee@partner.example', noSignal)).toEqual([
      {
        id: undefined,
        name: 'lee@partner.example',
        address: 'lee@partner.example',
        jobTitle: undefined,
        kind: 'outside',
      },
    ]);
  });

  it('are not doubled by their own address', async () => {
    const { people } = peopleOver(() => ({ status: 200, body: { value: [dana] } }));
    expect(await people.search('Dana@Example.org', noSignal)).toHaveLength(1);
  });

  it('are not groups: an address of the house that only the calendar knows is one', async () => {
    const group = { value: [{ scheduleId: 'staff@example.org', availabilityView: '0000' }] };
    const { people } = peopleOver((request) =>
      request.method === 'POST'
        ? answerBatch(request, () => ({ status: 200, body: group }))
        : { status: 200, body: { value: [] } },
    );
    expect(await people.search('staff@example.org', noSignal)).toMatchObject([{ kind: 'group' }]);
  });

  it('are not invented from a slip in an address of the house', async () => {
    const nobody = {
      value: [
        { scheduleId: 'dnaa@example.org', error: { responseCode: '5009', message: 'Unable to resolve' } },
      ],
    };
    const { people } = peopleOver((request) =>
      request.method === 'POST'
        ? answerBatch(request, () => ({ status: 200, body: nobody }))
        : { status: 200, body: { value: [] } },
    );
    expect(await people.search('dnaa@example.org', noSignal)).toEqual([]);
  });

  it('are kept from guests, who can still type an address', async () => {
    const { people } = peopleOver(() => ({
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied' } },
    }));
    expect(await people.search('lee@partner.example', noSignal)).toHaveLength(1);
  });

  it('have names that fit into a line', async () => {
    const { people } = peopleOver(() => ({
      status: 200,
      body: { value: [{ ...dana, displayName: `\u202E${'x'.repeat(10_000)}`, jobTitle: '' }] },
    }));
    const [found] = await people.search('Dana', noSignal);
    expect(found?.name.length).toBeLessThanOrEqual(120);
    expect(found?.name).not.toContain('\u202E');
    expect(found?.jobTitle).toBeUndefined();
  });

  it('fail with a word for it when the directory answers nonsense', async () => {
    const { people } = peopleOver(() => ({ status: 200, body: { value: [{ id: 7 }] } }));
    await expect(people.search('Dana', noSignal)).rejects.toMatchObject({ code: 'unexpected' });
  });
});

const photo = (type: string): Reaction => ({
  status: 200,
  headers: { 'content-type': type },
  body: 'bytes',
});

describe('a photo', () => {
  it('is fetched once', async () => {
    const { people, seen } = peopleOver(() => photo('image/jpeg'));
    expect(await people.photo('2', noSignal)).toBe('blob:1');
    expect(await people.photo('2', noSignal)).toBe('blob:1');
    expect(seen.map(({ url }) => url)).toEqual(['https://graph.example/v1.0/users/2/photos/48x48/$value']);
  });

  it('is nothing where there is none, or what came is no picture', async () => {
    expect(await peopleOver(() => ({ status: 404 })).people.photo('2', noSignal)).toBeUndefined();
    const { people, urls } = peopleOver(() => photo('text/html'));
    expect(await people.photo('2', noSignal)).toBeUndefined();
    expect(urls).toHaveLength(0);
  });

  it('may be asked for again after a failure', async () => {
    let isDown = true;
    const { people } = peopleOver(() => (isDown ? { status: 500 } : photo('image/png')));
    await expect(people.photo('2', noSignal)).rejects.toMatchObject({ code: 'unavailable' });
    isDown = false;
    expect(await people.photo('2', noSignal)).toBe('blob:1');
  });

  describe('asked for at the moment of a free/busy reading', () => {
    const window = { addresses: ['dana@example.org'], from: 0, to: 3_600_000 };
    const free = { value: [{ scheduleId: 'dana@example.org', availabilityView: '0', scheduleItems: [] }] };

    const readBoth = async (react: (item: BatchRequestItem) => FakeAnswer) => {
      const { client, seen } = createTestClient((request) =>
        request.url.endsWith('/$batch') ? answerBatch(request, react) : { status: 404 },
      );
      const people = createGraphPeople(client, (blob) => `blob:${blob.type}:${blob.size}`);
      const [url, schedules] = await Promise.all([
        people.photo('2', noSignal),
        readSchedules(client, window, noSignal),
      ]);
      return { url, known: schedules.map((each) => each.unknownReason === undefined), seen };
    };

    it('travels with it', async () => {
      const { url, known, seen } = await readBoth((item) =>
        item.method === 'GET'
          ? { status: 200, headers: { 'Content-Type': 'image/png' }, body: btoa('12345') }
          : { status: 200, body: free },
      );
      expect(url).toBe('blob:image/png:5');
      expect(known).toEqual([true]);
      expect(seen).toHaveLength(1);
    });

    it('does not hold it up', async () => {
      const { seen, known } = await readBoth((item) =>
        item.method === 'GET' ? { status: 404 } : { status: 200, body: free },
      );
      expect(known).toEqual([true]);
      expect(seen).toHaveLength(1);
      const { client, seen: asked } = createTestClient((request) =>
        answerBatch(request, (item) =>
          item.method === 'GET' ? { status: 503 } : { status: 200, body: free },
        ),
      );
      const photoOf = createGraphPeople(client, () => 'blob:1').photo('2', noSignal);
      photoOf.catch(() => {});
      expect(await readSchedules(client, window, noSignal)).toHaveLength(1);
      await expect(photoOf).rejects.toMatchObject({ code: 'throttled' });
      expect(asked).toHaveLength(1);
    });

    it('is left behind where finding people is not allowed', async () => {
      const { client, seen } = createTestClient(
        (request) => answerBatch(request, () => ({ status: 200, body: free })),
        {
          token: (count) =>
            count === 1
              ? Promise.reject(new ServiceFailure('needs-consent', 'User.ReadBasic.All'))
              : Promise.resolve('token'),
        },
      );
      const photoOf = createGraphPeople(client, () => 'blob:1').photo('2', noSignal);
      photoOf.catch(() => {});
      expect(await readSchedules(client, window, noSignal)).toHaveLength(1);
      expect(itemsOf(seen.find(({ url }) => url.endsWith('/$batch'))).map(({ method }) => method)).toEqual([
        'POST',
      ]);
    });
  });
});
