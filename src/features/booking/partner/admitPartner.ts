import type { Person } from '#ports/people.ts';

/** Whether somebody can be the other half of a mentorship, and if not, why. */
export type Admission =
  | { readonly kind: 'admitted'; readonly partner: Person }
  | { readonly kind: 'group' | 'oneself'; readonly person: Person };

export function admitPartner(person: Person, me: Person): Admission {
  if (isSameAddress(person.address, me.address) || (person.id !== undefined && person.id === me.id))
    return { kind: 'oneself', person };
  return person.kind === 'group' ? { kind: 'group', person } : { kind: 'admitted', partner: person };
}

/** A whole address typed in one's own domain that nobody has: most likely a slip, never an outside partner. */
export function isUnknownInside(text: string, me: Person): boolean {
  const domain = domainOf(text);
  return domain !== undefined && domain === domainOf(me.address);
}

export function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function domainOf(address: string): string | undefined {
  return /^[^@\s]+@([^@\s]+\.[^@\s.]{2,})$/.exec(address.trim())?.[1]?.toLowerCase();
}
