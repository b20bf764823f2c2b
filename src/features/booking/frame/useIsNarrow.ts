import { useEffect, useRef, useState, type RefObject } from 'react';

const narrowPixels = 560;

/** Whether an element is as narrow as a phone or a pane; measured on itself, not on the device. */
export function useIsNarrow(): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setNarrow(entry.contentRect.width <= narrowPixels);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, isNarrow];
}
