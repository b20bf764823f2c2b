import { Button, Field, makeStyles, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { Textarea } from '#components/controls/Textarea.tsx';
import { countUndoMessages } from '#domain/season/reconcile.ts';
import { useWords } from '#words/Words.ts';
import { BookingFailure } from '../frame/BookingFailure.tsx';
import { callName } from '#domain/text/callName.ts';
import { RunCard } from './RunCard.tsx';
import type { RunViewProps } from './RunView.tsx';
import { onCalendar } from './seasonTask.ts';
import { undoMessages } from './undoMessages.ts';
import type { RunState } from './useSeasonRun.ts';
import { WaitNotice } from './WaitNotice.tsx';

type UndoState = Extract<RunState, { kind: 'askingUndo' | 'undoing' | 'undoStopped' }>;

const longestLine = 1000;

/** Taking a season back: what it costs, and the line that goes with it, shown before it is sent. */
export function UndoView(props: RunViewProps & { readonly state: UndoState }) {
  const { run, task, me, partner, services, readNow, state, onNeedsAdmin } = props;
  const classes = useStyles();
  const words = useWords().booking;
  const texts = words.run.undo;
  const { plan } = task;
  const { before } = state;
  const name = callName(partner);
  const [line, setLine] = useState(() => texts.line({ me: callName(me) }));
  const messages =
    before.kind === 'booked'
      ? countUndoMessages(plan, onCalendar(before.outcome.series, before.outcome.occurrences)).total
      : undoMessages(plan, before.progress.doneDays);
  const count =
    before.kind === 'booked'
      ? before.outcome.occurrences.filter((each) => !each.isCancelled).length
      : plan.days.length;

  if (state.kind === 'undoing')
    return (
      <RunCard
        seasonNumber={plan.seasonNumber}
        focusKey="undoing"
        heading={texts.running}
        hint={texts.stopHint}
        actions={
          <Button size="large" onClick={run.stop}>
            {texts.stop}
          </Button>
        }
      >
        <Spinner size="small" labelPosition="after" label={texts.runningNow} className={classes.spinner} />
        {run.wait !== undefined && <WaitNotice key={run.wait.until} wait={run.wait} readNow={readNow} />}
      </RunCard>
    );
  return (
    <RunCard
      seasonNumber={plan.seasonNumber}
      focusKey={state.kind}
      heading={state.kind === 'askingUndo' ? texts.heading({ count }) : texts.failed}
      sentence={texts.sentence({ partner: name, count: messages })}
      actions={
        <>
          {state.kind === 'askingUndo' ? (
            <Button size="large" appearance="primary" onClick={() => run.undo(line)}>
              {texts.confirm}
            </Button>
          ) : (
            <Button size="large" appearance="primary" onClick={run.askUndo}>
              {texts.again}
            </Button>
          )}
          <Button size="large" onClick={run.keep}>
            {texts.keep}
          </Button>
        </>
      }
    >
      {state.kind === 'askingUndo' ? (
        <Field label={texts.lineLabel({ partner: name })} className={classes.field}>
          <Textarea
            rows={3}
            maxLength={longestLine}
            value={line}
            onChange={(_, { value }) => setLine(value)}
          />
        </Field>
      ) : (
        state.failure !== undefined && (
          <BookingFailure
            failure={state.failure}
            identity={services.identity}
            me={me}
            scopes={['Calendars.ReadWrite']}
            onAgain={run.askUndo}
            onNeedsAdmin={onNeedsAdmin}
          />
        )
      )}
    </RunCard>
  );
}

const useStyles = makeStyles({
  field: { maxWidth: '640px' },
  spinner: { justifyContent: 'start' },
});
