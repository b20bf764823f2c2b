import { useFluent } from '@fluentui/react-components';
import { useState, type KeyboardEvent } from 'react';

/** A place in the grid: row and column of the body, from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** What the control of each cell takes. */
export interface GridItemProps {
  readonly tabIndex: 0 | -1;
  readonly 'data-cell': string;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * One Tab stop for a grid (WAI-ARIA Authoring Practices, grid pattern): arrows move by cell, Home and End in the row, with Ctrl
 * to the first and last cell, Page Up and Page Down to the first and last row. The grid's element carries `data-cells`.
 * `start` is the stop until something was focused.
 */
export function useGridFocus(
  size: { readonly rows: number; readonly columns: number },
  start: GridPlace,
): (place: GridPlace) => GridItemProps {
  const { dir } = useFluent();
  const [moved, setMoved] = useState<GridPlace>();
  const active = within(moved ?? start, size);
  return (place) => ({
    tabIndex: place.row === active.row && place.column === active.column ? 0 : -1,
    'data-cell': keyOf(place),
    onFocus: () => setMoved(place),
    onKeyDown: (event) => {
      if (event.altKey || event.metaKey || event.shiftKey) return;
      const to = targetOf(event.key, event.ctrlKey, place, size, dir);
      if (to === undefined) return;
      event.preventDefault();
      event.currentTarget
        .closest('[data-cells]')
        ?.querySelector<HTMLElement>(`[data-cell="${keyOf(within(to, size))}"]`)
        ?.focus();
    },
  });
}

function targetOf(
  key: string,
  isControl: boolean,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
  dir: 'ltr' | 'rtl',
): GridPlace | undefined {
  const forward = dir === 'rtl' ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return { row, column: column + forward };
    case 'ArrowLeft':
      return { row, column: column - forward };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'Home':
      return { row: isControl ? 0 : row, column: 0 };
    case 'End':
      return { row: isControl ? size.rows - 1 : row, column: size.columns - 1 };
    case 'PageUp':
      return { row: 0, column };
    case 'PageDown':
      return { row: size.rows - 1, column };
    default:
      return undefined;
  }
}

function keyOf({ row, column }: GridPlace): string {
  return `${row}-${column}`;
}

function within(
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): GridPlace {
  return { row: clamp(row, size.rows), column: clamp(column, size.columns) };
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), Math.max(count - 1, 0));
}
