import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { useWords } from '#words/Words.ts';

export interface StartFailureProps {
  /** One line for whoever runs the site. */
  readonly detail: string;
  readonly onShown: () => void;
}

/** The app cannot start, since this copy of it is not set up. */
export function StartFailure({ detail, onShown }: StartFailureProps) {
  const classes = useStyles();
  const words = useWords().app;
  useEffect(onShown, [onShown]);
  return (
    <main className={classes.root}>
      <PageHeading focusKey="failed" sentence={words.configured.body}>
        {words.configured.heading}
      </PageHeading>
      <code className={classes.detail}>{detail}</code>
      <div>
        <Button appearance="primary" onClick={() => location.reload()}>
          {words.openAgain}
        </Button>
      </div>
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
  detail: {
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
});
