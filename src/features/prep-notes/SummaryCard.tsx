import { makeStyles, tokens } from '@fluentui/react-components';
import { putSummary } from '#domain/notes/editEntries.ts';
import type { MeetingNotes } from '#domain/notes/notesView.ts';
import { OtherTexts } from './AgendaRow.tsx';
import type { NotesContext } from './notesContext.ts';
import { card, cardTitle, quiet, titleRow } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';

export interface SummaryCardProps {
  readonly note: string;
  readonly meeting: MeetingNotes | undefined;
  readonly isNarrow: boolean;
  readonly context: NotesContext;
}

/** Two lines by each, shown together. */
export function SummaryCard({ note, meeting, isNarrow, context }: SummaryCardProps) {
  const classes = useStyles();
  const { words, session, partner } = context;
  const mine = meeting?.summaries.mine ?? [];
  const fields =
    mine.length === 0
      ? [{ writtenFor: note, text: '', words: undefined }]
      : mine.map((each) => ({ writtenFor: each.writtenFor, text: each.text, words: each }));
  return (
    <section className={isNarrow ? undefined : classes.card} aria-labelledby="notes-summary">
      <div className={classes.titleRow}>
        <h2 id="notes-summary" className={classes.title}>
          <bdi>{words.summary.title}</bdi>
        </h2>
        <p className={classes.quiet}>
          <bdi>{words.summary.shared}</bdi>
        </p>
      </div>
      {fields.map(({ writtenFor, text, words: own }) => (
        <div key={writtenFor}>
          <NoteText
            isLong
            label={words.summary.mine}
            placeholder={words.summary.placeholder}
            value={text}
            onType={(typed) =>
              session.write((half, pen) => putSummary(half, writtenFor, typed, pen), {
                entryId: `summary:${writtenFor}`,
                isTyping: true,
              })
            }
          />
          {own !== undefined && <OtherTexts words={own} context={context} />}
        </div>
      ))}
      {(meeting?.summaries.partner ?? []).map((theirs) => (
        <div key={theirs.id}>
          <h3 className={classes.quiet}>
            <bdi>{words.summary.theirs({ partner })}</bdi>
          </h3>
          <p className={classes.text} dir="auto">
            {theirs.text}
          </p>
          <OtherTexts words={theirs} context={context} />
        </div>
      ))}
    </section>
  );
}

const useStyles = makeStyles({
  card,
  titleRow,
  title: cardTitle,
  quiet,
  text: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});
