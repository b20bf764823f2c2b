import { makeStyles, Spinner } from '@fluentui/react-components';
import { useWords } from '#words/Words.ts';

/** While the code of a screen is on its way; at the first opening the page's own skeleton stands instead. */
export function Loading() {
  const classes = useStyles();
  const words = useWords().app;
  return document.querySelector('#skeleton') === null ? (
    <div className={classes.root}>
      <Spinner size="medium" label={words.starting} labelPosition="below" />
    </div>
  ) : null;
}

const useStyles = makeStyles({ root: { paddingBlockStart: '30vh' } });
