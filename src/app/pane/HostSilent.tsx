import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useWords } from '#words/Words.ts';
import { PaneSentence } from './PaneSentence.tsx';

export interface HostSilentProps {
  readonly onShown: () => void;
  readonly onAgain: () => void;
}

/** Outlook did not answer in time. */
export function HostSilent({ onShown, onAgain }: HostSilentProps) {
  const words = useWords().pane.silent;
  useEffect(onShown, [onShown]);
  return (
    <PaneSentence name="silent" heading={words.heading} body={words.body}>
      <Button appearance="primary" onClick={onAgain}>
        {words.again}
      </Button>
    </PaneSentence>
  );
}
