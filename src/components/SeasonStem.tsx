import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { CSSProperties } from 'react';
import type { IsoDay } from '#domain/time/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { isGrown, type MarkState } from './markState.ts';
import { SeasonMark } from './SeasonMark.tsx';
import { forcedColors } from './seasonTokens.ts';
import { mostInRows, stemRows } from './stemRows.ts';
import { useRovingFocus } from './useRovingFocus.ts';

/** One date of the stem. */
export interface StemDate {
  readonly key: string;
  /** The day as the person's own clock has it. */
  readonly day: IsoDay;
  readonly state: MarkState;
  /** Spoken: day, both times, state, and what the button does. */
  readonly label: string;
}

export interface SeasonStemProps {
  /** In order of time. */
  readonly dates: readonly StemDate[];
  /** Name of the list: "Dates with Dana". */
  readonly label: string;
  /** Opens the details of a date, or closes those that are open. */
  readonly onOpen: (date: StemDate) => void;
  /** Escape on a date. */
  readonly onClose?: (() => void) | undefined;
  /** Key of the date whose details are open, and the id of the element that shows them. */
  readonly openKey?: string | undefined;
  readonly detailsId?: string | undefined;
  readonly className?: string;
}

/**
 * A season as one stem with a mark for each date: an ordered list of buttons with one Tab stop. Rows are of equal length
 * by its own width; over 26 dates each month has a row.
 */
export function SeasonStem(props: SeasonStemProps) {
  const { dates, label, onOpen, onClose, openKey, detailsId, className } = props;
  const classes = useStyles();
  const format = useFormat();
  const next = dates.findIndex((date) => date.state === 'next');
  const roving = useRovingFocus(dates.length, next === -1 ? 0 : next);
  const grownUntil = dates.findLastIndex((date) => isGrown(date.state));
  const byMonth = dates.length > mostInRows;
  return (
    <div className={mergeClasses(classes.root, className)}>
      <ol
        data-roving-list=""
        aria-label={label}
        className={mergeClasses(classes.list, byMonth ? classes.byMonth : classes.inRows)}
        style={rowVariables(dates.length)}
      >
        {dates.map((date, index) => {
          const before = dates[index - 1];
          const item = roving(index);
          const startsMonth = before === undefined || before.day.slice(0, 7) !== date.day.slice(0, 7);
          return (
            <li
              key={date.key}
              className={mergeClasses(
                classes.item,
                byMonth && startsMonth && classes.startsMonthRow,
                index > 0 && classes.lineBefore,
                index > 0 && index - 1 <= grownUntil && classes.grownBefore,
                index < dates.length - 1 && classes.lineAfter,
                index <= grownUntil && classes.grownAfter,
                date.state === 'past' && classes.smallMark,
              )}
            >
              {startsMonth && (
                <span
                  aria-hidden="true"
                  className={mergeClasses(classes.month, byMonth && classes.monthBeside)}
                >
                  {format.month(date.day, 'short')}
                </span>
              )}
              <button
                type="button"
                {...item}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') onClose?.();
                  else item.onKeyDown(event);
                }}
                aria-label={date.label}
                aria-expanded={date.key === openKey}
                aria-controls={date.key === openKey ? detailsId : undefined}
                className={classes.button}
                onClick={() => onOpen(date)}
              >
                <span
                  aria-hidden="true"
                  className={mergeClasses(
                    classes.day,
                    date.state === 'next' && classes.nextDay,
                    (date.state === 'clash' || date.state === 'declined') && classes.clashDay,
                  )}
                >
                  {format.day(date.day, 'number')}
                </span>
                <SeasonMark state={date.state} />
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function rowVariables(count: number): CSSProperties & Readonly<Record<`--${string}`, number>> {
  const rows = stemRows(count);
  return { '--stem-wide': rows.wide, '--stem-middle': rows.middle, '--stem-narrow': rows.narrow };
}

const line = {
  content: '""',
  position: 'absolute',
  insetBlockEnd: '12px',
  borderBlockStartWidth: '2px',
  borderBlockStartStyle: 'solid',
  borderBlockStartColor: tokens.colorNeutralStroke2,
  pointerEvents: 'none',
} as const;

const useStyles = makeStyles({
  // The stem decides by its own width, so it fits a card as well as a pane.
  root: { containerType: 'inline-size', minWidth: 0 },
  list: { listStyleType: 'none', marginBlock: 0, paddingInline: 0, paddingBlock: 0, display: 'grid' },
  inRows: {
    rowGap: '8px',
    gridTemplateColumns: 'repeat(var(--stem-wide), minmax(28px, 1fr))',
    '@container (min-width: 364px) and (max-width: 727px)': {
      gridTemplateColumns: 'repeat(var(--stem-middle), minmax(28px, 1fr))',
    },
    '@container (max-width: 363px)': {
      gridTemplateColumns: 'repeat(var(--stem-narrow), minmax(28px, 1fr))',
    },
  },
  byMonth: {
    gridTemplateColumns: '40px repeat(5, minmax(28px, 72px))',
    '& > li': { paddingBlockStart: 0 },
  },
  item: {
    position: 'relative',
    display: 'flex',
    justifyContent: 'center',
    // Room for the month over its first date, in each row, so that marks of one row stand level.
    paddingBlockStart: '18px',
  },
  startsMonthRow: { gridColumnStart: 2 },
  lineBefore: {
    '::before': { ...line, insetInlineStart: 0, insetInlineEnd: 'calc(50% + var(--mark-half, 8px))' },
  },
  lineAfter: {
    '::after': { ...line, insetInlineStart: 'calc(50% + var(--mark-half, 8px))', insetInlineEnd: 0 },
  },
  grownBefore: { '::before': { borderBlockStartColor: tokens.colorPaletteForestBorderActive } },
  grownAfter: { '::after': { borderBlockStartColor: tokens.colorPaletteForestBorderActive } },
  smallMark: { '--mark-half': '5px' },
  month: {
    position: 'absolute',
    insetBlockStart: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  monthBeside: { insetBlockStart: '4px', insetInlineStart: '-40px' },
  button: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '4px',
    minWidth: '28px',
    minHeight: '46px',
    paddingBlock: '4px',
    paddingInline: '4px',
    ...shorthands.borderStyle('none'),
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '&[aria-expanded="true"]': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      [forcedColors]: { outlineColor: 'Highlight' },
    },
  },
  day: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: '18px',
    fontVariantNumeric: 'tabular-nums',
  },
  nextDay: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  clashDay: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});
