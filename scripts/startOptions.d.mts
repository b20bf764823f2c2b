export const usage: string;
export function readStartOptions(
  args: readonly string[],
  resolvePath: (path: string) => string,
): {
  readonly port: number;
  readonly sandboxPort: number;
  readonly calendars: readonly { readonly person: string; readonly file: string }[];
  readonly appOrigins: readonly string[];
  readonly data: string | undefined;
  readonly reset: boolean;
  readonly build: boolean;
  readonly help: boolean;
};
