import type { MentorLink } from '#ports/calendar.ts';

/** Ids as we make them (UUIDs) and as OneDrive does (`b!…`, letters and digits). */
const idPattern = '[A-Za-z0-9!_.~-]{1,200}';

/** The address that stands in the body of an event: `https://app.example/open#m=…&d=…&i=…`. `openPage` is `https://app.example/open`. */
export function buildMentorLink(openPage: string, link: MentorLink): string {
  const { mentorshipId, driveId, folderId, organizerRole, seasonNumber } = link;
  const parts = [`m=${encodeURIComponent(mentorshipId)}`];
  if (driveId !== undefined && folderId !== undefined)
    parts.push(`d=${encodeURIComponent(driveId)}`, `i=${encodeURIComponent(folderId)}`);
  if (organizerRole !== undefined) parts.push(`r=${organizerRole}`);
  if (seasonNumber !== undefined) parts.push(`s=${seasonNumber}`);
  return `${openPage}#${parts.join('&')}`;
}

/**
 * The first link to a mentorship in the body of an event, or undefined. Read tolerantly, since bodies are rewritten on their way: HTML or
 * text (`words<url>`), entities, and wrappers that carry the address percent-encoded in their own (Safe Links, once or twice).
 */
export function findMentorLink(body: string, openPage: string): MentorLink | undefined {
  // A body has at most some ten thousand characters; the bound keeps a hostile one from costing time.
  let text = body
    .slice(0, 500_000)
    .replaceAll('&amp;', '&')
    .replaceAll('&#35;', '#')
    .replaceAll(/&#x23;/gi, '#');
  for (let unwrapped = 0; unwrapped < 3; unwrapped += 1) {
    const found = linkIn(text, openPage);
    if (found !== undefined) return found;
    const decoded = decodePercent(text);
    if (decoded === text) return undefined;
    text = decoded;
  }
  return undefined;
}

/**
 * The HTML of a body with its bare link (`…#m=…`) completed, in the address and in its text; undefined when it holds none. What wraps an address (Safe Links) does so in the copies
 * of those invited, not in the organiser's own.
 */
export function completeMentorLink(html: string, openPage: string, link: MentorLink): string | undefined {
  const { mentorshipId, driveId, folderId } = link;
  if (driveId === undefined || folderId === undefined) return undefined;
  const bare = buildMentorLink(openPage, { mentorshipId, driveId: undefined, folderId: undefined });
  const place = `&amp;d=${encodeURIComponent(driveId)}&amp;i=${encodeURIComponent(folderId)}`;
  const pattern = new RegExp(`${escaped(bare)}(?![A-Za-z0-9!_~%-]|&(?:amp;)?d=)`, 'gi');
  const completed = html.replaceAll(pattern, (found) => `${found}${place}`);
  return completed === html ? undefined : completed;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

function linkIn(text: string, openPage: string): MentorLink | undefined {
  const page = escaped(openPage);
  const match = new RegExp(
    `${page}#m=(?<mentorshipId>${idPattern})(?:&d=(?<driveId>${idPattern})&i=(?<folderId>${idPattern}))?(?:&r=(?<role>mentor|mentee))?(?:&s=(?<season>[1-9][0-9]{0,2}))?(?![A-Za-z0-9!_~-])`,
    'i',
  ).exec(text);
  const { mentorshipId, driveId, folderId, role, season } = match?.groups ?? {};
  if (mentorshipId === undefined) return undefined;
  const id = withoutStop(mentorshipId);
  return id === undefined || id === ''
    ? undefined
    : {
        mentorshipId: id,
        driveId: withoutStop(driveId),
        folderId: withoutStop(folderId),
        ...(role === 'mentor' || role === 'mentee' ? { organizerRole: role } : {}),
        ...(season === undefined ? {} : { seasonNumber: Number(season) }),
      };
}

/** A full stop may end the sentence that the link stands in. */
function withoutStop(id: string | undefined): string | undefined {
  return id?.replace(/\.+$/, '');
}

/** Decodes what is percent-encoded and leaves alone what only looks like it. */
function decodePercent(text: string): string {
  return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
