import { HintNote, type HintNoteProps } from './HintNote.tsx';

/** What asks for something in a row that is not open; a partner's open answer can wait until it is. */
export function ClosedHint(props: Omit<HintNoteProps, 'hint'>) {
  const { hint } = props.mentorship.season;
  if (hint === undefined || hint.kind === 'ended' || hint.kind === 'partnerUnanswered') return null;
  return <HintNote {...props} hint={hint} />;
}
