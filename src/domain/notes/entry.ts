import { canonicalJson, compareText, isSameJson } from './json.ts';
import type { JsonMembers, JsonValue } from './json.ts';
import { compareLatestFirst, joinSeen, seenBy, stampAfter } from './stamp.ts';
import type { Pen, Stamp } from './stamp.ts';
import type { Entry, Mark, Version } from './types.ts';

/**
 * Both copies of an entry in one. A version stays when both have it, or when the other copy never saw it; it goes when the other copy saw it and has it no
 * more, since then its author replaced or removed it. For each version that is a walk up from "never seen" over "there" to "gone", so the order of joining
 * and joining twice make no difference.
 */
export function joinEntries(a: Entry, b: Entry): Entry {
  if (a === b) return a;
  const kept = [...keptBeside(b, a.versions), ...keptBeside(a, b.versions)];
  return {
    id: a.id,
    versions: orderVersions(kept),
    seen: joinSeen(a.seen, b.seen),
    rest: joinMembers(a.rest, b.rest),
  };
}

/** The entry with one version more, in place of those that `replaces` names. Without content they are only taken away. */
export function writeVersion(
  entry: Entry,
  content: JsonMembers | undefined,
  pen: Pen,
  replaces: (version: Version) => boolean,
): Entry {
  const stamp = stampAfter(pen, entry.seen);
  const kept = entry.versions.filter((version) => !replaces(version));
  return {
    ...entry,
    versions: content === undefined ? kept : orderVersions([{ stamp, content }, ...kept]),
    seen: joinSeen(entry.seen, [stamp]),
  };
}

/** The version that stands for the entry: the latest one. Undefined once it is removed. */
export function primaryOf(entry: Entry): Version | undefined {
  return entry.versions[0];
}

/** Latest first, the same version once. */
export function orderVersions(versions: readonly Version[]): readonly Version[] {
  if (versions.length < 2) return versions;
  const ordered = versions.toSorted(
    (a, b) =>
      compareLatestFirst(a.stamp, b.stamp) || compareText(canonicalJson(a.content), canonicalJson(b.content)),
  );
  return ordered.filter((version, index) => {
    const before = ordered[index - 1];
    return before?.stamp !== version.stamp || !isSameJson(before.content, version.content);
  });
}

/** The later of two marks about the same thing; by what they say when one stamp stands on both. */
export function joinMarks(a: Mark, b: Mark): Mark {
  if (a === b) return a;
  if (a.stamp !== b.stamp) return a.stamp > b.stamp ? a : b;
  return compareText(markText(a), markText(b)) >= 0 ? a : b;
}

/** Members of both; where they differ, the one whose JSON text sorts last. */
export function joinMembers(a: JsonMembers, b: JsonMembers): JsonMembers {
  if (a === b || Object.keys(b).length === 0) return a;
  const joined: Record<string, JsonValue> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const own = Object.hasOwn(a, name) ? a[name] : undefined;
    if (own === undefined || compareText(canonicalJson(own), canonicalJson(value)) < 0) joined[name] = value;
  }
  return joined;
}

/** Of one copy's versions those that the other copy has too, or never saw. */
function keptBeside(other: Entry, versions: readonly Version[]): readonly Version[] {
  if (versions.length === 0) return versions;
  const isThere = new Set<Stamp>(other.versions.map(({ stamp }) => stamp));
  const hasSeen = seenBy(other.seen);
  return versions.filter(({ stamp }) => isThere.has(stamp) || !hasSeen(stamp));
}

function markText(mark: Mark): string {
  return canonicalJson([mark.is, mark.rest]);
}
