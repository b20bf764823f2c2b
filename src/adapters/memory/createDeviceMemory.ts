import type { MemoryPort } from '#ports/memory.ts';

/** The part of Web Storage that is needed. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What belongs to one account, and a way to forget it all. */
export interface DeviceMemory extends MemoryPort {
  /** Forgets everything of the account in use, at sign-out. */
  forgetAll(): void;
}

/** Longest stored value in UTF-16 units, about 64 kB. A draft of a 52-week season takes about 8,000. */
const longestValue = 64_000;
const mostKeys = 40;
const prefix = 'mentor-meetings';

/**
 * Keeps small values for one account, `tid` and `oid` of it being part of every key, so that two people at one device never see each
 * other's. Without an account nothing is kept and nothing is found. `store` is usually `localStorage`; where the browser refuses it
 * (third-party frames), values live as long as the page.
 */
export function createDeviceMemory(
  store: KeyValueStore | undefined,
  accountKey: () => string | undefined,
): DeviceMemory {
  const kept = store ?? createPageStore();
  const nameOf = (key: string): string | undefined => {
    const account = accountKey();
    return account === undefined ? undefined : `${prefix}/${account}/${key}`;
  };

  return {
    read(key) {
      const name = nameOf(key);
      if (name === undefined) return undefined;
      const text = kept.getItem(name);
      if (text === null || text.length > longestValue) return undefined;
      try {
        const value: unknown = JSON.parse(text);
        return value;
      } catch {
        // Written by something else or cut off: as good as not there.
        kept.removeItem(name);
        return undefined;
      }
    },
    keep(key, value) {
      const name = nameOf(key);
      if (name === undefined) return;
      const text = JSON.stringify(value);
      // A value that cannot be kept must not leave an older one behind that looks like it.
      if (text === undefined || text.length > longestValue) {
        kept.removeItem(name);
        return;
      }
      const account = name.slice(0, name.lastIndexOf('/') + 1);
      if (kept.getItem(name) === null && keysOf(kept, account).length >= mostKeys) return;
      try {
        kept.setItem(name, text);
      } catch {
        // The browser's quota is used up. What is remembered is a convenience, so the work goes on without it.
        kept.removeItem(name);
      }
    },
    forget(key) {
      const name = nameOf(key);
      if (name !== undefined) kept.removeItem(name);
    },
    forgetAll() {
      const account = accountKey();
      if (account === undefined) return;
      for (const name of keysOf(kept, `${prefix}/${account}/`)) kept.removeItem(name);
    },
  };
}

/** The browser's own store, or undefined where reading or writing it is refused. */
export function browserStore(): KeyValueStore | undefined {
  try {
    const probe = `${prefix}/probe`;
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return undefined;
  }
}

function keysOf(store: KeyValueStore, start: string): string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index)).filter(
    (name): name is string => name?.startsWith(start) === true,
  );
}

/** A store that lives as long as the page. */
export function createPageStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => {
      values.set(name, value);
    },
    removeItem: (name) => {
      values.delete(name);
    },
  };
}
