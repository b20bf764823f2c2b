import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { findEntry, putItem, removeEntry, restoreEntry } from '#domain/notes/editEntries.ts';
import { reorder } from '#domain/notes/editMarks.ts';
import type { AgendaItem, MeetingNotes } from '#domain/notes/notesView.ts';
import type { Entry, MeetingKind } from '#domain/notes/types.ts';
import { AddLine } from './AddLine.tsx';
import { AgendaRow } from './AgendaRow.tsx';
import { AskingLine } from './AskingLine.tsx';
import { dayOfTime, shortly, type NotesContext } from './notesContext.ts';
import { card, cardTitle, plainList, quiet, titleRow } from './notesStyles.ts';
import { useOrder } from './useOrder.ts';

export interface AgendaCardProps {
  readonly note: string;
  readonly meeting: MeetingNotes | undefined;
  readonly kind: MeetingKind;
  readonly isNarrow: boolean;
  readonly context: NotesContext;
}

/** What the two want to talk about, and what was left over. */
export function AgendaCard({ note, meeting, kind, isNarrow, context }: AgendaCardProps) {
  const classes = useStyles();
  const { words, session } = context;
  const { agenda } = words;
  const [composing, setComposing] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const own = (meeting?.agenda ?? []).filter(({ id, by }) => by === 'partner' || id !== composing);
  const carried = meeting?.carried ?? [];
  const isEmpty = own.length === 0 && carried.length === 0 && composing === undefined;

  const write = (id: string, text: string, isTyping: boolean): void =>
    session.write(
      (half, pen) =>
        putItem(half, { id, type: text.trimEnd().endsWith('?') ? 'question' : 'topic', text, note }, pen),
      { entryId: id, isTyping },
    );
  return (
    <section className={isNarrow ? undefined : classes.card} aria-labelledby="notes-agenda">
      <div className={classes.titleRow}>
        <h2 id="notes-agenda" className={classes.title}>
          <bdi>{agenda.title}</bdi>
        </h2>
        <p className={classes.quiet}>
          <bdi>{isNarrow ? agenda.shared : sharedText(context)}</bdi>
        </p>
      </div>
      <AskingLine context={context} />
      {own.length > 0 && (
        <Rows items={own} isCarried={false} {...{ note, isNarrow, context }} label={agenda.list} />
      )}
      {carried.length > 0 && (
        <>
          <p className={mergeClasses(classes.quiet, classes.divider)}>
            <bdi>{agenda.carriedOver}</bdi>
          </p>
          <Rows items={carried} isCarried {...{ note, isNarrow, context }} label={agenda.carriedList} />
        </>
      )}
      {isEmpty && (
        <div className={classes.ghosts}>
          <p className={classes.quiet}>
            <bdi>{agenda.empty}</bdi>
          </p>
          {promptsOf(kind, context).map((prompt) => (
            <Button
              key={prompt}
              appearance="subtle"
              icon={<LightbulbRegular />}
              className={classes.ghost}
              aria-label={agenda.prompt({ text: prompt })}
              onClick={() => {
                write(session.newId(), prompt, false);
                field.current?.focus();
              }}
            >
              {prompt}
            </Button>
          ))}
        </div>
      )}
      <AddLine
        fieldRef={field}
        label={agenda.addSpoken}
        placeholder={isNarrow ? agenda.addShort : agenda.add}
        newId={() => session.newId()}
        onComposing={setComposing}
        onType={(id, text) => write(id, text, true)}
        onEmpty={(id) => session.write((half, pen) => removeEntry(half, id, pen), { entryId: id })}
      />
    </section>
  );
}

/** The suggestions for a kind of meeting: the pair's own, else those of the catalogue. */
export function promptsOf(kind: MeetingKind, { words, state }: NotesContext): readonly string[] {
  const own = state.notes.prompts.get(kind)?.text;
  const lines = own === undefined ? words.prompts[kind] : own.split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

interface RowsProps {
  readonly items: readonly AgendaItem[];
  readonly isCarried: boolean;
  readonly note: string;
  readonly isNarrow: boolean;
  readonly label: string;
  readonly context: NotesContext;
}

function Rows({ items, isCarried, note, isNarrow, label, context }: RowsProps) {
  const classes = useStyles();
  const { session, words } = context;
  const move = (from: number, to: number): void => {
    const item = items[from];
    if (item === undefined) return;
    session.write((half, pen) => reorder(half, items, item.id, to, pen));
    context.announce(words.agenda.moved({ text: shortly(item.text), place: to + 1, count: items.length }));
  };
  const { drag, handle } = useOrder(items.length, move);
  const remove = (item: AgendaItem): void => {
    let removed: Entry | undefined;
    session.write(
      (half, pen) => {
        removed = findEntry(half, item.id);
        return removeEntry(half, item.id, pen);
      },
      { entryId: item.id },
    );
    context.offerUndo(words.agenda.removed({ text: shortly(item.text) }), () => {
      session.write((half, pen) => (removed === undefined ? half : restoreEntry(half, removed, pen)));
    });
  };
  return (
    <ul data-order-list="" aria-label={label} className={classes.list}>
      {items.map((item, index) => (
        <AgendaRow
          key={item.key}
          item={item}
          note={note}
          isCarried={isCarried}
          place={index + 1}
          count={items.length}
          handle={handle(index)}
          isHeld={drag?.from === index}
          isTarget={drag !== undefined && drag.to === index && drag.from !== index}
          onMove={(to) => move(index, to)}
          onRemove={() => remove(item)}
          isNarrow={isNarrow}
          context={context}
        />
      ))}
    </ul>
  );
}

/** "Shared with Dana, who last wrote at 12:51". */
function sharedText(context: NotesContext): string {
  const { words, partner, state, format, zone } = context;
  const last = state.notes.lastWrote.partner;
  if (state.sharing.kind === 'none' || (state.sharing.kind === 'owner' && !state.sharing.isShared))
    return words.agenda.shared;
  if (last === undefined) return words.agenda.sharedWith({ partner });
  const day = dayOfTime(last, context);
  const isToday = day === dayOfTime(new Date(context.now).toISOString(), context);
  return isToday
    ? words.agenda.lastWrote({ partner, time: format.clock(Date.parse(last), zone) })
    : words.agenda.lastWroteOn({ partner, day: format.day(day, 'date') });
}

const useStyles = makeStyles({
  card,
  titleRow,
  title: cardTitle,
  quiet,
  list: plainList,
  divider: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    marginBlock: '8px',
    '::after': {
      content: '""',
      flexGrow: 1,
      borderBlockStartWidth: '1px',
      borderBlockStartStyle: 'dashed',
      borderBlockStartColor: tokens.colorNeutralStroke1,
    },
  },
  ghosts: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px' },
  ghost: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
});
