import { Button, Link, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { PaneFrame } from '#components/PaneFrame.tsx';
import { callName } from '#domain/text/callName.ts';
import type { MailEvent, MailPerson, OutlookPort } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords, type Words } from '#words/Words.ts';
import { MeetingPane } from './MeetingPane.tsx';
import { PaneFailure } from './PaneFailure.tsx';
import { PaneSentence } from './PaneSentence.tsx';
import { useEventMeeting, type EventMeeting } from './useEventMeeting.ts';

export interface EventPaneProps {
  readonly services: Services;
  readonly me: Person;
  readonly outlook: OutlookPort;
  /** Plans a season with somebody of the event. */
  readonly onBook: (partner: MailPerson) => void;
  /** Shows what an administrator has to allow. */
  readonly onNeedsAdmin: () => void;
}

/** The pane beside an event: which mentor meeting it is, and its notes; or why it is none. */
export function EventPane(props: EventPaneProps) {
  const { services, me, outlook, onNeedsAdmin } = props;
  const words = useWords().pane.event;
  const app = useWords().app;
  const { state, look } = useEventMeeting(services, me, outlook);
  useEffect(() => {
    document.title = app.windowTitle({ title: words.title });
  }, [app, words]);

  if (state.kind === 'reading') {
    return (
      <PaneFrame head={<PageHeading eyebrow={words.title}>{words.reading}</PageHeading>}>
        <Spinner size="small" />
      </PaneFrame>
    );
  }
  if (state.kind === 'failed') {
    return (
      <PaneFrame head={<PageHeading>{words.title}</PageHeading>}>
        <PaneFailure
          services={services}
          failure={state.failure}
          scopes={['Calendars.ReadWrite']}
          onAgain={look}
          onNeedsAdmin={onNeedsAdmin}
        />
      </PaneFrame>
    );
  }
  if (state.kind === 'unread') {
    const { code, detail } = state.failure;
    const { unread } = words;
    const body = code === 'refused' ? unread.refused({ detail }) : unread[code];
    return (
      <PaneSentence name="unread" heading={unread.heading} body={body}>
        <Button onClick={look}>{words.lookAgain}</Button>
      </PaneSentence>
    );
  }
  return <ReadyPane {...props} state={state} onLook={look} />;
}

type Ready = Extract<EventMeeting, { kind: 'ready' }>;

function ReadyPane(props: EventPaneProps & { readonly state: Ready; readonly onLook: () => void }) {
  const { services, me, state, onLook, onBook } = props;
  const words = useWords().pane.event;
  const { event, found } = state;
  if (event.sharedFrom !== undefined) {
    const { shared } = words;
    return (
      <PaneSentence name="shared" heading={shared.heading({ owner: event.sharedFrom })} body={shared.body} />
    );
  }
  const isUnsaved = event.isSaved === false;
  switch (found.kind) {
    case 'date':
    case 'series':
    case 'single':
    case 'empty':
      return (
        <MeetingPane
          key={keyOf(found)}
          services={services}
          me={me}
          state={state}
          found={found}
          onChanged={onLook}
        />
      );
    case 'foreign':
      return isUnsaved ? (
        <PaneSentence name="unsaved" heading={words.unsaved.heading} body={words.unsaved.linked}>
          <Button onClick={onLook}>{words.lookAgain}</Button>
        </PaneSentence>
      ) : (
        <PaneSentence name="foreign" {...words.foreign}>
          <OpenAll services={services} />
        </PaneSentence>
      );
    case 'none':
      return <NoMeeting event={event} me={me} services={services} onBook={onBook} onLook={onLook} />;
    default:
      return found satisfies never;
  }
}

/** Another meeting is another pane; reading the same one again is not. */
function keyOf(found: Exclude<Ready['found'], { kind: 'foreign' | 'none' }>): string {
  switch (found.kind) {
    case 'date':
      return `${found.series.id} ${found.occurrence.originalDay}`;
    case 'single':
      return found.mentorshipId;
    case 'series':
    case 'empty':
      return found.series.id;
    default:
      return found satisfies never;
  }
}

function NoMeeting({
  event,
  me,
  services,
  onBook,
  onLook,
}: {
  readonly event: MailEvent;
  readonly me: Person;
  readonly services: Services;
  readonly onBook: (partner: MailPerson) => void;
  readonly onLook: () => void;
}) {
  const words = useWords().pane.event;
  const others = othersIn(event, me);
  const [only] = others;
  const partner = others.length === 1 ? only : undefined;
  const isUnsaved = event.isSaved === false;
  const { heading } = isUnsaved ? words.unsaved : words.none;
  return (
    <PaneSentence
      name="none"
      heading={heading}
      body={isUnsaved ? words.unsaved.plain : whyNone(event, others.length, words)}
    >
      {partner !== undefined && !isUnsaved && (
        <Button appearance="primary" onClick={() => onBook(partner)}>
          {words.none.book({ name: callName(partner) })}
        </Button>
      )}
      <Button onClick={onLook}>{words.lookAgain}</Button>
      <OpenAll services={services} />
    </PaneSentence>
  );
}

function whyNone(event: MailEvent, others: number, { none }: Words['pane']['event']): string {
  if (event.isAllDay) return none.allDay;
  if (others === 0) return none.alone;
  return others > 4 ? none.many({ count: event.peopleCount }) : none.body;
}

function othersIn(event: MailEvent, me: Person): readonly MailPerson[] {
  const all = [...(event.organizer === undefined ? [] : [event.organizer]), ...event.people];
  const byAddress = new Map(all.map((person) => [person.address.toLowerCase(), person]));
  byAddress.delete(me.address.toLowerCase());
  return [...byAddress.values()];
}

/** The whole app, in a window of its own. */
function OpenAll({ services }: { readonly services: Services }) {
  const words = useWords().pane.event;
  const [isFailed, setFailed] = useState(false);
  const open = async (): Promise<void> => {
    try {
      await services.host.openLink(new URL('index.html', document.baseURI).href);
    } catch {
      setFailed(true);
    }
  };
  // Where no window can be opened, the address itself is still a link.
  return isFailed ? (
    <Link href="index.html" target="_blank" rel="noreferrer">
      {words.open}
    </Link>
  ) : (
    <Link as="button" onClick={() => void open()}>
      {words.open}
    </Link>
  );
}
