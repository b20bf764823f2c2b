import { Button, Checkbox, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import {
  ArrowForwardRegular,
  ChatMultipleRegular,
  DismissRegular,
  LinkRegular,
  MegaphoneRegular,
  QuestionCircleRegular,
  ReOrderDotsVerticalRegular,
} from '@fluentui/react-icons';
import { PersonPicture } from '#components/PersonPicture.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { dropVersion, putItem, putRemark, removeEntry } from '#domain/notes/editEntries.ts';
import { letGo, tick } from '#domain/notes/editMarks.ts';
import type { AgendaItem, Words } from '#domain/notes/notesView.ts';
import type { AgendaType } from '#domain/notes/types.ts';
import { useState } from 'react';
import { fromText, nameOf, shortly, type NotesContext } from './notesContext.ts';
import { quiet } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';
import { RowMenu } from './RowMenu.tsx';
import type { HandleProps } from './useOrder.ts';

export interface AgendaRowProps {
  readonly item: AgendaItem;
  /** The note whose page this is. */
  readonly note: string;
  readonly isCarried: boolean;
  /** 1 and up. */
  readonly place: number;
  readonly count: number;
  readonly handle: HandleProps;
  readonly isHeld: boolean;
  readonly isTarget: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly isNarrow: boolean;
  readonly context: NotesContext;
}

/** One topic, question or update. */
export function AgendaRow(props: AgendaRowProps) {
  const {
    item,
    note,
    isCarried,
    place,
    count,
    handle,
    isHeld,
    isTarget,
    onMove,
    onRemove,
    isNarrow,
    context,
  } = props;
  const classes = useStyles();
  const [remarking, setRemarking] = useState<string>();
  const { words, session, format } = context;
  const { agenda } = words;
  const text = shortly(item.text);
  const isMine = item.by === 'mine';
  const from = isCarried ? fromText(item, context) : undefined;
  const onDay =
    item.carriedTo === undefined || isCarried
      ? undefined
      : context.state.notes.byNote.get(item.carriedTo)?.day;
  const letItGo = (): void => {
    session.write((half, pen) => letGo(half, item, true, pen));
    context.offerUndo(agenda.letGoDone({ text }), () => {
      const again = session.state().notes.items.find(({ id }) => id === item.id) ?? item;
      session.write((half, pen) => letGo(half, again, false, pen));
    });
  };
  const Icon = icons[item.type];
  return (
    <li
      data-order-row=""
      className={mergeClasses(classes.row, isHeld && classes.held, isTarget && classes.target)}
    >
      <Tooltip content={agenda.move({ text, place, count })} relationship="label">
        <Button
          appearance="transparent"
          size="small"
          className={classes.handle}
          icon={<ReOrderDotsVerticalRegular />}
          {...handle}
        />
      </Tooltip>
      <Checkbox
        className={classes.check}
        checked={item.talked !== undefined}
        aria-label={agenda.talked({ text })}
        onChange={(_, { checked }) =>
          session.write((half, pen) => tick(half, item, checked === true ? note : undefined, pen))
        }
      />
      <div className={classes.body}>
        {isMine ? (
          <NoteText
            isQuiet
            isStruck={item.isLetGo}
            label={agenda.edit({ text })}
            value={item.text}
            onType={(typed) =>
              session.write(
                (half, pen) =>
                  putItem(
                    half,
                    { id: item.id, type: item.type, text: typed, note: item.home, link: item.link },
                    pen,
                  ),
                { entryId: item.id, isTyping: true },
              )
            }
            onEmptyDelete={onRemove}
          />
        ) : (
          <p className={mergeClasses(classes.text, item.isLetGo && classes.struck)} dir="auto">
            {item.text}
          </p>
        )}
        <p className={classes.meta}>
          <span className={classes.part}>
            <Icon aria-hidden="true" />
            <bdi>{agenda.by({ type: agenda.types[item.type], author: nameOf(item.by, context) })}</bdi>
          </span>
          {from !== undefined && (
            <span className={mergeClasses(classes.part, classes.carried)}>
              <ArrowForwardRegular aria-hidden="true" className={classes.mirrored} />
              <bdi>{from}</bdi>
            </span>
          )}
          {onDay !== undefined && <bdi>{agenda.carriedOn({ day: format.day(onDay, 'date') })}</bdi>}
          {item.link !== undefined && (
            <Button
              size="small"
              appearance="transparent"
              icon={<LinkRegular />}
              onClick={() => context.openLink(item.link?.url ?? '')}
            >
              {agenda.openLink({ title: shortly(item.link.title) })}
            </Button>
          )}
        </p>
        <OtherTexts words={item} context={context} />
        {item.remarks.map((remark) => (
          <div key={`${remark.by}:${remark.id}`} className={classes.remark}>
            <Remark remark={remark} on={item.id} onText={text} context={context} />
          </div>
        ))}
        {remarking !== undefined && !item.remarks.some(({ id }) => id === remarking) && (
          <div className={classes.remark}>
            <NoteText
              value=""
              label={agenda.remarkSpoken({ text })}
              placeholder={agenda.remark}
              onType={(typed) =>
                session.write((half, pen) =>
                  putRemark(half, { id: remarking, on: item.id, text: typed }, pen),
                )
              }
              onLeave={() => setRemarking(undefined)}
            />
          </div>
        )}
      </div>
      {isCarried &&
        (isNarrow ? (
          <Tooltip content={agenda.letGoSpoken({ text })} relationship="label">
            <Button appearance="subtle" size="small" icon={<DismissRegular />} onClick={letItGo} />
          </Tooltip>
        ) : (
          <Button
            appearance="subtle"
            size="small"
            className={classes.letGo}
            aria-label={agenda.letGoSpoken({ text })}
            onClick={letItGo}
          >
            {agenda.letGo}
          </Button>
        ))}
      <RowMenu
        item={item}
        place={place}
        count={count}
        context={context}
        onMove={onMove}
        onRemark={() => setRemarking(session.newId())}
        onRemove={isMine ? onRemove : undefined}
        onType={isMine ? (type) => changeType(type) : undefined}
      />
      {!isNarrow && <PersonPicture size={28} name={nameOf(item.by, context)} idForColor={item.by} />}
    </li>
  );

  function changeType(type: AgendaType): void {
    session.write(
      (half, pen) =>
        putItem(half, { id: item.id, type, text: item.text, note: item.home, link: item.link }, pen),
      { entryId: item.id },
    );
  }
}

/** Other texts of the same entry, from a device that did not know of this one; its author chooses. */
export function OtherTexts({ words, context }: { readonly words: Words; readonly context: NotesContext }) {
  const classes = useStyles();
  if (words.also.length === 0) return null;
  const { agenda } = context.words;
  const drop = (stamp: Words['stamp']): void =>
    context.session.write((half, pen) => dropVersion(half, words.id, stamp, pen), { entryId: words.id });
  return (
    <div className={classes.also}>
      <p className={classes.meta}>
        <bdi>{agenda.also}</bdi>
      </p>
      {words.also.map((other) => (
        <div key={other.stamp} className={classes.other}>
          <p className={classes.text} dir="auto">
            {other.text}
          </p>
          {words.by === 'mine' && (
            <Button size="small" onClick={() => drop(words.stamp)}>
              {agenda.keepThis}
            </Button>
          )}
          {words.by === 'mine' && (
            <Button size="small" onClick={() => drop(other.stamp)}>
              {agenda.keepFirst}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

interface RemarkProps {
  readonly remark: Words;
  readonly on: string;
  readonly onText: string;
  readonly context: NotesContext;
}

/** A remark; one's own can be changed, and goes when it is emptied. */
export function Remark({ remark, on, onText, context }: RemarkProps) {
  const classes = useStyles();
  const { session, words } = context;
  if (remark.by === 'partner')
    return (
      <p className={classes.meta} dir="auto">
        <bdi>{context.partner}</bdi>: {remark.text}
      </p>
    );
  return (
    <NoteText
      isQuiet
      value={remark.text}
      label={words.agenda.remarkSpoken({ text: onText })}
      onType={(typed) =>
        session.write((half, pen) => putRemark(half, { id: remark.id, on, text: typed }, pen), {
          entryId: remark.id,
          isTyping: true,
        })
      }
      onEmptyDelete={() =>
        session.write((half, pen) => removeEntry(half, remark.id, pen), { entryId: remark.id })
      }
    />
  );
}

const icons = {
  topic: ChatMultipleRegular,
  question: QuestionCircleRegular,
  update: MegaphoneRegular,
} as const;

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: '4px',
    paddingBlock: '2px',
    borderRadius: tokens.borderRadiusMedium,
  },
  held: { opacity: 0.55 },
  target: {
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineColor: tokens.colorCompoundBrandStroke,
  },
  handle: {
    minWidth: '24px',
    width: '24px',
    marginBlockStart: '4px',
    marginInlineStart: '-10px',
    cursor: 'grab',
    touchAction: 'none',
    color: tokens.colorNeutralForeground3,
  },
  check: { flexShrink: 0 },
  body: { flexGrow: 1, minWidth: 0 },
  text: {
    margin: 0,
    paddingBlock: '3px',
    paddingInline: '4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  struck: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  meta: {
    ...quiet,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    paddingInline: '4px',
    overflowWrap: 'anywhere',
  },
  part: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  carried: { color: tokens.colorPaletteForestForeground2 },
  mirrored: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
  remark: { marginInlineStart: '12px', marginBlockStart: '2px' },
  also: { marginBlockStart: '4px' },
  other: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  letGo: { flexShrink: 0, marginBlockStart: '4px', [narrowContainer]: { minWidth: 'auto' } },
});
