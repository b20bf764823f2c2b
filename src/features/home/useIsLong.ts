import { useEffect, useState } from 'react';

/** Milliseconds after which an earlier picture is better than none. */
const patience = 1500;

/** Whether something has been going on for longer than anybody likes to look at an empty page. */
export function useIsLong(isGoingOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isGoingOn]);
  return isGoingOn && isLong;
}
