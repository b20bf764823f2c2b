import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { putAction, removeEntry } from '#domain/notes/editEntries.ts';
import type { MeetingNotes } from '#domain/notes/notesView.ts';
import { ActionRow } from './ActionRow.tsx';
import { AddLine } from './AddLine.tsx';
import type { NotesContext } from './notesContext.ts';
import { card, cardTitle, plainList, quiet, titleRow } from './notesStyles.ts';

export interface ActionsCardProps {
  readonly note: string;
  readonly meeting: MeetingNotes | undefined;
  readonly isNarrow: boolean;
  readonly context: NotesContext;
}

/** Who does what by when; what is open from earlier meetings stands here too. */
export function ActionsCard({ note, meeting, isNarrow, context }: ActionsCardProps) {
  const classes = useStyles();
  const { words, session, me } = context;
  const [composing, setComposing] = useState<string>();
  const all = [
    ...(meeting?.actions ?? []).map((action) => ({ action, isCarried: false })),
    ...(meeting?.carriedActions ?? []).map((action) => ({ action, isCarried: true })),
  ].filter(({ action }) => action.by === 'partner' || action.id !== composing);
  const live = all.filter(({ action }) => !action.isLetGo);
  const done = live.filter(({ action }) => action.isDone).length;
  return (
    <section className={isNarrow ? undefined : classes.card} aria-labelledby="notes-actions">
      <div className={classes.titleRow}>
        <h2 id="notes-actions" className={classes.title}>
          <bdi>{words.actions.title}</bdi>
        </h2>
        <p className={classes.quiet}>
          <bdi>{words.actions.sum({ open: live.length - done, done })}</bdi>
        </p>
      </div>
      {all.length > 0 && (
        <ul aria-label={words.actions.list} className={classes.list}>
          {all.map(({ action, isCarried }) => (
            <ActionRow key={action.key} action={action} note={note} isCarried={isCarried} context={context} />
          ))}
        </ul>
      )}
      <AddLine
        label={words.actions.addSpoken}
        placeholder={words.actions.add}
        newId={() => session.newId()}
        onComposing={setComposing}
        onType={(id, text) =>
          session.write((half, pen) => putAction(half, { id, text, note, who: [me] }, pen), {
            entryId: id,
            isTyping: true,
          })
        }
        onEmpty={(id) => session.write((half, pen) => removeEntry(half, id, pen), { entryId: id })}
      />
    </section>
  );
}

const useStyles = makeStyles({ card, titleRow, title: cardTitle, quiet, list: plainList });
