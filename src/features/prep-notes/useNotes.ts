import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { callName } from '#domain/text/callName.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { mentorshipOfNotes, notesWindow, type NotesMentorship } from './mentorshipOfNotes.ts';
import { createNotesSession, type NotesSession } from './session/createNotesSession.ts';
import { keepKnown, recallKnown, type KnownAbout } from './session/knownNotes.ts';
import type { NotesState } from './session/types.ts';

/** The open notes of a mentorship, for a screen. */
export interface OpenNotes {
  readonly session: NotesSession;
  readonly state: NotesState;
  readonly known: NotesMentorship | undefined;
  /** How the partner is called. */
  readonly partner: string;
  readonly partnerAddress: string | undefined;
  readonly me: string;
}

/** Opens the notes of a mentorship: the calendar, unless `meetings` has it, and the files. Keeps them fresh, and saves on leaving. */
export function useNotes(
  services: Services,
  person: Person,
  mentorshipId: string,
  meetings: MentorMeetings | undefined,
): OpenNotes | undefined {
  const { clock, memory } = services;
  const words = useWords().notes;
  const [found, setFound] = useState<MentorMeetings | 'failed'>();
  const read = meetings ?? found;
  useEffect(() => {
    if (meetings !== undefined) return undefined;
    const stop = new AbortController();
    const find = async (): Promise<void> => {
      try {
        setFound(await services.calendar.mentorMeetings(notesWindow(clock.now()), stop.signal));
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!(error instanceof ServiceFailure)) throw error;
        setFound('failed');
      }
    };
    void find();
    return () => stop.abort();
  }, [services, clock, meetings]);

  const known = useMemo(
    () =>
      read === undefined || read === 'failed'
        ? undefined
        : mentorshipOfNotes(read, mentorshipId, person.address, clock.now(), clock.zone()),
    [read, mentorshipId, person.address, clock],
  );
  const me = person.id ?? person.address;
  const about = useMemo((): KnownAbout | undefined => {
    if (read === undefined) return undefined;
    if (known?.about !== undefined) {
      keepKnown(memory, mentorshipId, { about: known.about });
      return known.about;
    }
    return recallKnown(memory, mentorshipId).about ?? { partnerName: '', mayStart: false };
  }, [read, known, memory, mentorshipId]);
  const session = useMemo(
    () =>
      about && sessionFor(services, { mentorshipId, me, ...unknownAsUndefined(about), place: known?.place }),
    [services, about, mentorshipId, me, known?.place],
  );
  useEffect(() => {
    session?.setCalendar(known?.calendar);
  }, [session, known]);
  useKeptFresh(session);
  const state = useSyncExternalStore(session?.subscribe ?? neverChanges, session?.state ?? (() => undefined));
  if (session === undefined || state === undefined || about === undefined) return undefined;
  const { partnerName, partnerAddress } = about;
  const partner =
    partnerName === '' ? words.someone : callName({ name: partnerName, address: partnerAddress ?? '' });
  return { session, state, known, partner, partnerAddress, me };
}

/** The session of a mentorship for somebody who only drops something into it; shared with the screens that show it. */
export function sessionOf(
  services: Services,
  person: Person,
  mentorshipId: string,
  meetings: MentorMeetings,
): NotesSession {
  const { clock, memory } = services;
  const known = mentorshipOfNotes(meetings, mentorshipId, person.address, clock.now(), clock.zone());
  const about = known.about ??
    recallKnown(memory, mentorshipId).about ?? { partnerName: '', mayStart: false };
  return sessionFor(services, {
    mentorshipId,
    me: person.id ?? person.address,
    ...unknownAsUndefined(about),
    place: known.place,
  });
}

/** How often a visible screen looks for what the partner wrote. */
const lookEveryMilliseconds = 30_000;

/** Reads at once, now and then while visible, and when one comes back; saves when one leaves. */
function useKeptFresh(session: NotesSession | undefined): void {
  useEffect(() => {
    if (session === undefined) return undefined;
    void session.refresh();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void session.refresh();
    }, lookEveryMilliseconds);
    const leaveOrReturn = (): void => {
      if (document.visibilityState === 'visible') void session.refresh();
      else void session.flush();
    };
    const leave = (): void => void session.flush();
    const online = (): void => {
      void session.flush();
      void session.refresh();
    };
    document.addEventListener('visibilitychange', leaveOrReturn);
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', online);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', leaveOrReturn);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', online);
      void session.flush();
    };
  }, [session]);
}

type About = Parameters<typeof createNotesSession>[1];

/** Sessions by the services they are made of: two screens over the same notes share one, and one that is left goes on saving. */
const sessions = new WeakMap<Services['files'], Map<string, NotesSession>>();

function sessionFor(services: Services, about: About): NotesSession {
  let known = sessions.get(services.files);
  if (known === undefined) sessions.set(services.files, (known = new Map()));
  const key = JSON.stringify(about);
  let session = known.get(key);
  if (session === undefined) known.set(key, (session = createNotesSession(services, about)));
  return session;
}

function unknownAsUndefined({
  partnerAddress,
  season,
  mayStart,
}: KnownAbout): Omit<About, 'mentorshipId' | 'me' | 'place'> {
  return { partnerAddress, season, mayStart };
}

const neverChanges = (): (() => void) => () => {};
