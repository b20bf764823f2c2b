import type { MeetingPlace } from '#ports/calendar.ts';

/** The members of a new event that say where it is. */
export function encodePlace(place: MeetingPlace): Record<string, unknown> {
  if (place.kind === 'teams') return { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };
  return place.kind === 'words' ? { location: { displayName: place.text } } : {};
}
