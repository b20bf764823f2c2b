/** The parts of config.json that the policies are computed from. */
interface HeadersConfig {
  readonly authority: string;
  readonly graphBaseUrl: string;
  readonly officeJsUrl: string;
  readonly hostOrigins: readonly string[];
}

export const microsoftHosts: readonly string[];
export function productionHeaders(config: HeadersConfig): {
  readonly everywhere: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
export function cacheControl(path: string): string;
