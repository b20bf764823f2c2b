import { button, element } from '../element.ts';
import type { RibbonButton } from './ribbonFacts.ts';

/** A button that the page itself offers. */
export interface OwnCommand {
  readonly words: string;
  readonly run: () => void;
}

interface RibbonParts {
  readonly place: HTMLElement;
  readonly own: readonly OwnCommand[];
  readonly fromManifest: readonly RibbonButton[];
  /** Id of the button whose pane is open. */
  readonly pressed: string | undefined;
  readonly onPress: (button: RibbonButton) => void;
}

/** Draws the ribbon: the page's own commands, then those of the manifest. One stop of Tab; arrows, Home and End go between its buttons. */
export function drawRibbon({ place, own, fromManifest, pressed, onPress }: RibbonParts): void {
  const hadFocus = place.contains(document.activeElement);
  const focused = document.activeElement?.getAttribute('data-control');
  const ownButtons = own.map(({ words, run }) => button(words, run, { 'data-control': `own ${words}` }));
  const manifestButtons = fromManifest.map((entry) => {
    const made = element(
      'button',
      {
        type: 'button',
        class: 'ribbon-button',
        'data-control': entry.id,
        title: entry.tip,
        'aria-pressed': String(entry.id === pressed),
      },
      element('img', { src: `/hosts${entry.icon}`, alt: '', width: '20', height: '20' }),
      entry.label,
    );
    made.addEventListener('click', () => onPress(entry));
    return made;
  });
  place.replaceChildren(
    ...ownButtons,
    ...(manifestButtons.length === 0
      ? []
      : [
          element(
            'div',
            { class: 'ribbon-group', role: 'group', 'aria-label': 'From the manifest' },
            element('span', { class: 'quiet', 'aria-hidden': 'true' }, 'From the manifest'),
            ...manifestButtons,
          ),
        ]),
  );
  const all = [...ownButtons, ...manifestButtons];
  const current = all.find((made) => made.getAttribute('data-control') === focused) ?? all[0];
  for (const made of all) made.tabIndex = made === current ? 0 : -1;
  if (hadFocus) current?.focus();
}

/** Moves the focus within the ribbon by its keys. Called once for its element. */
export function listenToRibbonKeys(place: HTMLElement): void {
  place.addEventListener('keydown', (event) => {
    const all = [...place.querySelectorAll<HTMLButtonElement>('button')];
    const at = all.findIndex((made) => made === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    for (const made of all) made.tabIndex = made === next ? 0 : -1;
    next?.focus();
  });
}
