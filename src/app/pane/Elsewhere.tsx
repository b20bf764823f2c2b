import { Link } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useWords } from '#words/Words.ts';
import { PaneSentence } from './PaneSentence.tsx';

/** The page of the pane, opened without Outlook around it. */
export function Elsewhere({ onShown }: { readonly onShown: () => void }) {
  const words = useWords().pane.elsewhere;
  useEffect(onShown, [onShown]);
  return (
    <PaneSentence name="elsewhere" heading={words.heading} body={words.body}>
      <Link href="index.html">{words.open}</Link>
    </PaneSentence>
  );
}
