import { createContext, useContext } from 'react';
import { createFormat, type Format } from './format.ts';

/** Set once in `app` from the host's locale. */
export const FormatContext = createContext<Format>(createFormat('en-GB'));

/** Dates, times and numbers as the person writes them. */
export function useFormat(): Format {
  return useContext(FormatContext);
}
