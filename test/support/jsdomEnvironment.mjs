import { TestEnvironment as JsdomEnvironment } from 'jest-environment-jsdom';

/** jsdom with the web platform's members that it lacks, taken from Node. No BroadcastChannel: with msal, jest never ends. */
export default class extends JsdomEnvironment {
  async setup() {
    await super.setup();
    for (const name of [
      'fetch',
      'Request',
      'Response',
      'Headers',
      'TextEncoder',
      'TextDecoder',
      'structuredClone',
      'ReadableStream',
    ]) {
      if (this.global[name] === undefined) this.global[name] = globalThis[name];
    }
    if (this.global.crypto?.subtle === undefined) {
      Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto, configurable: true });
    }
  }
}
