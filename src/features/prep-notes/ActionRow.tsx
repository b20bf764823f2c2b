import {
  Button,
  Checkbox,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowForwardRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { findEntry, putAction, removeEntry, restoreEntry } from '#domain/notes/editEntries.ts';
import { finish, letGo } from '#domain/notes/editMarks.ts';
import { isDay } from '#domain/notes/noteId.ts';
import type { ActionItem } from '#domain/notes/notesView.ts';
import type { Entry } from '#domain/notes/types.ts';
import { OtherTexts } from './AgendaRow.tsx';
import { dayOfTime, fromText, nameOf, shortly, type NotesContext } from './notesContext.ts';
import { quiet } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';

export interface ActionRowProps {
  readonly action: ActionItem;
  /** The note whose page this is; undefined in the list over all meetings. */
  readonly note: string | undefined;
  readonly isCarried: boolean;
  readonly context: NotesContext;
}

/** One thing that somebody does. Both may tick it; its author may change it. */
export function ActionRow({ action, note, isCarried, context }: ActionRowProps) {
  const classes = useStyles();
  const { words, session } = context;
  const text = shortly(action.text);
  const isMine = action.by === 'mine';
  const from = isCarried ? fromText(action, context) : undefined;
  const change = (values: Partial<Pick<ActionItem, 'text' | 'who' | 'due'>>, isTyping = false): void =>
    session.write(
      (half, pen) =>
        putAction(
          half,
          {
            id: action.id,
            text: action.text,
            note: action.home,
            who: action.who,
            due: action.due,
            ...values,
          },
          pen,
        ),
      { entryId: action.id, isTyping },
    );
  const remove = (): void => {
    let removed: Entry | undefined;
    session.write(
      (half, pen) => {
        removed = findEntry(half, action.id);
        return removeEntry(half, action.id, pen);
      },
      { entryId: action.id },
    );
    context.offerUndo(words.agenda.removed({ text }), () =>
      session.write((half, pen) => (removed === undefined ? half : restoreEntry(half, removed, pen))),
    );
  };
  const letItGo = (): void => {
    session.write((half, pen) => letGo(half, action, true, pen));
    context.offerUndo(words.agenda.letGoDone({ text }), () => {
      const again = session.state().notes.actions.find(({ id }) => id === action.id) ?? action;
      session.write((half, pen) => letGo(half, again, false, pen));
    });
  };
  return (
    <li className={classes.row}>
      <Checkbox
        checked={action.isDone}
        aria-label={words.actions.done({ text })}
        onChange={(_, { checked }) =>
          session.write((half, pen) => finish(half, action, checked === true ? (note ?? true) : false, pen))
        }
      />
      <div className={classes.body}>
        {isMine ? (
          <NoteText
            isQuiet
            isStruck={action.isDone || action.isLetGo}
            value={action.text}
            label={words.agenda.edit({ text })}
            onType={(typed) => change({ text: typed }, true)}
            onEmptyDelete={remove}
          />
        ) : (
          <p
            className={mergeClasses(classes.text, (action.isDone || action.isLetGo) && classes.struck)}
            dir="auto"
          >
            {action.text}
          </p>
        )}
        <p className={classes.meta}>
          <bdi>{aboutText(action, context)}</bdi>
          {from !== undefined && (
            <span className={classes.carried}>
              <ArrowForwardRegular aria-hidden="true" /> <bdi>{from}</bdi>
            </span>
          )}
        </p>
        <OtherTexts words={action} context={context} />
      </div>
      {isMine && (
        <input
          type="date"
          className={classes.due}
          aria-label={`${words.actions.due}: ${text}`}
          value={action.due ?? ''}
          onChange={(event) => {
            const { value } = event.target;
            change({ due: isDay(value) ? value : undefined });
          }}
        />
      )}
      <Menu checkedValues={{ who: [whoValue(action, context)] }}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            size="small"
            menuIcon={null}
            icon={<MoreHorizontalRegular />}
            aria-label={words.agenda.more({ text })}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {isMine &&
              whoChoices(context).map(({ value, label, who }) => (
                <MenuItemRadio key={value} name="who" value={value} onClick={() => change({ who })}>
                  {label}
                </MenuItemRadio>
              ))}
            {!action.isDone && !action.isLetGo && <MenuItem onClick={letItGo}>{words.agenda.letGo}</MenuItem>}
            {isMine && <MenuItem onClick={remove}>{words.agenda.remove}</MenuItem>}
          </MenuList>
        </MenuPopover>
      </Menu>
      {action.isLetGo && (
        <Button size="small" onClick={() => session.write((half, pen) => letGo(half, action, false, pen))}>
          {words.undo}
        </Button>
      )}
    </li>
  );
}

interface WhoChoice {
  readonly value: 'mine' | 'partner' | 'both';
  readonly label: string;
  readonly who: readonly string[];
}

function whoChoices(context: NotesContext): readonly WhoChoice[] {
  const { me, state, words, self, partner } = context;
  const { partnerId } = state;
  const mine: WhoChoice = { value: 'mine', label: self, who: [me] };
  if (partnerId === undefined) return [mine];
  return [
    mine,
    { value: 'partner', label: partner, who: [partnerId] },
    { value: 'both', label: words.actions.both, who: [me, partnerId] },
  ];
}

function whoValue({ who }: ActionItem, { me }: NotesContext): WhoChoice['value'] {
  const isMine = who.includes(me);
  return isMine && who.length > 1 ? 'both' : isMine ? 'mine' : 'partner';
}

/** "Morgan · by Tue 1 December", "Morgan · done 21 November". */
function aboutText(action: ActionItem, context: NotesContext): string {
  const { words, format } = context;
  const value = action.who.length === 0 ? action.by : whoValue(action, context);
  const who = value === 'both' ? words.actions.both : nameOf(value, context);
  if (action.isDone && action.doneAt !== undefined)
    return words.actions.doneOn({ who, day: format.day(dayOfTime(action.doneAt, context), 'date') });
  return action.due === undefined
    ? words.actions.by({ who })
    : words.actions.byUntil({ who, day: format.day(action.due, 'medium') });
}

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'flex-start', flexWrap: 'wrap', columnGap: '4px' },
  body: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
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
  meta: { ...quiet, display: 'flex', flexWrap: 'wrap', columnGap: '12px', paddingInline: '4px' },
  carried: { color: tokens.colorPaletteForestForeground2 },
  due: {
    boxSizing: 'border-box',
    width: '132px',
    minHeight: '28px',
    paddingInline: '6px',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    borderTopStyle: 'solid',
    borderBottomStyle: 'solid',
    borderInlineStartStyle: 'solid',
    borderInlineEndStyle: 'solid',
    borderTopWidth: '1px',
    borderBottomWidth: '1px',
    borderInlineStartWidth: '1px',
    borderInlineEndWidth: '1px',
    borderTopColor: tokens.colorNeutralStroke1,
    borderBottomColor: tokens.colorNeutralStroke1,
    borderInlineStartColor: tokens.colorNeutralStroke1,
    borderInlineEndColor: tokens.colorNeutralStroke1,
  },
});
