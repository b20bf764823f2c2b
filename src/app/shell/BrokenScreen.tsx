import { Button, makeStyles } from '@fluentui/react-components';
import { PageHeading } from '#components/PageHeading.tsx';
import { useWords } from '#words/Words.ts';

/** In place of a screen that broke. */
export function BrokenScreen() {
  const classes = useStyles();
  const words = useWords().app;
  return (
    <main className={classes.root}>
      <PageHeading focusKey="broken" sentence={words.broken.body}>
        {words.broken.heading}
      </PageHeading>
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
});
