/** How many marks stand in one row of the stem at each width of the container. */
export interface StemRows {
  readonly wide: number;
  readonly middle: number;
  readonly narrow: number;
}

/** Marks are at least 28 px wide: 26 fit a card, 13 a half one, 7 a phone or a pane. */
const fitting: StemRows = { wide: 26, middle: 13, narrow: 7 };

/** More dates than one row can hold at any width are laid out by month instead. */
export const mostInRows = 26;

/** Rows of equal length for `count` dates: 8 as 4 + 4 where 7 fit, 14 as 7 + 7. */
export function stemRows(count: number): StemRows {
  return {
    wide: rowLength(count, fitting.wide),
    middle: rowLength(count, fitting.middle),
    narrow: rowLength(count, fitting.narrow),
  };
}

function rowLength(count: number, most: number): number {
  if (count <= 0) return 1;
  return Math.ceil(count / Math.ceil(count / most));
}
