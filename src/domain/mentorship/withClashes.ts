import { subtractOwn } from '#domain/availability/subtractOwn.ts';
import type { PersonSchedule } from '#domain/availability/types.ts';
import { checkDates } from '#domain/season/checkDates.ts';
import type { Clash, DateState } from '#domain/season/types.ts';
import type { EpochMilli, ZoneName } from '#domain/time/types.ts';
import type { DateStanding, Hint, Mentorship, SeasonDate } from './types.ts';

/** What the dates are looked at again with. */
export interface SecondLook {
  readonly schedules: readonly PersonSchedule[];
  /** The signed-in person's address. */
  readonly me: string;
  readonly zone: ZoneName;
  /** Dates that begin before it are looked at; free/busy was read until then. */
  readonly until: EpochMilli;
}

/**
 * A mentorship with its coming dates looked at again: what clashes by now with something else on either calendar, the
 * season's own dates taken out first. Unchanged where nothing is known of the two; unknown alone is no clash.
 */
export function withClashes(mentorship: Mentorship, look: SecondLook): Mentorship {
  const { season, partner } = mentorship;
  const people = look.schedules.filter(
    (schedule) =>
      schedule.unknownReason === undefined &&
      (isSame(schedule.personId, look.me) || (partner && isSame(schedule.personId, partner.address))),
  );
  const coming = season.dates.filter((date) => isAhead(date) && date.start < look.until);
  if (people.length === 0 || coming.length === 0) return mentorship;
  const states = checkDates(
    people.map((schedule) => subtractOwn(schedule, coming)),
    coming,
    look.zone,
  );
  if (!isStates(states)) return mentorship;
  const found = new Map(
    coming.flatMap((date, index) => {
      const standing = standingOf(states[index], look.me);
      return standing === undefined ? [] : [[date.key, standing] as const];
    }),
  );
  if (found.size === 0) return mentorship;
  const dates = season.dates.map((date): SeasonDate => {
    const standing = found.get(date.key);
    // The next meeting stays the next one while somebody is only tentative.
    if (standing === undefined || (standing.kind === 'tentative' && date.standing.kind === 'next'))
      return date;
    return { ...date, standing };
  });
  const next = dates.find((date) => date.key === season.next?.key);
  return { ...mentorship, season: { ...season, dates, next, hint: mostPressing(season.hint, dates) } };
}

function isAhead({ standing }: SeasonDate): boolean {
  return standing.kind === 'next' || standing.kind === 'toCome';
}

function standingOf(state: DateState | undefined, me: string): DateStanding | undefined {
  if (state?.kind === 'clash') {
    return { kind: 'clash', who: whoOf(state.clashes.map(personOf), me), why: whyOf(state.clashes) };
  }
  if (state?.kind === 'tentative') return { kind: 'tentative', who: whoOf(state.who, me) };
  return undefined;
}

/** A clash asks for more than an open answer does, and less than a season that was called off or a partner who waits for an answer. */
function mostPressing(hint: Hint | undefined, dates: readonly SeasonDate[]): Hint | undefined {
  if (hint !== undefined && beforeClashes.has(hint.kind)) return hint;
  const clash = dates.find((date) => date.standing.kind === 'clash');
  return clash === undefined ? hint : { kind: 'clash', date: clash };
}

const beforeClashes: ReadonlySet<Hint['kind']> = new Set([
  'cancelledByPartner',
  'declinedByPartner',
  'proposed',
]);

function personOf(clash: Clash): string {
  return clash.personId;
}

function whyOf(clashes: readonly Clash[]): Clash['why'] {
  return clashes.find((clash) => clash.why === 'outOfOffice')?.why ?? 'busy';
}

function whoOf(personIds: readonly string[], me: string): 'me' | 'partner' | 'both' {
  if (personIds.length > 1) return 'both';
  return personIds.some((id) => isSame(id, me)) ? 'me' : 'partner';
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isStates(answer: ReturnType<typeof checkDates>): answer is readonly DateState[] {
  return Array.isArray(answer);
}
