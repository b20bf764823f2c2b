import { useCallback, useMemo, useState } from 'react';
import { useMinute } from '#components/useMinute.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { callName } from '#domain/text/callName.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import type { NotesContext } from './notesContext.ts';
import type { OpenNotes } from './useNotes.ts';

/** Something that was done and can be taken back. */
export interface UndoOffer {
  readonly text: string;
  readonly undo: () => void;
}

/** What the parts of the notes share, with what is said aloud and what can be taken back. */
export function useNotesContext(
  services: Services,
  person: Person,
  open: OpenNotes | undefined,
): {
  readonly context: NotesContext | undefined;
  readonly said: string;
  readonly offer: UndoOffer | undefined;
  readonly closeOffer: () => void;
} {
  const words = useWords().notes;
  const format = useFormat();
  const { clock, host } = services;
  const readNow = useCallback(() => clock.now(), [clock]);
  const now = useMinute(readNow);
  const [said, setSaid] = useState('');
  const [offer, setOffer] = useState<UndoOffer>();
  const context = useMemo((): NotesContext | undefined => {
    if (open === undefined) return undefined;
    const { session, state, partner, me } = open;
    return {
      words,
      format,
      zone: clock.zone(),
      now,
      session,
      state,
      partner,
      self: callName(person),
      me,
      announce: setSaid,
      offerUndo: (text, undo) => {
        setSaid(text);
        setOffer({ text, undo });
      },
      openLink: (url) => void host.openLink(url),
    };
  }, [open, words, format, clock, now, person, host]);
  const closeOffer = useCallback(() => setOffer(undefined), []);
  return { context, said, offer, closeOffer };
}
