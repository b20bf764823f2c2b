import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import { forcedColors, narrowContainer } from '#components/seasonTokens.ts';
import type { HeatCell, SeasonSlot } from '#domain/season/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { isSameTime } from '#domain/season/isSameTime.ts';
import { type HeatGrid } from './heatGrid.ts';
import { freeCount, heatLevelOf, type Counting } from '#components/times/heatLevels.ts';
import { useHeatStyles } from './heatStyles.ts';
import { useGridFocus, type GridItemProps, type GridPlace } from './useGridFocus.ts';

export interface HeatMapProps {
  readonly grid: HeatGrid;
  readonly counting: Counting;
  /** Place in the ranked list, from 1, or undefined for a time that is not in it. */
  readonly rankOf: (slot: SeasonSlot) => number | undefined;
  readonly chosen: SeasonSlot | undefined;
  readonly onChoose: (slot: SeasonSlot) => void;
  /** Whose clock the times are on: the city of the season's zone. */
  readonly city: string | undefined;
  /** Full spoken name of a cell. */
  readonly spokenOf: (cell: HeatCell) => string;
}

/** The week as a picture: each cell is a recurring time and shows how many of the season's dates are free there. */
export function HeatMap({ grid, counting, rankOf, chosen, onChoose, city, spokenOf }: HeatMapProps) {
  const classes = useStyles();
  const format = useFormat();
  const words = useWords().times.heat;
  const itemOf = useGridFocus(
    { rows: grid.rows.length, columns: grid.weekdays.length },
    startOf(grid, chosen, rankOf),
  );
  return (
    // The grid pattern on a table: rows, headers and cells keep their meaning without a role of their own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
    <table role="grid" aria-label={words.gridName({ zone: city })} data-cells="" className={classes.grid}>
      <thead>
        <tr>
          <th scope="col" className={classes.corner}>
            <bdi>{city}</bdi>
          </th>
          {grid.weekdays.map((weekday) => (
            <th
              key={weekday}
              scope="col"
              abbr={format.weekday(weekday, 'long')}
              aria-label={format.weekday(weekday, 'long')}
              className={classes.weekday}
            >
              {format.weekday(weekday, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row, rowIndex) => (
          <tr key={row.startMinute}>
            <th scope="row" className={classes.time}>
              <bdi>{format.time(row.startMinute)}</bdi>
            </th>
            {row.cells.map((cell, column) => {
              const isChosen = cell !== undefined && isSameTime(cell.slot, chosen);
              const missing = words.cell.missing({ slot: format.time(row.startMinute) });
              return (
                <td key={grid.weekdays[column]} aria-selected={isChosen} className={classes.place}>
                  <CellButton
                    cell={cell}
                    item={itemOf({ row: rowIndex, column })}
                    counting={counting}
                    rank={cell === undefined ? undefined : rankOf(cell.slot)}
                    isChosen={isChosen}
                    spoken={cell === undefined ? missing : spokenOf(cell)}
                    onChoose={onChoose}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellButtonProps {
  readonly cell: HeatCell | undefined;
  readonly item: GridItemProps;
  readonly counting: Counting;
  readonly rank: number | undefined;
  readonly isChosen: boolean;
  readonly spoken: string;
  readonly onChoose: (slot: SeasonSlot) => void;
}

/** A cell that is not offered stays focusable, so that its reason can be heard. */
function CellButton({ cell, item, counting, rank, isChosen, spoken, onChoose }: CellButtonProps) {
  const classes = useStyles();
  const levels = useHeatStyles();
  const words = useWords().times.heat;
  const free = cell === undefined || cell.outsideHoursOf.length > 0 ? 0 : freeCount(cell.tally, counting);
  const level = cell === undefined ? 'none' : heatLevelOf(free, cell.tally.dates);
  const isOffered = cell !== undefined && level !== 'none';
  return (
    <button
      type="button"
      {...item}
      aria-label={spoken}
      aria-disabled={isOffered ? undefined : true}
      data-level={level}
      data-rank={rank}
      className={mergeClasses(
        levels.base,
        levels[level],
        classes.cell,
        isOffered && classes.offered,
        rank !== undefined && classes.ranked,
        isChosen && classes.chosen,
      )}
      onClick={() => {
        if (isOffered) onChoose(cell.slot);
      }}
    >
      {isOffered ? free : words.none}
      {level === 'all' && <CheckmarkFilled aria-hidden="true" className={classes.tick} />}
    </button>
  );
}

function startOf(
  grid: HeatGrid,
  chosen: SeasonSlot | undefined,
  rankOf: (slot: SeasonSlot) => number | undefined,
): GridPlace {
  const find = (isIt: (slot: SeasonSlot) => boolean): GridPlace | undefined => {
    for (const [row, { cells }] of grid.rows.entries()) {
      const column = cells.findIndex((cell) => cell !== undefined && isIt(cell.slot));
      if (column !== -1) return { row, column };
    }
    return undefined;
  };
  return (
    find((slot) => isSameTime(slot, chosen)) ?? find((slot) => rankOf(slot) === 1) ?? { row: 0, column: 0 }
  );
}

const useStyles = makeStyles({
  grid: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: '2px',
  },
  place: { paddingBlock: 0, paddingInline: 0 },
  corner: {
    width: '64px',
    paddingInline: 0,
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
    [narrowContainer]: { width: '42px', fontSize: tokens.fontSizeBase100 },
  },
  weekday: {
    textAlign: 'center',
    paddingBlock: '4px',
    paddingInline: 0,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  time: {
    paddingInline: 0,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  cell: {
    width: '100%',
    height: '28px',
    paddingBlock: 0,
    paddingInline: '2px',
    gap: '4px',
    cursor: 'default',
    outlineOffset: '1px',
    [narrowContainer]: { height: '30px' },
    ':focus-visible': {
      zIndex: 2,
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      [forcedColors]: { outlineStyle: 'dashed', outlineColor: 'Highlight' },
    },
  },
  offered: { cursor: 'pointer', ':hover': { filter: 'brightness(.96)' } },
  // Drawn from an attribute, so that the name of the cell stays its number.
  ranked: {
    '::after': {
      content: 'attr(data-rank)',
      position: 'absolute',
      insetInlineEnd: '6px',
      insetBlockStart: '50%',
      transform: 'translateY(-50%)',
      boxSizing: 'border-box',
      minWidth: '20px',
      height: '20px',
      paddingInline: '3px',
      borderRadius: tokens.borderRadiusCircular,
      ...shorthands.border('1px', 'solid', tokens.colorNeutralStrokeAccessible),
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      fontSize: tokens.fontSizeBase200,
      lineHeight: '18px',
      fontWeight: tokens.fontWeightSemibold,
      textAlign: 'center',
      [narrowContainer]: {
        insetInlineEnd: '-3px',
        insetBlockStart: '-1px',
        transform: 'none',
        minWidth: '16px',
        height: '16px',
        fontSize: tokens.fontSizeBase100,
        lineHeight: '14px',
        zIndex: 1,
      },
      [forcedColors]: { backgroundColor: 'Canvas', color: 'CanvasText' },
    },
  },
  chosen: {
    zIndex: 1,
    outlineStyle: 'solid',
    outlineWidth: '2px',
    // White where the contrast theme's own strokes are its highlight.
    outlineColor: tokens.colorBrandForeground1,
    [forcedColors]: { outlineWidth: '3px', outlineColor: 'Highlight' },
  },
  tick: { fontSize: '12px' },
});
