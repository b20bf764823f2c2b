import { lazy, Suspense } from 'react';
import type { OutlookPort } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { Loading } from '../shell/Loading.tsx';
import { Shown } from '../shell/Shown.tsx';
import { PaneSentence } from './PaneSentence.tsx';
import { useOpened } from './useOpened.ts';

const MeetPane = lazy(async () => import('./MeetPane.tsx').then((each) => ({ default: each.MeetPane })));

const MentorTimesPane = lazy(async () =>
  import('#features/mentor-times/MentorTimesPane.tsx').then((each) => ({ default: each.MentorTimesPane })),
);

export interface PanesProps {
  readonly services: Services;
  readonly me: Person;
  readonly onShown: () => void;
}

/** The pane for what is opened: a message or nothing of use. */
export function Panes(props: PanesProps) {
  const { outlook } = props.services.host;
  // The pane is mounted only where Outlook answered.
  return outlook === undefined ? null : <PaneBeside {...props} outlook={outlook} />;
}

function PaneBeside({ services, me, onShown, outlook }: PanesProps & { readonly outlook: OutlookPort }) {
  const opened = useOpened(outlook);
  const words = useWords().pane;
  return (
    <Suspense fallback={<Loading />}>
      {opened.kind === 'message' ? (
        <MeetPane services={services} me={me} message={opened} />
      ) : opened.kind === 'event' && opened.mode === 'compose' ? (
        <MentorTimesPane services={services} me={me} outlook={outlook} />
      ) : (
        <PaneSentence name={opened.kind} {...(opened.kind === 'nothing' ? words.nothing : words.other)} />
      )}
      <Shown onShown={onShown} />
    </Suspense>
  );
}
