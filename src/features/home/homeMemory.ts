import * as v from 'valibot';
import { seasonSum } from '#domain/mentorship/seasonOf.ts';
import type { DateStanding, Hint, Mentorship, SeasonDate } from '#domain/mentorship/types.ts';
import { isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { MemoryPort } from '#ports/memory.ts';
import type { HomePicture } from './homePicture.ts';

const key = 'home.seen';
const minuteMilli = 60_000;

/** Keeps the picture for an opening without network. No addresses: names and dates are all that is shown then. */
export function keepPicture(memory: MemoryPort, { at, mentorships, clocks }: HomePicture): void {
  memory.keep(key, {
    version: 1,
    at,
    mentorships: mentorships.map(({ id, partner, role, seasons, season, followsFrom }) => ({
      id,
      name: partner?.name,
      role,
      seasons,
      followsFrom,
      season: {
        seriesId: season.seriesId,
        number: season.number,
        cadence: season.cadence,
        lengthMinutes: season.lengthMinutes,
        isOrganizer: season.isOrganizer,
        hint: season.hint?.kind,
        dates: season.dates.map(packDate),
      },
    })),
    zones: Object.fromEntries(
      Object.entries(clocks).flatMap(([id, clock]) => (clock.kind === 'named' ? [[id, clock.name]] : [])),
    ),
  });
}

/** The picture of an earlier opening, or undefined when there is none or it cannot be read any more. */
export function recallPicture(memory: MemoryPort): HomePicture | undefined {
  const read = v.safeParse(pictureSchema, memory.read(key));
  if (!read.success) return undefined;
  const { at, mentorships, zones } = read.output;
  return {
    at,
    mentorships: mentorships.map(unpackMentorship),
    unfinished: [],
    clocks: Object.fromEntries(
      Object.entries(zones).map(([id, name]) => [id, { kind: 'named' as const, name }]),
    ),
  };
}

/** Short names: twenty seasons of half a year have to fit into what a device keeps. */
function packDate({ originalDay, start, end, isMoved, standing }: SeasonDate): PackedDate {
  return {
    d: originalDay,
    s: start / minuteMilli,
    l: (end - start) / minuteMilli,
    ...(isMoved ? { m: 1 as const } : {}),
    k: packStanding(standing),
  };
}

function packStanding(standing: DateStanding): StandingCode {
  switch (standing.kind) {
    case 'declined':
      return standing.by === 'me' ? 'declinedByMe' : 'declinedByPartner';
    case 'clash':
      return standing.why === 'outOfOffice' ? `away ${standing.who}` : `busy ${standing.who}`;
    case 'tentative':
      return `tentative ${standing.who}`;
    case 'past':
    case 'met':
    case 'missed':
    case 'next':
    case 'toCome':
    case 'skipped':
    case 'cancelled':
      return standing.kind;
    default:
      return standing satisfies never;
  }
}

function unpackMentorship(packed: PackedMentorship): Mentorship {
  const { id, name, role, seasons, followsFrom, season } = packed;
  const dates = season.dates.map(({ d, s, l, m, k }, index): SeasonDate => ({
    key: `${index}-${d}`,
    originalDay: d,
    start: s * minuteMilli,
    end: (s + l) * minuteMilli,
    isMoved: m === 1,
    standing: standings[k],
  }));
  return {
    id,
    partner: name === undefined ? undefined : { name, address: '' },
    role,
    seasons,
    followsFrom,
    season: {
      seriesId: season.seriesId,
      number: season.number,
      cadence: season.cadence,
      lengthMinutes: season.lengthMinutes,
      isOrganizer: season.isOrganizer,
      dates,
      next:
        dates.find((date) => date.standing.kind === 'next') ??
        dates.find((date) => date.standing.kind === 'clash'),
      sum: seasonSum(dates),
      hint: hintOf(season.hint, dates),
      question: undefined,
    },
  };
}

function hintOf(kind: Hint['kind'] | undefined, dates: readonly SeasonDate[]): Hint | undefined {
  if (kind === undefined || kind === 'proposed') return undefined;
  if (kind !== 'clash' && kind !== 'dateDeclined') return { kind };
  const standing = kind === 'clash' ? 'clash' : 'declined';
  const date = dates.find((each) => each.standing.kind === standing);
  return date === undefined ? undefined : { kind, date };
}

const standings = {
  past: { kind: 'past' },
  met: { kind: 'met' },
  missed: { kind: 'missed' },
  next: { kind: 'next' },
  toCome: { kind: 'toCome' },
  skipped: { kind: 'skipped' },
  cancelled: { kind: 'cancelled' },
  declinedByMe: { kind: 'declined', by: 'me' },
  declinedByPartner: { kind: 'declined', by: 'partner' },
  'busy me': { kind: 'clash', who: 'me', why: 'busy' },
  'busy partner': { kind: 'clash', who: 'partner', why: 'busy' },
  'busy both': { kind: 'clash', who: 'both', why: 'busy' },
  'away me': { kind: 'clash', who: 'me', why: 'outOfOffice' },
  'away partner': { kind: 'clash', who: 'partner', why: 'outOfOffice' },
  'away both': { kind: 'clash', who: 'both', why: 'outOfOffice' },
  'tentative me': { kind: 'tentative', who: 'me' },
  'tentative partner': { kind: 'tentative', who: 'partner' },
  'tentative both': { kind: 'tentative', who: 'both' },
} as const satisfies Readonly<Record<string, DateStanding>>;

type StandingCode = keyof typeof standings;
type PackedDate = v.InferOutput<typeof dateSchema>;
type PackedMentorship = v.InferOutput<typeof mentorshipSchema>;

const instantMinutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));
const shortText = v.pipe(v.string(), v.maxLength(400));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));

const dateSchema = v.object({
  d: v.custom<IsoDay>((value) => typeof value === 'string' && isIsoDay(value)),
  s: instantMinutes,
  l: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  m: v.optional(v.literal(1)),
  k: v.custom<StandingCode>((value) => typeof value === 'string' && Object.hasOwn(standings, value)),
});

const cadenceSchema = v.variant('kind', [
  v.object({ kind: v.literal('weekly'), everyWeeks: v.picklist([1, 2, 3, 4]) }),
  v.object({
    kind: v.literal('monthly'),
    ordinal: v.picklist([1, 2, 3, 4, 'last']),
    everyMonths: count,
  }),
]);

const mentorshipSchema = v.object({
  id: shortText,
  name: v.optional(shortText),
  role: v.optional(v.picklist(['mentor', 'mentee'])),
  seasons: count,
  followsFrom: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(8e15))),
  season: v.object({
    seriesId: v.pipe(v.string(), v.maxLength(2000)),
    number: v.optional(count),
    cadence: v.optional(cadenceSchema),
    lengthMinutes: v.pipe(v.number(), v.minValue(1), v.maxValue(1440)),
    isOrganizer: v.boolean(),
    hint: v.optional(
      v.picklist([
        'cancelledByPartner',
        'declinedByPartner',
        'clash',
        'dateDeclined',
        'proposed',
        'unanswered',
        'declinedByMe',
        'partnerUnanswered',
        'ended',
      ]),
    ),
    dates: v.pipe(v.array(dateSchema), v.maxLength(400)),
  }),
});

const pictureSchema = v.object({
  version: v.literal(1),
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(8e15)),
  mentorships: v.pipe(v.array(mentorshipSchema), v.maxLength(100)),
  zones: v.record(v.string(), shortText),
});
