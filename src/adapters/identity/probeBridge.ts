import type { ClockPort } from '#ports/clock.ts';

/** What a host installs in the page for nested app authentication. */
interface Bridge {
  addEventListener(kind: 'message', listener: (event: unknown) => void): void;
  removeEventListener(kind: 'message', listener: (event: unknown) => void): void;
  postMessage(message: string): void;
}

/**
 * Whether there is a bridge to the host and it answers within the time. MSAL waits for a silent one for ever and hides a refusing one, so the
 * question it would ask first is asked here before.
 */
export async function probeBridge(
  bridge: unknown,
  clock: Pick<ClockPort, 'now' | 'newId' | 'wait'>,
  limitMilliseconds: number,
): Promise<boolean> {
  if (!isBridge(bridge)) return false;
  const requestId = clock.newId();
  const stop = new AbortController();
  let listener: ((event: unknown) => void) | undefined;
  const answered = new Promise<boolean>((resolve) => {
    listener = (event) => {
      const answer = readAnswer(event);
      if (answer?.requestId === requestId) resolve(answer.success);
    };
    bridge.addEventListener('message', listener);
  });
  const silent = clock.wait(limitMilliseconds, stop.signal).then(
    () => false,
    () => false,
  );
  const question = JSON.stringify({
    messageType: 'NestedAppAuthRequest',
    method: 'GetInitContext',
    requestId,
    sendTime: clock.now(),
    clientLibrary: 'mentor-meetings',
    clientLibraryVersion: '1',
  });
  try {
    // The bridge's own method, which takes a text alone; not that of a window.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    bridge.postMessage(question);
    return await Promise.race([answered, silent]);
  } catch {
    // A bridge that throws is no bridge.
    return false;
  } finally {
    if (listener !== undefined) bridge.removeEventListener('message', listener);
    stop.abort();
  }
}

function isBridge(value: unknown): value is Bridge {
  return (
    typeof value === 'object' &&
    value !== null &&
    'postMessage' in value &&
    'addEventListener' in value &&
    'removeEventListener' in value
  );
}

/** Bridges hand over the JSON text itself, or an event that holds it. */
function readAnswer(event: unknown): { readonly requestId: unknown; readonly success: boolean } | undefined {
  const text = typeof event === 'object' && event !== null && 'data' in event ? event.data : event;
  if (typeof text !== 'string') return undefined;
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('requestId' in answer)) return undefined;
    return {
      requestId: answer.requestId,
      success: 'success' in answer && answer.success === true && 'initContext' in answer,
    };
  } catch {
    return undefined;
  }
}
