import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdminConsentScreen } from '../../../src/features/home/AdminConsentScreen.tsx';
import { outlookFormUrl, mailUrl } from '../../../src/features/home/outlookForm.ts';
import { SettingsScreen } from '../../../src/features/home/SettingsScreen.tsx';
import { SignInScreen } from '../../../src/features/home/SignInScreen.tsx';
import { ServiceFailure, type FailureCode } from '../../../src/ports/failure.ts';
import type { IdentityPort } from '../../../src/ports/identity.ts';
import type { Services } from '../../../src/ports/services.ts';
import { morgan, now, tellStory } from '../../support/fakes/story.ts';
import { renderWithTheme } from '../../support/renderWithTheme.tsx';

/** The story's services with some of its identity as told. */
function withIdentity(change: Partial<IdentityPort>): Services {
  const { services } = tellStory();
  return { ...services, identity: { ...services.identity, ...change } };
}

function refusing(code: FailureCode) {
  return () => Promise.reject(new ServiceFailure(code, 'x'));
}

const waiting: Partial<IdentityPort> = {
  token: ([scope]) =>
    scope === 'User.ReadBasic.All'
      ? Promise.resolve('token')
      : Promise.reject(
          new ServiceFailure(scope === 'Calendars.ReadWrite' ? 'needs-admin' : 'needs-consent', 'x'),
        ),
  allow: refusing('needs-admin'),
};

describe('waiting for the administrator', () => {
  it('tells each permission, what it is for, and whether it is allowed', async () => {
    renderWithTheme(
      <AdminConsentScreen services={withIdentity(waiting)} name="Morgan" onAllowed={() => undefined} />,
    );
    const table = within(screen.getByRole('table', { name: 'Permissions of this app' }));
    const rowOf = (title: RegExp) => table.getByRole('rowheader', { name: title }).closest('tr');
    expect(await table.findByText('Waiting')).toBeInTheDocument();
    expect(rowOf(/Find people/)).toHaveTextContent('User.ReadBasic.AllChoosing your partner by nameYes');
    expect(rowOf(/Your calendar/)).toHaveTextContent(/Calendars\.ReadWrite.*Waiting$/);
    expect(rowOf(/Your own files/)).toHaveTextContent(/Files\.ReadWrite.*When first needed$/);
  });

  it('copies a letter with the link, every scope that the link asks for, and the name', async () => {
    const copied: string[] = [];
    const services = withIdentity(waiting);
    renderWithTheme(
      <AdminConsentScreen
        services={{
          ...services,
          host: { ...services.host, copyText: (text) => Promise.resolve(void copied.push(text)) },
        }}
        name="Morgan Reed"
        onAllowed={() => undefined}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Copy the letter' }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    const [letter = ''] = copied;
    for (const part of [
      'Calendars.ReadWrite',
      'User.ReadBasic.All',
      'Files.ReadWrite',
      'User.Read',
      'https://login.microsoftonline.com/organizations/adminconsent',
    ])
      expect(letter).toContain(part);
    expect(letter.endsWith('Morgan Reed')).toBe(true);
  });

  it('shows the letter to be copied by hand where the host refuses the clipboard', async () => {
    const services = withIdentity(waiting);
    renderWithTheme(
      <AdminConsentScreen
        services={{
          ...services,
          host: { ...services.host, copyText: () => Promise.reject(new Error('no')) },
        }}
        name={undefined}
        onAllowed={() => undefined}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Copy the letter' }));
    expect(await screen.findByText(/copy it by hand/)).toBeInTheDocument();
    expect(screen.getByText(/To allow it, open this link/).closest('details')).toHaveAttribute('open');
  });

  it('opens Outlook’s own form, filled in', async () => {
    const services = withIdentity(waiting);
    const opened: string[] = [];
    renderWithTheme(
      <AdminConsentScreen
        services={{
          ...services,
          host: { ...services.host, openLink: (url) => Promise.resolve(void opened.push(url)) },
        }}
        name={undefined}
        onAllowed={() => undefined}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open Outlook’s form' }));
    expect(opened[0]).toMatch(
      /^https:\/\/outlook\.office\.com\/calendar\/0\/deeplink\/compose\?subject=Mentor%20meeting&/,
    );
  });

  it('looks again: still waiting, or allowed and on', async () => {
    let isAllowed = false;
    const allowed: string[] = [];
    const services = withIdentity({
      ...waiting,
      token: (scopes, signal) =>
        isAllowed ? Promise.resolve('token') : (waiting.token?.(scopes, signal) ?? Promise.resolve('')),
    });
    renderWithTheme(
      <AdminConsentScreen services={services} name={undefined} onAllowed={() => allowed.push('yes')} />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText(/It still waits/)).toBeInTheDocument();
    expect(allowed).toEqual([]);
    isAllowed = true;
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(allowed).toEqual(['yes']);
  });

  it('says so when it is allowed already', async () => {
    renderWithTheme(
      <AdminConsentScreen
        services={withIdentity({ token: () => Promise.resolve('token') })}
        name={undefined}
        onAllowed={() => undefined}
      />,
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Booking is allowed now' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Copy the letter' })).not.toBeInTheDocument();
  });
});

describe('signing in', () => {
  it('goes on with the account', async () => {
    const names: (string | undefined)[] = [];
    renderWithTheme(
      <SignInScreen
        services={tellStory().services}
        reason="first"
        scopes={[]}
        onSignedIn={(account) => names.push(account?.name)}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(names).toEqual(['Morgan Reed']);
  });

  it.each<[FailureCode, string, string]>([
    ['popup-blocked', 'The sign-in window was blocked', 'Try again'],
    ['wrong-account', 'This is another account than before', 'Choose the account'],
    ['cancelled', 'Not signed in yet', 'Sign in'],
  ])('stopped by %s says so, with one button that helps', async (code, heading, button) => {
    renderWithTheme(
      <SignInScreen
        services={withIdentity({ signIn: refusing(code) })}
        reason="first"
        scopes={[]}
        onSignedIn={() => undefined}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { level: 1, name: heading })).toHaveFocus();
    expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual([button]);
  });

  it('hands over to the administrator’s screen', async () => {
    const told: string[] = [];
    renderWithTheme(
      <SignInScreen
        services={withIdentity({ signIn: refusing('needs-admin') })}
        reason="lost"
        scopes={[]}
        onSignedIn={() => undefined}
        onNeedsAdmin={() => told.push('admin')}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(told).toEqual(['admin']);
  });
});

describe('settings', () => {
  it('forget what the device remembers', async () => {
    const done: string[] = [];
    renderWithTheme(settings(tellStory().services, done));
    await userEvent.click(screen.getByRole('button', { name: 'Forget it now' }));
    expect(done).toEqual(['forget']);
    expect(screen.getByText('Forgotten.')).toBeInTheDocument();
  });

  it('leave signing out to Teams and Outlook, and offer it in a browser', async () => {
    const { services } = tellStory();
    const { unmount } = renderWithTheme(settings(services, []));
    expect(screen.queryByRole('button', { name: 'Sign out' })).not.toBeInTheDocument();
    unmount();
    const done: string[] = [];
    renderWithTheme(settings({ ...services, host: { ...services.host, kind: 'browser' } }, done));
    await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(done).toEqual(['forget', 'out']);
  });
});

describe('the links that need no permission', () => {
  it('fill in half an hour at a full hour in a week', () => {
    const url = new URL(outlookFormUrl(now, { subject: 'A & B', body: 'One\ntwo?' }));
    expect(url.searchParams.get('subject')).toBe('A & B');
    expect(url.searchParams.get('body')).toBe('One\ntwo?');
    expect(url.searchParams.get('startdt')).toBe('2027-01-11T14:00:00Z');
    expect(url.searchParams.get('enddt')).toBe('2027-01-11T14:30:00Z');
    expect(url.href).not.toContain('+');
  });

  it('write the letter with the line ends of mail', () => {
    expect(mailUrl('A b', 'one\ntwo')).toBe('mailto:?subject=A%20b&body=one%0D%0Atwo');
  });
});

function settings(services: Services, done: string[]) {
  return (
    <SettingsScreen
      services={services}
      me={morgan}
      onBack={() => undefined}
      onForget={() => done.push('forget')}
      onSignedOut={() => done.push('out')}
    />
  );
}
