/** Who is signed in. Identity is `oid` and `tid` of the token, never an e-mail address. */
export interface Account {
  readonly oid: string;
  readonly tid: string;
  readonly name: string;
  readonly username: string;
}

export type Scope =
  | 'User.Read'
  | 'User.ReadBasic.All'
  | 'Calendars.ReadWrite'
  | 'Files.ReadWrite'
  | 'Files.ReadWrite.All'
  | 'Mail.Send';

export interface IdentityPort {
  /** The account in use, or undefined before sign-in. Never prompts. */
  account(signal: AbortSignal): Promise<Account | undefined>;
  /** Signs in with a click behind it (a window may open). Throws ServiceFailure. */
  signIn(signal: AbortSignal): Promise<Account>;
  /**
   * A token for the scopes, silently. Throws ServiceFailure `needs-consent`, `needs-admin`, `signed-out`.
   * `claims` is the decoded challenge of a 401, if there was one. `fresh` asks for a new token although the one at hand has
   * not run out: the service refused it.
   */
  token(
    scopes: readonly Scope[],
    signal: AbortSignal,
    claims?: string,
    options?: { readonly fresh?: boolean },
  ): Promise<string>;
  /** Asks the person to allow scopes, with a click behind it. Throws ServiceFailure. */
  allow(scopes: readonly Scope[], signal: AbortSignal): Promise<void>;
  /** The page an administrator opens to allow the app for everyone. */
  adminConsentUrl(): string;
  signOut(signal: AbortSignal): Promise<void>;
  /** Called when the account changes under a running app. Returns the way to stop listening. */
  onAccountChange(listener: (account: Account | undefined) => void): () => void;
}
