import { makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { SeasonStem } from '#components/SeasonStem.tsx';
import type { ZoneRules } from '#domain/availability/types.ts';
import type { Hint, Mentorship } from '#domain/mentorship/types.ts';
import { DateDetails } from './DateDetails.tsx';
import { quiet } from './homeStyles.ts';
import { isOver } from '#domain/mentorship/seasonOf.ts';
import { HintNote, type HintNoteProps } from './HintNote.tsx';
import type { OpenedDate } from './useOpenedDate.ts';
import type { MentorshipActions } from './CardActions.tsx';
import { MetQuestion } from './MetQuestion.tsx';
import { QuestionNote } from './QuestionNote.tsx';
import { markOf, partnerName, spokenDate, sumText, wallOf, type HomeContext } from './homeText.ts';

export interface SeasonPartProps extends Pick<HintNoteProps, 'onOpenCalendar' | 'onAccept'> {
  readonly mentorship: Mentorship;
  readonly clock: ZoneRules | undefined;
  readonly context: HomeContext;
  readonly actions: MentorshipActions;
  readonly opened: OpenedDate;
}

/** The season as a stem, its sum in words, and at most one thing that asks for something. */
export function SeasonPart(props: SeasonPartProps) {
  const { mentorship, clock, context, onOpenCalendar, onAccept, actions, opened } = props;
  const classes = useStyles();
  const { dates, met } = actions;
  // What was sent is told where it was asked, although the calendar asks no more.
  const [acted, setActed] = useState<Hint>();
  const { words, format } = context;
  const { season } = mentorship;
  const partner = partnerName(mentorship, context);
  const detailsId = useId();
  const hint = acted ?? (season.hint?.kind === 'ended' ? undefined : season.hint);
  const openDate = season.dates.find((date) => date.originalDay === opened.day);
  return (
    <>
      {season.dates.length > 0 && (
        <SeasonStem
          label={words.card.stem({ partner })}
          dates={season.dates.map((date) => ({
            key: date.key,
            day: wallOf(date, context).day,
            state: markOf(date),
            label: spokenDate(date, partner, clock, context),
          }))}
          openKey={openDate?.key}
          detailsId={detailsId}
          onOpen={({ key }) => {
            const date = season.dates.find((each) => each.key === key);
            if (date === openDate) opened.close();
            else if (date !== undefined) opened.open(date.originalDay);
          }}
          onClose={opened.close}
        />
      )}
      {openDate !== undefined && (
        <DateDetails
          id={detailsId}
          date={openDate}
          partner={partner}
          clock={clock}
          context={context}
          actions={
            isOver(openDate.standing)
              ? met && (
                  <MetQuestion
                    date={openDate}
                    context={context}
                    said={met.said(openDate.originalDay)}
                    onSay={(answer) => met.say(openDate.originalDay, answer)}
                  />
                )
              : dates && opened.occurrence && dates.draw(opened.occurrence, opened.panel)
          }
          onClose={opened.close}
        />
      )}
      <div className={classes.foot}>
        <p className={classes.sum}>
          <bdi>{sumText(season.sum, context)}</bdi>
          {mentorship.followsFrom !== undefined && (
            <>
              {' '}
              <bdi>
                {words.card.follows({
                  day: format.day(
                    wallOf({ start: mentorship.followsFrom, end: mentorship.followsFrom }, context).day,
                    'date',
                  ),
                })}
              </bdi>
            </>
          )}
        </p>
        {hint !== undefined && (
          <HintNote
            hint={hint}
            isActed={acted !== undefined}
            mentorship={mentorship}
            context={context}
            onOpenCalendar={onOpenCalendar}
            onAccept={onAccept}
            onOtherTimes={dates && ((day) => opened.open(day, 'move'))}
            mend={dates?.mend}
            onActed={() => setActed(hint)}
          />
        )}
        {(hint === undefined || hint.kind === 'partnerUnanswered') && (
          <QuestionNote mentorship={mentorship} context={context} actions={actions} />
        )}
      </div>
    </>
  );
}

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    rowGap: '8px',
    minHeight: '36px',
  },
  sum: { ...quiet, margin: 0 },
});
