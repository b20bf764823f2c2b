import { callHost } from './callHost.ts';
import { byId, element } from './element.ts';
import { membersOf, textIn } from './members.ts';
import { teamsPageFacts } from './pageFacts.ts';
import { createAuthWindows } from './teams/authWindows.ts';
import { createTeamsBridge, type AppWindow, type MessageHandlers } from './teams/createTeamsBridge.ts';
import { legacyContext } from './teams/legacyContext.ts';
import { createNestedAppAuth } from './teams/nestedAppAuth.ts';
import { readOutsideLink } from './teams/outsideLink.ts';
import { runtimeConfig } from './teams/runtimeConfig.ts';

declare global {
  interface Window {
    /** For tests: calls of teams-js that this page does not know, and what the app told about its start. */
    sandboxHost?: { readonly unhandled: readonly string[]; readonly appState: readonly string[] };
  }
}

type View = 'app' | 'calendar' | 'mail' | 'traffic';

const facts = teamsPageFacts();
const { appOrigin, person } = facts;
const sessionId = crypto.randomUUID();
let theme = facts.theme;
let deepLink = facts.deepLink;
const appState: string[] = [];

const frame = element('iframe', {
  id: 'app-frame',
  name: 'embedded-page-container',
  title: 'Mentor Meetings',
  allow: 'clipboard-read; clipboard-write',
  sandbox:
    'allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-scripts allow-same-origin allow-downloads',
});
const authWindows = createAuthWindows(appOrigin);
const nestedAppAuth = createNestedAppAuth({
  account: facts.account,
  appOrigin,
  askBroker: (request) => callHost(facts.hostKey, 'broker', request),
});

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function contextOf(from: AppWindow): Readonly<Record<string, unknown>> {
  const frameContext = from.kind === 'dialog' ? 'authentication' : 'content';
  return legacyContext({ person, appId: facts.appId, theme, deepLink, sessionId, frameContext });
}

/** A link the app wants opened: to an event here, to itself, or out. */
async function openLink(url: string): Promise<readonly unknown[]> {
  const link = readOutsideLink(url, appOrigin);
  switch (link.kind) {
    case 'event':
      await show('calendar', link.eventId);
      return [true];
    case 'app':
      openApp(link.deepLink);
      return [true];
    case 'web':
      window.open(link.url, '_blank', 'noopener,noreferrer');
      return [true];
    case 'refused':
  }
  return [false, 'This address is not opened.'];
}

const handlers: MessageHandlers = {
  initialize: (_message, from) => [
    from.kind === 'dialog' ? 'authentication' : 'content',
    'web',
    '2.0.1',
    runtimeConfig(facts.bridge !== 'off' && from.kind === 'tab'),
  ],
  getContext: (_message, from) => [contextOf(from)],
  'appInitialization.appLoaded': () => {
    appState.push('loaded');
    return undefined;
  },
  'appInitialization.success': () => {
    appState.push('success');
    return [];
  },
  'appInitialization.failure': ({ args }) => {
    appState.push('failure');
    say(`The app says that it could not start: ${textOf(args[1])}`);
    return undefined;
  },
  executeDeepLink: ({ args }) => openLink(textOf(args[0])),
  'calendar.openCalendarItem': async ({ args }) => {
    const [parameters] = args;
    await show('calendar', textOf(parameters) || textIn(membersOf(parameters), 'itemId'));
    return [true];
  },
  'pages.currentApp.navigateTo': ({ args }) => {
    openApp(textIn(membersOf(args[0]), 'subPageId'));
    return [undefined];
  },
  'pages.currentApp.navigateToDefaultPage': () => {
    openApp('');
    return [undefined];
  },
  navigateBack: () => [false, 'There is nothing to go back to.'],
  setFrameContext: () => undefined,
  'clipboard.writeToClipboard': async ({ args }) => {
    const base64 = textIn(membersOf(args[0]), 'content');
    const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
    await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
    return [undefined];
  },
  'authentication.authenticate': ({ args }) => authWindows.open(textOf(args[0]), args[1], args[2]),
  'authentication.authenticate.success': ({ args }, from) => {
    authWindows.settle(from, true, args[0]);
    return undefined;
  },
  'authentication.authenticate.failure': ({ args }, from) => {
    authWindows.settle(from, false, args[0]);
    return undefined;
  },
  'nestedAppAuth.execute': async ({ data }) => {
    // The third setting of the bridge: there, and silent for ever.
    if (facts.bridge === 'silent') return undefined;
    return [null, await nestedAppAuth(data ?? '{}')];
  },
};

const bridge = createTeamsBridge({
  appOrigin,
  windowOf: (source) =>
    frame.contentWindow !== null && source === frame.contentWindow
      ? { kind: 'tab', window: frame.contentWindow }
      : authWindows.windowOf(source),
  handlers,
  onUnhandled: (func) => say(`The app called ${func}, which this page does not know.`),
});
window.sandboxHost = { unhandled: bridge.unhandled, appState };

function say(words: string): void {
  const place = byId('unhandled');
  place.hidden = false;
  place.textContent = words;
}

function openApp(link: string): void {
  deepLink = link === '' ? undefined : link;
  void show('app');
  frame.src = `${appOrigin}/index.html`;
}

async function show(view: View, eventId?: string): Promise<void> {
  for (const entry of document.querySelectorAll<HTMLElement>('[data-view]')) {
    if (entry.dataset.view === view) entry.setAttribute('aria-current', 'page');
    else entry.removeAttribute('aria-current');
  }
  const [app, other] = [byId('app-view'), byId('other-view')];
  app.hidden = view !== 'app';
  other.hidden = view === 'app';
  if (view === 'app') {
    if (frame.src === '') frame.src = `${appOrigin}/index.html`;
    return;
  }
  const { openView } = await import('./openView.ts');
  await openView(view, other, facts, eventId, (link) => void openLink(link));
}

function setTheme(name: string): void {
  theme = name;
  document.querySelector<HTMLElement>('.teams')?.setAttribute('data-theme', name);
  bridge.notify('themeChange', [name === 'light' ? 'default' : name]);
}

/** The same page with one thing changed: another person, or the bridge in another state. */
function reloadWith(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  url.searchParams.set('theme', theme);
  location.href = url.href;
}

function onChange(id: string, act: (value: string) => void): void {
  const control = byId(id);
  control.addEventListener('change', () => {
    if (control instanceof HTMLSelectElement) act(control.value);
  });
}

onChange('person', (key) => reloadWith('person', key));
onChange('bridge', (state) => reloadWith('bridge', state));
onChange('theme', setTheme);
for (const entry of document.querySelectorAll<HTMLElement>('[data-view]'))
  entry.addEventListener('click', () => {
    const { view } = entry.dataset;
    if (view === 'app' || view === 'calendar' || view === 'mail' || view === 'traffic') void show(view);
  });

byId('app-view').append(frame);
const first = facts.view;
void show(first === 'calendar' || first === 'mail' || first === 'traffic' ? first : 'app');
