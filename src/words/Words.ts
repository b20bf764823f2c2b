import { createContext, useContext } from 'react';
import type { en } from './en/index.ts';
import { onTheWay } from './en/onTheWay.ts';

/** Every word a person can read or hear. A message with values is a function of named values. */
export type Words = typeof en;

/**
 * The catalogue as far as it is there. What stands here from the beginning is enough to book a season; a screen that is fetched later brings its own
 * sections with it (`MoreWords`).
 */
export const WordsContext = createContext<Words>(catalogueOf(onTheWay));

/** The catalogue in the person's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/** Takes what is there for the whole: whoever loads a screen answers for its sections. */
export function catalogueOf(sections: Partial<Words>): Words;
export function catalogueOf(sections: Partial<Words>): Partial<Words> {
  return sections;
}
