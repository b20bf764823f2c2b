import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, InfoRegular } from '@fluentui/react-icons';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { timeText, type TimeContext } from '#components/timeText.ts';
import { useWords, type Words } from '#words/Words.ts';
import type { DateDeed } from './dateDeed.ts';
import type { DeedState } from './useDateDeed.ts';

export interface DeedResultProps {
  readonly state: DeedState;
  readonly context: TimeContext;
  readonly onUndo: (deed: DateDeed) => void;
}

/** What became of it, spoken when it changes, with the undo where the calendar has one. */
export function DeedResult({ state, context, onUndo }: DeedResultProps) {
  const classes = useStyles();
  const texts = useWords().mentorship.date;
  const { format, partner } = context;
  if (state.kind === 'failed') {
    return <FailureNotice code={state.failure.code} detail={state.failure.detail} />;
  }
  const text = textOf(state, context, texts);
  const undo = state.kind === 'done' ? state.undo : undefined;
  const isGood = state.kind === 'done' || state.kind === 'undone';
  return (
    <div className={text === undefined ? undefined : classes.root}>
      <output className={classes.text}>
        {text !== undefined && (
          <>
            {isGood ? (
              <CheckmarkCircleRegular aria-hidden="true" className={classes.icon} />
            ) : (
              <InfoRegular aria-hidden="true" className={classes.icon} />
            )}
            <bdi>{text}</bdi>
          </>
        )}
      </output>
      {state.kind === 'done' && undo !== undefined && (
        <Button
          size="small"
          aria-label={texts.undoSpoken({
            day: format.day(timeText(state.before, context).day, 'long'),
            partner,
          })}
          onClick={() => onUndo(undo)}
        >
          {texts.undo}
        </Button>
      )}
    </div>
  );
}

function textOf(
  state: DeedState,
  context: TimeContext,
  texts: Words['mentorship']['date'],
): string | undefined {
  const { partner } = context;
  switch (state.kind) {
    case 'done':
      return doneText(state.deed, context, texts);
    case 'undone':
      return texts.done.undone({ partner });
    case 'changed':
      return texts.changed;
    case 'again':
      return texts.again;
    case 'refused':
      return texts.refused;
    case 'newlyTaken':
      return texts.newlyTaken({ why: state.why });
    case 'idle':
    case 'sending':
    case 'failed':
      return undefined;
    default:
      return state satisfies never;
  }
}

function doneText(deed: DateDeed, context: TimeContext, texts: Words['mentorship']['date']): string {
  const { partner, format } = context;
  if (deed.kind === 'skip') return texts.done.skip({ partner });
  if (deed.kind === 'decline') return texts.done.decline({ partner });
  const { day, time } = timeText(deed.to, context);
  const values = { day: format.day(day, 'medium'), time, partner };
  return deed.kind === 'move' ? texts.done.move(values) : texts.done.propose(values);
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  text: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, fontSize: '20px' },
});
