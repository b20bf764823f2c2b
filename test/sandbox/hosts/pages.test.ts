import { authorityOrigin } from '#sandbox/hosts/createHosts.ts';
import { readOutsideLink } from '#sandbox/hosts/browser/teams/outsideLink.ts';
import { readTeamsQuery, teamsPageBody } from '#sandbox/hosts/teamsPage.ts';
import { html } from '#sandbox/identity/html.ts';
import { directoryOfCast } from '#sandbox/people/directoryOfCast.ts';

const app = 'https://localhost:5300';

describe('the pages of the sandbox', () => {
  it('write text as text', () => {
    const { html: page } = html`<p title="${'"><b>'}">${'<script>'}${['a', html`<i>b</i>`]}${undefined}</p>`;
    expect(page).toBe('<p title="&quot;&gt;&lt;b&gt;">&lt;script&gt;a<i>b</i></p>');
  });

  it('take what their address asks for, and the usual for nonsense', () => {
    expect(readTeamsQuery(new URLSearchParams('theme=dark&bridge=off&view=mail&deepLink=m%3D1'))).toEqual({
      theme: 'dark',
      bridge: 'off',
      view: 'mail',
      deepLink: 'm=1',
    });
    expect(readTeamsQuery(new URLSearchParams('theme=pink&bridge=maybe&view=x'))).toEqual({
      theme: 'light',
      bridge: 'on',
      view: 'app',
      deepLink: undefined,
    });
  });

  it('name every control and mark where one is', () => {
    const { people } = directoryOfCast();
    const [morgan] = people;
    if (morgan === undefined) throw new Error('nobody');
    const query = readTeamsQuery(new URLSearchParams('view=calendar'));
    const { html: page } = teamsPageBody(people, morgan, query);
    for (const name of ['Person', 'Theme', 'Sign-in bridge', 'Sent mail log', 'Traffic'])
      expect(page).toContain(name);
    expect(page.replaceAll(/\s+/g, ' ')).toContain('data-view="calendar" aria-current="page"');
    expect(page).toContain('Sandbox');
  });

  it.each([
    [
      'https://outlook.office365.com/owa/?itemid=AA%3D&path=/calendar/item',
      { kind: 'event', eventId: 'AA=' },
    ],
    [`${app}/open#m=1&d=2`, { kind: 'app', deepLink: 'm=1&d=2' }],
    ['https://example.org/x', { kind: 'web', url: 'https://example.org/x' }],
    ['http://example.org/', { kind: 'refused' }],
    ['javascript:alert(1)', { kind: 'refused' }],
    ['nothing', { kind: 'refused' }],
  ])('open %s where it belongs', (url, expected) => {
    expect(readOutsideLink(url, app)).toEqual(expected);
  });

  it('know which sign-in service belongs to which host page', () => {
    expect(authorityOrigin('localhost:5301')).toBe('https://localhost:5301');
    expect(authorityOrigin('teams.microsoft.com')).toBe('https://login.microsoftonline.com');
    expect(authorityOrigin('outlook.office.com:443')).toBe('https://login.microsoftonline.com');
    expect(authorityOrigin('teams.microsoft.com.evil.example')).toBe(
      'https://teams.microsoft.com.evil.example',
    );
  });
});
