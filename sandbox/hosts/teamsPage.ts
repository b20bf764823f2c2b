import { html, type Html } from '#sandbox/identity/html.ts';
import type { Person } from '#sandbox/identity/directory.ts';
import { band } from './hostShell.ts';
import { bridges, hostThemes, icon, options, type HostTheme } from './hostSwitches.ts';

/** What an address of the Teams page may ask for. */
export interface TeamsPageQuery {
  readonly theme: HostTheme;
  readonly bridge: (typeof bridges)[number];
  readonly view: 'app' | 'calendar' | 'mail' | 'traffic';
  readonly deepLink: string | undefined;
}

const views = ['app', 'calendar', 'mail', 'traffic'] as const;

/** Reads the query of `/teams`; what is unknown falls back to the usual. */
export function readTeamsQuery(query: URLSearchParams): TeamsPageQuery {
  const theme = hostThemes.find((name) => name === query.get('theme')) ?? 'light';
  const deepLink = query.get('deepLink') ?? '';
  return {
    theme,
    bridge: bridges.find((name) => name === query.get('bridge')) ?? 'on',
    view: views.find((name) => name === query.get('view')) ?? 'app',
    deepLink: deepLink === '' ? undefined : deepLink,
  };
}

const rail: readonly {
  readonly view: TeamsPageQuery['view'];
  readonly icon: string;
  readonly words: string;
}[] = [
  { view: 'app', icon: 'app', words: 'Mentor Meetings' },
  { view: 'calendar', icon: 'calendar', words: 'Calendar' },
  { view: 'mail', icon: 'sent', words: 'Sent mail log' },
  { view: 'traffic', icon: 'traffic', words: 'Traffic' },
];

/** The page's frame: band with the switches, rail, and the places its script fills. */
export function teamsPageBody(people: readonly Person[], person: Person, query: TeamsPageQuery): Html {
  const switches = html`<label class="switch"
      >Person
      <select id="person">
        ${options(
          people.map(({ key, home }) => [key, home.displayName] as const),
          person.key,
        )}
      </select></label
    >
    <label class="switch"
      >Theme
      <select id="theme">
        ${options(
          hostThemes.map((name) => [name, name] as const),
          query.theme,
        )}
      </select></label
    >
    <label class="switch"
      >Sign-in bridge
      <select id="bridge">
        ${options(
          bridges.map((name) => [name, name] as const),
          query.bridge,
        )}
      </select></label
    >`;
  return html`${band('A stand-in for the Teams page, localhost only', switches)}
    <div class="teams" data-theme="${query.theme}">
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
      <main id="main" tabindex="-1">
        <div id="app-view" class="app-view"></div>
        <div id="other-view" class="other-view" hidden></div>
      </main>
    </div>
    <div id="unhandled" class="unhandled" hidden></div>`;
}
