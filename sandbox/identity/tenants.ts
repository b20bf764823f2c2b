/** An organisation of the sandbox. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** Domain of its addresses. */
  readonly domain: string;
}

export const northfield: Tenant = {
  id: 'b4a1c7d2-5e38-4c0f-9a6b-3d2f81e07c55',
  name: 'Northfield University Libraries',
  domain: 'northfield.example',
};

export const lakeside: Tenant = {
  id: 'e87f20b9-16ad-4b7c-8d43-5c90aa61f3e2',
  name: 'Lakeside College',
  domain: 'lakeside.example',
};

export const tenants: readonly Tenant[] = [northfield, lakeside];

/** Path segments that stand for "the tenant of whoever signs in". */
export const sharedTenantNames: readonly string[] = ['common', 'organizations'];

/** The tenant of an id or of a verified domain, as Entra takes either in a path. */
export function findTenant(nameOrId: string): Tenant | undefined {
  const wanted = nameOrId.toLowerCase();
  return tenants.find(({ id, domain }) => id === wanted || domain === wanted);
}
