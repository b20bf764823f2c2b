import { createRoot } from 'react-dom/client';
import { app as words } from '#words/en/app.ts';
import { ConfigError } from '../config.ts';
import type { AppServices } from '../createServices.ts';
import { App } from './App.tsx';
import { HostLook } from './HostLook.tsx';
import { loadTheme } from './loadTheme.ts';
import { StartFailure } from './StartFailure.tsx';

/** What the shell is to show: the app over its services, or why there is none. */
export type ShellContent =
  ({ readonly kind: 'ready' } & AppServices) | { readonly kind: 'failed'; readonly cause: unknown };

/** Puts the app in the place of the skeleton, which goes when the first screen stands. Rejects when its colours cannot be fetched. */
export async function mountShell(content: ShellContent): Promise<void> {
  await loadTheme(content.kind === 'ready' ? content.services.host.theme() : 'light');
  const place = document.querySelector('#app');
  if (place === null) throw new Error('the page has no place for the app');
  const root = createRoot(place);
  if (content.kind === 'failed') {
    root.render(
      <HostLook host={undefined}>
        <StartFailure detail={detailOf(content.cause)} onShown={removeSkeleton} />
      </HostLook>,
    );
    return;
  }
  root.render(
    <HostLook host={content.services.host}>
      <App parts={content} onFirstScreen={removeSkeleton} />
    </HostLook>,
  );
}

function removeSkeleton(): void {
  document.querySelector('#skeleton')?.remove();
}

/** Only what we wrote ourselves is shown: other messages are no help to a person. */
function detailOf(cause: unknown): string {
  return cause instanceof ConfigError ? cause.message : words.notLoaded;
}
