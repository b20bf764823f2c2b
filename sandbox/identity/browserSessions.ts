import { randomBytes } from 'node:crypto';
import { table } from '#sandbox/store/table.ts';
import type { Store } from '#sandbox/store/openStore.ts';

/** Somebody signed in in a browser. `contexts`: authentication contexts satisfied there (a second factor, say). */
interface SignedIn {
  readonly oid: string;
  readonly sinceEpochMilli: number;
  readonly contexts: readonly string[];
}
interface BrowserSession {
  readonly people: readonly SignedIn[];
}

/** Who is signed in in which browser; several people at once, as Entra allows. */
export interface BrowserSessions {
  people(cookie: string | undefined): readonly SignedIn[];
  /** Returns the cookie's value. */
  signIn(cookie: string | undefined, person: SignedIn): Promise<string>;
  /** Signs out one person, or everyone in that browser. */
  signOut(cookie: string | undefined, oid?: string): Promise<void>;
  /** Signs a person out in every browser. */
  signOutEverywhere(oid: string): Promise<void>;
}

const browsers = table<BrowserSession>('identity.browsers');
export const sessionCookie = 'sandbox_sign_in';

export function createBrowserSessions(store: Store): BrowserSessions {
  const read = (cookie: string | undefined): readonly SignedIn[] =>
    cookie === undefined ? [] : (store.get(browsers, '', cookie)?.people ?? []);
  return {
    people: read,
    async signIn(cookie, person) {
      const known = read(cookie);
      const id = cookie !== undefined && known.length > 0 ? cookie : randomBytes(24).toString('base64url');
      const before = known.find(({ oid }) => oid === person.oid);
      const contexts = [...new Set([...(before?.contexts ?? []), ...person.contexts])];
      const people = [...known.filter(({ oid }) => oid !== person.oid), { ...person, contexts }];
      await store.write((writer) => writer.put(browsers, '', id, { people }));
      return id;
    },
    async signOut(cookie, oid) {
      if (cookie === undefined || read(cookie).length === 0) return;
      const people = oid === undefined ? [] : read(cookie).filter((entry) => entry.oid !== oid);
      await store.write((writer) => {
        if (people.length === 0) writer.remove(browsers, '', cookie);
        else writer.put(browsers, '', cookie, { people });
      });
    },
    async signOutEverywhere(oid) {
      await store.write((writer) => {
        for (const [id, { people }] of writer.all(browsers, '')) {
          const left = people.filter((entry) => entry.oid !== oid);
          if (left.length === people.length) continue;
          if (left.length === 0) writer.remove(browsers, '', id);
          else writer.put(browsers, '', id, { people: left });
        }
      });
    },
  };
}
