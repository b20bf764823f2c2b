import { button, element } from '../element.ts';
import { done, hostErrors, refused, type HostCalls } from '../office/hostAnswer.ts';
import { listIn, membersOf, textIn, type Members } from '../members.ts';

/** A message that an add-in put above an item. */
interface Notification {
  readonly key: string;
  readonly type: string;
  readonly message: string;
  readonly icon: string;
  readonly persistent: boolean;
  readonly action: { readonly words: string; readonly commandId: string } | undefined;
}

/** Kinds of messages by their number on the wire. */
const types = ['informationalMessage', 'progressIndicator', 'errorMessage', 'insightMessage'] as const;
/** As many as Outlook shows above one item. */
const mostNotifications = 5;

/** The bar above the open item. */
export interface Notifications {
  readonly calls: HostCalls;
  /** Shows the messages of another item; none without one. */
  showFor(itemKey: object | string | undefined): void;
}

export function createNotifications(options: {
  readonly place: HTMLElement;
  /** The person pressed the button of an insight: its pane is to open. */
  readonly onCommand: (commandId: string) => void;
  /** The person closed a message. */
  readonly onDismissed: (details: Readonly<Record<string, unknown>>) => void;
}): Notifications {
  const { place } = options;
  const byItem = new Map<object | string, Notification[]>();
  let current: object | string | undefined;

  function list(): readonly Notification[] {
    return current === undefined ? [] : (byItem.get(current) ?? []);
  }

  function keep(notifications: readonly Notification[]): void {
    if (current !== undefined) byItem.set(current, [...notifications]);
    draw();
  }

  function draw(): void {
    place.hidden = list().length === 0;
    place.replaceChildren(
      ...list().map((entry) => {
        const { action } = entry;
        return element(
          'div',
          { class: 'notification', 'data-type': entry.type, role: 'status' },
          element('span', {}, entry.message),
          action === undefined ? undefined : button(action.words, () => options.onCommand(action.commandId)),
          entry.type === 'progressIndicator'
            ? undefined
            : button(
                'Dismiss',
                () => {
                  keep(list().filter(({ key }) => key !== entry.key));
                  options.onDismissed({ key: entry.key, type: entry.type, infobarType: 0 });
                },
                { 'aria-label': `Dismiss: ${entry.message}` },
              ),
        );
      }),
    );
  }

  return {
    showFor(itemKey) {
      current = itemKey;
      draw();
    },
    calls: {
      33: (params) => {
        const added = readNotification(params);
        if (list().some(({ key }) => key === added.key)) return refused(hostErrors.duplicateNotificationKey);
        if (list().length >= mostNotifications) return refused(hostErrors.tooManyNotifications);
        keep([...list(), added]);
        return done();
      },
      34: () =>
        done(
          list().map(({ key, type, message, icon, persistent }) => ({
            key,
            type,
            message,
            icon,
            persistent,
          })),
        ),
      35: (params) => {
        const replaced = readNotification(params);
        if (!list().some(({ key }) => key === replaced.key))
          return refused(hostErrors.notificationKeyNotFound);
        keep(list().map((entry) => (entry.key === replaced.key ? replaced : entry)));
        return done();
      },
      36: (params) => {
        const gone = textIn(params, 'key');
        if (!list().some(({ key }) => key === gone)) return refused(hostErrors.notificationKeyNotFound);
        keep(list().filter(({ key }) => key !== gone));
        return done();
      },
    },
  };
}

function readNotification(params: Members): Notification {
  const [first] = listIn(params, 'actions').map(membersOf);
  return {
    key: textIn(params, 'key'),
    type: types[Number(params.get('type'))] ?? 'informationalMessage',
    message: textIn(params, 'message'),
    icon: textIn(params, 'icon'),
    persistent: params.get('persistent') === true,
    action:
      first === undefined
        ? undefined
        : { words: textIn(first, 'actionText'), commandId: textIn(first, 'commandId') },
  };
}
