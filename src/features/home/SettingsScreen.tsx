import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { card, centredPage, quiet } from './homeStyles.ts';

export interface SettingsScreenProps {
  readonly services: Pick<Services, 'identity' | 'host' | 'shelf'>;
  readonly me: Person;
  readonly onBack: () => void;
  /** Forgets what this device remembers of the account. */
  readonly onForget: () => void;
  /** Nobody is signed in any more. */
  readonly onSignedOut: () => void;
}

/** The few things that can be set: what this device remembers, and the account. Everything else is the host's. */
export function SettingsScreen({ services, me, onBack, onForget, onSignedOut }: SettingsScreenProps) {
  const classes = useStyles();
  const { settings: words } = useWords();
  const [isForgotten, setForgotten] = useState(false);
  /** What was pressed while notes on this device are not in OneDrive yet. */
  const [asking, setAsking] = useState<() => void>();
  const [failure, setFailure] = useState<ServiceFailure>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const signOut = async (): Promise<void> => {
    const stop = new AbortController();
    running.current = stop;
    setFailure(undefined);
    try {
      onForget();
      await services.identity.signOut(stop.signal);
      if (!stop.signal.aborted) onSignedOut();
    } catch (error) {
      if (stop.signal.aborted) return;
      setFailure(
        error instanceof ServiceFailure
          ? error
          : new ServiceFailure('unexpected', 'sign-out', { cause: error }),
      );
    }
  };
  /** Notes that are nowhere else are not forgotten without a word. */
  const unlessUnsaved = (forget: () => void): void => {
    if (services.shelf.hasUnsaved()) setAsking(() => forget);
    else forget();
  };
  const forgetNow = (): void => {
    onForget();
    setForgotten(true);
  };
  return (
    <main className={classes.page}>
      <section className={classes.card}>
        <PageHeading focusKey="settings">{words.heading}</PageHeading>
        <div className={classes.part}>
          <h2 className={classes.title}>
            <bdi>{words.remembered}</bdi>
          </h2>
          <p className={classes.text}>
            <bdi>{words.rememberedText}</bdi>
          </p>
          <div className={classes.actions}>
            <Button onClick={() => unlessUnsaved(forgetNow)}>{words.forget}</Button>
            <output className={classes.quiet}>{isForgotten ? words.forgotten : ''}</output>
          </div>
        </div>
        <div className={classes.part}>
          <h2 className={classes.title}>
            <bdi>{words.account}</bdi>
          </h2>
          <p className={classes.text}>
            <bdi>{me.name}</bdi>
            <br />
            <bdi>{me.address}</bdi>
          </p>
          {/* In Teams and Outlook the account is theirs, and so is signing out. */}
          {services.host.kind === 'browser' && (
            <div className={classes.actions}>
              <Button onClick={() => unlessUnsaved(() => void signOut())}>{words.signOut}</Button>
              <span className={classes.quiet}>
                <bdi>{words.signOutHint}</bdi>
              </span>
            </div>
          )}
          {failure !== undefined && (
            <FailureNotice
              code={failure.code}
              detail={failure.detail}
              onHelp={{ again: () => void signOut() }}
            />
          )}
        </div>
        {asking !== undefined && (
          <div role="alert" className={classes.part}>
            <p className={classes.text}>
              <bdi>{words.unsaved}</bdi>
            </p>
            <div className={classes.actions}>
              <Button onClick={() => setAsking(undefined)}>{words.keepUnsaved}</Button>
              <Button
                onClick={() => {
                  setAsking(undefined);
                  asking();
                }}
              >
                {words.loseUnsaved}
              </Button>
            </div>
          </div>
        )}
        <p className={classes.quiet}>
          <bdi>{words.theme}</bdi>
        </p>
        <div>
          <Button appearance="primary" onClick={onBack}>
            {words.back}
          </Button>
        </div>
      </section>
    </main>
  );
}

const useStyles = makeStyles({
  page: { ...centredPage, fontFamily: tokens.fontFamilyBase },
  card: {
    ...card,
    width: '100%',
    maxWidth: '640px',
    display: 'flex',
    flexDirection: 'column',
    gap: '24px',
    paddingBlock: '36px',
    paddingInline: '44px',
    [narrowContainer]: { paddingBlock: '20px', paddingInline: '18px' },
  },
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', marginBlockStart: '6px' },
  quiet: { ...quiet, margin: 0 },
});
