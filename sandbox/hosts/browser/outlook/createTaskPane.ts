import { button, element } from '../element.ts';
import { addInFrame } from './addInFrame.ts';
import type { RibbonButton } from './ribbonFacts.ts';

const widths = { least: 320, most: 450, step: 10 };

interface TaskPaneOptions {
  readonly place: HTMLElement;
  readonly hasBridge: boolean;
  /** Connects a frame that is about to load; what it returns ends the connection. */
  readonly onFrame: (frame: HTMLIFrameElement, conversationId: string) => () => void;
  readonly onClosed: () => void;
}

/** The task pane beside the mail or the calendar. */
export interface TaskPane {
  open(entry: RibbonButton, canPin: boolean): void;
  close(): void;
  /** The button whose pane is open. */
  readonly opened: RibbonButton | undefined;
  readonly isPinned: boolean;
}

export function createTaskPane(options: TaskPaneOptions): TaskPane {
  const { place } = options;
  let opened: RibbonButton | undefined;
  let isPinned = false;
  let disconnect: (() => void) | undefined;
  let width = 360;

  function setWidth(pixels: number): void {
    width = Math.min(widths.most, Math.max(widths.least, pixels));
    place.style.setProperty('--pane-width', `${width}px`);
    place.querySelector('[role="separator"]')?.setAttribute('aria-valuenow', String(width));
  }

  function handle(): HTMLElement {
    const made = element('div', {
      class: 'pane-handle',
      role: 'separator',
      tabindex: '0',
      'aria-orientation': 'vertical',
      'aria-label': 'Width of the pane',
      'aria-valuemin': String(widths.least),
      'aria-valuemax': String(widths.most),
      'aria-valuenow': String(width),
    });
    made.addEventListener('keydown', (event) => {
      const by = { ArrowLeft: widths.step, ArrowRight: -widths.step }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      setWidth(width + by);
    });
    made.addEventListener('pointerdown', (event) => {
      made.setPointerCapture(event.pointerId);
      const [from, began] = [event.clientX, width];
      const move = (moved: PointerEvent): void => setWidth(began + from - moved.clientX);
      made.addEventListener('pointermove', move);
      made.addEventListener('pointerup', () => made.removeEventListener('pointermove', move), { once: true });
    });
    return made;
  }

  function pinButton(): HTMLButtonElement {
    const made = button(
      'Pin',
      () => {
        isPinned = !isPinned;
        made.setAttribute('aria-pressed', String(isPinned));
      },
      { 'aria-pressed': 'false', title: 'Keep this pane open when another item is chosen' },
    );
    return made;
  }

  const pane: TaskPane = {
    get opened() {
      return opened;
    },
    get isPinned() {
      return isPinned;
    },
    open(entry, canPin) {
      pane.close();
      opened = entry;
      const conversationId = crypto.randomUUID().slice(0, 8);
      const { page } = entry.action;
      const frame = addInFrame({
        page,
        title: entry.label,
        conversationId,
        hasBridge: options.hasBridge,
        isDialog: false,
      });
      frame.id = 'pane-frame';
      disconnect = options.onFrame(frame, conversationId);
      place.replaceChildren(
        handle(),
        element(
          'div',
          { class: 'pane-head' },
          element('img', { src: `/hosts${entry.icon}`, alt: '', width: '20', height: '20' }),
          element('h2', { id: 'pane-title' }, entry.label),
          canPin ? pinButton() : undefined,
          button('Close', options.onClosed, { 'aria-label': `Close ${entry.label}` }),
        ),
        frame,
      );
      place.hidden = false;
      setWidth(width);
    },
    close() {
      disconnect?.();
      disconnect = undefined;
      opened = undefined;
      isPinned = false;
      place.hidden = true;
      place.replaceChildren();
    },
  };
  return pane;
}
