import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { CoffeeSuggestion } from '#domain/coffee/types.ts';
import { callName } from '#domain/text/callName.ts';
import type { MeetingPlace, SingleRecord } from '#ports/calendar.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';
import { bookCoffee } from './bookCoffee.ts';
import type { PairState } from './coffeeMemory.ts';
import type { Companion } from './coffeePair.ts';
import { asFailure } from './useCoffee.ts';

/** How far one booking has come. */
export type CoffeeBooking =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly start: number }
  | {
      readonly kind: 'booked' | 'twin';
      readonly suggestion: CoffeeSuggestion;
      readonly meeting: SingleRecord;
    }
  | { readonly kind: 'undoing'; readonly suggestion: CoffeeSuggestion; readonly meeting: SingleRecord }
  | { readonly kind: 'undone' }
  | { readonly kind: 'taken'; readonly who: readonly string[] }
  | {
      readonly kind: 'failed';
      readonly failure: ServiceFailure;
      /** What stands although it failed: an undo that did not go through. */
      readonly standing:
        { readonly suggestion: CoffeeSuggestion; readonly meeting: SingleRecord } | undefined;
    };

type Event = { readonly kind: 'is'; readonly booking: CoffeeBooking };

export interface BookingParts {
  readonly services: Services;
  readonly me: Person;
  readonly mentorshipId: string;
  readonly companions: readonly Companion[];
  readonly words: Words['coffee'];
  readonly format: Format;
  readonly setPair: (change: (pair: PairState) => PairState) => void;
  /** The calendars are to be read again: what was seen is not what stands. */
  readonly onStale: () => void;
}

/** Books one suggestion, once, and takes it back on wish. */
export function useCoffeeBooking(parts: BookingParts): {
  readonly booking: CoffeeBooking;
  readonly book: (suggestion: CoffeeSuggestion, place: MeetingPlace, undoneBefore: number) => void;
  readonly undo: () => void;
} {
  const [booking, dispatch] = useReducer((_: CoffeeBooking, event: Event) => event.booking, { kind: 'idle' });
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback((first: CoffeeBooking, work: (signal: AbortSignal) => Promise<CoffeeBooking>) => {
    // A second click while the first is on its way sends nothing.
    if (running.current !== undefined) return;
    const stop = new AbortController();
    running.current = stop;
    dispatch({ kind: 'is', booking: first });
    const go = async (): Promise<void> => {
      const after = await work(stop.signal);
      running.current = undefined;
      if (!stop.signal.aborted) dispatch({ kind: 'is', booking: after });
    };
    void go();
  }, []);

  const book = useCallback(
    (suggestion: CoffeeSuggestion, place: MeetingPlace, undoneBefore: number) =>
      run({ kind: 'sending', start: suggestion.start }, (signal) =>
        send(latest.current, suggestion, place, undoneBefore, signal),
      ),
    [run],
  );
  const undo = useCallback(() => {
    const standing =
      booking.kind === 'booked' ? booking : booking.kind === 'failed' ? booking.standing : undefined;
    if (standing === undefined) return;
    const { suggestion, meeting } = standing;
    run({ kind: 'undoing', suggestion, meeting }, (signal) =>
      takeBack(latest.current, suggestion, meeting, signal),
    );
  }, [run, booking]);
  return { booking, book, undo };
}

async function send(
  parts: BookingParts,
  suggestion: CoffeeSuggestion,
  place: MeetingPlace,
  undoneBefore: number,
  signal: AbortSignal,
): Promise<CoffeeBooking> {
  const { services, me, companions, words, format, setPair, onStale } = parts;
  const { kind, mode, start, end } = suggestion;
  try {
    const outcome = await bookCoffee(
      {
        mentorshipId: parts.mentorshipId,
        companions,
        start,
        end,
        place: mode === 'video' ? { kind: 'teams' } : place,
        subject: words.invitation.subject({
          kind,
          isVideo: mode === 'video',
          people: format.list([me, ...companions].map((each) => callName(each))),
        }),
        words: words.invitation.words({ kind }),
        linkSentence: words.invitation.linkSentence,
        undoneBefore,
        isUnknownAccepted: suggestion.state === 'unknown',
      },
      me,
      services,
      words.invitation.twin,
      signal,
    );
    if (outcome.kind === 'taken') {
      onStale();
      return outcome;
    }
    setPair((pair) => ({ ...pair, chats: [...pair.chats, { kind, start }] }));
    return { kind: outcome.kind, suggestion, meeting: outcome.meeting };
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error), standing: undefined };
  }
}

async function takeBack(
  { services, words, setPair, onStale }: BookingParts,
  suggestion: CoffeeSuggestion,
  meeting: SingleRecord,
  signal: AbortSignal,
): Promise<CoffeeBooking> {
  try {
    await services.calendar.cancelSeries(meeting.id, words.invitation.undo, signal);
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error), standing: { suggestion, meeting } };
  }
  setPair((pair) => ({
    ...pair,
    chats: pair.chats.filter((each) => each.start !== suggestion.start),
    undone: [...pair.undone, suggestion.start],
  }));
  onStale();
  return { kind: 'undone' };
}
