import { makeStyles, tokens } from '@fluentui/react-components';
import { putAsking, putPrompts } from '#domain/notes/editEntries.ts';
import type { MeetingKind } from '#domain/notes/types.ts';
import { promptsOf } from './AgendaCard.tsx';
import type { NotesContext } from './notesContext.ts';
import { card, quiet } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';

/** What holds for more than one meeting: how one likes to be asked, and what is suggested while an agenda is empty. */
export function HabitsCard({
  kind,
  context,
}: {
  readonly kind: MeetingKind;
  readonly context: NotesContext;
}) {
  const classes = useStyles();
  const { words, state, session } = context;
  return (
    <section className={classes.card} aria-label={words.kinds.editPrompts}>
      <details>
        <summary className={classes.summary}>{words.asking.mine}</summary>
        <NoteText
          label={words.asking.mine}
          placeholder={words.asking.placeholder}
          value={state.notes.asking.mine?.text ?? ''}
          onType={(text) =>
            session.write((half, pen) => putAsking(half, text, pen), { entryId: 'asking', isTyping: true })
          }
        />
      </details>
      <details>
        <summary className={classes.summary}>{words.kinds.promptsTitle({ kind: words.kinds[kind] })}</summary>
        <NoteText
          key={kind}
          isLong
          label={words.kinds.promptsTitle({ kind: words.kinds[kind] })}
          value={promptsOf(kind, context).join('\n')}
          onType={(text) =>
            session.write((half, pen) => putPrompts(half, kind, text, pen), {
              entryId: `prompts:${kind}`,
              isTyping: true,
            })
          }
        />
        <p className={classes.quiet}>
          <bdi>{words.kinds.promptsHint}</bdi>
        </p>
      </details>
    </section>
  );
}

const useStyles = makeStyles({
  card: { ...card, display: 'flex', flexDirection: 'column', gap: '8px' },
  summary: {
    paddingBlock: '4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
  },
  quiet,
});
