import { html, type Html } from '#sandbox/identity/html.ts';
import type { Person } from '#sandbox/identity/directory.ts';
import { band } from './hostShell.ts';
import { bridges, hostThemes, icon, options, type HostTheme } from './hostSwitches.ts';

/** Mailbox requirement sets that the page can claim, oldest first. */
export const mailboxSets = [
  '1.5',
  '1.6',
  '1.7',
  '1.8',
  '1.9',
  '1.10',
  '1.11',
  '1.12',
  '1.13',
  '1.14',
  '1.15',
] as const;

/** What an address of the Outlook page may ask for. */
export interface OutlookPageQuery {
  readonly theme: HostTheme;
  readonly bridge: (typeof bridges)[number];
  readonly set: (typeof mailboxSets)[number];
  readonly view: 'mail' | 'calendar' | 'sent' | 'traffic';
  /** Graph id of an event or message to begin with. */
  readonly item: string | undefined;
}

const views = ['mail', 'calendar', 'sent', 'traffic'] as const;

/** Reads the query of `/outlook`; what is unknown falls back to the usual. */
export function readOutlookQuery(query: URLSearchParams): OutlookPageQuery {
  const item = query.get('item') ?? '';
  return {
    theme: hostThemes.find((name) => name === query.get('theme')) ?? 'light',
    bridge: bridges.find((name) => name === query.get('bridge')) ?? 'on',
    set: mailboxSets.find((name) => name === query.get('set')) ?? '1.15',
    view: views.find((name) => name === query.get('view')) ?? 'mail',
    item: item === '' ? undefined : item,
  };
}

const rail: readonly {
  readonly view: OutlookPageQuery['view'];
  readonly icon: string;
  readonly words: string;
}[] = [
  { view: 'mail', icon: 'mail', words: 'Mail' },
  { view: 'calendar', icon: 'calendar', words: 'Calendar' },
  { view: 'sent', icon: 'sent', words: 'Sent mail log' },
  { view: 'traffic', icon: 'traffic', words: 'Traffic' },
];

function select(id: string, words: string, entries: Parameters<typeof options>[0], chosen: string): Html {
  return html`<label class="switch"
    >${words}
    <select id="${id}">
      ${options(entries, chosen)}
    </select></label
  >`;
}

function same(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.map((name) => [name, name]);
}

/** The page's frame: band with the switches, rail, ribbon, task pane, and the places its script fills. */
export function outlookPageBody(people: readonly Person[], person: Person, query: OutlookPageQuery): Html {
  const switches = html`${select(
    'person',
    'Person',
    people.map(({ key, home }) => [key, home.displayName] as const),
    person.key,
  )}
  ${select('theme', 'Theme', same(hostThemes), query.theme)}
  ${select('set', 'Requirement set', same(mailboxSets), query.set)}
  ${select('bridge', 'Sign-in bridge', same(bridges), query.bridge)}`;
  return html`${band('A stand-in for the Outlook page, localhost only', switches)}
    <div class="outlook" data-theme="${query.theme}">
      <nav class="rail" aria-label="Apps">
        ${rail.map(
          (entry) =>
            html`<button
              type="button"
              data-view="${entry.view}"
              ${entry.view === query.view ? html`aria-current="page"` : undefined}
            >
              ${icon(entry.icon)}<span>${entry.words}</span>
            </button>`,
        )}
      </nav>
      <div class="outlook-work">
        <div id="ribbon" class="ribbon" role="toolbar" aria-label="Ribbon"></div>
        <div id="notifications" class="notifications" role="region" aria-label="Notifications" hidden></div>
        <main id="main" tabindex="-1"></main>
      </div>
      <aside id="pane" class="pane" aria-labelledby="pane-title" hidden></aside>
    </div>
    <div id="unhandled" class="unhandled" role="alert" hidden></div>`;
}
