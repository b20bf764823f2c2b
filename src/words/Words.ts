import { createContext, useContext } from 'react';
import { en } from './en/index.ts';

/** Every word a person can read or hear. A message with values is a function of named values. */
export type Words = typeof en;

export const WordsContext = createContext<Words>(en);

/** The catalogue in the person's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}
