import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useWords } from '#words/Words.ts';
import { useOnline } from './useOnline.ts';

/** Says that there is no network, as long as there is none. */
export function OfflineBanner() {
  const classes = useStyles();
  const words = useWords().app;
  const isOnline = useOnline();
  // The status stands all the time, so that a screen reader hears what comes into it.
  return (
    <output className={classes.root}>
      {!isOnline && (
        <MessageBar intent="info" layout="multiline" politeness="polite">
          <MessageBarBody>{words.offline}</MessageBarBody>
        </MessageBar>
      )}
    </output>
  );
}

const useStyles = makeStyles({ root: { display: 'block', ':empty': { display: 'none' } } });
