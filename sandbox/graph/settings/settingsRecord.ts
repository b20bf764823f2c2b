import { table, type Reader } from '#sandbox/store/table.ts';
import type { DirectoryUser, WorkingHours } from '#sandbox/types.ts';
import { findAnyIana, findZone, utc, type Zone } from '../time/zones.ts';

/** What a person changed of the mailbox's settings; the rest is as the directory says. */
export interface SettingsRecord {
  readonly timeZone?: string;
  readonly workingHours?: WorkingHours;
  readonly dateFormat?: string;
  readonly timeFormat?: string;
  readonly locale?: string;
  readonly automaticReplies?: Readonly<Record<string, unknown>>;
}

/** Owner: the mailbox. One record, `settings`. */
export const settings = table<SettingsRecord>('settings');

export function settingsOf(store: Reader, user: DirectoryUser): SettingsRecord {
  return store.get(settings, user.id, 'settings') ?? {};
}

export function mailboxZoneName(store: Reader, user: DirectoryUser): string {
  return settingsOf(store, user).timeZone ?? user.timeZone;
}

/** The zone of a mailbox; UTC when an administrator set a name nobody knows. */
export function mailboxZone(store: Reader, user: DirectoryUser): Zone {
  const name = mailboxZoneName(store, user);
  return findZone(name, 'all') ?? findAnyIana(name) ?? utc;
}

/** Working hours as Graph writes them; Exchange's Monday to Friday, 8 to 17, for who never set any. */
export function workingHoursOf(store: Reader, user: DirectoryUser): WorkingHours {
  const hours = settingsOf(store, user).workingHours ??
    user.workingHours ?? {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: mailboxZoneName(store, user) },
    };
  return { ...hours, startTime: sevenDigits(hours.startTime), endTime: sevenDigits(hours.endTime) };
}

/** `08:00:00.0000000` of any time of day. */
function sevenDigits(time: string): string {
  const [hour = '00', minute = '00', second = '00'] = time.split('.')[0]?.split(':') ?? [];
  return `${hour.padStart(2, '0')}:${minute}:${second}.0000000`;
}
