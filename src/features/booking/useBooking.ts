import { useCallback, useEffect, useMemo, useReducer, useState, type Dispatch } from 'react';
import type { WorkingHours } from '#domain/availability/types.ts';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import { checkPlan } from '#domain/season/checkPlan.ts';
import { previewSeason } from '#domain/season/previewSeason.ts';
import { rankSlots } from '#domain/season/rankSlots.ts';
import type { HoursWithin, SeasonPreview, SeasonQuery, SeasonSlot } from '#domain/season/types.ts';
import { addDays, dayMilli } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { toIana } from '#domain/time/windowsZones.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import {
  bookingReducer,
  viewOf,
  type BookingEvent,
  type BookingState,
  type Horizon,
  type StepId,
} from './bookingState.ts';
import { choicesAsWished, type BookingStart } from './bookingStart.ts';
import { dateRows, plannedChanges, type DateRow } from './dates/dateRows.ts';
import { choicesToBeginWith, keepDraft, readDraft } from './draft.ts';
import { asFailure } from './failure.ts';
import { knownMentorship, type KnownMentorship } from './partner/knownMentorship.ts';
import { pendingClick } from './run/pendingClick.ts';
import { utcMidnight } from '#domain/time/calendarDays.ts';
import { defaultHours, outlineSeason, type SeasonOutline } from '#domain/season/seasonChoice.ts';

export interface Booking {
  readonly state: BookingState;
  readonly dispatch: Dispatch<BookingEvent>;
  readonly zone: ZoneName;
  readonly today: IsoDay;
  readonly outline: SeasonOutline;
  readonly hours: HoursWithin;
  readonly partnerHours: WorkingHours | undefined;
  readonly ownHours: WorkingHours | undefined;
  readonly known: KnownMentorship | undefined;
  readonly meetings: MentorMeetings | undefined;
  /** Undefined until both calendars were read. */
  readonly query: SeasonQuery | undefined;
  readonly ranking: ReturnType<typeof rankSlots> | undefined;
  /** The time that stands: the chosen one, else the first of the ranking. */
  readonly slot: SeasonSlot | undefined;
  readonly preview: SeasonPreview | undefined;
  readonly rows: readonly DateRow[];
  /** Whether the dates hold together by a check that shares no code with what made them. Only then are they booked. */
  readonly isSound: boolean;
  readonly go: (step: StepId) => void;
  readonly readAgain: () => void;
  /** The plan for a click, with ids of its own unless the same was pressed before and nobody knows what came of it; undefined while there is none, or none that is sound. */
  readonly makePlan: () => BookingPlan | undefined;
}

/** One request of six getSchedule windows of 61 days covers a season of a year, whichever is chosen. */
const windowMilli = 61 * dayMilli;
const horizonWindows = 6;
/** How far back a season of the same mentorship is looked for. */
const pastDays = 400;

/** The state of a booking, tied to the calendar, the memory of this device and the clock. */
export function useBooking(
  services: Services,
  me: Person,
  start: BookingStart,
  givenMeetings: MentorMeetings | undefined,
): Booking {
  const { clock, memory } = services;
  const [zone] = useState(() => clock.zone());
  const [openedAt] = useState(() => clock.now());
  const today = toWall(openedAt, zone).day;
  const [state, dispatch] = useReducer(bookingReducer, undefined, () => firstState());
  const { choices, reading, view } = state;
  const { partner } = choices;

  const meetings = useMeetings(services, givenMeetings, openedAt);
  const known = useMemo(
    () => (meetings && partner ? knownMentorship(meetings, partner, zone, today) : undefined),
    [meetings, partner, zone, today],
  );

  const outline = useMemo(() => outlineSeason(choices.season, today), [choices.season, today]);
  const needed = utcMidnight(addDays(outline.lastDay, 2));
  const [attempt, setAttempt] = useState(0);
  const from = utcMidnight(addDays(today, -1));
  const to = from + Math.max(Math.ceil((needed - from) / windowMilli), horizonWindows) * windowMilli;
  const address = partner?.address;
  const partnerId = partner?.id;
  const request = useMemo(
    () => (address === undefined ? undefined : { horizon: { address, from, to }, attempt }),
    [address, from, to, attempt],
  );
  useEffect(() => {
    if (request === undefined) return undefined;
    const stop = new AbortController();
    // The picture in the header goes along with the reading; who wants to show it finds it under way.
    if (partnerId !== undefined) services.people.photo(partnerId, stop.signal).catch(() => {});
    void readSchedules(services, me, request.horizon, dispatch, stop.signal);
    return () => stop.abort();
  }, [services, me, partnerId, request]);
  const readAgain = useCallback(() => setAttempt((count) => count + 1), []);

  const [atOpening] = useState({ choices, kind: view.kind });
  useEffect(() => {
    // Only what somebody did here is a draft.
    if (choices === atOpening.choices && view.kind === atOpening.kind) return;
    if (view.kind !== 'run' && choices.partner !== undefined) keepDraft(memory, { choices, step: view.kind });
  }, [memory, choices, view.kind, atOpening]);

  const schedules = reading.kind === 'ready' ? reading.schedules : undefined;
  const ownHours = schedules?.[0]?.workingHours;
  const partnerHours = schedules?.[1]?.workingHours;
  const hours = useMemo(
    () => choices.season.hours ?? hoursOf(ownHours, zone) ?? defaultHours,
    [choices.season.hours, ownHours, zone],
  );
  const query = useMemo((): SeasonQuery | undefined => {
    if (schedules === undefined) return undefined;
    return {
      zone,
      firstDay: outline.firstDay,
      lastDay: outline.lastDay,
      cadence: choices.season.cadence,
      lengthMinutes: choices.season.lengthMinutes,
      hours,
      blackouts: choices.season.blackouts,
      schedules,
      preferred: known?.presentHour,
      notBefore: openedAt,
    };
  }, [schedules, zone, outline, choices.season, hours, known, openedAt]);

  const isRanking = view.kind !== 'partner' && view.kind !== 'season';
  const ranking = useMemo(
    () => (query === undefined || !isRanking ? undefined : rankSlots(query)),
    [query, isRanking],
  );
  const slot = choices.slot ?? (ranking?.kind === 'ranked' ? ranking.ranked[0]?.slot : undefined);
  const preview = useMemo(() => {
    if (query === undefined || slot === undefined || !isRanking) return undefined;
    const found = previewSeason(query, slot);
    return found.kind === 'preview' ? found : undefined;
  }, [query, slot, isRanking]);
  // Only the dates need each date worked out; the times should stand as soon as the answer comes.
  const isDating = view.kind === 'dates' || view.kind === 'run';
  const rows = useMemo(
    () =>
      preview === undefined || query === undefined || !isDating
        ? []
        : dateRows(preview, query, choices.decisions, today),
    [preview, query, choices.decisions, today, isDating],
  );

  const go = (step: StepId): void => {
    const covers = reading.kind === 'ready' && reading.to >= needed;
    const waits = reading.kind === 'reading' || reading.kind === 'none';
    if ((step === 'times' || step === 'dates') && !covers && !waits) readAgain();
    dispatch({ kind: 'wentTo', step });
  };

  const mentorshipId = known?.mentorshipId;
  const seasonNumber = (known?.seasons ?? 0) + 1;
  const draftPlan = useMemo((): Omit<BookingPlan, 'mentorshipId' | 'transactionId'> | undefined => {
    if (slot === undefined || preview === undefined || !isDating) return undefined;
    return {
      version: 1,
      zone,
      slot,
      days: preview.dates.map((date) => date.day),
      decisions: plannedChanges(rows),
      role: choices.role,
      seasonNumber,
      closed: false,
    };
  }, [slot, preview, zone, rows, choices.role, seasonNumber, isDating]);
  const isSound = useMemo(() => {
    if (draftPlan === undefined || preview === undefined) return false;
    const starts = preview.dates.map((date) => date.start);
    return checkPlan({ ...draftPlan, mentorshipId: '', transactionId: '' }, outline, starts).length === 0;
  }, [draftPlan, preview, outline]);
  const makePlan = (): BookingPlan | undefined => {
    if (draftPlan === undefined || !isSound || address === undefined) return undefined;
    const ids = pendingClick(memory, draftPlan, address, clock.now()) ?? {
      mentorshipId: mentorshipId ?? clock.newId(),
      transactionId: clock.newId(),
    };
    return { ...draftPlan, ...ids };
  };

  return {
    state,
    dispatch,
    zone,
    today,
    outline,
    hours,
    ownHours,
    partnerHours,
    known,
    meetings,
    query,
    ranking,
    slot,
    preview,
    rows,
    isSound,
    go,
    readAgain,
    makePlan,
  };

  function firstState(): BookingState {
    const wished = choicesAsWished(memory, start, today);
    if (wished !== undefined)
      return { view: viewOf('season'), choices: wished, reading: { kind: 'none' }, isRestored: false };
    const draft = readDraft(memory, start.partner);
    if (draft !== undefined)
      return {
        view: viewOf(draft.step),
        choices: draft.choices,
        reading: { kind: 'none' },
        isRestored: true,
      };
    return {
      view: viewOf('partner'),
      choices: choicesToBeginWith(memory, start.partner, today),
      reading: { kind: 'none' },
      isRestored: false,
    };
  }
}

/** What is known of mentor meetings: given by the caller, else read once at opening. */
function useMeetings(
  { calendar }: Services,
  given: MentorMeetings | undefined,
  openedAt: EpochMilli,
): MentorMeetings | undefined {
  const [read, setRead] = useState<MentorMeetings>();
  const isGiven = given !== undefined;
  useEffect(() => {
    if (isGiven) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const window = { from: openedAt - pastDays * dayMilli, to: openedAt + horizonWindows * windowMilli };
      try {
        setRead(await calendar.mentorMeetings(window, stop.signal));
      } catch {
        // Without leave for the calendar there is nothing known yet; asking for it comes with the times.
      }
    };
    void look();
    return () => stop.abort();
  }, [calendar, isGiven, openedAt]);
  return given ?? read;
}

async function readSchedules(
  { calendar, clock }: Services,
  me: Person,
  horizon: Horizon,
  dispatch: Dispatch<BookingEvent>,
  signal: AbortSignal,
): Promise<void> {
  dispatch({ kind: 'readingBegan', horizon });
  try {
    const schedules = await calendar.schedules(
      { addresses: [me.address, horizon.address], from: horizon.from, to: horizon.to },
      signal,
    );
    if (!signal.aborted) dispatch({ kind: 'readingCame', horizon, schedules, at: clock.now() });
  } catch (error) {
    if (!signal.aborted) dispatch({ kind: 'readingFailed', horizon, failure: asFailure(error) });
  }
}

/** Working hours as hours of the season, where both are told on the same clocks. Elsewhere the engine keeps to them by itself. */
function hoursOf(hours: WorkingHours | undefined, zone: ZoneName): HoursWithin | undefined {
  if (hours === undefined) return undefined;
  const isSameZone = hours.zone.kind === 'named' && toIana(hours.zone.name) === zone;
  return isSameZone
    ? { days: hours.days, earliestMinute: hours.startMinute, latestMinute: hours.endMinute }
    : { days: [1, 2, 3, 4, 5, 6, 7], earliestMinute: 0, latestMinute: 1440 };
}
