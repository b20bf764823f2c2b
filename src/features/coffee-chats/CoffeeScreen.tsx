import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { EmptyState } from '#components/EmptyState.tsx';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { dayMilli } from '#domain/time/days.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import { useWords } from '#words/Words.ts';
import { CoffeePage, type CoffeePageProps } from './CoffeePage.tsx';
import { companionOf } from './coffeePair.ts';
import { asFailure } from './useCoffee.ts';

export interface CoffeeScreenProps extends Omit<CoffeePageProps, 'meetings'> {
  /** What home has read; undefined when the screen was opened by its address. */
  readonly meetings: MentorMeetings | undefined;
}

type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly meetings: MentorMeetings }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

const pastDays = 182;
const aheadDays = 364;

/** Coffee chats with the partner of a mentorship; reads who that is where nobody has read it yet. */
export function CoffeeScreen({ meetings, ...props }: CoffeeScreenProps) {
  const { services, me, mentorshipId, onBack, onNeedsAdmin } = props;
  const { calendar, clock } = services;
  const classes = useStyles();
  const words = useWords().coffee;
  const [reading, setReading] = useState<Reading>(
    meetings === undefined ? { kind: 'reading' } : { kind: 'ready', meetings },
  );
  const [turn, setTurn] = useState(0);
  const isMissing = meetings === undefined;
  const request = useMemo(() => ({ isMissing, turn }), [isMissing, turn]);
  useEffect(() => {
    if (!request.isMissing) return undefined;
    const stop = new AbortController();
    const now = clock.now();
    calendar
      .mentorMeetings({ from: now - pastDays * dayMilli, to: now + aheadDays * dayMilli }, stop.signal)
      .then(
        (read) => setReading({ kind: 'ready', meetings: read }),
        (error: unknown) => {
          if (!stop.signal.aborted) setReading({ kind: 'failed', failure: asFailure(error) });
        },
      );
    return () => stop.abort();
  }, [request, calendar, clock]);
  const partner =
    reading.kind === 'ready' ? companionOf(reading.meetings, mentorshipId, me.address) : undefined;
  useEffect(() => {
    document.title = words.windowTitle;
  }, [words]);
  if (reading.kind === 'ready' && partner !== undefined)
    return <CoffeePage {...props} meetings={reading.meetings} />;
  return (
    <main className={classes.page}>
      {reading.kind === 'reading' && <output>{words.readingMeetings}</output>}
      {reading.kind === 'failed' && (
        <FailureNotice
          code={reading.failure.code}
          detail={reading.failure.detail}
          onHelp={{
            again: () => setTurn((count) => count + 1),
            look: onBack,
            askAdministrator: onNeedsAdmin,
          }}
        />
      )}
      {reading.kind === 'ready' && <EmptyState title={words.noPartner}>{words.noPartnerText}</EmptyState>}
    </main>
  );
}

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    padding: '28px',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
  },
});
