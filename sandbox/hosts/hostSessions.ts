import { randomBytes } from 'node:crypto';
import type { Person } from '#sandbox/identity/directory.ts';

/** Ties a loaded host page to the person it shows. The page's key is in the page and sent back with each call; frames of other origins cannot read it. */
export interface HostSessions {
  open(person: Person): string;
  personOf(key: string | undefined): Person | undefined;
}

const kept = 2000;

export function createHostSessions(): HostSessions {
  const sessions = new Map<string, Person>();
  return {
    open(person) {
      const key = randomBytes(24).toString('base64url');
      sessions.set(key, person);
      const [oldest] = sessions.keys();
      if (sessions.size > kept && oldest !== undefined) sessions.delete(oldest);
      return key;
    },
    personOf: (key) => (key === undefined ? undefined : sessions.get(key)),
  };
}
