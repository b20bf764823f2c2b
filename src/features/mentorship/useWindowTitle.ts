import { useEffect } from 'react';
import { useWords } from '#words/Words.ts';

/** Title of the window while a screen stands. */
export function useWindowTitle(title: string): void {
  const words = useWords().app;
  useEffect(() => {
    document.title = words.windowTitle({ title });
  }, [words, title]);
}
