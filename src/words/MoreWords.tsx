import { useContext, useMemo, type ReactNode } from 'react';
import { catalogueOf, WordsContext, type Words } from './Words.ts';

/** Adds sections of the catalogue for what stands inside. */
export function MoreWords({
  sections,
  children,
}: {
  readonly sections: Partial<Words>;
  readonly children: ReactNode;
}) {
  const known = useContext(WordsContext);
  const all = useMemo(() => catalogueOf({ ...known, ...sections }), [known, sections]);
  return <WordsContext value={all}>{children}</WordsContext>;
}
