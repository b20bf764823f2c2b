import type { SeenPerson, SeenSeries } from './types.ts';

/** The other person of a series: whoever invited, or the first one invited. */
export function partnerOf(
  series: Pick<SeenSeries, 'isOrganizer' | 'organizer' | 'attendees'>,
  me: string,
): { readonly name: string; readonly address: string } | undefined {
  const isMe = (person: SeenPerson): boolean => person.address.toLowerCase() === me.toLowerCase();
  const partner = series.isOrganizer ? series.attendees.find((each) => !isMe(each)) : series.organizer;
  return partner === undefined ? undefined : { name: partner.name, address: partner.address };
}
