import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { MarkState } from '#components/markState.ts';
import { narrowContainer } from '#components/seasonTokens.ts';
import { TinyStem } from '#components/TinyStem.tsx';
import type { MeetingNotes } from '#domain/notes/notesView.ts';
import type { NotesContext } from './notesContext.ts';
import { onPaper } from './notesStyles.ts';

export interface MeetingNavProps {
  readonly note: string;
  /** The marks of the season's dates. */
  readonly marks: readonly MarkState[];
  readonly onNote: (note: string) => void;
  readonly context: NotesContext;
}

/** The meetings before and after, with the season's stem between them. */
export function MeetingNav({ note, marks, onNote, context }: MeetingNavProps) {
  const classes = useStyles();
  const { words, state } = context;
  const { meetings } = state.notes;
  const index = meetings.findIndex((meeting) => meeting.note === note);
  const before = index > 0 ? meetings[index - 1] : undefined;
  const after = index === -1 ? undefined : meetings[index + 1];
  return (
    <nav className={classes.root} aria-label={words.nav.name}>
      <span className={classes.side}>
        {before !== undefined && (
          <Button
            appearance="subtle"
            icon={<ChevronLeftRegular className={classes.mirrored} />}
            aria-label={words.nav.spokenEarlier(told(before, context))}
            onClick={() => onNote(before.note)}
          >
            <bdi className={classes.label}>{words.nav.to(told(before, context))}</bdi>
          </Button>
        )}
      </span>
      <TinyStem states={marks} className={classes.stem} />
      <span className={classes.side}>
        {after !== undefined && (
          <Button
            appearance="subtle"
            iconPosition="after"
            icon={<ChevronRightRegular className={classes.mirrored} />}
            aria-label={words.nav.spokenLater(told(after, context))}
            onClick={() => onNote(after.note)}
          >
            <bdi className={classes.label}>{words.nav.to(told(after, context))}</bdi>
          </Button>
        )}
      </span>
    </nav>
  );
}

function told(
  { note, day, state }: MeetingNotes,
  { words, format, state: { notes } }: NotesContext,
): { readonly day: string; readonly state: string } {
  return {
    day: format.day(day, 'date'),
    state: note === notes.next ? words.states.next : words.states[state],
  };
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    [onPaper]: { display: 'none' },
  },
  side: { display: 'flex', minWidth: '32px' },
  stem: { justifyContent: 'center' },
  label: { [narrowContainer]: { display: 'none' } },
  mirrored: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
});
