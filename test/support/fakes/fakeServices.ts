import type { ZoneName } from '../../../src/domain/time/types.ts';
import type { ClockPort } from '../../../src/ports/clock.ts';
import type { HostPort } from '../../../src/ports/host.ts';
import type { Account, IdentityPort } from '../../../src/ports/identity.ts';
import type { MemoryPort } from '../../../src/ports/memory.ts';
import type { PeoplePort, Person } from '../../../src/ports/people.ts';

/** A clock that stands, whose waits are over at once. */
export function createFakeClock(
  now: number,
  zone: ZoneName,
): ClockPort & { readonly waits: readonly number[] } {
  let ids = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    zone: () => zone,
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    wait: async (milliseconds, signal) => {
      waits.push(milliseconds);
      await Promise.resolve();
      signal.throwIfAborted();
    },
  };
}

/** Keeps JSON, as every real memory does. */
export function createFakeMemory(): MemoryPort & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (key) => {
      const text = kept.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    keep: (key, value) => void kept.set(key, JSON.stringify(value)),
    forget: (key) => void kept.delete(key),
  };
}

/** Finds people by the beginning of name or address; whole addresses of other domains come back as outside. */
export function createFakePeople(
  me: Person,
  directory: readonly Person[],
): PeoplePort & { readonly searches: readonly string[] } {
  const searches: string[] = [];
  const domain = me.address.split('@')[1] ?? '';
  return {
    searches,
    me: () => Promise.resolve(me),
    search: (text) => {
      searches.push(text);
      const wanted = text.toLowerCase();
      const found = directory.filter(
        (person) =>
          person.name.toLowerCase().startsWith(wanted) || person.address.toLowerCase().startsWith(wanted),
      );
      const isOutside = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/.test(wanted) && !wanted.endsWith(`@${domain}`);
      return Promise.resolve(
        found.length === 0 && isOutside
          ? [{ id: undefined, name: text, address: wanted, jobTitle: undefined, kind: 'outside' }]
          : found,
      );
    },
    photo: () => Promise.resolve(undefined),
  };
}

export function createFakeIdentity(account: Account): IdentityPort & {
  readonly asked: readonly string[];
  become(next: Account | undefined): void;
} {
  let current: Account | undefined = account;
  const listeners = new Set<(account: Account | undefined) => void>();
  const asked: string[] = [];
  return {
    asked,
    become: (next) => {
      current = next;
      for (const listener of listeners) listener(next);
    },
    account: () => Promise.resolve(current),
    signIn: () => {
      asked.push('signIn');
      current ??= account;
      return Promise.resolve(current);
    },
    token: () => Promise.resolve('token'),
    allow: (scopes) => {
      asked.push(...scopes);
      return Promise.resolve();
    },
    adminConsentUrl: () => 'https://login.microsoftonline.com/organizations/adminconsent',
    signOut: () => Promise.resolve(),
    onAccountChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function createFakeHost(): HostPort & { readonly opened: readonly string[] } {
  const opened: string[] = [];
  return {
    opened,
    kind: 'teams',
    locale: 'en-GB',
    theme: () => 'light',
    onThemeChange: () => () => undefined,
    deepLink: undefined,
    notifyReady: () => undefined,
    notifyFailed: () => undefined,
    openLink: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
    copyText: () => Promise.resolve(),
  };
}
