import { lazy, Suspense, useCallback, useState } from 'react';
import type { MailPerson, OutlookPort } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { Loading } from '../shell/Loading.tsx';
import { lazyScreen } from '../shell/lazyScreen.tsx';
import { loadAccount } from '../shell/loadScreens.ts';
import { Shown } from '../shell/Shown.tsx';
import { loadEventPane, loadMeetPane, loadTimesPane } from './loadPanes.ts';
import { PaneSentence } from './PaneSentence.tsx';
import { paneFor, type PaneName } from './paneRoute.ts';
import { useOpened } from './useOpened.ts';

const MeetPane = lazy(async () => ({ default: (await loadMeetPane()).MeetPane }));
const EventPane = lazy(async () => ({ default: (await loadEventPane()).EventPane }));
const MentorTimesPane = lazy(async () => ({ default: (await loadTimesPane()).MentorTimesPane }));
const AdminConsentScreen = lazyScreen(loadAccount, (code) => code.AdminConsentScreen);

export interface PanesProps {
  readonly services: Services;
  readonly me: Person;
  /** Which button opened the pane, if the address says so. */
  readonly asked: PaneName | undefined;
  readonly onShown: () => void;
}

/** The pane for what is opened: a message, an event, its form, or nothing of use. */
export function Panes(props: PanesProps) {
  const { outlook } = props.services.host;
  // The pane is mounted only where Outlook answered.
  return outlook === undefined ? null : <PaneBeside {...props} outlook={outlook} />;
}

function PaneBeside({
  services,
  me,
  asked,
  onShown,
  outlook,
}: PanesProps & { readonly outlook: OutlookPort }) {
  const opened = useOpened(outlook);
  const [partner, setPartner] = useState<{ readonly turn: number; readonly person: MailPerson }>();
  const [isAdmin, setAdmin] = useState(false);
  const leaveAdmin = useCallback(() => setAdmin(false), []);
  const onNeedsAdmin = useCallback(() => setAdmin(true), []);
  const words = useWords().pane;
  const planned = partner?.turn === opened.turn ? partner.person : undefined;

  if (isAdmin) {
    return (
      <Suspense fallback={<Loading />}>
        <AdminConsentScreen services={services} name={me.name} onAllowed={leaveAdmin} onBack={leaveAdmin} />
      </Suspense>
    );
  }
  const pane = paneFor(opened, asked);
  return (
    <Suspense fallback={<Loading />}>
      {opened.kind === 'message' ? (
        <MeetPane
          services={services}
          me={me}
          sender={opened.sender}
          others={opened.others}
          onNeedsAdmin={onNeedsAdmin}
        />
      ) : planned !== undefined ? (
        <MeetPane services={services} me={me} sender={planned} others={nobody} onNeedsAdmin={onNeedsAdmin} />
      ) : pane === 'times' ? (
        <MentorTimesPane
          key={opened.turn}
          services={services}
          me={me}
          outlook={outlook}
          onNeedsAdmin={onNeedsAdmin}
        />
      ) : pane === 'notes' ? (
        <EventPane
          key={opened.turn}
          services={services}
          me={me}
          outlook={outlook}
          onBook={(person) => setPartner({ turn: opened.turn, person })}
          onNeedsAdmin={onNeedsAdmin}
        />
      ) : (
        <PaneSentence name={opened.kind} {...(opened.kind === 'nothing' ? words.nothing : words.other)} />
      )}
      <Shown onShown={onShown} />
    </Suspense>
  );
}

const nobody: readonly MailPerson[] = [];
