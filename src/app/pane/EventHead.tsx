import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { SeasonMark } from '#components/SeasonMark.tsx';
import { forcedColors } from '#components/seasonTokens.ts';
import { spokenOnly } from '#components/spokenOnly.ts';
import type { SeasonDate } from '#domain/mentorship/types.ts';
import { markOf, partnerTime, stateText, wallOf, type HomeContext } from '#features/home/homeText.ts';
import { useWords } from '#words/Words.ts';
import { datesAround, isOn, placeOf, type ShownSeason } from './shownSeason.ts';

export interface EventHeadProps {
  readonly season: ShownSeason;
  readonly date: SeasonDate;
  readonly context: HomeContext;
  /** Shows another date of the season. */
  readonly onShow: (date: SeasonDate) => void;
  /** How the meeting was found, and what can become of it. */
  readonly children?: ReactNode;
}

/** Marks in the row between the arrows. */
const mostMarks = 11;

/** Which meeting of the season, its day on both clocks, and its neighbours. */
export function EventHead({ season, date, context, onShow, children }: EventHeadProps) {
  const classes = useStyles();
  const words = useWords().pane.event;
  const { format } = context;
  const { dates, called, clock } = season;
  const { day, from, to } = wallOf(date, context);
  const theirs = partnerTime(date, called, clock, false, context);
  const place = placeOf(date, dates);
  const index = dates.findIndex(({ key }) => key === date.key);
  const earlier = dates.slice(0, index).findLast(isOn);
  const later = dates.slice(index + 1).find(isOn);
  const dayOf = (other: SeasonDate): string => format.day(wallOf(other, context).day, 'long');
  return (
    <>
      <PageHeading
        focusKey={date.key}
        takesFocus="ifLost"
        eyebrow={
          place === undefined
            ? words.offPlace({ partner: called })
            : words.place({ ...place, partner: called })
        }
        sentence={
          <span className={classes.times}>
            <bdi className={classes.mine}>{format.timeRange(from, to)}</bdi>
            {theirs !== undefined && <bdi className={classes.theirs}>{theirs}</bdi>}
          </span>
        }
      >
        {format.day(day, 'long')}
      </PageHeading>
      <div className={classes.row}>
        <Arrow
          label={earlier === undefined ? words.noEarlier : words.earlier({ day: dayOf(earlier) })}
          icon={<ChevronLeftRegular className={classes.turns} />}
          onGo={earlier && (() => onShow(earlier))}
        />
        <span aria-hidden="true" className={classes.marks}>
          {datesAround(date, dates, mostMarks).map((each) => (
            <span
              key={each.key}
              className={mergeClasses(classes.mark, each.key === date.key && classes.shown)}
            >
              <SeasonMark state={markOf(each)} size={14} />
            </span>
          ))}
        </span>
        <Arrow
          label={later === undefined ? words.noLater : words.later({ day: dayOf(later) })}
          icon={<ChevronRightRegular className={classes.turns} />}
          onGo={later && (() => onShow(later))}
        />
      </div>
      <span className={isTold(date) ? classes.state : classes.spoken}>
        <bdi>{stateText(date, called, context)}</bdi>
      </span>
      {children}
    </>
  );
}

/** Whether the state of a date is more than its mark and its day tell anybody. */
function isTold({ standing, isMoved }: SeasonDate): boolean {
  return isMoved || !['next', 'toCome', 'past'].includes(standing.kind);
}

function Arrow({
  label,
  icon,
  onGo,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onGo: (() => void) | undefined;
}) {
  return (
    <Button
      appearance="subtle"
      size="small"
      aria-label={label}
      disabledFocusable={onGo === undefined}
      icon={<>{icon}</>}
      onClick={() => onGo?.()}
    />
  );
}

const useStyles = makeStyles({
  times: { display: 'flex', flexWrap: 'wrap', columnGap: '12px' },
  mine: { color: tokens.colorNeutralForeground1 },
  theirs: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  // Arrows point the other way where one reads the other way.
  turns: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
  marks: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  mark: {
    display: 'flex',
    paddingBlock: '3px',
    borderBlockEndWidth: '2px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: 'transparent',
    [forcedColors]: { borderBlockEndColor: 'Canvas' },
  },
  shown: {
    borderBlockEndColor: tokens.colorCompoundBrandStroke,
    [forcedColors]: { borderBlockEndColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  state: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '::first-letter': { textTransform: 'uppercase' },
    display: 'block',
  },
  spoken: spokenOnly,
});
