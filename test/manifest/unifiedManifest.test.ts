import { schemaProblems } from '../../scripts/package/checks/schemaCheck.ts';
import { unifiedRulesProblems } from '../../scripts/package/checks/unifiedRulesCheck.ts';
import type { Json } from '../../scripts/package/fillTemplate.ts';
import { renderManifests } from '../../scripts/package/manifests.ts';
import { addInId, brokerRedirectUri, hostOf, teamsAppId } from '../../scripts/package/release.ts';
import { changed, packedManifest, release, sources, valueAt } from './packageSources.ts';

const manifest = packedManifest();
const expected = {
  origin: release.origin,
  host: hostOf(release),
  clientId: release.clientId,
  brokerRedirectUri: brokerRedirectUri(release),
  appId: teamsAppId(release),
  addInId: addInId(release),
};
const rules = (json: Json): readonly string[] =>
  unifiedRulesProblems(json, expected).map(({ where, what }) => `${where}: ${what}`);
const schema = async (json: Json): Promise<readonly string[]> =>
  (await schemaProblems('manifest.json', json)).map(({ what }) => what);

const ribbon = (index: number): string => `extensions[0].ribbons[${index}]`;
const control = (ribbonIndex: number, index: number): string =>
  `${ribbon(ribbonIndex)}.tabs[0].groups[0].controls[${index}]`;

describe('the unified manifest', () => {
  it('passes the published schema of version 1.30', async () => {
    expect(valueAt(manifest, 'manifestVersion')).toBe('1.30');
    expect(await schema(manifest)).toEqual([]);
  });

  it('passes what the schema does not see', () => {
    expect(rules(manifest)).toEqual([]);
  });

  it.each([
    ['mailRead', ['Meet with sender']],
    ['meetingDetailsOrganizer', ['Mentor times', 'Prep notes']],
    ['meetingDetailsAttendee', ['Prep notes']],
  ])('has in the ribbon of %s: %j', (context, labels) => {
    const found =
      [0, 1, 2].find((index) => valueAt(manifest, `${ribbon(index)}.contexts[0]`) === context) ?? -1;
    const controls = valueAt(manifest, `${ribbon(found)}.tabs[0].groups[0].controls`);
    expect(Array.isArray(controls) ? controls.map((button: Json) => valueAt(button, 'label')) : []).toEqual(
      labels,
    );
  });

  it('opens a page of its own for each button', () => {
    expect([0, 1, 2].map((index) => valueAt(manifest, `extensions[0].runtimes[${index}].code.page`))).toEqual(
      ['meet', 'times', 'notes'].map((pane) => `https://mentor.example.org/taskpane.html?pane=${pane}`),
    );
  });

  it('keeps the pane open from message to message, where Outlook can', () => {
    expect(valueAt(manifest, 'extensions[0].runtimes[0].actions[0].pinnable')).toBe(true);
  });

  it('has a tab for oneself and one for meetings, without a configuration page', () => {
    expect(valueAt(manifest, 'staticTabs[0].scopes')).toEqual(['personal']);
    expect(valueAt(manifest, 'staticTabs[1].scopes')).toEqual(['groupChat']);
    expect(valueAt(manifest, 'configurableTabs')).toBeUndefined();
  });

  it('lets Teams fetch the very token that the app asks for first', () => {
    // Word for word as the schema's description gives it; any difference, and Teams fetches in vain.
    expect(valueAt(manifest, 'webApplicationInfo.nestedAppAuthInfo')).toEqual([
      {
        redirectUri: 'brk-multihub://mentor.example.org',
        scopes: ['User.Read'],
        claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
      },
    ]);
  });

  it('gets an id of its own for each registration, and keeps it from version to version', () => {
    const idOf = (change: Partial<typeof release>): Json | undefined =>
      valueAt(renderManifests(sources.manifests, { ...release, ...change }).unified, 'id');
    expect(idOf({ version: '2.0.0', origin: 'https://other.example.org' })).toBe(idOf({}));
    expect(idOf({ clientId: '11111111-2222-4333-8444-555555555555' })).not.toBe(idOf({}));
  });
});

describe('a localisation file', () => {
  const { localisations } = renderManifests(sources.manifests, release);

  it.each(Object.entries(localisations))('%s passes its published schema', async (file, json) => {
    expect(await schemaProblems(file, json)).toEqual([]);
  });

  it('names exactly the places where the manifest has words', () => {
    for (const json of Object.values(localisations)) {
      const paths = Object.keys(json ?? {}).filter((path) => path !== '$schema');
      expect(paths).toContain('extensions[0].ribbons[1].tabs[0].groups[0].controls[1].supertip.description');
      for (const path of paths) expect(typeof valueAt(manifest, path)).toBe('string');
    }
  });

  it('is refused with a key that the manifest could not have', async () => {
    const wrong = changed(localisations['de.json'] ?? null, 'extensions[0]', null);
    const withKey = { ...(wrong as object), 'extensions[0].ribbons[0].label': 'Falsch' } as Json;
    expect((await schemaProblems('de.json', withKey)).length).toBeGreaterThan(0);
  });

  it('is refused without a description', async () => {
    const german = Object.entries(localisations['de.json'] ?? {}).filter(
      ([key]) => key !== 'description.full',
    );
    const found = await schemaProblems('de.json', Object.fromEntries(german));
    expect(found.map(({ what }) => what).join()).toContain('description.full');
  });
});

describe('the published schema refuses', () => {
  it.each<[string, string, Json | undefined, string]>([
    ['an unknown property', 'extensions[0].buttons', [], 'additional properties'],
    ['a missing name', 'name', undefined, "required property 'name'"],
    ['a name that is too long', 'name.short', 'x'.repeat(31), 'more than 30'],
    [
      'a supertip that is too long',
      `${control(0, 0)}.supertip.description`,
      'x'.repeat(251),
      'more than 250',
    ],
    ['two icons where three are asked for', `${control(0, 0)}.icons`, [], 'fewer than 3'],
    ['an unknown context', `${ribbon(0)}.contexts[0]`, 'messageRead', 'allowed values'],
    ['a client id that is no GUID', 'webApplicationInfo.id', 'mentor', 'pattern'],
    ['a page without https', 'extensions[0].runtimes[0].code.page', 'http://mentor.example.org/', 'pattern'],
    [
      'a redirect address without scopes',
      'webApplicationInfo.nestedAppAuthInfo[0].scopes',
      undefined,
      'scopes',
    ],
  ])('%s', async (_fault, path, value, message) => {
    expect((await schema(changed(manifest, path, value))).join('\n')).toContain(message);
  });

  it('a schema of another version, without asking the network', async () => {
    const other = changed(manifest, '$schema', 'https://example.org/MicrosoftTeams.schema.json');
    expect(await schema(other)).toEqual([
      '$schema is not one of version 1.30: https://example.org/MicrosoftTeams.schema.json',
    ]);
  });
});

describe('our own checks refuse', () => {
  it.each<[string, string, Json | undefined, string]>([
    [
      'a button whose action nobody has',
      `${control(1, 0)}.actionId`,
      'openTimes',
      'no runtime has the action openTimes',
    ],
    [
      'an action that no button uses',
      'extensions[0].runtimes[1].actions[0].id',
      'idle',
      'nothing uses the action idle',
    ],
    [
      'two actions of one id',
      'extensions[0].runtimes[1].actions[0].id',
      'openMeetPane',
      'the id openMeetPane is used more than once',
    ],
    [
      'two runtimes of one id',
      'extensions[0].runtimes[1].id',
      'meetPane',
      'the id meetPane is used more than once',
    ],
    [
      'two buttons of one id',
      `${control(2, 0)}.id`,
      'organizerNotes',
      'the id organizerNotes is used more than once',
    ],
    [
      'two groups of one id',
      `${ribbon(2)}.tabs[0].groups[0].id`,
      'organizerGroup',
      'the id organizerGroup is used more than once',
    ],
    [
      'two tabs of one id',
      'staticTabs[1].entityId',
      'mentorships',
      'the id mentorships is used more than once',
    ],
    ['an id that is no GUID', 'id', 'com.example.mentor', 'is not a GUID in lower case'],
    ['another product’s id', 'id', '11111111-2222-4333-8444-555555555555', `is not ${expected.appId}`],
    ['the id of the other manifest', 'id', expected.addInId, 'is also the add-in-only manifest’s'],
    ['a foreign domain', 'validDomains[1]', 'example.net', '"example.net" is not ours'],
    ['a wildcard domain', 'validDomains[0]', '*.example.org', '"*.example.org" is not ours'],
    ['a missing domain', 'validDomains', [], 'does not hold the site’s own mentor.example.org'],
    [
      'a tab of another site',
      'staticTabs[0].contentUrl',
      'https://example.net/',
      'https://example.net/ is not on https://mentor.example.org',
    ],
    [
      'an icon without https',
      `${control(0, 0)}.icons[0].url`,
      'http://mentor.example.org/icons/mark-16.png',
      'is not on https://mentor.example.org',
    ],
    [
      'a privacy page elsewhere',
      'developer.privacyUrl',
      'https://mentor.example.org.evil.example/',
      'is not on https://mentor.example.org',
    ],
    [
      'another client id',
      'webApplicationInfo.id',
      '11111111-2222-4333-8444-555555555555',
      'is not the client id',
    ],
    [
      'a broker address with a path',
      'webApplicationInfo.nestedAppAuthInfo[0].redirectUri',
      'brk-multihub://mentor.example.org/go',
      'brk-multihub://mentor.example.org/go is not on',
    ],
    [
      'no nested app authentication',
      'webApplicationInfo.nestedAppAuthInfo',
      undefined,
      'has no nestedAppAuthInfo',
    ],
    ['no personal tab', 'staticTabs[0]', undefined, 'has no personal tab'],
    ['no tab for meetings', 'staticTabs[1].scopes', ['personal'], 'has no tab for meetings'],
    [
      'a meeting tab without the side panel',
      'staticTabs[1].context',
      ['meetingChatTab', 'meetingDetailsTab'],
      'lacks the context meetingSidePanel',
    ],
    ['a tab to configure', 'configurableTabs', [], 'would need a configuration page'],
    ['a button without its 32 pixels', `${control(0, 0)}.icons[3]`, undefined, 'lacks the size 32'],
    ['a size given twice', `${control(0, 0)}.icons[1].size`, 16, 'has the size 16 twice'],
    ['no tie to the other manifest', 'extensions[0].alternates', undefined, 'people would see two buttons'],
    [
      'a tie to another add-in',
      'extensions[0].alternates[0].hide.customOfficeAddin.officeAddinId',
      '11111111-2222-4333-8444-555555555555',
      'people would see two buttons',
    ],
    ['a version of two numbers', 'version', '1.4', '1.4 is not n.n.n'],
    ['a version below 1.0.0', 'version', '0.4.2', '0.4.2 is not n.n.n, from 1.0.0 on'],
    ['a version with a suffix', 'version', '1.0.0-beta', '1.0.0-beta is not n.n.n'],
  ])('%s', (_fault, path, value, message) => {
    expect(rules(changed(manifest, path, value)).join('\n')).toContain(message);
  });
});
