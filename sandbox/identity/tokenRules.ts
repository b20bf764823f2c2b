import { table } from '#sandbox/store/table.ts';
import type { Store } from '#sandbox/store/openStore.ts';

/** What was done to a person's tokens. Times are epoch milliseconds of the machine's clock: browsers compare with theirs. */
interface TokenRule {
  /** Access tokens issued before are treated as expired. */
  readonly accessExpiredBefore?: number;
  /** Refresh tokens issued before are treated as expired, or as revoked. */
  readonly refreshExpiredBefore?: number;
  readonly refreshRevokedBefore?: number;
  /** Graph asks for a token issued after (continuous access evaluation). */
  readonly sessionFrom?: number;
  /** Graph asks for a token with this authentication context. */
  readonly context?: string;
}

/** Expiry, revocation and challenges on demand, per person. */
export interface TokenRules {
  of(oid: string): TokenRule;
  change(oid: string, change: TokenRule): Promise<void>;
  clear(oid: string): Promise<void>;
}

const rules = table<TokenRule>('identity.tokenRules');

export function createTokenRules(store: Store): TokenRules {
  return {
    of: (oid) => store.get(rules, '', oid) ?? {},
    async change(oid, change) {
      await store.write((writer) => writer.put(rules, '', oid, { ...writer.get(rules, '', oid), ...change }));
    },
    async clear(oid) {
      await store.write((writer) => writer.remove(rules, '', oid));
    },
  };
}

/** The `claims` text of a challenge, or undefined when the token satisfies the rule. */
export function challengeFor(
  rule: TokenRule,
  token: { readonly issuedAtEpochMilli: number; readonly contexts: readonly string[] },
): string | undefined {
  if (rule.sessionFrom !== undefined && token.issuedAtEpochMilli < rule.sessionFrom)
    return JSON.stringify({
      access_token: { nbf: { essential: true, value: String(Math.ceil(rule.sessionFrom / 1000)) } },
    });
  if (rule.context !== undefined && !token.contexts.includes(rule.context))
    return JSON.stringify({ access_token: { acrs: { essential: true, value: rule.context } } });
  return undefined;
}

/** What a client's `claims` parameter asks of the access token. Undefined when it is not JSON of the documented form. */
export function readClaimsRequest(
  text: string | undefined,
): { readonly contexts: readonly string[]; readonly capabilities: readonly string[] } | undefined {
  if (text === undefined || text === '') return { contexts: [], capabilities: [] };
  let asked: unknown;
  try {
    asked = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return undefined;
  const access = 'access_token' in asked ? asked.access_token : undefined;
  const valuesOf = (name: string): readonly string[] => {
    if (typeof access !== 'object' || access === null) return [];
    const claim: unknown = Object.entries(access).find(([key]) => key === name)?.[1];
    if (typeof claim !== 'object' || claim === null) return [];
    const { value, values } = { value: undefined, values: undefined, ...claim } as {
      readonly value: unknown;
      readonly values: unknown;
    };
    return [value, ...(Array.isArray(values) ? (values as unknown[]) : [])].filter(
      (entry): entry is string => typeof entry === 'string',
    );
  };
  return { contexts: valuesOf('acrs'), capabilities: valuesOf('xms_cc') };
}
