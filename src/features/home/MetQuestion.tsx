import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { MetAnswer } from '#domain/mentorship/metLog.ts';
import type { SeasonDate } from '#domain/mentorship/types.ts';
import { wallOf, type HomeContext } from './homeText.ts';

export interface MetQuestionProps {
  readonly date: SeasonDate;
  readonly context: HomeContext;
  /** What was said already. */
  readonly said: MetAnswer | undefined;
  /** Undefined takes back what was said. */
  readonly onSay: (answer: MetAnswer | undefined) => void;
  /** Leaves it open for good; no such button without it. */
  readonly onLeave?: (() => void) | undefined;
}

const answers: readonly MetAnswer[] = ['met', 'moved', 'missed'];

/** "How did 19 November go?" One tap, by either; where nobody says, it stays open. */
export function MetQuestion({ date, context, said, onSay, onLeave }: MetQuestionProps) {
  const classes = useStyles();
  const id = useId();
  const { format } = context;
  const words = context.words.questions;
  const day = format.day(wallOf(date, context).day, 'date');
  return (
    <section aria-labelledby={id} className={classes.root}>
      <span id={id} className={classes.text}>
        <bdi>{said === undefined ? words.didYouMeet({ day }) : words.noted[said]}</bdi>
      </span>
      {said === undefined ? (
        answers.map((answer) => (
          <Button
            key={answer}
            size="small"
            aria-label={words.answerSpoken({ answer: words.answers[answer], day })}
            onClick={() => onSay(answer)}
          >
            {words.answers[answer]}
          </Button>
        ))
      ) : (
        <Button
          size="small"
          appearance="subtle"
          aria-label={words.undoSpoken({ day })}
          onClick={() => onSay(undefined)}
        >
          {words.undo}
        </Button>
      )}
      {said === undefined && onLeave !== undefined && (
        <Button size="small" appearance="subtle" aria-label={words.leaveSpoken({ day })} onClick={onLeave}>
          {words.leave}
        </Button>
      )}
      <span className={classes.note}>
        <bdi>{words.onlyYou}</bdi>
      </span>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '6px' },
  text: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  note: {
    flexBasis: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});
