import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

/** What the handle of a row takes. */
export interface HandleProps {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** A drag under way: the row that is held, and the place it would be put to. */
export interface Drag {
  readonly from: number;
  readonly to: number;
}

/**
 * Order by keyboard and by pointer alike: on a row's handle the arrows move it by one, Home and End to the ends; with mouse, pen or finger it is dragged. Escape lets go without
 * moving. The list carries `data-order-list`, its rows `data-order-row`.
 */
export function useOrder(
  count: number,
  onMove: (from: number, to: number) => void,
): { readonly drag: Drag | undefined; readonly handle: (index: number) => HandleProps } {
  const [drag, setDrag] = useState<Drag>();
  const held = useRef<Drag>(undefined);
  const hold = (next: Drag | undefined): void => {
    held.current = next;
    setDrag(next);
  };
  return {
    drag,
    handle: (index) => ({
      onKeyDown: (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === 'Escape' && held.current !== undefined) {
          event.preventDefault();
          hold(undefined);
          return;
        }
        const to = targetOf(event.key, index, count);
        if (to === undefined) return;
        event.preventDefault();
        if (to !== index) onMove(index, to);
      },
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold({ from: index, to: index });
      },
      onPointerMove: (event) => {
        const { current } = held;
        if (current === undefined) return;
        const to = placeAt(event.currentTarget, event.clientY, current.from);
        if (to !== current.to) hold({ ...current, to });
      },
      onPointerUp: () => {
        const { current } = held;
        hold(undefined);
        if (current !== undefined && current.to !== current.from) onMove(current.from, current.to);
      },
      onPointerCancel: () => hold(undefined),
    }),
  };
}

function targetOf(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The place that a pointer's height means: past the middle of a row is past the row. */
function placeAt(handle: HTMLElement, y: number, from: number): number {
  const rows = [...(handle.closest('[data-order-list]')?.querySelectorAll('[data-order-row]') ?? [])];
  const passed = rows.filter((row, index) => {
    const { top, bottom } = row.getBoundingClientRect();
    return index !== from && (top + bottom) / 2 < y;
  });
  return passed.length;
}
