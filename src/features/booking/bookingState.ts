import type { PersonSchedule } from '#domain/availability/types.ts';
import type { DateDecision, SeasonSlot } from '#domain/season/types.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { SeasonChoice } from '#domain/season/seasonChoice.ts';

export type StepId = 'partner' | 'season' | 'times' | 'dates';

export const stepIds: readonly StepId[] = ['partner', 'season', 'times', 'dates'];

export type Role = 'mentor' | 'mentee';

/** All that a person chose, kept while going back and forth, on closing and when the sign-in is lost. */
export interface Choices {
  readonly partner: Person | undefined;
  /** The signed-in person's own part. */
  readonly role: Role;
  readonly season: SeasonChoice;
  /** Undefined until one was taken by hand: then the first of the ranking stands. */
  readonly slot: SeasonSlot | undefined;
  readonly decisions: readonly DateDecision[];
  /** Own words in the invitation; undefined while the proposed ones stand. */
  readonly words: string | undefined;
}

/** What is known of the two calendars, for one partner and one horizon. */
export type Reading =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'reading' } & Horizon)
  | ({
      readonly kind: 'ready';
      readonly schedules: readonly PersonSchedule[];
      readonly at: EpochMilli;
    } & Horizon)
  | ({ readonly kind: 'failed'; readonly failure: ServiceFailure } & Horizon);

export interface Horizon {
  readonly address: string;
  readonly from: EpochMilli;
  readonly to: EpochMilli;
}

/** Where the person stands. `run` hands over to what books, finishes and undoes. */
export type BookingView =
  | { readonly kind: 'partner' }
  | { readonly kind: 'season' }
  | { readonly kind: 'times' }
  | {
      readonly kind: 'dates';
      /** The date whose card is open. `first`: the first that needs a decision. */
      readonly opened: IsoDay | 'first' | 'none';
      /** Days that changed between looking and booking. */
      readonly changed: readonly IsoDay[];
      /** Whether the person is asked once more because many messages would go out. */
      readonly isAsking: boolean;
    }
  | { readonly kind: 'run' };

export interface BookingState {
  readonly view: BookingView;
  readonly choices: Choices;
  readonly reading: Reading;
  /** Whether these choices come from an earlier opening. */
  readonly isRestored: boolean;
}

export type BookingEvent =
  | { readonly kind: 'partnerPicked'; readonly partner: Person; readonly role: Role | undefined }
  | { readonly kind: 'partnerCleared' }
  | { readonly kind: 'rolePicked'; readonly role: Role }
  | { readonly kind: 'seasonChanged'; readonly season: SeasonChoice }
  | { readonly kind: 'slotPicked'; readonly slot: SeasonSlot }
  | { readonly kind: 'decided'; readonly decision: DateDecision; readonly next: IsoDay | 'none' }
  | { readonly kind: 'undecided'; readonly day: IsoDay }
  | { readonly kind: 'dateOpened'; readonly day: IsoDay | 'none' }
  | { readonly kind: 'wordsChanged'; readonly words: string }
  | { readonly kind: 'wentTo'; readonly step: StepId }
  | { readonly kind: 'asked'; readonly isAsking: boolean }
  | { readonly kind: 'runBegan' }
  | {
      readonly kind: 'runFoundChanges';
      readonly horizon: Horizon;
      readonly schedules: readonly PersonSchedule[];
      readonly at: EpochMilli;
      readonly days: readonly IsoDay[];
    }
  | { readonly kind: 'runLeft' }
  | ReadingEvent
  | { readonly kind: 'begunAnew'; readonly choices: Choices };

/** What becomes of reading the two calendars. */
export type ReadingEvent =
  | { readonly kind: 'readingBegan'; readonly horizon: Horizon }
  | {
      readonly kind: 'readingCame';
      readonly horizon: Horizon;
      readonly schedules: readonly PersonSchedule[];
      readonly at: EpochMilli;
    }
  | { readonly kind: 'readingFailed'; readonly horizon: Horizon; readonly failure: ServiceFailure }
  | { readonly kind: 'readingForgotten' };

/** One step of the booking's life. Pure; what reaches outside is done in `useBooking`. */
export function bookingReducer(state: BookingState, event: BookingEvent): BookingState {
  const { choices } = state;
  switch (event.kind) {
    case 'partnerPicked':
      return withPartner(state, event.partner, event.role ?? choices.role);
    case 'partnerCleared':
      return {
        ...state,
        view: { kind: 'partner' },
        choices: { ...withoutTimes(choices), partner: undefined },
        reading: { kind: 'none' },
        isRestored: false,
      };
    case 'rolePicked':
      return { ...state, choices: { ...choices, role: event.role } };
    case 'seasonChanged':
      return {
        ...state,
        choices: keepsTimes(choices.season, event.season)
          ? { ...choices, season: event.season }
          : { ...withoutTimes(choices), season: event.season },
      };
    case 'slotPicked':
      return {
        ...state,
        choices: isSameSlot(choices.slot, event.slot)
          ? choices
          : { ...choices, slot: event.slot, decisions: [] },
      };
    case 'decided':
      return {
        ...state,
        view: datesView(state.view, { opened: event.next }),
        choices: { ...choices, decisions: withDecision(choices.decisions, event.decision) },
      };
    case 'undecided':
      return {
        ...state,
        view: datesView(state.view, { opened: 'none' }),
        choices: { ...choices, decisions: choices.decisions.filter((each) => each.day !== event.day) },
      };
    case 'dateOpened':
      return { ...state, view: datesView(state.view, { opened: event.day }) };
    case 'wordsChanged':
      return { ...state, choices: { ...choices, words: event.words } };
    case 'wentTo':
      return { ...state, view: viewOf(event.step), isRestored: false };
    case 'asked':
      return { ...state, view: datesView(state.view, { isAsking: event.isAsking }) };
    case 'runBegan':
      return { ...state, view: { kind: 'run' } };
    case 'runFoundChanges':
      return {
        ...state,
        view: { kind: 'dates', opened: 'first', changed: event.days, isAsking: false },
        // What was decided for a date that has changed was decided for something else.
        choices: {
          ...choices,
          decisions: choices.decisions.filter((each) => !event.days.includes(each.day)),
        },
        reading: { kind: 'ready', ...event.horizon, schedules: event.schedules, at: event.at },
      };
    case 'runLeft':
      return { ...state, view: { kind: 'dates', opened: 'none', changed: [], isAsking: false } };
    case 'readingBegan':
    case 'readingCame':
    case 'readingFailed':
    case 'readingForgotten':
      return { ...state, reading: readingReducer(state.reading, event, choices.partner?.address) };
    case 'begunAnew':
      return {
        view: { kind: 'partner' },
        choices: event.choices,
        reading: { kind: 'none' },
        isRestored: false,
      };
    default:
      return event satisfies never;
  }
}

/** An answer for somebody who is no longer the partner is dropped. */
function readingReducer(reading: Reading, event: ReadingEvent, address: string | undefined): Reading {
  if (event.kind === 'readingForgotten') return { kind: 'none' };
  if (event.horizon.address !== address) return reading;
  switch (event.kind) {
    case 'readingBegan':
      return { kind: 'reading', ...event.horizon };
    case 'readingCame':
      return { kind: 'ready', ...event.horizon, schedules: event.schedules, at: event.at };
    case 'readingFailed':
      return { kind: 'failed', ...event.horizon, failure: event.failure };
    default:
      return event satisfies never;
  }
}

function withPartner(state: BookingState, partner: Person, role: Role): BookingState {
  const isSame = partner.address === state.choices.partner?.address;
  const kept = isSame ? state.choices : { ...withoutTimes(state.choices), words: undefined };
  return {
    ...state,
    choices: { ...kept, partner, role },
    reading: isSame ? state.reading : { kind: 'none' },
  };
}

export function viewOf(step: StepId): BookingView {
  return step === 'dates' ? { kind: 'dates', opened: 'first', changed: [], isAsking: false } : { kind: step };
}

/** The step a view belongs to; booking is what comes after the last. */
export function stepIndexOf(view: BookingView): number {
  return view.kind === 'run' ? stepIds.length : stepIds.indexOf(view.kind);
}

export function isSameSlot(one: SeasonSlot | undefined, other: SeasonSlot | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.weekday === other.weekday &&
    one.startMinute === other.startMinute &&
    one.lengthMinutes === other.lengthMinutes &&
    one.phase === other.phase &&
    isSameCadence(one.cadence, other.cadence)
  );
}

function isSameCadence(one: SeasonSlot['cadence'], other: SeasonSlot['cadence']): boolean {
  if (one.kind === 'weekly') return other.kind === 'weekly' && one.everyWeeks === other.everyWeeks;
  return other.kind === 'monthly' && one.ordinal === other.ordinal && one.everyMonths === other.everyMonths;
}

/** Where one meets changes nothing about when. */
function keepsTimes(before: SeasonChoice, after: SeasonChoice): boolean {
  return whenOf(before) === whenOf(after);
}

function whenOf({ place: _place, ...rest }: SeasonChoice): string {
  return JSON.stringify(rest);
}

function withoutTimes(choices: Choices): Choices {
  return { ...choices, slot: undefined, decisions: [] };
}

function withDecision(decisions: readonly DateDecision[], decision: DateDecision): readonly DateDecision[] {
  const others = decisions.filter((each) => each.day !== decision.day);
  return [...others, decision].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

type DatesView = Extract<BookingView, { kind: 'dates' }>;

/** A change on the dates; asking again is over as soon as something else changes. */
function datesView(view: BookingView, change: Partial<DatesView>): BookingView {
  return view.kind === 'dates' ? { ...view, isAsking: false, ...change } : view;
}
