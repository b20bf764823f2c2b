import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CalendarAddRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer, oneColumnContainer } from '#components/seasonTokens.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Scope } from '#ports/identity.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { AdminConsentOnDemand } from './AdminConsentOnDemand.tsx';
import { centredPage } from './homeStyles.ts';
import { StemPicture } from './StemPicture.tsx';

/** What booking needs beyond signing in. */
export const bookingScopes: readonly Scope[] = ['User.ReadBasic.All', 'Calendars.ReadWrite'];

export interface FirstRunScreenProps {
  readonly services: Services;
  /** Whether the calendar has to be allowed first: then a click asks for it. */
  readonly needsConsent: boolean;
  readonly onBook: () => void;
  /** Reads the calendar again, for an invitation that may be there. */
  readonly onLook: () => void;
}

type Stage =
  | { readonly kind: 'idle' | 'asking' | 'noInvitation' | 'needsAdmin' }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

/** Before there is anything: what this does, and the two ways to begin. */
export function FirstRunScreen({ services, needsConsent, onBook, onLook }: FirstRunScreenProps) {
  const classes = useStyles();
  const { firstRun: words } = useWords();
  const [stage, setStage] = useState<Stage>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  /** Asks for the calendar where it is not allowed yet, with the click behind it, then goes on. */
  const withCalendar = async (goOn: () => void): Promise<void> => {
    if (!needsConsent) return goOn();
    const stop = new AbortController();
    running.current = stop;
    setStage({ kind: 'asking' });
    try {
      await services.identity.allow(bookingScopes, stop.signal);
      if (!stop.signal.aborted) goOn();
    } catch (error) {
      if (stop.signal.aborted) return undefined;
      const failure =
        error instanceof ServiceFailure ? error : new ServiceFailure('unexpected', 'allow', { cause: error });
      setStage(failure.code === 'needs-admin' ? { kind: 'needsAdmin' } : { kind: 'failed', failure });
    }
    return undefined;
  };

  if (stage.kind === 'needsAdmin') {
    return <AdminConsentOnDemand services={services} name={undefined} onAllowed={onLook} />;
  }
  const isAsking = stage.kind === 'asking';
  return (
    <main className={classes.page}>
      <div className={classes.content}>
        <StemPicture />
        <PageHeading className={classes.heading}>{words.heading}</PageHeading>
        <ul className={classes.points}>
          {words.points.map(({ title, text }) => (
            <li key={title}>
              <h2 className={classes.pointTitle}>
                <bdi>{title}</bdi>
              </h2>
              <p className={classes.pointText}>
                <bdi>{text}</bdi>
              </p>
            </li>
          ))}
        </ul>
        {stage.kind === 'failed' && (
          <FailureNotice
            code={stage.failure.code}
            detail={stage.failure.detail}
            onHelp={{ allow: () => void withCalendar(onBook), again: () => void withCalendar(onBook) }}
          />
        )}
        <div className={classes.actions}>
          <Button
            appearance="primary"
            size="large"
            icon={isAsking ? <Spinner size="tiny" /> : <CalendarAddRegular />}
            disabledFocusable={isAsking}
            onClick={() => void withCalendar(onBook)}
          >
            {words.book}
          </Button>
          <Button
            appearance="subtle"
            size="large"
            disabledFocusable={isAsking}
            onClick={() =>
              void withCalendar(() => {
                if (needsConsent) onLook();
                else setStage({ kind: 'noInvitation' });
              })
            }
          >
            {words.invitation}
          </Button>
        </div>
        <output className={classes.answer}>
          {stage.kind === 'noInvitation' && <bdi>{words.noInvitation}</bdi>}
        </output>
        {stage.kind === 'noInvitation' && <Button onClick={onLook}>{words.lookAgain}</Button>}
        <p className={classes.promise}>
          <bdi>{needsConsent ? `${words.promise} ${words.consent}` : words.promise}</bdi>
        </p>
      </div>
    </main>
  );
}

const useStyles = makeStyles({
  page: {
    ...centredPage,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyBase,
  },
  content: {
    width: '100%',
    maxWidth: '940px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '24px',
    [oneColumnContainer]: { maxWidth: '560px' },
  },
  heading: {
    textAlign: 'center',
    marginBlockStart: '24px',
    '& > h1': { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800 },
    [narrowContainer]: {
      marginBlockStart: '8px',
      '& > h1': { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
    },
  },
  points: {
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    columnGap: '48px',
    rowGap: '20px',
    margin: 0,
    padding: 0,
    [oneColumnContainer]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  },
  pointTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  pointText: {
    margin: 0,
    paddingBlockStart: '4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    color: tokens.colorNeutralForeground2,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: '12px',
    marginBlockStart: '16px',
    [narrowContainer]: { width: '100%', '& > *': { flexGrow: 1 } },
  },
  answer: {
    maxWidth: '60ch',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    ':empty': { display: 'none' },
  },
  promise: {
    margin: 0,
    maxWidth: '66ch',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    color: tokens.colorNeutralForeground3,
  },
});
