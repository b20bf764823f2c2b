import type { DirectoryUser } from '#sandbox/types.ts';

export const contosoTenant = '7c2f9a10-5b1e-4a3c-9d44-1f0e6b8a2c01';

/** A person of the test directory, `ann@contoso.example` unless told otherwise. */
export function directoryUser(name: string, more: Partial<DirectoryUser> = {}): DirectoryUser {
  const given = name.toLowerCase();
  return {
    id: guidOf(given),
    tenantId: contosoTenant,
    userPrincipalName: `${given}@contoso.example`,
    mail: `${given}@contoso.example`,
    displayName: `${name} Test`,
    givenName: name,
    surname: 'Test',
    jobTitle: 'Librarian',
    department: 'Library',
    officeLocation: 'B 12',
    userType: 'Member',
    hasMailbox: true,
    hasDrive: true,
    timeZone: 'Europe/Berlin',
    workingHours: null,
    freeBusyVisibility: 'freeBusy',
    photoBase64: null,
    ...more,
  };
}

/** A GUID that is the same for the same text. */
function guidOf(text: string): string {
  const hex = Buffer.from(text.padEnd(16, '_')).toString('hex').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
