import type { Page } from 'playwright-core';
import type { RunningProduct } from './startProduct.ts';

/** Notes the calls to Graph from now on, preflights not counted; the answer reads them. */
export function graphRequests(
  page: Page,
  product: Pick<RunningProduct, 'sandboxUrl'>,
): () => readonly string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'OPTIONS' && request.url().startsWith(`${product.sandboxUrl}/v1.0/`))
      urls.push(request.url());
  });
  return () => urls;
}
