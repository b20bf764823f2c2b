import type { ClockPort } from '#ports/clock.ts';
import { HostFailure } from '#ports/outlook.ts';
import type { OfficeLibrary } from './officeLibrary.ts';

/** As much of a window as tells whether Office opened it. */
export interface OfficeWindow {
  readonly name: string;
  readonly location: Pick<Location, 'search'>;
  readonly sessionStorage: Pick<Storage, 'getItem'>;
  readonly external?: unknown;
}

/** How long Outlook may take for its handshake, in milliseconds; it takes some 200. Office.js itself waits for ever. */
const handshakeLimitMilliseconds = 5000;

/** Whether this page was opened by Outlook, told by the marks from which Office.js takes it too. */
export function isInOutlook(page: OfficeWindow): boolean {
  const marks = [
    new URLSearchParams(page.location.search).get('_host_Info'),
    hostInName(page.name),
    stored(page),
  ];
  return marks.some((mark) => /^outlook[$|]/i.test(mark ?? '')) || hasNativeHost(page.external);
}

/**
 * Loads Office.js, the last of the scripts, after those that stand before it, and shakes hands with Outlook. Throws HostFailure `silent` when a script does not come or the host does not
 * answer in time; the next opening of the page tries again.
 */
export async function loadOffice(
  scripts: readonly string[],
  page: Pick<Window, 'document'>,
  clock: Pick<ClockPort, 'wait'>,
): Promise<OfficeLibrary> {
  const stop = new AbortController();
  try {
    return await Promise.race([handshake(scripts, page), silence(clock, stop.signal)]);
  } finally {
    stop.abort();
  }
}

async function handshake(scripts: readonly string[], page: Pick<Window, 'document'>): Promise<OfficeLibrary> {
  await Promise.all(scripts.map((url) => loadScript(url, page.document)));
  // The global that the script has made; bundling it is not possible, since it finds its parts by its own address.
  const library: OfficeLibrary = Office;
  const { host } = await library.onReady();
  if (host === null || host === undefined) throw new HostFailure('refused', 'no host');
  return library;
}

function loadScript(url: string, document: Document): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    // Fetched at once, run in their order.
    script.async = false;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new HostFailure('silent', 'Office.js')));
    document.head.append(script);
  });
}

async function silence(clock: Pick<ClockPort, 'wait'>, signal: AbortSignal): Promise<never> {
  await clock.wait(handshakeLimitMilliseconds, signal);
  throw new HostFailure('silent', 'handshake');
}

/** Outlook on the web writes JSON into the name of the frame. */
function hostInName(name: string): string | undefined {
  try {
    const read: unknown = JSON.parse(name);
    const info: unknown =
      typeof read === 'object' && read !== null ? Reflect.get(read, 'hostInfo') : undefined;
    return typeof info === 'string' ? info : undefined;
  } catch {
    return undefined;
  }
}

/** Where Office.js keeps it for pages that come after the first one. */
function stored(page: Pick<OfficeWindow, 'sessionStorage'>): string | null {
  try {
    return page.sessionStorage.getItem('hostInfoValue');
  } catch {
    // Storage may be forbidden in a frame of another site: then even looking at it throws.
    return null;
  }
}

function hasNativeHost(external: unknown): boolean {
  return (
    typeof external === 'object' &&
    external !== null &&
    typeof Reflect.get(external, 'GetHostInfo') === 'function'
  );
}
