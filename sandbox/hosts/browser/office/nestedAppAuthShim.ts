import { membersOf, textIn } from '../members.ts';

type Listener = (message: unknown) => void;

/** The origin of the Outlook page around this frame, and whether it brokers sign-in: the page says both in the frame's name. */
function surroundings(): { readonly hostOrigin: string; readonly hasBridge: boolean } | undefined {
  if (window.parent === window) return undefined;
  try {
    const name = membersOf(JSON.parse(window.name));
    const [, , hostOrigin = ''] = textIn(name, 'xdmInfo').split('|');
    return { hostOrigin, hasBridge: name.get('nestedAppAuth') === true };
  } catch {
    // Any other frame has a name of its own.
    return undefined;
  }
}

/** Puts the bridge of nested app authentication into the frame: msal-browser's messages go to the page around it as they are, and its answers come back. */
export function installNestedAppAuth(): void {
  const { hostOrigin, hasBridge } = surroundings() ?? { hostOrigin: '', hasBridge: false };
  if (!hasBridge || 'nestedAppAuthBridge' in window) return;
  const listeners = new Set<Listener>();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || event.origin !== hostOrigin || typeof event.data !== 'string')
      return;
    if (event.data.includes('"NestedAppAuthResponse"'))
      for (const listener of listeners) listener(event.data);
  });
  Object.defineProperty(window, 'nestedAppAuthBridge', {
    value: {
      addEventListener: (_kind: string, listener: Listener) => void listeners.add(listener),
      removeEventListener: (_kind: string, listener: Listener) => void listeners.delete(listener),
      postMessage: (json: string) => window.parent.postMessage(json, hostOrigin),
    },
  });
}
