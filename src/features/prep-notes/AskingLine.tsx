import { makeStyles } from '@fluentui/react-components';
import type { NotesContext } from './notesContext.ts';
import { quiet } from './notesStyles.ts';

/** How the partner likes to be asked, where questions are written. */
export function AskingLine({ context }: { readonly context: NotesContext }) {
  const classes = useStyles();
  const { words, partner, state } = context;
  const text = state.notes.asking.partner?.text.trim() ?? '';
  if (text === '') return null;
  return (
    <p className={classes.line} dir="auto" aria-label={words.asking.label({ partner })} role="note">
      {words.asking.theirs({ partner, text })}
    </p>
  );
}

const useStyles = makeStyles({
  line: { ...quiet, marginBlockEnd: '8px', overflowWrap: 'anywhere' },
});
