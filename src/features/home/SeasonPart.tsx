import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { SeasonStem } from '#components/SeasonStem.tsx';
import type { ZoneRules } from '#domain/availability/types.ts';
import type { Mentorship } from '#domain/mentorship/types.ts';
import { DateDetails } from './DateDetails.tsx';
import { quiet } from './homeStyles.ts';
import { HintNote, type HintNoteProps } from './HintNote.tsx';
import { markOf, partnerName, spokenDate, sumText, wallOf, type HomeContext } from './homeText.ts';

export interface SeasonPartProps extends Pick<HintNoteProps, 'onOpenCalendar' | 'onAccept'> {
  readonly mentorship: Mentorship;
  readonly clock: ZoneRules | undefined;
  readonly context: HomeContext;
}

/** The season as a stem, its sum in words, and at most one thing that asks for something. */
export function SeasonPart({ mentorship, clock, context, onOpenCalendar, onAccept }: SeasonPartProps) {
  const classes = useStyles();
  const { words, format } = context;
  const { season } = mentorship;
  const partner = partnerName(mentorship, context);
  const [open, setOpen] = useState<{ readonly key: string; readonly mark: HTMLElement }>();
  const openDate = season.dates.find((date) => date.key === open?.key);
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
          openKey={open?.key}
          onOpen={(date, mark) => setOpen(open?.key === date.key ? undefined : { key: date.key, mark })}
        />
      )}
      {open !== undefined && openDate !== undefined && (
        <DateDetails
          key={open.key}
          date={openDate}
          mark={open.mark}
          partner={partner}
          clock={clock}
          context={context}
          onClose={() => setOpen(undefined)}
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
