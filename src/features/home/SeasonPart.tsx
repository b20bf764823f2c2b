import { makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { SeasonStem } from '#components/SeasonStem.tsx';
import type { ZoneRules } from '#domain/availability/types.ts';
import type { Mentorship } from '#domain/mentorship/types.ts';
import { DateDetails } from './DateDetails.tsx';
import { quiet } from './homeStyles.ts';
import { HintNote, type HintNoteProps } from './HintNote.tsx';
import type { OpenedDate } from './useOpenedDate.ts';
import type { DateParts } from './CardActions.tsx';
import { markOf, partnerName, spokenDate, sumText, wallOf, type HomeContext } from './homeText.ts';

export interface SeasonPartProps extends Pick<HintNoteProps, 'onOpenCalendar' | 'onAccept'> {
  readonly mentorship: Mentorship;
  readonly clock: ZoneRules | undefined;
  readonly context: HomeContext;
  readonly dates: DateParts | undefined;
  readonly opened: OpenedDate;
}

/** The season as a stem, its sum in words, and at most one thing that asks for something. */
export function SeasonPart(props: SeasonPartProps) {
  const { mentorship, clock, context, onOpenCalendar, onAccept, dates, opened } = props;
  const classes = useStyles();
  const { words, format } = context;
  const { season } = mentorship;
  const partner = partnerName(mentorship, context);
  const detailsId = useId();
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
          actions={dates && opened.occurrence && dates.draw(opened.occurrence, opened.panel)}
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
        {season.hint !== undefined && season.hint.kind !== 'ended' && (
          <HintNote
            hint={season.hint}
            mentorship={mentorship}
            context={context}
            onOpenCalendar={onOpenCalendar}
            onAccept={onAccept}
            onOtherTimes={dates && ((day) => opened.open(day, 'move'))}
          />
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
