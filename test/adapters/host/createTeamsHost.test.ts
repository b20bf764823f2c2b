import { createTeamsHost, themeOf } from '#adapters/host/createTeamsHost.ts';
import { externalLink } from '#adapters/host/externalLink.ts';
import type { TeamsLibrary } from '#adapters/host/teamsLibrary.ts';

/** teams-js with a host behind it that answers at once. */
function fakeTeams(
  change: { readonly theme?: string; readonly hostName?: string; readonly subPageId?: string } = {},
) {
  const calls: unknown[][] = [];
  const themeHandlers: ((name: string) => void)[] = [];
  const teams: TeamsLibrary = {
    app: {
      initialize: async (origins) => void calls.push(['initialize', origins]),
      getContext: async () => ({
        app: {
          locale: 'ar-EG',
          theme: change.theme ?? 'default',
          host: { name: change.hostName ?? 'Teams' },
        },
        page: change.subPageId === undefined ? {} : { subPageId: change.subPageId },
        user: { id: 'oid-1', loginHint: 'hint-1', tenant: { id: 'tid-1' } },
      }),
      notifyAppLoaded: () => void calls.push(['loaded']),
      notifySuccess: async () => void calls.push(['success']),
      notifyFailure: (failure) => void calls.push(['failure', failure]),
      registerOnThemeChangeHandler: (handler) => void themeHandlers.push(handler),
      openLink: async (url) => void calls.push(['openLink', url]),
    },
    authentication: {
      authenticate: async (request) => {
        calls.push(['authenticate', request]);
        return 'answer';
      },
    },
    clipboard: { isSupported: () => false, write: () => Promise.reject(new Error('no clipboard')) },
  };
  const changeTheme = (name: string): void => {
    for (const handler of themeHandlers) handler(name);
  };
  return { teams, calls, changeTheme };
}

describe('inside Teams', () => {
  it('shakes hands, trusting the origins it is given', async () => {
    const { teams, calls } = fakeTeams({ subPageId: 'm/abc' });
    const { port, person } = await createTeamsHost(teams, ['https://localhost:5301']);
    expect(calls).toEqual([['initialize', ['https://localhost:5301']], ['loaded']]);
    expect(port).toMatchObject({ kind: 'teams', locale: 'ar-EG', deepLink: 'm/abc' });
    expect(person).toEqual({ oid: 'oid-1', tid: 'tid-1', loginHint: 'hint-1' });
  });

  it.each([
    ['default', 'light'],
    ['dark', 'dark'],
    ['contrast', 'contrast'],
    ['glass', 'dark'],
    ['something new', 'light'],
  ])('takes the theme %s for %s', (name, theme) => {
    expect(themeOf(name)).toBe(theme);
  });

  it('follows the theme while it changes', async () => {
    const { teams, changeTheme } = fakeTeams();
    const { port } = await createTeamsHost(teams, []);
    const told: string[] = [];
    const stop = port.onThemeChange((theme) => told.push(theme));
    changeTheme('dark');
    expect(port.theme()).toBe('dark');
    stop();
    changeTheme('contrast');
    expect(told).toEqual(['dark']);
  });

  it('knows Outlook by its name', async () => {
    const { teams } = fakeTeams({ hostName: 'OutlookWin32' });
    expect((await createTeamsHost(teams, [])).port.kind).toBe('outlook');
  });

  it('tells the host how it went', async () => {
    const { teams, calls } = fakeTeams();
    const { port } = await createTeamsHost(teams, []);
    port.notifyReady();
    port.notifyFailed('x');
    expect(calls.slice(2)).toEqual([['success'], ['failure', { message: 'x' }]]);
  });

  it('opens links through the host, and only such as may be opened', async () => {
    const { teams, calls } = fakeTeams();
    const { port } = await createTeamsHost(teams, []);
    await port.openLink('https://outlook.office.com/calendar');
    await expect(port.openLink('javascript:alert(1)')).rejects.toThrow(TypeError);
    expect(calls.slice(2)).toEqual([['openLink', 'https://outlook.office.com/calendar']]);
  });

  it('opens windows for signing in', async () => {
    const { teams, calls } = fakeTeams();
    const { openDialog } = await createTeamsHost(teams, []);
    expect(await openDialog?.('https://mentor.example.org/dialog.html#x')).toBe('answer');
    expect(calls.at(-1)).toEqual([
      'authenticate',
      { url: 'https://mentor.example.org/dialog.html#x', width: 600, height: 700 },
    ]);
  });
});

describe('an address to be opened outside', () => {
  it.each(['https://outlook.office.com/', 'mailto:admin@example.org?subject=Hello'])('may be %s', (url) => {
    expect(externalLink(url)).toBe(url);
  });

  it.each([
    'http://example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-excel:x',
    'https://user:word@example.org/',
    '/home',
    '',
  ])('may not be %j', (url) => {
    expect(externalLink(url)).toBeUndefined();
  });
});
