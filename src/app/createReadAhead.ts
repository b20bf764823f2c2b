import type { CalendarPort, MentorMeetings } from '#ports/calendar.ts';

type Window = Parameters<CalendarPort['mentorMeetings']>[0];

/** Reads the mentor meetings while the screen that will ask for them is still on its way. */
export interface ReadAhead {
  /** The calendar, whose next reading of that window is the one begun before. */
  readonly calendar: CalendarPort;
  begin(window: Window): void;
}

/** Windows are made of now, so the one asked for differs from the one begun by the time in between. */
const sameWithinMilliseconds = 60_000;

export function createReadAhead(calendar: CalendarPort): ReadAhead {
  let begun: { readonly window: Window; readonly meetings: Promise<MentorMeetings> } | undefined;
  return {
    begin(window) {
      const meetings = calendar.mentorMeetings(window, new AbortController().signal);
      begun = { window, meetings };
      // Whoever asks gets the failure; perhaps nobody does.
      meetings.catch(() => {});
    },
    calendar: {
      ...calendar,
      mentorMeetings(window, signal) {
        const taken = begun;
        // Given out once: the next one who asks wants to know what has changed.
        begun = undefined;
        return taken !== undefined && isSame(taken.window, window)
          ? untilAborted(taken.meetings, signal)
          : calendar.mentorMeetings(window, signal);
      },
    },
  };
}

function isSame(one: Window, other: Window): boolean {
  return (
    Math.abs(one.from - other.from) < sameWithinMilliseconds &&
    Math.abs(one.to - other.to) < sameWithinMilliseconds
  );
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      const { reason }: { reason: unknown } = signal;
      reject(reason instanceof Error ? reason : new DOMException('The work was stopped.', 'AbortError'));
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
