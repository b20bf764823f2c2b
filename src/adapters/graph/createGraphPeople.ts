import * as v from 'valibot';
import { cleanLine } from '#domain/text/cleanLine.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { PeoplePort, Person } from '#ports/people.ts';
import type { GraphClient } from './createGraphClient.ts';
import { decode } from './failures.ts';
import type { GraphRequest } from './graphRequest.ts';
import { accepted } from './patchFresh.ts';
import { readSchedules } from './readSchedules.ts';

const members = 'id,displayName,mail,userPrincipalName,jobTitle';
const mostFound = 10;
/** Longest photo taken, in bytes; 48 by 48 pixels are a few thousand. */
const largestPhoto = 500_000;

const text = v.optional(v.nullable(v.string()));
const wireUser = v.object({
  id: v.string(),
  displayName: text,
  mail: text,
  userPrincipalName: text,
  jobTitle: text,
});
const userList = v.object({ value: v.array(wireUser) });

/** People of the directory over Graph, with `User.ReadBasic.All` only. `makeUrl` makes a blob: URL. */
export function createGraphPeople(client: GraphClient, makeUrl: (blob: Blob) => string): PeoplePort {
  const photos = new Map<string, Promise<string | undefined>>();
  let own: Person | undefined;

  const me = async (signal: AbortSignal): Promise<Person> => {
    const request: GraphRequest = {
      method: 'GET',
      path: `/me?$select=${members}`,
      scopes: ['User.Read'],
      workload: 'directory',
      repeatable: true,
    };
    const answer = accepted(client, request, await client.sendAlong(request, signal));
    const person = personOf(decode(wireUser, answer.body, 'me'));
    own = person;
    return person;
  };

  return {
    me,
    async search(typed, signal) {
      const wanted = cleanLine(typed, 120);
      if (wanted.length < 2) return [];
      const found = await findUsers(client, wanted, signal);
      const isAddress = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@."(),:;<>[\\\]]{2,}$/.test(wanted);
      const address = wanted.toLowerCase();
      if (!isAddress || found.some((person) => person.address.toLowerCase() === address)) return found;
      const self = own ?? (await me(signal));
      const stranger = { id: undefined, name: wanted, address: wanted, jobTitle: undefined };
      if (domainOf(address) !== domainOf(self.address))
        return [...found, { ...stranger, kind: 'outside' as const }].slice(-mostFound);
      // Nobody's address in one's own organisation: a group's, or a slip. Groups cannot be looked up with the scopes at hand.
      const isGroup = await hasSchedule(client, wanted, signal);
      return isGroup ? [...found, { ...stranger, kind: 'group' as const }].slice(-mostFound) : found;
    },
    async photo(id, signal) {
      signal.throwIfAborted();
      // Shared by all who ask, so nobody's signal stops it.
      const known = photos.get(id) ?? readPhoto(client, id, makeUrl, new AbortController().signal);
      photos.set(id, known);
      try {
        return await known;
      } catch (error) {
        if (photos.get(id) === known) photos.delete(id);
        throw error;
      }
    },
  };
}

/**
 * Whether Exchange knows the address, as free/busy tells: it resolves groups too. Never asks for a permission; without it the answer is no.
 */
async function hasSchedule(client: GraphClient, address: string, signal: AbortSignal): Promise<boolean> {
  const from = client.now();
  try {
    const [schedule] = await readSchedules(
      client,
      { addresses: [address], from, to: from + 3_600_000 },
      signal,
    );
    return schedule !== undefined && !['outside', 'not-answered'].includes(schedule.unknownReason ?? '');
  } catch (error) {
    if (error instanceof ServiceFailure) return false;
    throw error;
  }
}

async function findUsers(client: GraphClient, wanted: string, signal: AbortSignal): Promise<Person[]> {
  // Inside the quotes of $search, quotes and backslashes would end or escape them.
  const safe = wanted.replaceAll(/["\\]/g, ' ').trim();
  if (safe === '') return [];
  const search = `"displayName:${safe}" OR "mail:${safe}" OR "userPrincipalName:${safe}"`;
  const request: GraphRequest = {
    method: 'GET',
    path: `/users?$search=${encodeURIComponent(search)}&$select=${members}&$top=${mostFound}&$count=true`,
    headers: { ConsistencyLevel: 'eventual' },
    scopes: ['User.ReadBasic.All'],
    workload: 'directory',
    repeatable: true,
  };
  const answer = await client.send(request, signal);
  // Guests may not look into the directory; they can still type an address.
  if (answer.status === 403) return [];
  const { value } = decode(userList, accepted(client, request, answer).body, 'people');
  return value.map(personOf).filter((person) => person.address !== '');
}

async function readPhoto(
  client: GraphClient,
  id: string,
  makeUrl: (blob: Blob) => string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const request: GraphRequest = {
    method: 'GET',
    path: `/users/${encodeURIComponent(id)}/photos/48x48/$value`,
    scopes: ['User.ReadBasic.All'],
    workload: 'directory',
    repeatable: true,
    isTriedOnce: true,
    reads: 'blob',
  };
  // Travels with the free/busy of the one it shows.
  const answer = await client.sendAlong(request, signal);
  if (answer.status === 404 || answer.status === 403) return undefined;
  const given = accepted(client, request, answer).body;
  const body = typeof given === 'string' ? fileOf(given, answer.headers['content-type'] ?? '') : given;
  if (!(body instanceof Blob)) throw new ServiceFailure('unexpected', 'the photo is no file');
  return /^image\/(jpeg|png|gif|webp|svg\+xml)/.test(body.type) && body.size <= largestPhoto
    ? makeUrl(body)
    : undefined;
}

/** A file out of a batch, where it stands as base64; undefined when the text is something else. */
function fileOf(base64: string, type: string): Blob | undefined {
  try {
    return new Blob([Uint8Array.from(atob(base64), (each) => each.codePointAt(0) ?? 0)], { type });
  } catch {
    return undefined;
  }
}

function personOf(user: v.InferOutput<typeof wireUser>): Person {
  const address = cleanLine(user.mail ?? user.userPrincipalName ?? '', 320);
  const name = cleanLine(user.displayName ?? '', 120);
  const jobTitle = cleanLine(user.jobTitle ?? '', 120);
  return {
    id: user.id,
    name: name === '' ? address : name,
    address,
    jobTitle: jobTitle === '' ? undefined : jobTitle,
    kind: 'person',
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
