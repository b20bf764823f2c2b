import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SeasonDate } from '#domain/mentorship/types.ts';
import type { Mentorship } from '#domain/mentorship/types.ts';
import type { MentorshipActions } from './CardActions.tsx';
import type { HomeContext } from './homeText.ts';
import { MetQuestion } from './MetQuestion.tsx';

export interface QuestionNoteProps {
  readonly mentorship: Mentorship;
  readonly context: HomeContext;
  readonly actions: Pick<MentorshipActions, 'met' | 'seasons'>;
}

/** What is asked kindly when nothing else asks; an answer stays in sight, with its undo, until home is left. */
export function QuestionNote({ mentorship, context, actions }: QuestionNoteProps) {
  const classes = useStyles();
  const words = context.words.questions;
  const { question } = mentorship.season;
  const { met, seasons } = actions;
  const [saidOf, setSaidOf] = useState<SeasonDate>();
  const asked = saidOf ?? (question?.kind === 'didYouMeet' ? question.date : undefined);
  if (met === undefined) return null;
  return (
    <>
      {asked !== undefined && (
        <MetQuestion
          date={asked}
          context={context}
          said={met.said(asked.originalDay)}
          onSay={(answer) => {
            setSaidOf(asked);
            met.say(asked.originalDay, answer);
          }}
          onLeave={() => {
            setSaidOf(undefined);
            met.leave(asked.originalDay);
          }}
        />
      )}
      {question?.kind === 'twoMissed' && (
        <div className={classes.gentle}>
          <span>
            <bdi>{words.twoMissed}</bdi>
          </span>
          {seasons !== undefined && (
            <Button size="small" onClick={seasons}>
              {words.twoMissedLook}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setSaidOf(undefined);
              met.leave(question.date.originalDay);
            }}
          >
            {words.twoMissedLeave}
          </Button>
        </div>
      )}
    </>
  );
}

const useStyles = makeStyles({
  gentle: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    rowGap: '6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});
