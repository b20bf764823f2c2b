import { Button, makeStyles } from '@fluentui/react-components';
import { oneColumnContainer } from '#components/seasonTokens.ts';
import { putAgreement } from '#domain/notes/editEntries.ts';
import { dayOfTime, nameOf, type NotesContext } from './notesContext.ts';
import { card, cardTitle, quiet, titleRow } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';

/** The page both agree to: each edits a proposal in their own half; it is agreed when both have the same. */
export function AgreementCard({ context }: { readonly context: NotesContext }) {
  const classes = useStyles();
  const { words, state, session, partner, format } = context;
  const { agreement } = state.notes;
  const { mine, partner: theirs, agreed } = agreement;
  const write = (text: string, isTyping: boolean): void =>
    session.write((half, pen) => putAgreement(half, text, agreed, pen), {
      entryId: 'agreement',
      isTyping,
    });
  const standing =
    agreement.state === 'agreed' && agreed !== undefined
      ? words.first.agreedOn({ day: format.day(dayOfTime(agreed.at, context), 'dateYear') })
      : words.first.states[agreement.state];
  return (
    <section className={classes.card} aria-labelledby="notes-agreement">
      <div className={classes.titleRow}>
        <h2 id="notes-agreement" className={classes.title}>
          <bdi>{words.first.agreement}</bdi>
        </h2>
        <output className={classes.quiet}>
          <bdi>{standing}</bdi>
        </output>
      </div>
      <p className={classes.quiet}>
        <bdi>{words.first.agreementHint}</bdi>
      </p>
      {mine === undefined && theirs === undefined && (
        <Button className={classes.draft} onClick={() => write(draftOf(context), false)}>
          {words.first.draft}
        </Button>
      )}
      <div className={classes.pair}>
        <div>
          <h3 className={classes.quiet}>
            <bdi>{words.first.mine}</bdi>
          </h3>
          <NoteText
            isLong
            label={words.first.mine}
            value={mine?.text ?? ''}
            onType={(typed) => write(typed, true)}
          />
        </div>
        {theirs !== undefined && (
          <div>
            <h3 className={classes.quiet}>
              <bdi>{words.first.theirs({ partner })}</bdi>
            </h3>
            <p className={classes.text} dir="auto">
              {theirs.text}
            </p>
            {agreement.state !== 'agreed' && theirs.text.trim() !== '' && (
              <Button onClick={() => write(theirs.text, false)}>{words.first.take({ partner })}</Button>
            )}
          </div>
        )}
      </div>
      {agreed !== undefined && agreement.state !== 'agreed' && (
        <>
          <h3 className={classes.quiet}>
            <bdi>{words.first.agreedText}</bdi>
          </h3>
          <p className={classes.text} dir="auto">
            {agreed.text}
          </p>
        </>
      )}
    </section>
  );
}

/** A first text made of what both have shared. */
function draftOf(context: NotesContext): string {
  const { words, state } = context;
  return state.notes.answers
    .map(({ question, mine, partner }) =>
      [
        words.first.questions[question],
        ...[mine, partner].flatMap((each) =>
          each === undefined ? [] : [`${nameOf(each.by, context)}: ${each.text}`],
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

const useStyles = makeStyles({
  card,
  titleRow,
  title: cardTitle,
  quiet,
  draft: { marginBlock: '8px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '20px',
    marginBlockStart: '8px',
    [oneColumnContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
