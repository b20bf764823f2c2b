import { createHash } from 'node:crypto';
import { lakeside, northfield, type Tenant } from '#sandbox/identity/tenants.ts';
import type { CustomTimeZone, DirectoryUser, SeedEvent, WorkingHours } from '#sandbox/types.ts';
import { profilePicture } from './profilePicture.ts';
import type { Season } from './season.ts';

/** One of the cast: who they are and how their calendar comes about. */
export interface CastMember {
  /** Short name, as in `--calendar dana=file.ics` and `?person=dana`. */
  readonly key: string;
  readonly user: DirectoryUser;
  readonly guestAccounts: readonly DirectoryUser[];
  readonly isAdministrator: boolean;
  readonly locale: string;
  /** IANA zone of the place where they are, for clocks on the front page. */
  readonly placeZone: string;
  readonly city: string;
  /** In the words of the front page: what they are to each other, and what is special about the calendar. */
  readonly role: string;
  readonly calendarNote: string;
  /** Their own entries; meetings that others organise reach them from there. */
  readonly calendar: (season: Season) => readonly SeedEvent[];
}

interface MemberDescription {
  readonly key: string;
  readonly name: readonly [given: string, surname: string];
  readonly jobTitle: string;
  readonly department?: string;
  readonly tenant?: Tenant;
  readonly city: string;
  readonly placeZone: string;
  /** As an administrator may have set it: Windows or IANA; the place's zone when not given. */
  readonly mailboxZone?: string;
  readonly workingHours?: WorkingHours | null;
  readonly freeBusyVisibility?: DirectoryUser['freeBusyVisibility'];
  readonly isAdministrator?: boolean;
  readonly isGuestOf?: Tenant;
  readonly hasPhoto?: boolean;
  readonly locale?: string;
  readonly role: string;
  readonly calendarNote: string;
  readonly calendar: (season: Season) => readonly SeedEvent[];
}

/** A directory id that is the same at every start. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(`mentor-meetings/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** Working hours `HH:mm` to `HH:mm`, Monday to Friday unless said otherwise. */
export function hours(
  zone: string | CustomTimeZone,
  from: string,
  to: string,
  daysOfWeek: readonly string[] = weekdays,
): WorkingHours {
  return {
    daysOfWeek,
    startTime: `${from}:00.0000000`,
    endTime: `${to}:00.0000000`,
    timeZone: typeof zone === 'string' ? { name: zone } : zone,
  };
}

function asciiName(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll(/[^a-z]/g, '');
}

/** Fills in what follows from a description. */
export function castMember(description: MemberDescription): CastMember {
  const { key, name, tenant = northfield, city, placeZone } = description;
  const [givenName, surname] = name;
  const local = `${asciiName(givenName)}.${asciiName(surname)}`;
  const address = `${local}@${tenant.domain}`;
  const zone = description.mailboxZone ?? placeZone;
  const user: DirectoryUser = {
    id: stableId(key),
    tenantId: tenant.id,
    userPrincipalName: address,
    mail: address,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    jobTitle: description.jobTitle,
    department: description.department ?? (tenant === lakeside ? 'Library' : 'University Libraries'),
    officeLocation: city,
    userType: 'Member',
    hasMailbox: true,
    hasDrive: true,
    timeZone: zone,
    workingHours:
      description.workingHours === undefined ? hours(zone, '09:00', '17:00') : description.workingHours,
    freeBusyVisibility: description.freeBusyVisibility ?? 'freeBusy',
    photoBase64: description.hasPhoto === true ? profilePicture(key) : null,
  };
  const host = description.isGuestOf;
  const guestAccounts: readonly DirectoryUser[] =
    host === undefined
      ? []
      : [
          {
            ...user,
            id: stableId(`${key}/guest`),
            tenantId: host.id,
            userPrincipalName: `${local}_${tenant.domain}#EXT#@${host.domain}`,
            department: null,
            officeLocation: null,
            userType: 'Guest',
            hasMailbox: false,
            hasDrive: false,
          },
        ];
  return {
    key,
    user,
    guestAccounts,
    isAdministrator: description.isAdministrator ?? false,
    locale: description.locale ?? 'en-GB',
    placeZone,
    city,
    role: description.role,
    calendarNote: description.calendarNote,
    calendar: description.calendar,
  };
}
