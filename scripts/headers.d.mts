/** The app's config.json. */
export interface AppConfig {
  readonly clientId: string;
  readonly authority: string;
  readonly knownAuthorities: readonly string[];
  readonly graphBaseUrl: string;
  readonly officeJsUrl: string;
  readonly hostOrigins: readonly string[];
}
type Headers = Readonly<Record<string, string>>;

export const microsoftHosts: readonly string[];
export function productionHeaders(config: AppConfig): {
  readonly everywhere: Headers;
  readonly pages: Readonly<Record<string, Headers>>;
};
export function cacheControl(path: string): string;
