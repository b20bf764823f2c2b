import { FailureNotice } from '#components/FailureNotice.tsx';
import { ServiceFailure } from '#ports/failure.ts';
import type { Services } from '#ports/services.ts';
import { useState } from 'react';
import type { NotesContext } from './notesContext.ts';

/** Why one's own notes could not be read, with the one button that helps. What was typed is kept and shown. */
export function ReadTrouble({
  services,
  context,
}: {
  readonly services: Pick<Services, 'identity'>;
  readonly context: NotesContext;
}) {
  const { state, session } = context;
  const [asked, setAsked] = useState<ServiceFailure>();
  const failure = asked ?? state.failure;
  if (failure === undefined) return null;
  const again = async (ask?: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
    setAsked(undefined);
    try {
      await ask?.(new AbortController().signal);
      await session.refresh();
      await session.flush();
    } catch (error) {
      if (error instanceof ServiceFailure) setAsked(error);
    }
  };
  return (
    <FailureNotice
      code={failure.code}
      detail={failure.detail}
      body={failure.code === 'needs-consent' ? context.words.needsOneDrive : undefined}
      onHelp={{
        again: () => void again(),
        look: () => void again(),
        allow: () => void again((signal) => services.identity.allow(['Files.ReadWrite'], signal)),
        signIn: () => void again((signal) => services.identity.signIn(signal)),
      }}
    />
  );
}
