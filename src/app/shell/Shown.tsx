import { useEffect } from 'react';

/** Calls back once what it stands beside is on the screen. */
export function Shown({ onShown }: { readonly onShown: () => void }) {
  useEffect(onShown, [onShown]);
  return null;
}
