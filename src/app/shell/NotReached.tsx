import { makeStyles } from '@fluentui/react-components';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import type { ServiceFailure } from '#ports/failure.ts';
import { useWords } from '#words/Words.ts';

export interface NotReachedProps {
  readonly failure: ServiceFailure;
  readonly onAgain: () => void;
}

/** Microsoft 365 could not be asked who uses the app. */
export function NotReached({ failure, onAgain }: NotReachedProps) {
  const classes = useStyles();
  const words = useWords().app;
  return (
    <main className={classes.root}>
      <PageHeading focusKey="not-reached">{words.notReached.heading}</PageHeading>
      <FailureNotice
        code={failure.code}
        detail={failure.detail}
        onHelp={{ again: onAgain, look: onAgain, signIn: onAgain }}
      />
    </main>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    maxWidth: '640px',
    marginInline: 'auto',
    paddingBlock: '15vh 28px',
    paddingInline: '16px',
  },
});
