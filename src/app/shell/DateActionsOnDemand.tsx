import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, type ComponentProps } from 'react';
import { useCode } from '#components/useCode.ts';
import type { DateActions } from '#features/mentorship/DateActions.tsx';
import type { QuickMend } from '#features/mentorship/QuickMend.tsx';
import { MoreWords } from '#words/MoreWords.tsx';
import { useWords } from '#words/Words.ts';
import type * as Code from './dateActionsScreen.ts';

const load = (): Promise<typeof Code> =>
  import(/* webpackChunkName: 'date-actions' */ './dateActionsScreen.ts');

/** What can become of one date, fetched when the date is opened. */
export function DateActionsOnDemand(props: ComponentProps<typeof DateActions>) {
  const { code, hasFailed, want } = useCode(load);
  useEffect(want, [want]);
  return code === undefined ? (
    <OnItsWay hasFailed={hasFailed} onAgain={want} />
  ) : (
    <MoreWords sections={code.words}>
      <code.DateActions {...props} />
    </MoreWords>
  );
}

/** The quick way out of a clash, fetched where there is one. */
export function QuickMendOnDemand(props: ComponentProps<typeof QuickMend>) {
  const { code, hasFailed, want } = useCode(load);
  useEffect(want, [want]);
  return code === undefined ? (
    <OnItsWay hasFailed={hasFailed} onAgain={want} />
  ) : (
    <MoreWords sections={code.words}>
      <code.QuickMend {...props} />
    </MoreWords>
  );
}

function OnItsWay({ hasFailed, onAgain }: { readonly hasFailed: boolean; readonly onAgain: () => void }) {
  const words = useWords().app.part;
  return hasFailed ? (
    <div>
      <Button size="small" onClick={onAgain}>
        {words.failed}
      </Button>
    </div>
  ) : (
    <Spinner size="tiny" label={words.loading} labelPosition="after" />
  );
}
