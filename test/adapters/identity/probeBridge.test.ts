import { probeBridge } from '#adapters/identity/probeBridge.ts';
import { createFakeClock } from '../support/fakeClock.ts';

type Listener = (event: unknown) => void;

function bridgeThat(answer: (question: { readonly requestId: string }) => unknown) {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addEventListener: (_: string, listener: Listener) => void listeners.add(listener),
    removeEventListener: (_: string, listener: Listener) => void listeners.delete(listener),
    postMessage: (text: string) => {
      const said = answer(JSON.parse(text));
      if (said !== undefined) for (const listener of listeners) listener(said);
    },
  };
}
const good = ({ requestId }: { readonly requestId: string }) =>
  JSON.stringify({
    messageType: 'NestedAppAuthResponse',
    requestId,
    success: true,
    initContext: { sdkName: 'h' },
  });
const probe = (bridge: unknown) => probeBridge(bridge, createFakeClock(), 3000);

describe('a bridge to the host', () => {
  it('is one when it answers, as text or as an event', async () => {
    expect(await probe(bridgeThat(good))).toBe(true);
    expect(await probe(bridgeThat((question) => ({ data: good(question) })))).toBe(true);
  });

  it('is left as it was found', async () => {
    const bridge = bridgeThat(good);
    await probe(bridge);
    expect(bridge.listeners.size).toBe(0);
  });

  it.each<[string, unknown]>([
    ['silent', bridgeThat(() => undefined)],
    ['refusing', bridgeThat(({ requestId }) => JSON.stringify({ requestId, success: false }))],
    [
      'answering somebody else',
      bridgeThat(() => JSON.stringify({ requestId: 'x', success: true, initContext: {} })),
    ],
    ['answering nonsense', bridgeThat(() => '{')],
    [
      'broken',
      bridgeThat(() => {
        throw new Error('x');
      }),
    ],
    ['not there', undefined],
    ['a word', 'bridge'],
  ])('is none when it is %s', async (_, bridge) => {
    expect(await probe(bridge)).toBe(false);
  });
});
