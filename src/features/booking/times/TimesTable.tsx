import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { Clash, HeatCell, SeasonSlot } from '#domain/season/types.ts';
import { forcedColors, narrowContainer } from '#components/seasonTokens.ts';
import { isSameTime } from '#domain/season/isSameTime.ts';
import { type HeatGrid } from './heatGrid.ts';
import { freeCount } from '#components/times/heatLevels.ts';
import { endOf, slotText, whoseHours, type TimesContext } from '#components/times/timesText.ts';

export interface TimesTableProps {
  readonly grid: HeatGrid;
  readonly chosen: SeasonSlot | undefined;
  readonly onChoose: (slot: SeasonSlot) => void;
  /** Everybody's clashes over all dates of a slot. */
  readonly clashesOf: (slot: SeasonSlot) => readonly Clash[];
  readonly context: TimesContext;
}

type Column = 'free' | 'openSoFar' | 'tentative' | 'unknown' | 'toMend';

/** The numbers of the heat map as a table, with what the picture cannot show: tentative, unknown, and who is missing. */
export function TimesTable({ grid, chosen, onChoose, clashesOf, context }: TimesTableProps) {
  const classes = useStyles();
  const { words, format, counting } = context;
  const offered = grid.weekdays.flatMap((weekday, column) =>
    grid.rows.flatMap(({ cells }) => {
      const cell = cells[column];
      return cell === undefined || cell.outsideHoursOf.length > 0 ? [] : [{ weekday, cell }];
    }),
  );
  const outside = grid.rows.flatMap(({ cells }) =>
    cells.filter((cell): cell is HeatCell => cell !== undefined && cell.outsideHoursOf.length > 0),
  );
  // A column of noughts says nothing and costs a phone its width.
  const columns = (['free', 'openSoFar', 'tentative', 'unknown', 'toMend'] as const).filter(
    (column) => column === 'free' || offered.some(({ cell }) => numberIn(column, cell, context) > 0),
  );
  return (
    <table aria-label={words.table.name} className={classes.table}>
      <thead className={classes.head}>
        <tr>
          <th scope="col" className={mergeClasses(classes.heading, classes.timeHeading)}>
            {words.table.time}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={mergeClasses(classes.heading, classes.number)}>
              {counting === 'mineOnly' && column === 'free' ? words.table.freeForYou : words.table[column]}
            </th>
          ))}
          <th scope="col" className={classes.heading}>
            {words.table.missing}
          </th>
        </tr>
      </thead>
      {grid.weekdays.map((weekday) => (
        <tbody key={weekday}>
          <tr>
            <th scope="rowgroup" colSpan={columns.length + 2} className={classes.weekday}>
              {format.weekday(weekday, 'long')}
            </th>
          </tr>
          {offered
            .filter((row) => row.weekday === weekday)
            .map(({ cell }) => {
              const isChosen = isSameTime(cell.slot, chosen);
              const slot = slotText(cell.slot, context);
              return (
                <tr key={cell.slot.startMinute} className={mergeClasses(isChosen && classes.chosenRow)}>
                  <th scope="row" className={classes.time}>
                    <button
                      type="button"
                      aria-pressed={isChosen}
                      aria-label={words.table.choose({ slot })}
                      className={mergeClasses(classes.button, isChosen && classes.chosenButton)}
                      onClick={() => onChoose(cell.slot)}
                    >
                      <bdi>{format.timeRange(cell.slot.startMinute, endOf(cell.slot))}</bdi>
                    </button>
                  </th>
                  {columns.map((column) => (
                    <td key={column} className={mergeClasses(classes.cell, classes.number)}>
                      {numberIn(column, cell, context)}
                    </td>
                  ))}
                  <td className={mergeClasses(classes.cell, classes.missing)}>
                    <bdi>{missingText(clashesOf(cell.slot), context)}</bdi>
                  </td>
                </tr>
              );
            })}
        </tbody>
      ))}
      {outside.length > 0 && (
        <tfoot>
          <tr>
            <td colSpan={columns.length + 2} className={classes.note}>
              <bdi>
                {words.table.leftOut({
                  count: outside.length,
                  who: whoseHours([...new Set(outside.flatMap((cell) => cell.outsideHoursOf))], context),
                })}
              </bdi>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function numberIn(column: Column, { tally }: HeatCell, { counting }: TimesContext): number {
  if (counting === 'both') return tally[column];
  if (column === 'free') return freeCount(tally, counting);
  return column === 'openSoFar' || column === 'unknown' ? 0 : tally[column];
}

/** "Dana 2, you 1": on how many dates each is not free. */
function missingText(clashes: readonly Clash[], { words, format, partner, isMe }: TimesContext): string {
  const mine = clashes.filter((clash) => isMe(clash.personId)).length;
  const theirs = clashes.length - mine;
  if (clashes.length === 0) return words.table.nobody;
  return format.list([
    ...(theirs > 0 ? [words.table.person({ partner, count: theirs })] : []),
    ...(mine > 0 ? [words.table.you({ count: mine })] : []),
  ]);
}

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    [narrowContainer]: { tableLayout: 'fixed' },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
  },
  head: { verticalAlign: 'bottom' },
  heading: {
    textAlign: 'start',
    paddingBlock: '6px',
    paddingInline: '4px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    hyphens: 'auto',
    [narrowContainer]: { fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100 },
  },
  timeHeading: { [narrowContainer]: { width: '84px' } },
  number: {
    textAlign: 'center',
    fontVariantNumeric: 'tabular-nums',
    [narrowContainer]: { width: '38px', boxSizing: 'border-box', paddingInline: '1px' },
  },
  weekday: {
    textAlign: 'start',
    paddingBlockStart: '12px',
    paddingBlockEnd: '4px',
    paddingInline: '4px',
    fontWeight: tokens.fontWeightSemibold,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  time: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    paddingBlock: '1px',
  },
  cell: { paddingBlock: '1px', paddingInline: '4px' },
  missing: { textAlign: 'start', overflowWrap: 'anywhere' },
  chosenRow: { backgroundColor: tokens.colorBrandBackground2 },
  button: {
    minHeight: '28px',
    paddingBlock: '2px',
    paddingInline: '4px',
    ...shorthands.borderStyle('none'),
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      [forcedColors]: { outlineColor: 'Highlight' },
    },
  },
  chosenButton: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineColor: tokens.colorCompoundBrandStroke,
    [forcedColors]: { outlineWidth: '3px', outlineColor: 'Highlight' },
  },
  note: {
    paddingBlockStart: '12px',
    paddingInline: '4px',
    color: tokens.colorNeutralForeground3,
  },
});
