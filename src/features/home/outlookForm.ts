import type { EpochMilli } from '#domain/time/types.ts';

const hourMilli = 3_600_000;
const weekMilli = 604_800_000;

/**
 * A link to Outlook's own form for a new event, filled in as far as a link can: half an hour at the next full hour in a week. Nothing
 * is sent by opening it, and no permission is needed. The repetition cannot be given in a link. The address is in use but
 * not documented by Microsoft.
 */
export function outlookFormUrl(
  now: EpochMilli,
  event: { readonly subject: string; readonly body: string },
): string {
  const start = Math.ceil((now + weekMilli) / hourMilli) * hourMilli;
  const query = [
    ['subject', event.subject],
    ['body', event.body],
    ['startdt', isoSecond(start)],
    ['enddt', isoSecond(start + hourMilli / 2)],
  ].map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`);
  return `https://outlook.office.com/calendar/0/deeplink/compose?${query.join('&')}`;
}

function isoSecond(instant: EpochMilli): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** A mail with the letter, for the person's own mail program. */
export function mailUrl(subject: string, text: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
}
