import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowLeftRegular, LockClosedRegular, PeopleRegular } from '@fluentui/react-icons';
import { PageHeading } from '#components/PageHeading.tsx';
import { oneColumnContainer } from '#components/seasonTokens.ts';
import { putAnswer, removeEntry } from '#domain/notes/editEntries.ts';
import type { SharedAnswer } from '#domain/notes/notesView.ts';
import { AgreementCard } from './AgreementCard.tsx';
import type { NotesContext } from './notesContext.ts';
import { card, cardTitle, dashed, quiet } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';

export interface FirstConversationProps {
  readonly context: NotesContext;
  readonly onClose: () => void;
}

/** The kit of the first conversation: each answers alone, both answers stand side by side, and an agreement comes of it. */
export function FirstConversation({ context, onClose }: FirstConversationProps) {
  const classes = useStyles();
  const { words, state, partner } = context;
  return (
    <div className={classes.root}>
      <Button appearance="subtle" className={classes.back} icon={<ArrowLeftRegular />} onClick={onClose}>
        {words.first.close}
      </Button>
      <PageHeading focusKey="first" sentence={words.first.sentence}>
        {words.first.heading({ partner })}
      </PageHeading>
      {state.notes.answers.map((answer) => (
        <Question key={answer.question} answer={answer} context={context} />
      ))}
      <AgreementCard context={context} />
    </div>
  );
}

function Question({ answer, context }: { readonly answer: SharedAnswer; readonly context: NotesContext }) {
  const classes = useStyles();
  const { words, state, session, partner } = context;
  const { question, mine, partner: theirs, hasPartnerShared } = answer;
  const title = words.first.questions[question];
  const entryId = `answer:${question}`;
  const own = state.privateNotes.answers.get(question);
  const text = own?.text ?? mine?.text ?? '';
  const isShared = mine !== undefined;
  const type = (typed: string): void => {
    session.writePrivate((notes, pen) => putAnswer(notes, question, typed, pen), { entryId, isTyping: true });
    // What is shared follows what is typed: there is one answer, not two.
    if (isShared)
      session.write((half, pen) => putAnswer(half, question, typed, pen), { entryId, isTyping: true });
  };
  return (
    <section className={classes.card} aria-labelledby={entryId}>
      <h2 id={entryId} className={classes.title}>
        <bdi>{title}</bdi>
      </h2>
      <div className={classes.pair}>
        <div className={isShared ? undefined : classes.private}>
          <p className={classes.quiet}>
            {isShared ? <PeopleRegular aria-hidden="true" /> : <LockClosedRegular aria-hidden="true" />}{' '}
            <bdi>{isShared ? words.first.shared : words.first.private}</bdi>
          </p>
          <NoteText isLong label={title} value={text} onType={type} />
          {isShared ? (
            <Button
              size="small"
              onClick={() => session.write((half, pen) => removeEntry(half, entryId, pen), { entryId })}
            >
              {words.first.unshare}
            </Button>
          ) : (
            <Button
              size="small"
              disabledFocusable={text.trim() === ''}
              aria-label={words.first.shareSpoken({ question: title })}
              onClick={() => {
                if (text.trim() !== '')
                  session.write((half, pen) => putAnswer(half, question, text, pen), { entryId });
              }}
            >
              {words.first.share}
            </Button>
          )}
        </div>
        <div>
          <h3 className={classes.quiet}>
            <bdi>{partner}</bdi>
          </h3>
          {theirs === undefined ? (
            <p className={classes.quiet}>
              <bdi>
                {hasPartnerShared ? words.first.hasShared({ partner }) : words.first.waiting({ partner })}
              </bdi>
            </p>
          ) : (
            <p className={classes.text} dir="auto">
              {theirs.text}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px' },
  back: { alignSelf: 'flex-start', marginInlineStart: '-10px' },
  card,
  title: { ...cardTitle, marginBlockEnd: '8px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '20px',
    [oneColumnContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  private: dashed,
  quiet,
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
