import { Button, Checkbox, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { timeText, type TimeContext } from '#components/timeText.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { useWords } from '#words/Words.ts';
import type { DateDeed, NewTime } from './dateDeed.ts';
import { MoveChoice } from './MoveChoice.tsx';
import type { LookState } from './useMoveLook.ts';

export interface MovePanelProps {
  /** `skip` shows other times first, too. */
  readonly mode: 'move' | 'skip';
  readonly isOrganizer: boolean;
  readonly date: NewTime;
  readonly look: LookState;
  readonly context: TimeContext;
  readonly now: EpochMilli;
  readonly isSending: boolean;
  readonly isQuiet: boolean;
  readonly focusId: string;
  readonly onLookAgain: () => void;
  readonly onAct: (deed: DateDeed) => void;
}

const mostLetters = 500;

/** Other times for one date, what sending costs, and the button that sends. */
export function MovePanel(props: MovePanelProps) {
  const { mode, isOrganizer, date, look, context, now, isSending, isQuiet, focusId, onLookAgain, onAct } =
    props;
  const classes = useStyles();
  const texts = useWords().mentorship.date;
  const { format, partner } = context;
  const [own, setOwn] = useState<NewTime>();
  const [stillComes, setStillComes] = useState(true);
  const [comment, setComment] = useState('');
  if (look.kind === 'changed') return null;
  if (look.kind === 'looking') {
    return (
      <output className={classes.looking}>
        <Spinner size="tiny" aria-hidden="true" />
        <bdi>{texts.looking}</bdi>
      </output>
    );
  }
  const first = look.kind === 'ready' ? look.look.moves[0] : undefined;
  const chosen = own ?? (first && { start: first.start, end: first.end });
  const spokenDay = format.day(timeText(date, context).day, 'long');
  const chosenText = chosen && timeText(chosen, context);
  const to = chosenText && { day: format.day(chosenText.day, 'medium'), time: chosenText.time };
  const isSkip = mode === 'skip';
  const costs = isOrganizer
    ? isSkip
      ? texts.costs.skip
      : texts.costs.move
    : isSkip
      ? texts.costs.decline
      : texts.costs.propose;
  return (
    <div className={classes.root}>
      {isSkip && <p className={classes.lead}>{texts.beforeSkip}</p>}
      {look.kind === 'failed' ? (
        <FailureNotice
          code={look.failure.code}
          detail={look.failure.detail}
          onHelp={{ again: onLookAgain, look: onLookAgain }}
        />
      ) : (
        <MoveChoice
          label={isOrganizer ? texts.tilesMove({ day: spokenDay }) : texts.tilesPropose({ day: spokenDay })}
          isMove={isOrganizer}
          date={date}
          look={look.look}
          chosen={chosen}
          context={context}
          now={now}
          focusId={focusId}
          onChoose={setOwn}
        />
      )}
      {!isOrganizer && (
        <>
          <Checkbox
            label={texts.stillComes}
            checked={stillComes}
            onChange={(_, { checked }) => setStillComes(checked === true)}
          />
          <Field label={texts.comment({ partner })}>
            <Input value={comment} maxLength={mostLetters} onChange={(_, { value }) => setComment(value)} />
          </Field>
        </>
      )}
      <div className={classes.foot}>
        {chosen !== undefined && to !== undefined && look.kind === 'ready' && (
          <Button
            appearance={isQuiet || isSkip ? 'secondary' : 'primary'}
            disabledFocusable={isSending}
            onClick={() =>
              onAct(
                isOrganizer
                  ? { kind: 'move', to: chosen }
                  : { kind: 'propose', to: chosen, stillComes, comment },
              )
            }
          >
            <bdi>
              {isSending && !isSkip ? texts.sending : isOrganizer ? texts.moveTo(to) : texts.proposeTime(to)}
            </bdi>
          </Button>
        )}
        {isSkip && (
          <Button
            appearance="subtle"
            disabledFocusable={isSending}
            aria-label={texts.skipAllSpoken({ day: spokenDay })}
            onClick={() => onAct(isOrganizer ? { kind: 'skip' } : { kind: 'decline', comment })}
          >
            {isSending ? texts.sending : texts.skipAll}
          </Button>
        )}
        <p className={classes.costs}>
          <bdi>{costs({ partner })}</bdi>
        </p>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  looking: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '52px',
    fontSize: tokens.fontSizeBase300,
  },
  lead: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '6px' },
  costs: {
    margin: 0,
    maxWidth: '60ch',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
