import { table } from '#sandbox/store/table.ts';
import type { Store } from '#sandbox/store/openStore.ts';
import { lakeside, northfield, tenants } from './tenants.ts';
import { findScope, graphScopes } from './scopes.ts';

interface TenantPolicy {
  /** Scopes that an administrator allowed for everyone. */
  readonly allowed: readonly string[];
  /** Scopes that a person may not allow alone. */
  readonly adminOnly: readonly string[];
}

interface PersonConsent {
  readonly scopes: readonly string[];
}

/** Who allowed what. Scopes are Graph's short names; those of OpenID come along with any of them. */
export interface Consents {
  /** Everything that an account may get: allowed by the person or by an administrator. */
  granted(tenantId: string, oid: string): readonly string[];
  /** What is asked for and was not allowed yet, apart by who can allow it. */
  missing(
    tenantId: string,
    oid: string,
    scopes: readonly string[],
  ): { readonly byPerson: readonly string[]; readonly byAdministrator: readonly string[] };
  allow(tenantId: string, oid: string, scopes: readonly string[]): Promise<void>;
  allowForAll(tenantId: string, scopes: readonly string[]): Promise<void>;
  /** For tests and for the administrator's page: puts lists in the place of the present ones. */
  setPolicy(tenantId: string, change: Partial<TenantPolicy>): Promise<void>;
  policy(tenantId: string): TenantPolicy;
  /** Forgets what people allowed: one account's, or everyone's. */
  forget(oid?: string): Promise<void>;
}

const adminOnlyByDefault = graphScopes.filter(({ adminOnly }) => adminOnly).map(({ name }) => name);

/** What an administrator of Northfield allowed when the app was approved there. At Lakeside nobody has looked at it yet. */
const defaultPolicies: Readonly<Record<string, TenantPolicy>> = {
  [northfield.id]: {
    allowed: ['User.Read', 'User.ReadBasic.All', 'Calendars.ReadWrite'],
    // People there may let an app open what colleagues have shared with them: a policy of the tenant's own.
    adminOnly: adminOnlyByDefault.filter((name) => name !== 'Files.ReadWrite.All'),
  },
  [lakeside.id]: { allowed: [], adminOnly: adminOnlyByDefault },
};

const policies = table<TenantPolicy>('identity.policies');
const personConsents = table<PersonConsent>('identity.consents');

/** Consents kept in the store, so they survive a restart and go with a reset. */
export function createConsents(store: Store): Consents {
  const policy = (tenantId: string): TenantPolicy =>
    store.get(policies, '', tenantId) ??
    defaultPolicies[tenantId] ?? { allowed: [], adminOnly: adminOnlyByDefault };
  const granted = (tenantId: string, oid: string): readonly string[] => [
    ...new Set([
      ...policy(tenantId).allowed,
      ...(store.get(personConsents, '', `${tenantId}:${oid}`)?.scopes ?? []),
    ]),
  ];

  return {
    policy,
    granted,
    missing(tenantId, oid, scopes) {
      const known = granted(tenantId, oid);
      const left = scopes.filter((scope) => !known.includes(scope));
      const { adminOnly } = policy(tenantId);
      return {
        byPerson: left.filter((scope) => !adminOnly.includes(scope)),
        byAdministrator: left.filter((scope) => adminOnly.includes(scope)),
      };
    },
    async allow(tenantId, oid, scopes) {
      const key = `${tenantId}:${oid}`;
      await store.write((writer) => {
        const known = writer.get(personConsents, '', key)?.scopes ?? [];
        writer.put(personConsents, '', key, { scopes: [...new Set([...known, ...scopes])] });
      });
    },
    async allowForAll(tenantId, scopes) {
      const known = policy(tenantId);
      await store.write((writer) =>
        writer.put(policies, '', tenantId, {
          ...known,
          allowed: [...new Set([...known.allowed, ...scopes])],
        }),
      );
    },
    async setPolicy(tenantId, change) {
      const known = policy(tenantId);
      await store.write((writer) => writer.put(policies, '', tenantId, { ...known, ...change }));
    },
    async forget(oid) {
      await store.write((writer) => {
        for (const key of writer.all(personConsents, '').keys())
          if (oid === undefined || key.endsWith(`:${oid}`)) writer.remove(personConsents, '', key);
      });
    },
  };
}

/** Checks what `POST /sandbox/consent` names; returns a line for a person when something is wrong. */
export function unknownScopeIn(scopes: readonly string[]): string | undefined {
  const unknown = scopes.find((scope) => findScope(scope)?.name !== scope);
  return unknown === undefined ? undefined : `There is no scope ${unknown}.`;
}

/** All tenants, for a change that names none. */
export const allTenantIds: readonly string[] = tenants.map(({ id }) => id);
