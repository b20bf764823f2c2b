import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { FailureNotice } from '#components/FailureNotice.tsx';
import type { ServiceFailure } from '#ports/failure.ts';
import { useWords } from '#words/Words.ts';
import type { HomePicture } from './homePicture.ts';
import { seenText, type HomeContext } from './homeText.ts';

export interface HomeTroubleProps {
  readonly failure: ServiceFailure;
  readonly seen: HomePicture | undefined;
  readonly context: HomeContext;
  readonly onAgain: () => void;
}

/** Why the calendar could not be read, and how old the picture is that stands instead. */
export function HomeTrouble({ failure, seen, context, onAgain }: HomeTroubleProps) {
  const { common } = useWords();
  const { words } = context;
  if (seen === undefined) {
    return (
      <FailureNotice code={failure.code} detail={failure.detail} onHelp={{ again: onAgain, look: onAgain }} />
    );
  }
  const isOffline = failure.code === 'offline';
  const text = isOffline
    ? seenText(seen, words.offline, words.offlineOn, context)
    : seenText(seen, words.stale, words.staleOn, context);
  return (
    <MessageBar intent={isOffline ? 'info' : 'warning'} politeness="assertive">
      <MessageBarBody>
        <bdi>{text}</bdi>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAgain}>{common.tryAgain}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
