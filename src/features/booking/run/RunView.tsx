import { Button } from '@fluentui/react-components';
import { useWords } from '#words/Words.ts';
import { useFormat } from '#words/FormatContext.ts';
import type { IdentityPort } from '#ports/identity.ts';
import type { Person } from '#ports/people.ts';
import type { HostPort } from '#ports/host.ts';
import type { DateState } from '#domain/season/types.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { CalendarPort } from '#ports/calendar.ts';
import { callName } from '#domain/text/callName.ts';
import { DoneView } from './DoneView.tsx';
import { Ladder } from './Ladder.tsx';
import { RunCard } from './RunCard.tsx';
import { rungsOf } from './rungs.ts';
import type { SeasonTask } from './seasonTask.ts';
import { StoppedView } from './StoppedView.tsx';
import { UndoView } from './UndoView.tsx';
import type { SeasonRun } from './useSeasonRun.ts';
import { WaitNotice } from './WaitNotice.tsx';

export interface RunViewProps {
  readonly run: SeasonRun;
  readonly task: SeasonTask;
  readonly me: Person;
  readonly partner: Person;
  readonly services: {
    readonly identity: IdentityPort;
    readonly host: HostPort;
    readonly calendar: CalendarPort;
  };
  readonly readNow: () => EpochMilli;
  /** Later clashes that were left for when they are near. */
  readonly laterClashes: number;
  /** Planned times that are taken by now, by the day they belong to. */
  readonly takenTargets?: ReadonlyMap<IsoDay, DateState> | undefined;
  /** Where nothing has been sent yet, one can go back and change it. */
  readonly onBack: (() => void) | undefined;
  readonly onHome: () => void;
  readonly onNeedsAdmin: (() => void) | undefined;
}

/** A season between the click and the last message: working, stopped, done, or taken back. */
export function RunView(props: RunViewProps) {
  const { run, task, partner, readNow, onHome } = props;
  const words = useWords().booking;
  const format = useFormat();
  const { plan } = task;
  const { state } = run;
  const name = callName(partner);
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running': {
      const rungs = rungsOf(plan, state.progress, 'running', { words, format, partner: name });
      const step = rungs.findIndex((rung) => rung.mark === 'running') + 1;
      return (
        <RunCard
          seasonNumber={plan.seasonNumber}
          focusKey="running"
          eyebrow={step === 0 ? undefined : words.run.eyebrow({ step, of: rungs.length })}
          heading={words.run.heading}
          sentence={words.run.sentence}
          hint={words.run.stopHint}
          actions={
            <Button size="large" onClick={run.stop}>
              {state.isStopping ? words.run.stopping : words.run.stop}
            </Button>
          }
        >
          <Ladder rungs={rungs} label={words.run.listName} />
          {run.wait !== undefined && <WaitNotice key={run.wait.until} wait={run.wait} readNow={readNow} />}
        </RunCard>
      );
    }
    case 'stopped':
      return <StoppedView {...props} state={state} />;
    case 'askingUndo':
    case 'undoing':
    case 'undoStopped':
      return <UndoView {...props} state={state} />;
    case 'booked':
      return <DoneView {...props} outcome={state.outcome} />;
    case 'gone':
    case 'undone': {
      const wasThere = state.kind === 'undone' && state.wasThere;
      const heading =
        state.kind === 'gone'
          ? words.run.gone.heading
          : wasThere
            ? words.run.undo.done
            : words.run.undo.nothingThere;
      const sentence =
        state.kind === 'gone'
          ? words.run.gone.sentence({ partner: name })
          : wasThere
            ? words.run.undo.doneSentence({ partner: name })
            : undefined;
      return (
        <RunCard
          seasonNumber={plan.seasonNumber}
          focusKey={state.kind}
          heading={heading}
          sentence={sentence}
          actions={
            <Button size="large" appearance="primary" onClick={onHome}>
              {words.run.done.home}
            </Button>
          }
        />
      );
    }
    default:
      return state satisfies never;
  }
}
