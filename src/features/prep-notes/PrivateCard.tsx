import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { dropVersion, putPrivate } from '#domain/notes/editEntries.ts';
import type { Summary } from '#domain/notes/notesView.ts';
import type { NotesContext } from './notesContext.ts';
import { cardTitle, dashed, quiet } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';

export interface PrivateCardProps {
  readonly note: string;
  /** Panes are seen in shared screens: there it is folded until one opens it. */
  readonly isFolded: boolean;
  readonly context: NotesContext;
}

/** What stays in one's own OneDrive. */
export function PrivateCard({ note, isFolded, context }: PrivateCardProps) {
  const classes = useStyles();
  const { words, partner, state } = context;
  const [isOpen, setOpen] = useState(!isFolded);
  const id = useId();
  const texts = state.privateNotes.byNote.get(note) ?? [];
  const paragraphs = texts.flatMap(({ text }) => text.split(/\n\s*\n/)).filter((text) => text.trim() !== '');
  return (
    <section className={classes.card} aria-labelledby={`${id}-title`}>
      <div className={classes.head}>
        <LockClosedRegular aria-hidden="true" fontSize={20} />
        <h2 id={`${id}-title`} className={classes.title}>
          <bdi>{words.private.title}</bdi>
        </h2>
        {isFolded && (
          <>
            <span className={classes.count}>
              <bdi>{isOpen ? '' : words.private.hidden({ count: paragraphs.length })}</bdi>
            </span>
            <Button
              appearance="subtle"
              icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
              aria-label={isOpen ? words.private.hide : words.private.show}
              aria-expanded={isOpen}
              aria-controls={`${id}-notes`}
              onClick={() => setOpen(!isOpen)}
            />
          </>
        )}
      </div>
      <div id={`${id}-notes`} hidden={!isOpen}>
        {isOpen && (
          <>
            {fieldsOf(texts, note).map((each) => (
              <PrivateField key={each.writtenFor} {...each} context={context} />
            ))}
            <p className={classes.where}>
              <bdi>{words.private.where({ partner })}</bdi>
            </p>
          </>
        )}
      </div>
    </section>
  );
}

interface Field {
  readonly writtenFor: string;
  readonly text: string;
  readonly also: Summary['also'];
  readonly stamp: Summary['stamp'] | undefined;
  readonly id: string;
}

function fieldsOf(texts: readonly Summary[], note: string): readonly Field[] {
  return texts.length === 0
    ? [{ writtenFor: note, text: '', also: [], stamp: undefined, id: `private:${note}` }]
    : texts.map(({ writtenFor, text, also, stamp, id }) => ({ writtenFor, text, also, stamp, id }));
}

function PrivateField({
  writtenFor,
  text,
  also,
  stamp,
  id,
  context,
}: Field & { readonly context: NotesContext }) {
  const classes = useStyles();
  const { words, session } = context;
  const drop = (which: Summary['stamp'] | undefined): void => {
    if (which !== undefined)
      session.writePrivate((notes, pen) => dropVersion(notes, id, which, pen), { entryId: id });
  };
  return (
    <>
      <NoteText
        isLong
        label={words.private.label}
        value={text}
        onType={(typed) =>
          session.writePrivate((notes, pen) => putPrivate(notes, writtenFor, typed, pen), {
            entryId: id,
            isTyping: true,
          })
        }
      />
      {also.map((other) => (
        <div key={other.stamp}>
          <p className={classes.where}>
            <bdi>{words.agenda.also}</bdi> <span dir="auto">{other.text}</span>
          </p>
          <Button size="small" onClick={() => drop(stamp)}>
            {words.agenda.keepThis}
          </Button>
          <Button size="small" onClick={() => drop(other.stamp)}>
            {words.agenda.keepFirst}
          </Button>
        </div>
      ))}
    </>
  );
}

const useStyles = makeStyles({
  card: dashed,
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px', marginBlockEnd: '8px' },
  title: cardTitle,
  count: { ...quiet, flexGrow: 1 },
  where: { ...quiet, marginBlockStart: '8px', overflowWrap: 'anywhere' },
});
