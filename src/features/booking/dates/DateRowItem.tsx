import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronUpRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { markOfDateState, type MarkState } from '#components/markState.ts';
import { SeasonMark } from '#components/SeasonMark.tsx';
import { cardRadius, forcedColors, narrowContainer, reducedMotion } from '#components/seasonTokens.ts';
import { timeText } from '#components/timeText.ts';
import { isProposed, rowText, type DatesContext } from './datesText.ts';
import { isToMend, type DateRow } from './dateRows.ts';

export interface DateRowItemProps {
  readonly row: DateRow;
  /** Whether it is the first of its month, which is then written beside it. */
  readonly isFirstOfMonth: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Changed between looking and booking. */
  readonly isNew: boolean;
  readonly context: DatesContext;
  readonly buttonId: string;
  /** What can become of the date, while it is open. */
  readonly card: ReactNode | undefined;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** One date on the stem: when, on both clocks, and how it stands. Opened, it is a card with what can become of it. */
export function DateRowItem(props: DateRowItemProps) {
  const { row, isFirstOfMonth, isFirst, isLast, isNew, context, buttonId, card, onOpen, onClose } = props;
  const classes = useStyles();
  const { words, format } = context;
  const isOpen = card !== undefined;
  const item = useEscape(isOpen ? onClose : undefined);
  const shown =
    isOpen || isProposed(row) ? { start: row.date.start, end: row.date.end } : (row.stands ?? row.date);
  const time = timeText(shown, context);
  const mark = isOpen ? markOfDateState(row.date.state.kind) : markOf(row);
  const isWarning = mark === 'clash';
  const { text, note } = rowText(isOpen ? undecided(row) : row, context);
  const spokenDay = format.day(row.date.day, 'long');
  return (
    <li ref={item} className={mergeClasses(classes.item, isOpen && classes.openItem)}>
      <div className={classes.row}>
        <span className={mergeClasses(classes.month, !isFirstOfMonth && classes.noMonth)}>
          {isFirstOfMonth && <bdi>{format.month(time.day, 'long')}</bdi>}
        </span>
        <span
          className={mergeClasses(
            classes.mark,
            !isFirst && !isOpen && classes.lineBefore,
            !isLast && !isOpen && classes.lineAfter,
          )}
        >
          <SeasonMark state={mark} size={20} />
        </span>
        <bdi className={mergeClasses(classes.day, row.stands === undefined && !isOpen && classes.gone)}>
          {format.day(time.day, 'short')}
        </bdi>
        <bdi className={mergeClasses(classes.time, row.stands === undefined && !isOpen && classes.gone)}>
          {time.time}
        </bdi>
        <bdi className={classes.partner}>{time.partnerTime}</bdi>
        <span
          className={mergeClasses(
            classes.state,
            isWarning && classes.warning,
            !isWarning && row.effect !== undefined && classes.told,
          )}
        >
          {isNew && <span className={classes.new}>{words.dates.isNew}</span>}
          <bdi>{text}</bdi>
          {note !== undefined && (
            <span className={classes.note}>
              <bdi>{note}</bdi>
            </span>
          )}
        </span>
        <span className={classes.action}>
          {isOpen ? (
            <Button
              size="small"
              appearance="subtle"
              icon={<ChevronUpRegular />}
              title={words.dates.closeCard}
              aria-label={words.dates.closeCardSpoken({ day: spokenDay })}
              onClick={onClose}
            />
          ) : (
            <Button
              size="small"
              appearance="subtle"
              className={classes.button}
              id={buttonId}
              aria-label={buttonSpoken(row, spokenDay, context)}
              onClick={onOpen}
            >
              {buttonText(row, context)}
            </Button>
          )}
        </span>
      </div>
      {isOpen && <div className={classes.card}>{card}</div>}
    </li>
  );
}

/** Calls back on Escape inside an element. On the page's tree: a popover opened from here has its own Escape. */
function useEscape(onEscape: (() => void) | undefined): RefObject<HTMLLIElement | null> {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const { current } = element;
    if (current === null || onEscape === undefined) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      onEscape();
    };
    current.addEventListener('keydown', listen);
    return () => current.removeEventListener('keydown', listen);
  }, [onEscape]);
  return element;
}

/** A quiet row on the stem between two dates. */
export function ClockRow({ children, icon }: { readonly children: ReactNode; readonly icon: ReactNode }) {
  const classes = useStyles();
  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <span className={mergeClasses(classes.month, classes.noMonth)} />
        <span className={mergeClasses(classes.mark, classes.lineBefore, classes.lineAfter)}>
          <span aria-hidden="true" className={classes.dash} />
        </span>
        <span className={classes.clock}>
          <span aria-hidden="true" className={classes.clockIcon}>
            {icon}
          </span>
          <bdi>{children}</bdi>
        </span>
      </div>
    </li>
  );
}

function markOf(row: DateRow): MarkState {
  switch (row.effect?.kind) {
    case 'move':
      return row.decision === undefined ? markOfDateState(row.date.state.kind) : 'movedToCome';
    case 'skip':
      return 'skipped';
    case 'keep':
    case undefined:
      return markOfDateState(row.date.state.kind);
    default:
      return row.effect satisfies never;
  }
}

/** The date as it would be said if nothing had been decided. */
function undecided(row: DateRow): DateRow {
  return { ...row, decision: undefined, effect: undefined, need: 'none' };
}

function buttonText(row: DateRow, { words }: DatesContext): string {
  if (row.decision !== undefined) return words.dates.change;
  if (row.need === 'later') return words.dates.mendNow;
  return isToMend(row.date.state) ? words.dates.mend : words.dates.move;
}

function buttonSpoken(row: DateRow, day: string, context: DatesContext): string {
  const { words } = context;
  if (row.decision !== undefined) return words.dates.changeSpoken({ day });
  if (!isToMend(row.date.state)) return words.dates.moveSpoken({ day });
  return words.dates.mendSpoken({
    action: buttonText(row, context),
    day,
    why: rowText(undecided(row), context).text,
  });
}

const line = {
  content: '""',
  position: 'absolute',
  insetInlineStart: 'calc(50% - 1px)',
  borderInlineStartWidth: '2px',
  borderInlineStartStyle: 'solid',
  borderInlineStartColor: tokens.colorNeutralStroke2,
} as const;

const useStyles = makeStyles({
  item: { listStyleType: 'none' },
  openItem: {
    marginBlock: '6px',
    marginInline: '-16px',
    paddingInline: '15px',
    paddingBlock: '4px',
    borderRadius: cardRadius,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    borderTopWidth: '1px',
    borderRightWidth: '1px',
    borderBottomWidth: '1px',
    borderLeftWidth: '1px',
    borderTopStyle: 'solid',
    borderRightStyle: 'solid',
    borderBottomStyle: 'solid',
    borderLeftStyle: 'solid',
    borderTopColor: tokens.colorTransparentStroke,
    borderRightColor: tokens.colorTransparentStroke,
    borderBottomColor: tokens.colorTransparentStroke,
    borderLeftColor: tokens.colorTransparentStroke,
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: tokens.durationNormal,
    animationTimingFunction: tokens.curveDecelerateMid,
    [reducedMotion]: { animationDuration: '0s' },
    [narrowContainer]: { marginInline: '-8px', paddingInline: '7px' },
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '96px 32px 84px 122px minmax(96px, 150px) minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '10px',
    minHeight: '44px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    '@container (max-width: 1080px)': {
      gridTemplateColumns: '76px 28px 70px 110px minmax(90px, 130px) minmax(0, 1fr) auto',
      columnGap: '8px',
    },
    [narrowContainer]: {
      gridTemplateColumns: '28px minmax(84px, auto) minmax(0, 1fr) auto',
      gridTemplateAreas: '"month month month month" "mark day time action" "mark partner state action"',
      columnGap: '10px',
      paddingBlock: '5px',
    },
  },
  month: {
    alignSelf: 'center',
    color: tokens.colorNeutralForeground2,
    [narrowContainer]: {
      gridArea: 'month',
      fontWeight: tokens.fontWeightSemibold,
      paddingBlockStart: '10px',
    },
  },
  noMonth: { [narrowContainer]: { display: 'none' } },
  mark: {
    position: 'relative',
    alignSelf: 'stretch',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    [narrowContainer]: { gridArea: 'mark' },
  },
  lineBefore: { '::before': { ...line, insetBlockStart: 0, insetBlockEnd: 'calc(50% + 14px)' } },
  lineAfter: { '::after': { ...line, insetBlockStart: 'calc(50% + 14px)', insetBlockEnd: 0 } },
  day: {
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    [narrowContainer]: { gridArea: 'day' },
  },
  time: { whiteSpace: 'nowrap', [narrowContainer]: { gridArea: 'time' } },
  gone: {
    textDecorationLine: 'line-through',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  partner: {
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
    [narrowContainer]: { gridArea: 'partner', ':empty': { display: 'none' } },
  },
  state: {
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
    [narrowContainer]: { gridArea: 'state' },
  },
  told: { color: tokens.colorNeutralForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  note: {
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  new: {
    marginInlineEnd: '8px',
    paddingInline: '6px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { outlineStyle: 'solid', outlineWidth: '1px' },
  },
  action: { justifySelf: 'end', [narrowContainer]: { gridArea: 'action' } },
  button: { minWidth: 'auto', [narrowContainer]: { paddingInline: '4px' } },
  card: {
    // Under the date: past the month and the mark, with the gaps between.
    paddingInlineStart: '148px',
    paddingBlockEnd: '14px',
    '@container (max-width: 1080px)': { paddingInlineStart: '0' },
    [narrowContainer]: { paddingInlineStart: '8px', paddingInlineEnd: '8px' },
  },
  dash: {
    width: '12px',
    borderBlockStartWidth: '2px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStrokeAccessible,
  },
  clock: {
    gridColumnStart: 3,
    gridColumnEnd: -1,
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    [narrowContainer]: { gridRowStart: 2, gridRowEnd: 4, gridColumnStart: 2 },
  },
  clockIcon: { display: 'flex', flexShrink: 0, fontSize: '18px' },
});
