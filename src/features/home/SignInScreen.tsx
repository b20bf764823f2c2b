import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { ProductMark } from '#components/ProductMark.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Account, Scope } from '#ports/identity.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { card, centredPage } from './homeStyles.ts';
import { reasonOf, type SignInReason } from './signInReason.ts';

export interface SignInScreenProps {
  readonly services: Pick<Services, 'identity'>;
  readonly reason: SignInReason;
  /** What has to be allowed as well; empty for signing in alone. */
  readonly scopes: readonly Scope[];
  /** Somebody is signed in, and has allowed the scopes. */
  readonly onSignedIn: (account: Account | undefined) => void;
  /** An administrator has to allow it first. */
  readonly onNeedsAdmin?: (() => void) | undefined;
}

type Stage =
  | { readonly kind: 'asking'; readonly reason: SignInReason }
  | { readonly kind: 'waiting'; readonly reason: SignInReason }
  | { readonly kind: 'failed'; readonly reason: SignInReason; readonly failure: ServiceFailure };

/** Signing in, for the first time or again: why, and the one button that helps. */
export function SignInScreen({ services, reason, scopes, onSignedIn, onNeedsAdmin }: SignInScreenProps) {
  const classes = useStyles();
  const words = useWords().signIn;
  const [stage, setStage] = useState<Stage>({ kind: 'asking', reason });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const signIn = async (): Promise<void> => {
    const stop = new AbortController();
    running.current = stop;
    setStage({ kind: 'waiting', reason: stage.reason });
    try {
      const { identity } = services;
      const isConsent = stage.reason === 'needsConsent' && scopes.length > 0;
      const account = isConsent ? undefined : await identity.signIn(stop.signal);
      if (scopes.length > 0) await identity.allow(scopes, stop.signal);
      if (!stop.signal.aborted) onSignedIn(account);
    } catch (error) {
      if (stop.signal.aborted) return;
      const failure =
        error instanceof ServiceFailure
          ? error
          : new ServiceFailure('unexpected', 'sign-in', { cause: error });
      if (failure.code === 'needs-admin' && onNeedsAdmin !== undefined) onNeedsAdmin();
      else {
        const next = reasonOf(failure.code);
        setStage(
          next === undefined
            ? { kind: 'failed', reason: stage.reason, failure }
            : { kind: 'asking', reason: next },
        );
      }
    }
  };

  const { heading, sentence, button } = words[stage.reason];
  return (
    <main className={classes.page}>
      <section className={classes.card}>
        <ProductMark size={48} />
        <PageHeading focusKey={stage.reason} sentence={sentence}>
          {heading}
        </PageHeading>
        {stage.kind === 'failed' && <FailureNotice code={stage.failure.code} detail={stage.failure.detail} />}
        <div className={classes.actions}>
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={stage.kind === 'waiting'}
            {...(stage.kind === 'waiting' ? { icon: <Spinner size="tiny" /> } : {})}
            onClick={() => void signIn()}
          >
            {button}
          </Button>
          <output className={classes.waiting}>{stage.kind === 'waiting' ? words.waiting : ''}</output>
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
    maxWidth: '560px',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    paddingBlock: '40px',
    paddingInline: '44px',
    [narrowContainer]: { paddingBlock: '24px', paddingInline: '20px' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '16px', minHeight: '40px' },
  waiting: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});
