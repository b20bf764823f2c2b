import { useFluent } from '@fluentui/react-components';
import { useState, type KeyboardEvent } from 'react';

/** What each button of the list takes. */
export interface RovingItemProps {
  readonly tabIndex: 0 | -1;
  readonly 'data-roving': number;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * One Tab stop for a whole list of buttons; the arrows, Home and End move inside. Right and left follow the reading
 * direction. The list's element carries `data-roving-list`, its buttons the props for their index.
 * `start` is the stop before anything was focused.
 */
export function useRovingFocus(count: number, start: number): (index: number) => RovingItemProps {
  const { dir } = useFluent();
  const [moved, setMoved] = useState<number>();
  const active = clamp(moved ?? start, count);
  return (index) => ({
    tabIndex: index === active ? 0 : -1,
    'data-roving': index,
    onFocus: () => setMoved(index),
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const to = targetOf(event.key, index, count, dir);
      if (to === undefined) return;
      event.preventDefault();
      event.currentTarget
        .closest('[data-roving-list]')
        ?.querySelector<HTMLElement>(`[data-roving="${clamp(to, count)}"]`)
        ?.focus();
    },
  });
}

function targetOf(key: string, from: number, count: number, dir: 'ltr' | 'rtl'): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return dir === 'rtl' ? from - 1 : from + 1;
    case 'ArrowLeft':
      return dir === 'rtl' ? from + 1 : from - 1;
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), Math.max(count - 1, 0));
}
