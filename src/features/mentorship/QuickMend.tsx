import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { timeText } from '#components/timeText.ts';
import type { PersonSchedule } from '#domain/availability/types.ts';
import { lookForMoves } from '#domain/mentorship/lookForMoves.ts';
import type { OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import type { DateDeed, NewTime } from './dateDeed.ts';
import { DeedResult } from './DeedResult.tsx';
import { useDateDeed } from './useDateDeed.ts';
import { useTimeContext } from './useTimeContext.ts';

export interface QuickMendProps {
  readonly services: Services;
  readonly me: Pick<Person, 'address'>;
  readonly series: SeriesRecord;
  readonly occurrence: OccurrenceRecord;
  /** All dates of the series. */
  readonly occurrences: readonly OccurrenceRecord[];
  /** Free/busy of the weeks ahead, where it was read; without it only the other times are offered. */
  readonly schedules: readonly PersonSchedule[] | undefined;
  /** A new time that the partner proposes. */
  readonly proposed: NewTime | undefined;
  readonly onOtherTimes: () => void;
  readonly onActed: () => void;
  readonly onChanged: () => void;
}

/**
 * The nearest new time of a date as one button: the organiser moves to it, the attendee proposes it; or the time that the partner
 * proposes, taken as it is. What it sends stands beside it.
 */
export function QuickMend(props: QuickMendProps) {
  const { services, me, series, occurrence, occurrences, schedules, proposed, onOtherTimes } = props;
  const { onActed, onChanged } = props;
  const classes = useStyles();
  const texts = useWords().mentorship.date;
  const { state, act, undo } = useDateDeed(() => {
    onActed();
    onChanged();
  });
  const context = useTimeContext({
    services,
    me,
    series,
    schedules: schedules ?? [],
    start: occurrence.start,
  });
  const { format, partner } = context;
  const moves = useMemo(
    () =>
      schedules === undefined || proposed !== undefined
        ? []
        : lookForMoves({
            zone: services.clock.zone(),
            seriesZone: series.zone,
            date: occurrence,
            dates: occurrences.filter((each) => !each.isCancelled),
            schedules,
            now: services.clock.now(),
          }).moves,
    [services, series, occurrence, occurrences, schedules, proposed],
  );
  const about = { services, me, series, occurrence };
  const to = proposed ?? moves[0];
  const isOver = state.kind === 'done' || state.kind === 'undone' || state.kind === 'changed';
  const { isOrganizer } = series;
  const day = format.day(timeText(occurrence, context).day, 'long');
  const toText = to && timeText(to, context);
  const values = toText && { day: format.day(toText.day, 'medium'), time: toText.time };
  const isTaking = proposed !== undefined;
  const deed: DateDeed | undefined =
    to &&
    (isOrganizer
      ? { kind: 'move', to: { start: to.start, end: to.end } }
      : { kind: 'propose', to: { start: to.start, end: to.end }, stillComes: true, comment: '' });
  return (
    <>
      {!isOver && deed !== undefined && values !== undefined && (
        <Button
          size="small"
          disabledFocusable={state.kind === 'sending'}
          aria-label={texts.quickSpoken({
            label: isTaking ? texts.take : isOrganizer ? texts.moveTo(values) : texts.proposeTime(values),
            day,
            to: `${values.day}, ${values.time}`,
            partner,
          })}
          // Home's look is as old as its picture, so both calendars and the date are looked at once more before it is sent.
          onClick={() => act({ about, deed, lookedAt: isTaking ? undefined : 0, context })}
        >
          <bdi>
            {state.kind === 'sending'
              ? texts.sending
              : isTaking
                ? texts.take
                : isOrganizer
                  ? texts.moveTo(values)
                  : texts.proposeTime(values)}
          </bdi>
        </Button>
      )}
      {!isOver && (
        <Button
          size="small"
          appearance="transparent"
          className={classes.link}
          aria-label={texts.otherTimesSpoken({ day })}
          onClick={onOtherTimes}
        >
          {moves.length > 1 ? texts.otherTimes({ count: moves.length }) : texts.otherTimesPlain}
        </Button>
      )}
      {!isOver && deed !== undefined && (
        <span className={classes.costs}>
          <bdi>{isOrganizer ? texts.costs.move({ partner }) : texts.costs.propose({ partner })}</bdi>
        </span>
      )}
      <DeedResult state={state} context={context} onUndo={(back) => undo(about, back)} />
    </>
  );
}

const useStyles = makeStyles({
  link: {
    minWidth: 'auto',
    textDecorationLine: 'underline',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  costs: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
