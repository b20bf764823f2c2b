import { useCallback, useEffect, useRef, useState } from 'react';

/** A part of the app that is fetched when it is wanted. */
export interface CodeOnDemand<T> {
  /** There, and wanted. */
  readonly code: T | undefined;
  /** It could not be fetched; wanting it again tries again. */
  readonly hasFailed: boolean;
  /** Fetches it without showing it. */
  readonly prepare: () => void;
  readonly want: () => void;
}

/** Fetches a part of the app. A fetch that fails is no failure of the screen: what stands there stays. */
export function useCode<T extends object>(load: () => Promise<T>): CodeOnDemand<T> {
  const [code, setCode] = useState<T>();
  const [hasFailed, setFailed] = useState(false);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const prepare = useCallback(() => {
    load().catch(() => {});
  }, [load]);
  const want = useCallback(() => {
    const fetchIt = async (): Promise<void> => {
      try {
        const loaded = await load();
        if (!isGone.current) setCode(() => loaded);
      } catch {
        if (!isGone.current) setFailed(true);
      }
    };
    setFailed(false);
    void fetchIt();
  }, [load]);
  return { code, hasFailed, prepare, want };
}
