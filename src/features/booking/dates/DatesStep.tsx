import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import { useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import type { ClockChange, DateDecision, SeasonPreview, SeasonQuery } from '#domain/season/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay, ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { middleContainer, plainList } from '#components/sharedStyles.ts';
import { ClockRow, DateRowItem } from './DateRowItem.tsx';
import { timeText } from '#components/timeText.ts';
import { isProposed, weekdaysText, type DatesContext } from './datesText.ts';
import { firstUndecided, movesOf, nextUndecided, type DateRow } from './dateRows.ts';
import { MendCard } from './MendCard.tsx';

export interface DatesStepProps {
  readonly preview: SeasonPreview;
  readonly rows: readonly DateRow[];
  readonly query: SeasonQuery;
  /** The date whose card is open; `first` means the first that needs a decision. */
  readonly opened: IsoDay | 'first' | 'none';
  /** Days that changed between looking and booking. */
  readonly changed: readonly IsoDay[];
  readonly now: EpochMilli;
  readonly context: DatesContext;
  /** What the partner receives, beside the dates. */
  readonly aside: ReactNode;
  readonly onOpen: (day: IsoDay | 'none') => void;
  readonly onDecide: (decision: DateDecision, next: IsoDay | 'none') => void;
  readonly onForget: (day: IsoDay) => void;
}

/** The last step before booking: every date, what becomes of it, and all that will be sent. */
export function DatesStep(props: DatesStepProps) {
  const { preview, rows, query, opened, changed, now, context, aside, onOpen, onDecide, onForget } = props;
  const classes = useStyles();
  const { words, format, zone, isMe } = context;
  const id = useId();
  const openDay = opened === 'first' ? (firstUndecided(rows)?.date.day ?? 'none') : opened;
  const later = rows.filter((row) => row.need === 'later');
  const focusAfter = useFocusAfter(id);

  const close = (row: DateRow): void => {
    const { day } = row.date;
    const next = nextUndecided(rows, day)?.date.day ?? 'none';
    focusAfter(next === 'none' ? day : next);
    // Closing keeps what is chosen, so a proposal becomes a decision.
    if (row.decision === undefined && row.effect !== undefined) onDecide(row.effect, next);
    else onOpen(row.need === 'none' ? 'none' : next);
  };

  return (
    <>
      <PageHeading
        focusKey={changed.length > 0 ? `dates-${changed.join(' ')}` : 'dates'}
        className={classes.heading}
        sentence={changed.length > 0 ? words.dates.changedSentence : sentenceOf(preview, context)}
      >
        {changed.length > 0 ? words.dates.changedHeading({ count: changed.length }) : words.dates.heading}
      </PageHeading>
      <div className={classes.columns}>
        <div className={classes.dates}>
          <ol aria-label={words.dates.listName} className={classes.list}>
            {rows.map((row, index) => {
              const { day } = row.date;
              const shownDay = dayShown(row, openDay, zone);
              const before = rows[index - 1];
              const beforeDay = before && dayShown(before, openDay, zone);
              const changes = preview.clockChanges.filter(
                (change) => change.beforeDate === row.index && !isMe(change.personId),
              );
              return [
                ...changes.map((change) => (
                  <ClockRow key={`clock-${change.day}`} icon={<ClockRegular />}>
                    {clockText(change, preview, context)}
                  </ClockRow>
                )),
                <DateRowItem
                  key={day}
                  row={row}
                  isFirst={index === 0}
                  isLast={index === rows.length - 1}
                  isFirstOfMonth={beforeDay === undefined || beforeDay.slice(0, 7) !== shownDay.slice(0, 7)}
                  isNew={changed.includes(day)}
                  context={context}
                  buttonId={`${id}-row-${day}`}
                  onOpen={() => {
                    focusAfter(day);
                    onOpen(day);
                  }}
                  onClose={() => close(row)}
                  card={
                    day === openDay ? (
                      <OpenCard
                        row={row}
                        rows={rows}
                        preview={preview}
                        query={query}
                        now={now}
                        context={context}
                        focusId={`${id}-card-${day}`}
                        onDecide={(decision, isLast) => {
                          const next = isLast ? (nextUndecided(rows, day)?.date.day ?? 'none') : day;
                          if (isLast) focusAfter(next === 'none' ? day : next);
                          onDecide(decision, next);
                        }}
                        onForget={() => {
                          focusAfter(day);
                          onForget(day);
                        }}
                      />
                    ) : undefined
                  }
                />,
              ];
            })}
          </ol>
          {later.length > 0 && (
            <p className={classes.later}>
              <bdi>{words.dates.laterNote({ count: later.length })}</bdi>{' '}
              <Button
                size="small"
                onClick={() => {
                  const [first] = later;
                  if (first === undefined) return;
                  focusAfter(first.date.day);
                  onOpen(first.date.day);
                }}
              >
                {words.dates.mendNow}
              </Button>
            </p>
          )}
        </div>
        <div className={classes.aside}>{aside}</div>
      </div>
    </>
  );

  function sentenceOf(shown: SeasonPreview, { partner }: DatesContext): ReactNode {
    const [first] = shown.dates;
    if (first === undefined) return undefined;
    const time = timeText(first, context);
    const [change] = shown.clockChanges.filter((each) => !isMe(each.personId));
    const own = words.dates.sentence({
      weekdays: weekdaysText(shown.slot, words, format),
      time: time.time,
    });
    const theirs =
      time.partnerTime === undefined
        ? []
        : change === undefined || shown.clockChanges.filter((each) => !isMe(each.personId)).length > 1
          ? [`${time.partnerTime}.`]
          : [
              words.dates.sentencePartnerChange({
                before: format.time(change.partnerMinuteBefore),
                after: format.time(change.partnerMinuteAfter),
                day: format.day(change.day, 'date'),
                partner,
              }),
            ];
    return <bdi>{[own, ...theirs].join(' ')}</bdi>;
  }
}

interface OpenCardProps {
  readonly row: DateRow;
  readonly rows: readonly DateRow[];
  readonly preview: SeasonPreview;
  readonly query: SeasonQuery;
  readonly now: EpochMilli;
  readonly context: DatesContext;
  readonly focusId: string;
  readonly onDecide: (decision: DateDecision, isLast: boolean) => void;
  readonly onForget: () => void;
}

/** Works out the moves only for a date that is open. */
function OpenCard({ row, rows, preview, query, ...rest }: OpenCardProps) {
  const moves = useMemo(() => movesOf(row, rows, preview, query), [row, rows, preview, query]);
  const { zone } = rest.context;
  return (
    <MendCard
      {...rest}
      row={row}
      query={query}
      moves={moves}
      between={between(row, rows, query, zone)}
      leftIfSkipped={rows.filter((each) => each.index !== row.index && each.effect?.kind !== 'skip').length}
    />
  );
}

/** The day that a row shows: where the date will stand, but its own while that is still to be chosen. */
function dayShown(row: DateRow, openDay: IsoDay | 'none', zone: ZoneName): IsoDay {
  const isOwn = row.date.day === openDay || isProposed(row) || row.stands === undefined;
  return isOwn ? row.date.day : toWall(row.stands.start, zone).day;
}

/** The days of the neighbours, before and after any move of theirs: a date stays strictly between them. */
function between(
  row: DateRow,
  rows: readonly DateRow[],
  query: SeasonQuery,
  zone: string,
): { readonly afterDay: IsoDay; readonly beforeDay: IsoDay } {
  const daysOf = (each: DateRow | undefined): readonly IsoDay[] =>
    each === undefined
      ? []
      : [each.date.day, ...(each.stands === undefined ? [] : [toWall(each.stands.start, zone).day])];
  const before = [addDays(query.firstDay, -1), ...daysOf(rows[row.index - 1])];
  const after = [addDays(query.lastDay, 1), ...daysOf(rows[row.index + 1])];
  return {
    afterDay: before.reduce((one, other) => (one > other ? one : other)),
    beforeDay: after.reduce((one, other) => (one < other ? one : other)),
  };
}

function clockText(change: ClockChange, preview: SeasonPreview, context: DatesContext): string {
  const { words, format, partner } = context;
  return words.dates.clockChange({
    city: format.city(change.zone),
    day: format.day(change.day, 'date'),
    mine: format.time(preview.slot.startMinute),
    partner,
    theirs: format.time(change.partnerMinuteAfter),
  });
}

/**
 * After a choice the focus goes to the card that opens, else to the button of the row that closed; never nowhere. Returns the way to say
 * which day is meant.
 */
function useFocusAfter(id: string): (day: IsoDay) => void {
  const wanted = useRef<IsoDay>(undefined);
  // After every render, since only then what was asked for stands on the page.
  useEffect(() => {
    const day = wanted.current;
    if (day === undefined) return;
    const target =
      document.getElementById(`${id}-card-${day}`) ?? document.getElementById(`${id}-row-${day}`);
    if (target === null) return;
    wanted.current = undefined;
    target.focus();
  });
  return (day) => {
    wanted.current = day;
  };
}

const useStyles = makeStyles({
  heading: { marginBlockEnd: '16px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 360px',
    alignItems: 'start',
    columnGap: '40px',
    rowGap: '24px',
    '@container (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr) 300px', columnGap: '24px' },
    [middleContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  dates: { minWidth: 0 },
  list: plainList,
  later: {
    marginBlockStart: '12px',
    marginBlockEnd: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '28px',
    color: tokens.colorNeutralForeground2,
  },
  aside: { minWidth: 0 },
});
