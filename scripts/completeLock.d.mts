interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}
export function platformOf(
  name: string,
): { readonly os: string[]; readonly cpu: string[]; readonly libc?: string[] } | undefined;
export function missingEntries(lock: Lock): readonly (readonly [place: string, entry: LockEntry])[];
export function completeLock<Given extends Lock>(lock: Given): Given;
