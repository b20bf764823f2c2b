import type { WorkingHours } from '../../../src/domain/availability/types.ts';
import { addDays } from '../../../src/domain/time/days.ts';
import type { IsoDay, ZoneName } from '../../../src/domain/time/types.ts';
import { toInstant } from '../../../src/domain/time/wallClock.ts';
import type { Account } from '../../../src/ports/identity.ts';
import type { Person } from '../../../src/ports/people.ts';
import type { Services } from '../../../src/ports/services.ts';
import { createFakeDrives, createFakeShelf, type FakeDrives } from './fakeFiles.ts';
import { createFakeCalendar, type FakeCalendar, type FakePerson, type Taken } from './fakeCalendar.ts';
import {
  createFakeClock,
  createFakeHost,
  createFakeIdentity,
  createFakeMemory,
  createFakePeople,
} from './fakeServices.ts';

/** Morgan in Leeds books with Dana in Cape Town; it is Monday 4 January 2027, 13:05 in Leeds. */
export const now = Date.UTC(2027, 0, 4, 13, 5);
export const leeds: ZoneName = 'Europe/London';
export const capeTown: ZoneName = 'Africa/Johannesburg';

export const morgan = person('Morgan Reed', 'morgan@hillside.example', 'Liaison librarian');
export const dana = person('Dana Moyo', 'dana@hillside.example', 'Head of research services');
export const tomas = person('Tomás Ferreira', 'tomas@hillside.example', 'Cataloguer');
export const group: Person = {
  id: 'oid-staff',
  name: 'Dalton staff',
  address: 'dalton-staff@hillside.example',
  jobTitle: undefined,
  kind: 'group',
};
export const account: Account = {
  oid: 'oid-morgan',
  tid: 'tenant',
  name: morgan.name,
  username: morgan.address,
};

export interface Story {
  readonly services: Services;
  readonly calendar: FakeCalendar;
  readonly clock: ReturnType<typeof createFakeClock>;
  readonly memory: ReturnType<typeof createFakeMemory>;
  readonly people: ReturnType<typeof createFakePeople>;
  readonly identity: ReturnType<typeof createFakeIdentity>;
  readonly host: ReturnType<typeof createFakeHost>;
  /** Everybody's OneDrive; `files` is Morgan's way to them. */
  readonly drives: FakeDrives;
  readonly files: ReturnType<FakeDrives['as']>;
  readonly shelf: ReturnType<typeof createFakeShelf>;
}

/** The services of the story; calendars are empty but for what is given. */
export function tellStory(
  options: { readonly mine?: readonly Taken[]; readonly danas?: readonly Taken[] } = {},
): Story {
  const people: readonly FakePerson[] = [
    { address: morgan.address, workingHours: nineToFive(leeds), taken: options.mine ?? [] },
    { address: dana.address, workingHours: nineToFive(capeTown, 480), taken: options.danas ?? [] },
  ];
  const drives = createFakeDrives(() => now);
  drives.addresses.set('oid-dana', dana.address);
  const story = {
    drives,
    files: drives.as('oid-morgan'),
    shelf: createFakeShelf(),
    calendar: createFakeCalendar({ zone: leeds, me: morgan.address, people }),
    clock: createFakeClock(now, leeds),
    memory: createFakeMemory(),
    people: createFakePeople(morgan, [morgan, dana, tomas, group]),
    identity: createFakeIdentity(account),
    host: createFakeHost(),
  };
  return { ...story, services: { ...story } };
}

/** Taken from one wall time to another of a day in Leeds; whole days without times. */
export function taken(day: IsoDay, from = 0, to = 1440, digit: Taken['digit'] = 2): Taken {
  const end = to === 1440 ? { day: addDays(day, 1), minuteOfDay: 0 } : { day, minuteOfDay: to };
  return { start: toInstant({ day, minuteOfDay: from }, leeds), end: toInstant(end, leeds), digit };
}

function nineToFive(zone: ZoneName, startMinute = 540): WorkingHours {
  return { days: [1, 2, 3, 4, 5], startMinute, endMinute: 1020, zone: { kind: 'named', name: zone } };
}

function person(name: string, address: string, jobTitle: string): Person {
  return { id: `oid-${address.split('@')[0] ?? ''}`, name, address, jobTitle, kind: 'person' };
}
