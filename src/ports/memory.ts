/**
 * What this device remembers between openings: last choices, a half-filled booking.
 * Never a token, never notes in plain text after sign-out. Kept per account.
 */
export interface MemoryPort {
  /** The stored value as it was kept, unchecked: decode before use. */
  read(key: string): unknown;
  keep(key: string, value: unknown): void;
  forget(key: string): void;
}
