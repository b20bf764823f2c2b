import { createRoot } from 'react-dom/client';
import { HostFailure } from '#ports/outlook.ts';
import { ConfigError } from '../config.ts';
import type { AppServices } from '../createServices.ts';
import { HostLook } from '../shell/HostLook.tsx';
import { StartFailure } from '../shell/StartFailure.tsx';
import { app as words } from '#words/en/app.ts';
import { en } from '#words/en/index.ts';
import { WordsContext } from '#words/Words.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { HostSilent } from './HostSilent.tsx';
import { PaneApp } from './PaneApp.tsx';

/** What the pane is to show: the app beside an item, or why there is none. */
export type PaneContent =
  | ({ readonly kind: 'ready' } & AppServices)
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Puts the pane in the place of the skeleton, which goes when the first picture stands. */
export function mountPane(content: PaneContent): void {
  const place = document.querySelector('#app');
  if (place === null) throw new Error('the page has no place for the app');
  const host = content.kind === 'ready' ? content.services.host : undefined;
  createRoot(place).render(
    <HostLook host={host}>
      <WordsContext value={en}>
        {content.kind === 'ready' ? (
          <PaneApp parts={content} onFirstScreen={removeSkeleton} />
        ) : content.kind === 'elsewhere' ? (
          <Elsewhere onShown={removeSkeleton} />
        ) : content.cause instanceof HostFailure ? (
          <HostSilent onShown={removeSkeleton} onAgain={() => location.reload()} />
        ) : (
          <StartFailure detail={detailOf(content.cause)} onShown={removeSkeleton} />
        )}
      </WordsContext>
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
