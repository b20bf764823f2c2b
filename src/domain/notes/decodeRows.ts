import { orderVersions } from './entry.ts';
import { isId } from './isId.ts';
import { isMembers, keepJson, keepMembers } from './json.ts';
import type { JsonMembers, JsonValue } from './json.ts';
import { isDay } from './noteId.ts';
import { isStamp, isTime, joinSeen } from './stamp.ts';
import type { Stamp } from './stamp.ts';
import type { Entry, Mark, Version } from './types.ts';

/** Names of an entry's row that are not content. */
export const rowNames: ReadonlySet<string> = new Set(['id', 'stamp', 'seen', 'versions']);
const entryNames: ReadonlySet<string> = new Set(['id', 'seen', 'versions']);
const markNames: ReadonlySet<string> = new Set(['on', 'what', 'is', 'stamp']);

/** More than anybody's devices could make of one entry; keeps a hostile row from costing time. */
const mostVersions = 100;
const mostSeen = 2_000;

const placePattern = /^[0-9A-Za-z]{1,64}$/;

/** An entry from its row, or undefined when the row says none. */
export function decodeEntry(row: unknown, leftOut: () => void): Entry | undefined {
  if (!isMembers(row) || !isId(row['id'])) return undefined;
  const listed = row['seen'] === undefined ? [] : row['seen'];
  if (!Array.isArray(listed) || listed.length > mostSeen || !listed.every(isStamp)) return undefined;
  const isFlat = row['versions'] === undefined;
  const versionRows = isFlat ? [row] : row['versions'];
  if (!Array.isArray(versionRows) || versionRows.length > mostVersions) return undefined;
  const versions: Version[] = [];
  for (const versionRow of versionRows as readonly unknown[]) {
    const version = decodeVersion(versionRow, leftOut);
    if (version === undefined) return undefined;
    versions.push(version);
  }
  if (versions.length === 0 && listed.length === 0) return undefined;
  const stamps: readonly Stamp[] = [...listed, ...versions.map(({ stamp }) => stamp)];
  return {
    id: row['id'],
    versions: orderVersions(versions),
    seen: versions.length === 1 && stamps.length === 1 ? stamps : joinSeen([], stamps),
    rest: isFlat ? {} : keepMembers(row, leftOut, 1, entryNames),
  };
}

/** A mark from its row, or undefined when the row says none. */
export function decodeMark(row: unknown, leftOut: () => void): Mark | undefined {
  if (!isMembers(row) || !isId(row['on']) || !isId(row['what']) || !isStamp(row['stamp'])) return undefined;
  const is = keepJson(row['is'], leftOut, 1);
  if (is === undefined || markRules.get(row['what'])?.(is) === false) return undefined;
  return {
    on: row['on'],
    what: row['what'],
    is,
    stamp: row['stamp'],
    rest: keepMembers(row, leftOut, 1, markNames),
  };
}

/**
 * What each known mark may say; others say what a newer version of the app means by them. A map, not a record: a file may ask for any name.
 * talked, done: the note it was ticked on. note: the note that a date belongs to.
 */
const markRules = rulesOf({
  talked: (is) => is === false || isId(is),
  done: (is) => typeof is === 'boolean' || isId(is),
  letGo: (is) => typeof is === 'boolean',
  place: (is) => typeof is === 'string' && placePattern.test(is),
  kind: isTextOrNull,
  met: isTextOrNull,
  note: (is) => is === null || isId(is),
  day: isDay,
});

/** What members of known types may hold, `text` aside, which each of them has. */
const contentRules = rulesOf({
  note: isId,
  on: isId,
  added: isTime,
  due: isDay,
  day: isDay,
  who: (value) => Array.isArray(value) && value.length <= 10 && value.every(isShortText),
  link: (value) => isMembers(value) && isText(value['title']) && isText(value['url']),
  name: isShortText,
  address: isShortText,
  question: isShortText,
  kind: isShortText,
  before: (value) => isMembers(value) && isText(value['text']) && isTime(value['at']),
});

/** Types that this version of the app knows. */
const knownTypes: ReadonlySet<string> = new Set([
  'topic',
  'question',
  'update',
  'action',
  'summary',
  'remark',
  'asking',
  'learn',
  'help',
  'helper',
  'answer',
  'agreement',
  'prompts',
  'private',
]);

function decodeVersion(row: unknown, leftOut: () => void): Version | undefined {
  if (!isMembers(row) || !isStamp(row['stamp'])) return undefined;
  const content = keepMembers(row, leftOut, 1, rowNames);
  return isReadable(content) ? { stamp: row['stamp'], content } : undefined;
}

function isReadable(content: JsonMembers): boolean {
  const type = content['type'];
  if (!isShortText(type)) return false;
  if (!knownTypes.has(type)) return true;
  if (!isText(content['text'])) return false;
  return Object.entries(content).every(([name, value]) => contentRules.get(name)?.(value) !== false);
}

type Rule = (value: JsonValue) => boolean;

function rulesOf(rules: Readonly<Record<string, Rule>>): ReadonlyMap<string, Rule> {
  return new Map(Object.entries(rules));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 320;
}

function isTextOrNull(value: JsonValue): boolean {
  return value === null || isShortText(value);
}
