import { compareOwned, gatherEntries, groupBy, textIn } from './gatherSides.ts';
import { foldNotes } from './mergeHalves.ts';
import type { NoteId } from './noteId.ts';
import type { Notes, Summary, Words } from './notesView.ts';
import { firstQuestions } from './sharedWords.ts';
import type { FirstQuestion, PrivateNotes } from './types.ts';

/** One's private notes as the screen shows them. */
export interface PrivateView {
  /** By meeting; usually one text each, more where two notes came to be one. */
  readonly byNote: ReadonlyMap<NoteId, readonly Summary[]>;
  /** Answers of the first conversation, shared or not: what is shared stands in the half as well. */
  readonly answers: ReadonlyMap<FirstQuestion, Words>;
}

/** The private notes of all seasons, under the same notes as the shared ones. */
export function readPrivate(
  files: readonly PrivateNotes[],
  person: string,
  bindings: Notes['bindings'],
): PrivateView {
  const entries = gatherEntries({ person, halves: files }, 'mine').toSorted(compareOwned);
  const noteOf = foldNotes(bindings);
  const texts = entries
    .filter(({ type }) => type === 'private')
    .map((owned): Summary => ({ ...owned.words, writtenFor: textIn(owned, 'note') ?? '' }));
  const answers = new Map<FirstQuestion, Words>();
  for (const question of firstQuestions) {
    const answer = entries.find(({ id }) => id === `answer:${question}`);
    if (answer !== undefined) answers.set(question, answer.words);
  }
  return { byNote: groupBy(texts, ({ writtenFor }) => noteOf(writtenFor)), answers };
}
