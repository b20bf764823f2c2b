import type { Scope } from '#ports/identity.ts';

/** Somebody signed in, as the sign-in library knows them. */
export interface SignedIn {
  readonly oid: string;
  readonly tid: string;
  readonly name: string;
  readonly username: string;
}

export interface TokenResult {
  readonly accessToken: string;
  readonly person: SignedIn;
}

export interface SilentQuestion {
  readonly scopes: readonly Scope[];
  readonly person: SignedIn;
  readonly claims: string | undefined;
  /** Not the token at hand, although it has not run out. */
  readonly isFresh: boolean;
}

export interface InteractiveQuestion {
  readonly scopes: readonly Scope[];
  /** Whose consent is asked for; undefined for whoever signs in. */
  readonly person: SignedIn | undefined;
  readonly claims: string | undefined;
  /** Lets the person choose among accounts although one would do. */
  readonly mustChoose: boolean;
}

/**
 * One way of signing in: through the host (nested), a window of the host, or a popup. Rejects with the sign-in library's errors, which
 * `failureOfSignIn` reads.
 */
export interface SignInClient {
  /** Those this page knows already, without asking anybody. */
  known(): readonly SignedIn[];
  /** Whoever is signed in anyway, found without asking; undefined when nobody or several are. */
  find(): Promise<SignedIn | undefined>;
  silent(question: SilentQuestion): Promise<TokenResult>;
  interactive(question: InteractiveQuestion): Promise<TokenResult>;
  /** Forgets somebody here and, where this page owns the session, signs them out. */
  signOut(person: SignedIn): Promise<void>;
}
