import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { HomeScreenProps } from '#features/home/homeProps.ts';
import type { SeasonWish } from '#features/mentorship/seasonWish.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import { useWords } from '#words/Words.ts';
import type { AppServices } from '../createServices.ts';
import type { Route } from '../routes.ts';
import { Loading } from './Loading.tsx';
import { lazyScreen } from './lazyScreen.tsx';
import { loadAccount, loadBooking, loadCoffee, loadHome, loadNotes, loadSeasons } from './loadScreens.ts';
import { NearestMeeting, type NearestMeetingProps } from './NearestMeeting.tsx';
import { Shown } from './Shown.tsx';
import { useRoute } from './useRoute.ts';

const ComposedHome = lazy(async () => ({ default: (await loadHome()).ComposedHome }));
const SettingsScreen = lazyScreen(loadAccount, (code) => code.SettingsScreen);
const AdminConsentScreen = lazyScreen(loadAccount, (code) => code.AdminConsentScreen);
const BookingScreen = lazy(async () => ({ default: (await loadBooking()).BookingScreen }));
const CoffeeScreen = lazyScreen(loadCoffee, (code) => code.CoffeeScreen);
const PrepNotesScreen = lazyScreen(loadNotes, (code) => code.PrepNotesScreen);
const SeasonsScreen = lazyScreen(loadSeasons, (code) => code.SeasonsScreen);
const GuideScreen = lazyScreen(loadSeasons, (code) => code.GuideScreen);
const ResumeScreen = lazy(async () => ({ default: (await loadBooking()).ResumeScreen }));

export interface ScreensProps {
  readonly parts: AppServices;
  readonly me: Person;
  readonly onSignedOut: () => void;
  readonly onShown: () => void;
}

type Resumed = Parameters<HomeScreenProps['onResume']>;
type BookingStart = Parameters<HomeScreenProps['onBook']>;

/** What a screen is opened with that does not fit into an address; gone after a reload, when the screen reads for itself. */
interface Opening {
  readonly resumed?: Resumed;
  readonly start?: BookingStart;
  readonly meetings?: MentorMeetings;
  readonly wish?: SeasonWish;
}

/** The screens of somebody who is signed in. */
export function Screens({ parts, me, onSignedOut, onShown }: ScreensProps) {
  const { services, forgetAccount } = parts;
  const [route, go] = useRoute();
  const [opening, setOpening] = useState<Opening>({});
  const open = useCallback(
    (next: Route, withWhat: Opening = {}) => {
      setOpening(withWhat);
      go(next);
    },
    [go],
  );
  const home = useCallback(() => open({ kind: 'home' }), [open]);
  const openNearest = useCallback<NearestMeetingProps['onFound']>(
    ({ mentorshipId, note }, meetings) => open({ kind: 'notes', mentorshipId, note }, { meetings }),
    [open],
  );
  const administrator = useCallback(() => open({ kind: 'administrator' }), [open]);
  useScreenTitle(route);
  useEffect(() => {
    // Booking is the next click for most: its code comes while home is looked at. Offline it is asked for again then.
    const timer = setTimeout(() => {
      loadBooking().catch(() => {});
    }, 1500);
    return () => clearTimeout(timer);
  }, []);

  return (
    <Suspense fallback={<Loading />}>
      {(route.kind === 'home' || route.kind === 'mentorship') && (
        <ComposedHome
          services={services}
          me={me}
          openedId={route.kind === 'mentorship' ? route.mentorshipId : undefined}
          onBook={(...start) => open({ kind: 'book' }, { start })}
          onResume={(...resumed) => open({ kind: 'book' }, { resumed })}
          onSettings={() => open({ kind: 'settings' })}
          onSeasons={(mentorshipId) => open({ kind: 'seasons', mentorshipId })}
          onNotes={(mentorshipId, meetings, note) =>
            open({ kind: 'notes', mentorshipId, note }, { meetings })
          }
          onCoffee={(mentorshipId, meetings) => open({ kind: 'coffee', mentorshipId }, { meetings })}
        />
      )}
      {route.kind === 'book' && opening.resumed !== undefined && (
        <ResumeScreen
          services={services}
          me={me}
          series={opening.resumed[0]}
          occurrences={opening.resumed[1]}
          intent={opening.resumed[2]}
          onClose={home}
          onDone={home}
          onNeedsAdmin={administrator}
        />
      )}
      {route.kind === 'book' && opening.resumed === undefined && (
        <BookingScreen
          services={services}
          me={me}
          start={{ partner: opening.start?.[0], wish: opening.wish }}
          meetings={opening.start?.[1]}
          onClose={home}
          onBooked={(mentorshipId) => open({ kind: 'mentorship', mentorshipId })}
          onNeedsAdmin={administrator}
        />
      )}
      {route.kind === 'meeting' && <NearestMeeting services={services} onFound={openNearest} onNone={home} />}
      {route.kind === 'notes' && (
        <PrepNotesScreen
          services={services}
          me={me}
          mentorshipId={route.mentorshipId}
          meetings={opening.meetings}
          note={route.note}
          onNote={(note) =>
            open(
              { kind: 'notes', mentorshipId: route.mentorshipId, note },
              opening.meetings === undefined ? {} : { meetings: opening.meetings },
            )
          }
          onBack={home}
        />
      )}
      {route.kind === 'coffee' && (
        <CoffeeScreen
          services={services}
          me={me}
          mentorshipId={route.mentorshipId}
          meetings={opening.meetings}
          onBack={home}
          onNeedsAdmin={administrator}
        />
      )}
      {route.kind === 'seasons' && (
        <SeasonsScreen
          key={route.mentorshipId}
          services={services}
          me={me}
          mentorshipId={route.mentorshipId}
          onBack={home}
          onBook={(partner, meetings, wish) => open({ kind: 'book' }, { start: [partner, meetings], wish })}
          onNotes={(meetings, note) =>
            open({ kind: 'notes', mentorshipId: route.mentorshipId, note }, { meetings })
          }
          onGuide={(page) => open({ kind: 'guide', page })}
        />
      )}
      {route.kind === 'guide' && (
        <GuideScreen
          page={route.page}
          onBack={() => history.back()}
          onPage={(page) => open({ kind: 'guide', page })}
        />
      )}
      {route.kind === 'administrator' && (
        <AdminConsentScreen services={services} name={me.name} onAllowed={home} onBack={home} />
      )}
      {route.kind === 'settings' && (
        <SettingsScreen
          services={services}
          me={me}
          onBack={home}
          onForget={forgetAccount}
          onSignedOut={onSignedOut}
        />
      )}
      {/* Looking a meeting up is over in a moment: until then the page's own skeleton stands. */}
      {route.kind !== 'meeting' && <Shown onShown={onShown} />}
    </Suspense>
  );
}

/** Title of the window; booking names its own steps, notes and coffee chats themselves. */
function useScreenTitle(route: Route): void {
  const { app: words, common, settings } = useWords();
  const titles: Readonly<Record<Route['kind'], string | undefined>> = {
    home: common.appName,
    mentorship: common.appName,
    book: undefined,
    notes: undefined,
    meeting: undefined,
    coffee: undefined,
    seasons: undefined,
    guide: undefined,
    administrator: words.windowTitle({ title: words.titles.administrator }),
    settings: words.windowTitle({ title: settings.heading }),
  };
  const title = titles[route.kind];
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
}
