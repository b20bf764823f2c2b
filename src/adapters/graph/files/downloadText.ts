import type { ClockPort } from '#ports/clock.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { FileText } from '#ports/files.ts';
import type { Fetch } from '../createGraphSender.ts';

/** Where OneDrive for work keeps files, in the clouds that Microsoft documents. */
const oneDriveHosts = /\.sharepoint(?:-df)?\.(?:com|us|cn)$|\.sharepoint-mil\.us$|\.svc\.ms$/;
const limitMilliseconds = 30_000;
/** No file of ours has more bytes: 4,000,000 characters of at most 3 bytes. */
export const largestFileBytes = 12_000_000;

export interface DownloadParts {
  /** Of Graph: in a copy of the app set up for another Graph, its files are there too. */
  readonly graphOrigin: string;
  readonly fetch: Fetch;
  readonly clock: Pick<ClockPort, 'wait'>;
}

/**
 * Fetches a file from the address that its drive gave for it. The address carries its own right: no token goes along, and none would be allowed to
 * (driveItem-get-content, "files in JavaScript apps"). `expired`: the address is no longer good.
 */
export async function downloadText(
  parts: DownloadParts,
  url: string,
  signal: AbortSignal,
): Promise<FileText | { readonly kind: 'expired' }> {
  if (!isFilesAddress(url, parts.graphOrigin))
    throw new ServiceFailure('unexpected', 'a file lies outside of Microsoft 365');
  const stop = new AbortController();
  const passOn = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', passOn, { once: true });
  const timer = new AbortController();
  let isLate = false;
  const limit = async (): Promise<void> => {
    await parts.clock.wait(limitMilliseconds, timer.signal);
    isLate = true;
    stop.abort();
  };
  // Stopped when the answer came first: then nobody waits for it.
  limit().catch(() => {});
  try {
    signal.throwIfAborted();
    const response = await parts.fetch(url, {
      signal: stop.signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    if ([401, 403, 404, 410].includes(response.status)) return { kind: 'expired' };
    if (response.status === 429 || response.status === 503)
      throw new ServiceFailure('throttled', `${response.status} download`);
    if (!response.ok) throw new ServiceFailure('unavailable', `${response.status} download`);
    if (Number(response.headers.get('content-length') ?? 0) > largestFileBytes) {
      stop.abort();
      return { kind: 'too-large' };
    }
    return { kind: 'text', text: await response.text() };
  } catch (error) {
    if (error instanceof ServiceFailure) throw error;
    signal.throwIfAborted();
    throw isLate
      ? new ServiceFailure('unavailable', 'no answer in time', { cause: error })
      : new ServiceFailure('offline', 'no connection', { cause: error });
  } finally {
    signal.removeEventListener('abort', passOn);
    timer.abort();
  }
}

function isFilesAddress(text: string, graphOrigin: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return url.origin === graphOrigin || (url.port === '' && oneDriveHosts.test(url.hostname));
}
