import { useEffect } from 'react';
import type { NotesContext } from './notesContext.ts';

/** Ctrl+S saves, and says what one wants to hear. */
export function useSaveKey(context: NotesContext): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      void saveAloud(context);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [context]);
}

async function saveAloud({ session, announce, words }: NotesContext): Promise<void> {
  await session.flush();
  if (session.state().save.kind === 'saved') announce(words.save.nothing);
}
