import type { CalendarPort } from './calendar.ts';
import type { ClockPort } from './clock.ts';
import type { FilesPort } from './files.ts';
import type { HostPort } from './host.ts';
import type { IdentityPort } from './identity.ts';
import type { MemoryPort } from './memory.ts';
import type { PeoplePort } from './people.ts';
import type { ShelfPort } from './shelf.ts';

/** All that a feature may ask of the outside world. Made once, in `app`. */
export interface Services {
  readonly calendar: CalendarPort;
  readonly people: PeoplePort;
  readonly identity: IdentityPort;
  readonly host: HostPort;
  readonly clock: ClockPort;
  readonly memory: MemoryPort;
  readonly files: FilesPort;
  readonly shelf: ShelfPort;
}
