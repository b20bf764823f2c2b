import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const ann = directoryUser('Ann', { displayName: 'Ann-Marie O’Neil', surname: 'O’Neil', photoBase64: pixel });
const ben = directoryUser('Ben', { displayName: 'Ben Ahrens', surname: 'Ahrens' });
const guest = directoryUser('Guest', {
  userType: 'Guest',
  hasMailbox: false,
  userPrincipalName: 'guest_fabrikam.example#EXT#@contoso.example',
  mail: 'guest@fabrikam.example',
});
const stranger = directoryUser('Stranger', {
  tenantId: 'b0b0b0b0-0000-4000-8000-000000000000',
  userPrincipalName: 's@fabrikam.example',
  mail: 's@fabrikam.example',
});
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben, guest, stranger]);
});
afterAll(() => graph.stop());

const eventual = { consistencylevel: 'eventual' };
const names = (body: { value: { displayName: string }[] }) =>
  body.value.map(({ displayName }) => displayName);

describe('people', () => {
  it('are found by id, user principal name, key and me', async () => {
    for (const path of [
      '/me',
      `/users/${ann.id}`,
      `/users/${ann.userPrincipalName}`,
      `/users('${ann.id}')`,
      '/users/me',
      '/ME/',
    ])
      expect((await graph.ask(ann, `/v1.0${path}`)).body).toMatchObject({
        id: ann.id,
        displayName: ann.displayName,
        jobTitle: 'Librarian',
      });
    expect((await graph.ask(ann, `/v1.0/users/${encodeURIComponent(guest.userPrincipalName)}`)).body.id).toBe(
      guest.id,
    );
    const missing = await graph.ask(ann, '/v1.0/users/nobody@contoso.example');
    expect([missing.status, missing.body.error.code]).toEqual([404, 'Request_ResourceNotFound']);
    expect((await graph.ask(ann, `/v1.0/users/${stranger.id}`)).status).toBe(404);
  });

  it('are searched by the beginnings of words, with ConsistencyLevel only', async () => {
    const search = (text: string, headers: Record<string, string> = eventual) =>
      graph.ask(ann, `/v1.0/users?$search=${encodeURIComponent(text)}&$select=id,displayName&$count=true`, {
        headers,
      });
    expect(names((await search('"displayName:ahr"')).body)).toEqual(['Ben Ahrens']);
    expect(names((await search('"displayName:marie"')).body)).toEqual(['Ann-Marie O’Neil']);
    expect(names((await search('"displayName:zzz" OR "mail:ben"')).body)).toEqual(['Ben Ahrens']);
    expect((await search('"displayName:a"')).body['@odata.count']).toBe(2);
    const without = await search('"displayName:ahr"', {});
    expect([without.status, without.body.error.code]).toEqual([400, 'Request_UnsupportedQuery']);
    expect((await search('displayName:ahr')).status).toBe(400);
    expect((await search('"colour:red"')).status).toBe(400);
  });

  it('are filtered, ordered and paged', async () => {
    const get = (query: string) => graph.ask(ann, `/v1.0/users?${query}`);
    expect(names((await get("$filter=startswith(displayName,'ben')")).body)).toEqual(['Ben Ahrens']);
    expect(names((await get(`$filter=mail eq '${ben.mail}'`)).body)).toEqual(['Ben Ahrens']);
    const first = await get('$top=2&$orderby=displayName');
    const second = await graph.ask(ann, first.body['@odata.nextLink']);
    expect([...names(first.body), ...names(second.body)]).toEqual([
      'Ann-Marie O’Neil',
      'Ben Ahrens',
      'Guest Test',
    ]);
    expect((await get('$select=skills')).status).toBe(501);
    expect((await get('$select=colour')).status).toBe(400);
  });

  it('show colleagues their basic members only, and guests nothing', async () => {
    const basic = await graph.ask(ann, `/v1.0/users/${ben.id}`);
    expect(basic.body).toMatchObject({ displayName: 'Ben Ahrens', jobTitle: null, mail: ben.mail });
    const full = await graph.ask(ann, `/v1.0/users/${ben.id}?$select=jobTitle,department`, {
      scopes: ['User.Read.All'],
    });
    expect(full.body).toMatchObject({ jobTitle: 'Librarian', department: 'Library' });
    expect((await graph.ask(guest, '/v1.0/users')).status).toBe(403);
    expect((await graph.ask(guest, `/v1.0/users/${ben.id}`)).status).toBe(403);
    expect((await graph.ask(guest, '/v1.0/me')).status).toBe(200);
  });

  it('have photos, or 404', async () => {
    const photo = await graph.ask(ben, `/v1.0/users/${ann.id}/photos/48x48/$value`);
    expect([photo.status, photo.headers['content-type']]).toEqual([200, 'image/png']);
    expect((await graph.ask(ben, `/v1.0/users/${ann.id}/photo`)).body).toMatchObject({
      '@odata.mediaContentType': 'image/png',
      id: '648x648',
    });
    expect((await graph.ask(ann, '/v1.0/me/photo/$value')).status).toBe(200);
    expect((await graph.ask(ann, '/v1.0/me/photos')).body.value).toHaveLength(9);
    const none = await graph.ask(ben, '/v1.0/me/photo/$value');
    expect([none.status, none.body.error.code]).toEqual([404, 'ImageNotFound']);
    expect((await graph.ask(ben, `/v1.0/users/${ann.id}/photos/47x47/$value`)).status).toBe(404);
  });
});
