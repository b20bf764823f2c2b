import type { IsoDay } from '#domain/time/types.ts';
import { compareText } from './json.ts';
import type { NoteId } from './noteId.ts';
import type { Notes, Words } from './notesView.ts';

/** Where a text was found. */
export interface Hit {
  readonly what: 'item' | 'action' | 'summary' | 'remark';
  /** The meeting it belongs to, and its day; undefined for what has no meeting. */
  readonly note: NoteId | undefined;
  readonly day: IsoDay | undefined;
  readonly words: Words;
}

/** Looks for words; the latest meetings first, within each in the order of writing. */
export type Search = (query: string) => readonly Hit[];

/**
 * A search over everything that both have written. All words of the query must occur in a text, in any order, as parts of its words; case and accents
 * do not matter. Texts are folded once, so that each keystroke is a walk over ready strings.
 */
export function makeSearch(notes: Notes): Search {
  const dayOf = (note: NoteId | undefined): IsoDay | undefined =>
    note === undefined ? undefined : notes.byNote.get(note)?.day;
  const hit = (what: Hit['what'], note: NoteId | undefined, words: Words): Hit => ({
    what,
    note,
    day: dayOf(note),
    words,
  });
  const ofCarriable = (what: Hit['what'], each: Notes['items'][number] | Notes['actions'][number]): Hit[] => [
    hit(what, each.home, each),
    ...each.remarks.map((remark) => hit('remark', each.home, remark)),
  ];
  const all = [
    ...notes.items.flatMap((item) => ofCarriable('item', item)),
    ...notes.actions.flatMap((action) => ofCarriable('action', action)),
    ...notes.meetings.flatMap(({ note, summaries }) =>
      [...summaries.mine, ...summaries.partner].map((summary) => hit('summary', note, summary)),
    ),
    ...notes.looseRemarks.map((remark) => hit('remark', undefined, remark)),
  ].toSorted(
    (a, b) => compareText(b.day ?? '', a.day ?? '') || compareText(a.words.addedAt, b.words.addedAt),
  );
  const folded = all.map(({ words }) => fold([words.text, ...words.also.map(({ text }) => text)].join('\n')));
  return (query) => {
    const parts = fold(query)
      .split(/\s+/u)
      .filter((part) => part !== '');
    if (parts.length === 0) return [];
    return all.filter((_, index) => parts.every((part) => folded[index]?.includes(part) === true));
  };
}

/** Without case and accents: "Émile" is found by "emile", "straße" by "STRASSE". */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().toLowerCase();
}
