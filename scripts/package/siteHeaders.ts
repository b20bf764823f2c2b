import { cacheControl, productionHeaders } from '../headers.mjs';
import type { AppConfig } from './release.ts';

export type Headers = Readonly<Record<string, string>>;

/** The headers of the released site, whatever serves it. */
export interface SiteHeaders {
  /** Of every answer, those of a page aside. */
  readonly everywhere: Headers;
  /** What differs for a page that is in the site, by its path from `/`. */
  readonly pages: Readonly<Record<string, Headers>>;
  /** Paths of files whose name changes with their content: kept for ever. */
  readonly immutable: readonly string[];
}

/** How long a file with a name of its content may be kept. */
export const immutableCache = 'public, max-age=31536000, immutable';
/** Everything else is asked for again. */
export const defaultCache = 'no-cache';
/** Office shows a grey default in place of an icon that may not be cached. */
export const iconCache = 'public, max-age=86400';
/** Where the icons lie in the site. */
export const iconFolder = '/icons/';

/** The headers of a site that consists of these files; paths from `/`. */
export function siteHeaders(config: AppConfig, paths: readonly string[]): SiteHeaders {
  const { everywhere, pages } = productionHeaders(config);
  return {
    everywhere,
    pages: Object.fromEntries(Object.entries(pages).filter(([path]) => paths.includes(path))),
    immutable: paths.filter((path) => cacheControl(path) === immutableCache).toSorted(),
  };
}

/** Hosts that the app's pages talk to or load from, read off the policies themselves; `*.` stands for any one below. */
export function contactedHosts(headers: SiteHeaders): readonly string[] {
  const policies = [headers.everywhere, ...Object.values(headers.pages)].map(
    (page) => page['Content-Security-Policy'] ?? '',
  );
  const hosts = policies
    .flatMap((policy) => policy.split(';'))
    .filter((directive) => /^\s*(script|style|connect|frame|img)-src\s/.test(directive))
    .flatMap((directive) => [...directive.matchAll(/https:\/\/(\S+)/g)].map((match) => match[1] ?? ''));
  return [...new Set(hosts)].toSorted();
}
