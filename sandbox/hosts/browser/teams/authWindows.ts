import type { AppWindow } from './createTeamsBridge.ts';

/** Windows that the page opens for an app's `authentication.authenticate`. */
export interface AuthWindows {
  /** Opens one and resolves with teams-js' answer: `[true, result]` or `[false, reason]`. */
  open(url: string, width: unknown, height: unknown): Promise<readonly [boolean, string]>;
  /** The app's page in the window handed back a result, or a reason. */
  settle(from: AppWindow, succeeded: boolean, value: unknown): void;
  windowOf(source: MessageEventSource | null): AppWindow | undefined;
}

interface Opened extends AppWindow {
  readonly settle: (answer: readonly [boolean, string]) => void;
}

const pollMilliseconds = 300;

function side(value: unknown, usual: number, most: number): number {
  const size = typeof value === 'number' && value > 0 ? value : usual;
  return Math.min(size, most);
}

/** `onOpening` is told when a window could not be opened. */
export function createAuthWindows(appOrigin: string): AuthWindows {
  let current: Opened | undefined;
  return {
    open(url, width, height) {
      if (new URL(url).origin !== appOrigin) return Promise.resolve([false, 'InvalidUrl'] as const);
      const opened = window.open(
        url,
        'app-sign-in',
        `popup,width=${side(width, 600, screen.availWidth)},height=${side(height, 700, screen.availHeight)}`,
      );
      if (opened === null) return Promise.resolve([false, 'FailedToOpenWindow'] as const);
      return new Promise((resolve) => {
        const poll = setInterval(() => {
          if (opened.closed) settle([false, 'CancelledByUser']);
        }, pollMilliseconds);
        function settle(answer: readonly [boolean, string]): void {
          clearInterval(poll);
          current = undefined;
          resolve(answer);
        }
        current = { kind: 'dialog', window: opened, settle };
      });
    },
    settle(from, succeeded, value) {
      if (current?.window === from.window)
        current.settle([succeeded, typeof value === 'string' ? value : '']);
    },
    windowOf: (source) => (current !== undefined && source === current.window ? current : undefined),
  };
}
