import { Button, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { PaneFrame } from '#components/PaneFrame.tsx';
import type { HostFailure, MailEvent, MailPerson, OutlookPort } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { ChooseTime } from './ChooseTime.tsx';
import { useForm } from './useForm.ts';

export interface MentorTimesPaneProps {
  readonly services: Services;
  readonly me: Person;
  readonly outlook: OutlookPort;
  /** Shows what an administrator has to allow. */
  readonly onNeedsAdmin?: (() => void) | undefined;
}

/** More people than these no recurring time suits. */
const mostOthers = 5;

/** Times that suit the people in the form of an event, put into it without anything being sent. */
export function MentorTimesPane(props: MentorTimesPaneProps) {
  const { me, outlook } = props;
  const words = useWords().mentorTimes;
  const app = useWords().app;
  const { form, readAgain } = useForm(outlook);
  useEffect(() => {
    document.title = app.windowTitle({ title: words.title });
  }, [app, words]);

  if (form.kind === 'reading') {
    return (
      <PaneFrame head={<PageHeading eyebrow={words.eyebrow}>{words.reading}</PageHeading>}>
        <Spinner size="small" />
      </PaneFrame>
    );
  }
  if (form.kind === 'failed') return <CannotPane {...unreadWords(form.failure, words)} onAgain={readAgain} />;
  const obstacle = obstacleIn(form.event, me);
  if (obstacle !== undefined) return <Obstacle obstacle={obstacle} event={form.event} onAgain={readAgain} />;
  return <ChooseTime {...props} event={form.event} others={othersIn(form.event, me)} />;
}

type ObstacleKind = 'nobody' | 'tooMany' | 'oneDate' | 'shared';

/** Why no times are offered for a form, if so. */
function obstacleIn(event: MailEvent, me: Person): ObstacleKind | undefined {
  if (event.sharedFrom !== undefined) return 'shared';
  if (event.part === 'date') return 'oneDate';
  const count = othersIn(event, me).length;
  if (count === 0) return 'nobody';
  return count > mostOthers ? 'tooMany' : undefined;
}

function othersIn(event: MailEvent, me: Person): readonly MailPerson[] {
  return event.people.filter(({ address }) => address.toLowerCase() !== me.address.toLowerCase());
}

function unreadWords(
  failure: HostFailure,
  { unread }: ReturnType<typeof useWords>['mentorTimes'],
): { readonly heading: string; readonly body: string } {
  return {
    heading: unread.heading,
    body: failure.code === 'refused' ? unread.refused({ detail: failure.detail }) : unread.silent,
  };
}

function Obstacle({
  obstacle,
  event,
  onAgain,
}: {
  readonly obstacle: ObstacleKind;
  readonly event: MailEvent;
  readonly onAgain: () => void;
}) {
  const { nobody, tooMany, oneDate, shared } = useWords().mentorTimes;
  const texts: Readonly<Record<ObstacleKind, { readonly heading: string; readonly body: string }>> = {
    nobody,
    tooMany: {
      heading: tooMany.heading({ count: event.peopleCount }),
      body: tooMany.body({ most: mostOthers }),
    },
    oneDate,
    shared: { heading: shared.heading({ owner: event.sharedFrom ?? '' }), body: shared.body },
  };
  return <CannotPane {...texts[obstacle]} onAgain={onAgain} />;
}

/** Times cannot be offered: why, and looking again. */
function CannotPane({
  heading,
  body,
  onAgain,
}: {
  readonly heading: string;
  readonly body: string;
  readonly onAgain: () => void;
}) {
  const words = useWords().mentorTimes;
  return (
    <PaneFrame
      head={
        <PageHeading eyebrow={words.eyebrow} focusKey={heading} takesFocus="ifLost">
          {heading}
        </PageHeading>
      }
    >
      <p>
        <bdi>{body}</bdi>
      </p>
      <Button onClick={onAgain}>{words.lookAgain}</Button>
    </PaneFrame>
  );
}
