import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { BookingScreen } from '#features/booking/BookingScreen.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { PaneFrame } from '#components/PaneFrame.tsx';
import { callName } from '#domain/text/callName.ts';
import type { MailPerson } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { usePeopleOfMail, type PeopleOfMail } from './usePeopleOfMail.ts';

export interface MeetPaneProps {
  readonly services: Services;
  readonly me: Person;
  /** With whom to begin; undefined where nobody is named. */
  readonly sender: MailPerson | undefined;
  readonly others: readonly MailPerson[];
  /** Shows what an administrator has to allow. */
  readonly onNeedsAdmin: () => void;
}

/**
 * A season with whoever wrote the message. When another message is chosen while the pane stays, it turns to that one's sender at once; unless something was
 * chosen here: then the person says whether it is put aside.
 */
export function MeetPane({ services, me, sender, others, onNeedsAdmin }: MeetPaneProps) {
  const words = useWords().pane.meet;
  const people = usePeopleOfMail(services, sender, others);
  // What the booking that is open was begun with.
  const [begun, setBegun] = useState<PeopleOfMail>();
  const [round, setRound] = useState(0);
  const onBegun = useCallback(() => setBegun((before) => before ?? people), [people]);
  const again = (): void => {
    setBegun(undefined);
    setRound(round + 1);
  };
  if (people === undefined && begun === undefined) {
    return (
      <PaneFrame head={<PageHeading eyebrow={words.title}>{words.finding}</PageHeading>}>
        <Spinner size="small" />
      </PaneFrame>
    );
  }
  const shown = begun ?? people;
  const isOther = begun !== undefined && people !== undefined && !isSameSender(begun, people);
  return (
    <>
      {isOther && people.sender !== undefined && (
        <Turn planned={begun.sender} sender={people.sender} onTurn={again} />
      )}
      <Booking
        key={`${shown?.sender?.address ?? ''} ${round}`}
        services={services}
        me={me}
        people={shown}
        onBegun={onBegun}
        onEnd={again}
        onNeedsAdmin={onNeedsAdmin}
      />
    </>
  );
}

function Booking({
  services,
  me,
  people,
  onBegun,
  onEnd,
  onNeedsAdmin,
}: {
  readonly services: Services;
  readonly me: Person;
  readonly people: PeopleOfMail | undefined;
  readonly onBegun: () => void;
  readonly onEnd: () => void;
  readonly onNeedsAdmin: () => void;
}) {
  const words = useWords().pane.meet;
  const sender = people?.sender;
  const others = people?.others;
  const suggested = useMemo(
    () => ({
      label: words.others,
      people: [...(sender === undefined ? [] : [sender]), ...(others ?? [])],
    }),
    [words.others, sender, others],
  );
  return (
    <BookingScreen
      services={services}
      me={me}
      start={{ partner: sender }}
      suggested={suggested}
      onBegun={onBegun}
      onClose={onEnd}
      onBooked={onEnd}
      onNeedsAdmin={onNeedsAdmin}
    />
  );
}

/** Another message was chosen while something is planned with somebody. */
function Turn({
  planned,
  sender,
  onTurn,
}: {
  readonly planned: Person | undefined;
  readonly sender: Person;
  readonly onTurn: () => void;
}) {
  const classes = useStyles();
  const words = useWords().pane.meet;
  const [dismissed, setDismissed] = useState<string>();
  if (dismissed === sender.address) return null;
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite" className={classes.bar}>
      <MessageBarBody>
        <bdi>
          {planned !== undefined && words.going({ partner: callName(planned) })}{' '}
          {words.now({ sender: callName(sender) })}
        </bdi>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onTurn}>{words.change({ sender: callName(sender) })}</Button>
        <Button onClick={() => setDismissed(sender.address)}>{words.keep}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function isSameSender(one: PeopleOfMail, other: PeopleOfMail): boolean {
  return one.sender?.address.toLowerCase() === other.sender?.address.toLowerCase();
}

const useStyles = makeStyles({ bar: { borderRadius: 0 } });
