import { button, element } from '../element.ts';
import type { GraphCaller } from '../graphCaller.ts';
import type { CalendarEvent } from './calendarEvent.ts';
import { eventPanel } from './eventPanel.ts';

interface EventDialogOptions {
  readonly graph: GraphCaller;
  readonly event: CalendarEvent;
  /** Zone that the event's wall times are in, as Graph knows it. */
  readonly zone: string;
  readonly onLink: (url: string) => void;
}

/** Shows an event and what can be done with it. Resolves with true when something was done. */
export function eventDialog(options: EventDialogOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = element('dialog', { class: 'event-dialog', 'aria-labelledby': 'event-title' });
    let isDone = false;
    const onDone = (): void => {
      isDone = true;
      dialog.close();
    };
    dialog.append(
      ...eventPanel({ ...options, onDone }, 'event-title'),
      element(
        'div',
        { class: 'actions' },
        button('Close', () => dialog.close()),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(isDone);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
