/** A person one may meet. `id` is the directory's id, undefined for an outside address. */
export interface Person {
  readonly id: string | undefined;
  readonly name: string;
  readonly address: string;
  readonly jobTitle: string | undefined;
  /** outside: not in this organisation's directory, so no free/busy. group: cannot be a partner. */
  readonly kind: 'person' | 'outside' | 'group';
}

export interface PeoplePort {
  me(signal: AbortSignal): Promise<Person>;
  /** Search by name or address as one types; at most 10. An outside address comes back as kind `outside`. */
  search(text: string, signal: AbortSignal): Promise<readonly Person[]>;
  /** A blob: URL of the photo, or undefined where there is none. */
  photo(id: string, signal: AbortSignal): Promise<string | undefined>;
}
