import { useCallback, useEffect, useReducer, useState } from 'react';
import type { PersonSchedule } from '#domain/availability/types.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { keepPicture, recallPicture } from './homeMemory.ts';
import {
  addressesToCheck,
  checkWindow,
  homeWindow,
  lookedAgain,
  pictureOf,
  type HomePicture,
} from './homePicture.ts';

/** How far home has come. `lastSeen` is the picture of an earlier opening, where this device has one. */
export type HomeState =
  | { readonly kind: 'loading'; readonly lastSeen: HomePicture | undefined }
  | {
      readonly kind: 'ready';
      readonly picture: HomePicture;
      readonly meetings: MentorMeetings;
      /** Free/busy of the weeks ahead, once it was read. */
      readonly schedules: readonly PersonSchedule[] | undefined;
      /** Whether the coming dates were looked at again: both calendars at once, after the first picture stands. */
      readonly check: 'running' | 'done' | 'failed' | 'none';
      /** Being read again, on wish; the picture stays until the next one is there. */
      readonly isReading: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly failure: ServiceFailure;
      readonly lastSeen: HomePicture | undefined;
    };

type HomeEvent =
  | { readonly kind: 'began'; readonly lastSeen: HomePicture | undefined }
  | {
      readonly kind: 'read';
      readonly picture: HomePicture;
      readonly meetings: MentorMeetings;
      readonly isChecking: boolean;
    }
  | {
      readonly kind: 'checked';
      readonly picture: HomePicture;
      readonly schedules: readonly PersonSchedule[];
    }
  | { readonly kind: 'checkFailed' }
  | {
      readonly kind: 'failed';
      readonly failure: ServiceFailure;
      readonly lastSeen: HomePicture | undefined;
    };

function homeReducer(state: HomeState, event: HomeEvent): HomeState {
  switch (event.kind) {
    case 'began':
      return state.kind === 'ready'
        ? { ...state, isReading: true }
        : { kind: 'loading', lastSeen: event.lastSeen };
    case 'read':
      return {
        kind: 'ready',
        picture: event.picture,
        meetings: event.meetings,
        schedules: undefined,
        check: event.isChecking ? 'running' : 'none',
        isReading: false,
      };
    case 'checked':
      return state.kind === 'ready'
        ? { ...state, picture: event.picture, schedules: event.schedules, check: 'done' }
        : state;
    case 'checkFailed':
      return state.kind === 'ready' ? { ...state, check: 'failed' } : state;
    case 'failed':
      return { kind: 'failed', failure: event.failure, lastSeen: event.lastSeen };
    default:
      return event satisfies never;
  }
}

/**
 * Reads home: one request for the mentor meetings, and, when the picture stands, one for both calendars of the weeks ahead.
 * `reload` reads again; it also does so by itself when the network comes back.
 */
export function useHome(
  services: Services,
  me: Person,
): { readonly state: HomeState; readonly reload: () => void } {
  const { memory } = services;
  const [state, dispatch] = useReducer(homeReducer, undefined, (): HomeState => ({
    kind: 'loading',
    lastSeen: recallPicture(memory),
  }));
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    const stop = new AbortController();
    if (turn > 0) dispatch({ kind: 'began', lastSeen: recallPicture(memory) });
    void read(services, me.address, stop.signal, dispatch);
    return () => stop.abort();
  }, [services, memory, me.address, turn]);

  const isOffline = state.kind === 'failed' && state.failure.code === 'offline';
  useEffect(() => {
    if (!isOffline) return undefined;
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, [isOffline, reload]);

  return { state, reload };
}

async function read(
  { calendar, clock, memory }: Services,
  me: string,
  signal: AbortSignal,
  dispatch: (event: HomeEvent) => void,
): Promise<void> {
  let picture: HomePicture;
  try {
    const now = clock.now();
    const meetings = await calendar.mentorMeetings(homeWindow(now), signal);
    if (signal.aborted) return;
    picture = pictureOf(meetings, me, now);
    keepPicture(memory, picture);
    dispatch({ kind: 'read', picture, meetings, isChecking: addressesToCheck(picture, me).length > 0 });
  } catch (error) {
    if (signal.aborted) return;
    dispatch({ kind: 'failed', failure: failureOf(error), lastSeen: recallPicture(memory) });
    return;
  }
  const addresses = addressesToCheck(picture, me);
  if (addresses.length === 0) return;
  try {
    const schedules = await calendar.schedules({ addresses, ...checkWindow(picture.at) }, signal);
    if (signal.aborted) return;
    const checked = lookedAgain(picture, schedules, me, clock.zone());
    keepPicture(memory, checked);
    dispatch({ kind: 'checked', picture: checked, schedules });
  } catch {
    // The dates stand as they were read; the screen says that they could not be checked.
    if (!signal.aborted) dispatch({ kind: 'checkFailed' });
  }
}

function failureOf(error: unknown): ServiceFailure {
  return error instanceof ServiceFailure
    ? error
    : new ServiceFailure('unexpected', error instanceof Error ? error.name : 'unknown', { cause: error });
}
