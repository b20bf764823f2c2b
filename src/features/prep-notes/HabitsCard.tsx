import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
} from '@fluentui/react-components';
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
      <Accordion collapsible multiple>
        <AccordionItem value="asking">
          <AccordionHeader as="h2" size="small">
            {words.asking.mine}
          </AccordionHeader>
          <AccordionPanel className={classes.panel}>
            <NoteText
              label={words.asking.mine}
              placeholder={words.asking.placeholder}
              value={state.notes.asking.mine?.text ?? ''}
              onType={(text) =>
                session.write((half, pen) => putAsking(half, text, pen), {
                  entryId: 'asking',
                  isTyping: true,
                })
              }
            />
          </AccordionPanel>
        </AccordionItem>
        <AccordionItem value="prompts">
          <AccordionHeader as="h2" size="small">
            {words.kinds.promptsTitle({ kind: words.kinds[kind] })}
          </AccordionHeader>
          <AccordionPanel className={classes.panel}>
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
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </section>
  );
}

const useStyles = makeStyles({
  card: { ...card, paddingBlock: '8px' },
  panel: { marginInline: '0px', paddingBlockEnd: '8px' },
  quiet,
});
