import { request as httpsRequest } from 'node:https';
import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph, type WireRequest } from '#test/support/startGraph.ts';

const [ann, ben] = [directoryUser('Ann'), directoryUser('Ben')];
const driveless = directoryUser('Nodrive', { hasDrive: false });
let graph: RunningGraph;

beforeEach(async () => {
  graph = await startGraph([ann, ben, driveless]);
});
afterEach(() => graph.stop());

const own = ['Files.ReadWrite'];
const put = (path: string, body: string, more: WireRequest = {}) =>
  graph.ask(ann, `/v1.0/me/drive/${path}`, {
    method: 'PUT',
    body,
    scopes: own,
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
  });
const get = (path: string, more: WireRequest = {}) =>
  graph.ask(ann, `/v1.0/me/drive/${path}`, { scopes: own, ...more });
const send = (method: string, path: string, body?: unknown, more: WireRequest = {}) =>
  graph.ask(ann, `/v1.0/me/drive/${path}`, { method, body, scopes: own, ...more });
/** An address that carries its own right, without a token. */
const fetchFile = (url: string, more: WireRequest = {}) => graph.ask(undefined, url, more);

describe('files of one’s own', () => {
  it('are written by path, read by id, and downloaded from an address without a token', async () => {
    const made = await put('root:/Notes/Season 1/mentor.json:/content', '{"version":1}');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'mentor.json',
      size: 13,
      file: { mimeType: 'application/json', hashes: { quickXorHash: expect.any(String) } },
      lastModifiedBy: { user: { id: ann.id } },
      parentReference: { path: expect.stringMatching(/root:\/Notes\/Season%201$/) },
    });
    const read = await get(`items/${made.body.id}`);
    expect(read.body).toMatchObject({ id: made.body.id, eTag: made.body.eTag });
    const selected = await get(`items/${made.body.id}?$select=id,@microsoft.graph.downloadUrl`);
    expect(Object.keys(selected.body).toSorted()).toEqual([
      '@microsoft.graph.downloadUrl',
      '@odata.context',
      'id',
    ]);
    const content = await fetchFile(selected.body['@microsoft.graph.downloadUrl']);
    expect([content.status, content.text, content.headers['access-control-allow-origin']]).toEqual([
      200,
      '{"version":1}',
      '*',
    ]);
    const redirect = await get(`items/${made.body.id}/content`);
    expect(redirect.status).toBe(302);
    expect((await fetchFile(String(redirect.headers.location))).text).toBe('{"version":1}');
  });

  it('refuse a download that was changed, is too late, or asks for a preflight', async () => {
    const { body } = await put('root:/a.txt:/content', 'x');
    const url: string = body['@microsoft.graph.downloadUrl'];
    expect((await fetchFile(url.replace('tempauth=', 'tempauth=A'))).status).toBe(401);
    expect((await fetchFile(url, { method: 'OPTIONS' })).status).toBe(405);
    expect((await fetchFile(url, { headers: { range: 'bytes=0-0' } })).status).toBe(206);
    graph.clock.moveTo(graph.clock.now() + 3_700_000);
    expect((await fetchFile(url)).status).toBe(401);
  });

  it('keep etags: If-Match with 412, cTag for the content alone, create-if-absent', async () => {
    const first = await put('root:/a.json:/content', '1');
    const second = await put('root:/a.json:/content', '2', { headers: { 'if-match': first.body.eTag } });
    expect(second.status).toBe(200);
    expect(second.body.id).toBe(first.body.id);
    const stale = await put('root:/a.json:/content', '3', { headers: { 'if-match': first.body.eTag } });
    expect([stale.status, stale.body.error.code]).toEqual([412, 'resourceModified']);
    const renamed = await send(
      'PATCH',
      `items/${first.body.id}`,
      { name: 'b.json' },
      { headers: { 'if-match': second.body.eTag } },
    );
    expect(renamed.body).toMatchObject({ name: 'b.json', cTag: second.body.cTag });
    expect(renamed.body.eTag).not.toBe(second.body.eTag);
    expect(
      (await put(`items/${first.body.id}/content`, '4', { headers: { 'if-match': second.body.cTag } }))
        .status,
    ).toBe(200);
    expect((await put('root:/b.json:/content', 'x', { headers: { 'if-none-match': '*' } })).status).toBe(412);
    const { eTag } = (await get('root:/b.json')).body;
    expect((await put('root:/b.json:/content', 'x', { headers: { 'if-none-match': eTag } })).status).toBe(
      412,
    );
    expect(
      (await put('root:/b.json:/content?@microsoft.graph.conflictBehavior=fail', 'x')).body.error.code,
    ).toBe('nameAlreadyExists');
    expect((await put('root:/b.json:/content?@microsoft.graph.conflictBehavior=rename', 'x')).body.name).toBe(
      'b 1.json',
    );
    graph.switches.set({ uploadIfMatch: 'ignored' });
    expect(
      (await put(`items/${first.body.id}/content`, '5', { headers: { 'if-match': first.body.eTag } })).status,
    ).toBe(200);
    expect(
      (
        await send('DELETE', `items/${first.body.id}`, undefined, {
          headers: { 'if-match': first.body.eTag },
        })
      ).status,
    ).toBe(412);
    expect((await send('DELETE', `items/${first.body.id}`)).status).toBe(204);
    expect((await get(`items/${first.body.id}`)).body.error.code).toBe('itemNotFound');
  });

  it('keep a version of every upload, each to be read and restored', async () => {
    const { body: file } = await put('root:/half.json:/content', '1');
    await put('root:/half.json:/content', '22');
    const link: string = file['@microsoft.graph.downloadUrl'];
    expect((await fetchFile(link)).text).toBe('22');
    const { body } = await get(`items/${file.id}/versions`);
    expect(body.value).toMatchObject([
      { id: '2.0', size: 2, lastModifiedBy: { user: { id: ann.id } } },
      { id: '1.0', size: 1 },
    ]);
    const first = await get(`items/${file.id}/versions/1.0/content`);
    expect([first.status, (await fetchFile(String(first.headers.location))).text]).toEqual([302, '1']);
    expect((await get(`items/${file.id}/versions/2.0/content`)).status).toBe(400);
    expect((await get(`items/${file.id}/versions/7.0`)).status).toBe(404);
    expect((await send('POST', `items/${file.id}/versions/1.0/restoreVersion`)).status).toBe(204);
    expect((await fetchFile(link)).text).toBe('1');
    expect((await send('DELETE', `items/${file.id}/versions/3.0`)).status).toBe(400);
    expect((await send('DELETE', `items/${file.id}/versions/2.0`)).status).toBe(204);
    const left = (await get(`items/${file.id}/versions`)).body.value;
    expect(left.map(({ id }: { id: string }) => id)).toEqual(['3.0', '1.0']);
    await send('DELETE', `items/${file.id}`);
    expect((await fetchFile(String(first.headers.location))).status).toBe(404);
  });

  it('answer faults in OneDrive’s own codes: locked, full, changed meanwhile', async () => {
    for (const [status, code] of [
      [423, 'resourceLocked'],
      [507, 'quotaLimitReached'],
      [412, 'resourceModified'],
      [429, 'activityLimitReached'],
    ] as const) {
      graph.faults.replace([{ path: '/content', status, count: 1 }]);
      const refused = await put('root:/a.json:/content', '1');
      expect([refused.status, refused.body.error.code]).toEqual([status, code]);
    }
    expect((await get('root:/a.json')).status).toBe(404);
    graph.faults.replace([{ path: '/content', status: 403, code: 'sharingBlocked', count: 1 }]);
    expect((await put('root:/a.json:/content', '1')).body.error.code).toBe('sharingBlocked');
    const { body } = await put('root:/a.json:/content', '1');
    graph.faults.replace([{ path: '/files/download/', status: 503, count: 1 }]);
    expect((await fetchFile(body['@microsoft.graph.downloadUrl'])).status).toBe(503);
    expect((await fetchFile(body['@microsoft.graph.downloadUrl'])).text).toBe('1');
  });

  it('lie in folders that are made, listed, moved and removed', async () => {
    const folder = await send('POST', 'root/children', {
      name: 'Mentoring',
      folder: {},
      '@microsoft.graph.conflictBehavior': 'fail',
    });
    expect(folder.status).toBe(201);
    expect((await send('POST', 'root/children', { name: 'mentoring', folder: {} })).status).toBe(409);
    const inside = await put(`items/${folder.body.id}:/notes.md:/content`, '# Notes');
    await put('root:/other.md:/content', 'x');
    const children = await get('root/children?$select=name,folder&$orderby=name desc');
    expect(children.body.value.map(({ name }: { name: string }) => name)).toEqual(['other.md', 'Mentoring']);
    expect(children.body.value[1].folder.childCount).toBe(1);
    expect((await get('root:/Mentoring:/children')).body.value[0].name).toBe('notes.md');
    const moved = await send('PATCH', `items/${inside.body.id}`, {
      parentReference: { path: '/drive/root:/' },
      name: 'moved.md',
    });
    expect(moved.body.parentReference.path).toMatch(/root:$/);
    expect(
      (await send('PATCH', `items/${folder.body.id}`, { parentReference: { id: folder.body.id } })).status,
    ).toBe(400);
    expect((await send('DELETE', `items/${folder.body.id}`)).status).toBe(204);
    expect((await get('root?$expand=children')).body.children).toHaveLength(2);
    expect((await get('')).body).toMatchObject({ driveType: 'business', owner: { user: { id: ann.id } } });
  });

  it('page long folders', async () => {
    for (let index = 0; index < 5; index += 1) await put(`root:/f${index}.txt:/content`, 'x');
    const first = await get('root/children?$top=3');
    const second = await graph.ask(ann, first.body['@odata.nextLink'], { scopes: own });
    expect([...first.body.value, ...second.body.value].map(({ name }: { name: string }) => name)).toEqual([
      'f0.txt',
      'f1.txt',
      'f2.txt',
      'f3.txt',
      'f4.txt',
    ]);
  });

  it('refuse names that OneDrive refuses', async () => {
    for (const name of ['a%3Ab.txt', 'x%7Cy', '%20x', 'con', 'a.', '~%24x', 'x%3F'])
      expect([name, (await put(`root:/${name}:/content`, 'x')).status]).toEqual([name, 400]);
    expect((await send('POST', 'root/children', { name: 'no folder facet' })).status).toBe(400);
    expect((await send('POST', 'root/children', { folder: {} })).status).toBe(400);
    expect((await send('DELETE', 'root')).status).toBe(400);
    expect((await put('items/01NOTHING/content', 'x')).status).toBe(404);
  });

  it('tell changes by delta', async () => {
    const a = await put('root:/a.txt:/content', 'x');
    const first = await get('root/delta');
    expect(first.body.value.map(({ name }: { name: string }) => name)).toEqual(['root', 'a.txt']);
    const link: string = first.body['@odata.deltaLink'];
    await put('root:/b.txt:/content', 'x');
    await send('DELETE', `items/${a.body.id}`);
    const { body } = await graph.ask(ann, link, { scopes: own });
    expect(body.value).toHaveLength(2);
    expect(body.value[1]).toMatchObject({ id: a.body.id, deleted: { state: 'deleted' }, file: {} });
    expect((await get('root/delta?token=nothing')).status).toBe(400);
  });

  it('need a drive, and the app’s folder a switch or another scope', async () => {
    const none = await graph.ask(driveless, '/v1.0/me/drive');
    expect([none.status, none.body.error.code]).toEqual([404, 'ResourceNotFound']);
    const appFolder = { scopes: ['Files.ReadWrite.AppFolder'] };
    expect((await get('special/approot', appFolder)).status).toBe(403);
    graph.switches.set({ appFolder: 'works' });
    expect((await get('special/approot', appFolder)).body.specialFolder).toEqual({ name: 'approot' });
    expect((await put('special/approot:/plan.json:/content', '{}', appFolder)).status).toBe(201);
    expect((await get('root', appFolder)).status).toBe(403);
    expect((await get('special/approot/children')).body.value[0].name).toBe('plan.json');
  });
});

describe('an upload session', () => {
  const start = (path: string, item: object = {}) => send('POST', `${path}/createUploadSession`, { item });
  const piece = (url: string, bytes: Buffer, from: number, total: number) =>
    fetchFile(url, {
      method: 'PUT',
      body: bytes,
      headers: { 'content-range': `bytes ${from}-${from + bytes.length - 1}/${total}` },
    });

  it('takes a file in pieces, also a small one in one', async () => {
    const { body } = await start('root:/big.bin:');
    const unit = 327_680;
    const all = Buffer.alloc(unit + 10, 7);
    const first = await piece(body.uploadUrl, all.subarray(0, unit), 0, all.length);
    expect([first.status, first.body.nextExpectedRanges]).toEqual([202, [`${unit}-${all.length - 1}`]]);
    expect((await fetchFile(body.uploadUrl)).body.nextExpectedRanges).toEqual([`${unit}-${all.length - 1}`]);
    // rclone sends its token along.
    expect((await graph.ask(ann, body.uploadUrl)).status).toBe(200);
    expect((await piece(body.uploadUrl, all.subarray(0, unit), 0, all.length)).status).toBe(416);
    const last = await piece(body.uploadUrl, all.subarray(unit), unit, all.length);
    expect(last.status).toBe(201);
    expect(last.body.size).toBe(all.length);
    const small = await start(`items/${last.body.parentReference.id}:/small.txt:`, {
      fileSystemInfo: { lastModifiedDateTime: '2020-01-02T03:04:05Z' },
    });
    const done = await piece(small.body.uploadUrl, Buffer.from('small'), 0, 5);
    expect(done.body.fileSystemInfo.lastModifiedDateTime).toBe('2020-01-02T03:04:05Z');
    expect((await fetchFile(small.body.uploadUrl)).status).toBe(404);
  });

  it('waits with the file until it is told to, where that was asked for', async () => {
    const { body } = await send('POST', 'root:/later.txt:/createUploadSession', { deferCommit: true });
    const make = () => fetchFile(body.uploadUrl, { method: 'POST' });
    expect((await make()).status).toBe(400);
    const last = await piece(body.uploadUrl, Buffer.from('later'), 0, 5);
    expect([last.status, last.body.nextExpectedRanges]).toEqual([202, []]);
    expect((await get('root:/later.txt')).status).toBe(404);
    const made = await make();
    expect([made.status, made.body.size]).toEqual([201, 5]);
    expect((await get('root:/later.txt')).status).toBe(200);
  });

  it('refuses pieces of a wrong size, a stale etag, and can be given up', async () => {
    const { body } = await start('root:/x.bin:');
    expect((await piece(body.uploadUrl, Buffer.alloc(1000), 0, 5000)).status).toBe(400);
    expect((await fetchFile(body.uploadUrl, { method: 'PUT', body: Buffer.alloc(3) })).status).toBe(400);
    expect((await fetchFile(body.uploadUrl, { method: 'DELETE' })).status).toBe(204);
    expect((await fetchFile(body.uploadUrl)).status).toBe(404);
    const made = await put('root:/y.txt:/content', '1');
    await put('root:/y.txt:/content', '2');
    const stale = await send(
      'POST',
      `items/${made.body.id}/createUploadSession`,
      {},
      { headers: { 'if-match': made.body.eTag } },
    );
    expect(stale.status).toBe(412);
  });
});

describe('sharing', () => {
  const all = ['Files.ReadWrite.All'];
  const setUp = async (role: string) => {
    const folder = await send('POST', 'root/children', { name: 'Shared', folder: {} });
    const file = await put(`items/${folder.body.id}:/half.json:/content`, '{}');
    const secret = await put('root:/private.json:/content', '{}');
    const invited = await send('POST', `items/${folder.body.id}/invite`, {
      recipients: [{ email: ben.mail }],
      roles: [role],
      requireSignIn: true,
      sendInvitation: false,
    });
    expect(invited.body.value).toMatchObject([{ roles: [role], grantedToV2: { user: { id: ben.id } } }]);
    const drive = (await get('')).body.id;
    return { drive, folder: folder.body, file: file.body, secret: secret.body };
  };
  const bens = (path: string, more: WireRequest = {}) =>
    graph.ask(ben, `/v1.0/${path}`, { scopes: all, ...more });

  it('lets the other read what was shared, by drive and item id, and nothing else', async () => {
    const { drive, folder, file, secret } = await setUp('read');
    expect((await bens(`drives/${drive}/items/${file.id}`)).body.name).toBe('half.json');
    expect((await bens(`drives/${drive}/items/${folder.id}/children`)).body.value).toHaveLength(1);
    const refused = await bens(`drives/${drive}/items/${secret.id}`);
    expect([refused.status, refused.body.error.code]).toEqual([403, 'accessDenied']);
    expect((await bens(`drives/${drive}/root`)).status).toBe(403);
    expect(
      (
        await bens(`drives/${drive}/items/${file.id}/content`, {
          method: 'PUT',
          body: 'x',
          headers: { 'content-type': 'text/plain' },
        })
      ).status,
    ).toBe(403);
    expect((await bens(`drives/${drive}/items/${file.id}/invite`, { method: 'POST', body: {} })).status).toBe(
      403,
    );
  });

  it('lets the other write with the role, and tells who did', async () => {
    const { drive, folder } = await setUp('write');
    graph.switches.set({ sharedItemPath: 'found' });
    const written = await bens(`drives/${drive}/items/${folder.id}:/mentee.json:/content`, {
      method: 'PUT',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(written.body).toMatchObject({ name: 'mentee.json', lastModifiedBy: { user: { id: ben.id } } });
  });

  it('needs .All, and ids rather than paths, unless switches say otherwise', async () => {
    const { drive, folder, file } = await setUp('read');
    expect((await bens(`drives/${drive}/items/${file.id}`, { scopes: own })).status).toBe(403);
    expect((await bens(`drives/${drive}/items/${folder.id}:/half.json`)).status).toBe(404);
    graph.switches.set({ sharedItemScope: 'own', sharedItemPath: 'found' });
    expect((await bens(`drives/${drive}/items/${folder.id}:/half.json`, { scopes: own })).status).toBe(200);
  });

  it('is listed to nobody, unless a switch says so', async () => {
    const { folder } = await setUp('read');
    expect((await bens('me/drive/sharedWithMe')).body.value).toEqual([]);
    graph.switches.set({ sharedWithMe: 'lists' });
    expect((await bens('me/drive/sharedWithMe')).body.value).toMatchObject([
      { name: 'Shared', remoteItem: { id: folder.id, parentReference: { driveId: expect.any(String) } } },
    ]);
  });

  it('ends when the owner takes the permission away', async () => {
    const { drive, folder, file } = await setUp('read');
    const { body } = await get(`items/${file.id}/permissions`);
    const inherited = body.value.find(({ roles }: { roles: string[] }) => roles[0] === 'read');
    expect(inherited.inheritedFrom.id).toBe(folder.id);
    expect((await send('DELETE', `items/${folder.id}/permissions/${inherited.id}`)).status).toBe(204);
    expect((await bens(`drives/${drive}/items/${file.id}`)).status).toBe(403);
  });

  it('refuses strangers, odd roles and links for anybody', async () => {
    const { folder } = await setUp('read');
    const invite = (body: object) =>
      send('POST', `items/${folder.id}/invite`, { requireSignIn: true, roles: ['read'], ...body });
    const stranger = await invite({ recipients: [{ email: 'x@elsewhere.example' }] });
    expect([stranger.status, stranger.body.error.innerError.code]).toEqual([
      400,
      'secureSharingInvalidRequest',
    ]);
    expect((await invite({ recipients: [] })).status).toBe(400);
    expect((await invite({ recipients: [{ email: ben.mail }], roles: ['owner'] })).status).toBe(400);
    expect(
      (await send('POST', `items/${folder.id}/createLink`, { type: 'view', scope: 'anonymous' })).status,
    ).toBe(403);
  });

  it('opens by the item’s address or a link, as /shares takes them', async () => {
    const { file, secret } = await setUp('read');
    const share = (url: string) => `shares/u!${Buffer.from(url).toString('base64url')}/driveItem`;
    expect((await bens(share(file.webUrl))).body.id).toBe(file.id);
    expect((await bens(share(secret.webUrl))).status).toBe(403);
    const link = await send('POST', `items/${secret.id}/createLink`, { type: 'view', scope: 'organization' });
    expect(link.status).toBe(201);
    expect((await bens(share(link.body.link.webUrl))).body.id).toBe(secret.id);
    const drive = (await get('')).body.id;
    expect((await bens(`drives/${drive}/items/${secret.id}`)).status).toBe(403);
    await bens(share(link.body.link.webUrl), { headers: { prefer: 'redeemSharingLink' } });
    expect((await bens(`drives/${drive}/items/${secret.id}`)).status).toBe(200);
    expect((await bens('shares/nonsense/driveItem')).status).toBe(400);
  });

  it('can send a mail about it', async () => {
    const file = await put('root:/a.txt:/content', 'x');
    await send('POST', `items/${file.body.id}/invite`, {
      recipients: [{ objectId: ben.id }],
      roles: ['read'],
      requireSignIn: true,
      sendInvitation: true,
      message: 'Have a look',
    });
    const mail = await graph.ask(undefined, '/sandbox/mail?to=ben');
    expect(mail.body).toMatchObject([{ kind: 'mail', to: ben.mail, text: 'Have a look' }]);
  });
});

it('survives a client that hangs up in the middle of an upload', async () => {
  await new Promise<void>((resolve) => {
    const request = httpsRequest(`${graph.origin}/v1.0/me/drive/root:/cut.bin:/content`, {
      method: 'PUT',
      rejectUnauthorized: false,
      headers: { 'content-length': '1000', authorization: 'Bearer x' },
    });
    request.on('error', () => resolve());
    request.write(Buffer.alloc(10));
    setTimeout(() => request.destroy(), 50);
  });
  expect((await graph.ask(ann, '/v1.0/me')).status).toBe(200);
});
