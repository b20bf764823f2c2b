import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { DateDecision, Move, SeasonQuery } from '#domain/season/types.ts';
import { daysBetween } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { narrowContainer } from '#components/seasonTokens.ts';
import { ChoiceTiles, type ChoiceTile } from '#components/ChoiceTiles.tsx';
import { AnotherTime } from '#components/AnotherTime.tsx';
import { nearnessText, stateText, timeText } from '#components/timeText.ts';
import type { DatesContext } from './datesText.ts';
import type { DateRow } from './dateRows.ts';
import { stateOfTime } from '#domain/season/stateOfTime.ts';

export interface MendCardProps {
  readonly row: DateRow;
  readonly moves: readonly Move[];
  readonly between: { readonly afterDay: IsoDay; readonly beforeDay: IsoDay };
  /** Meetings that would be left if this date were skipped. */
  readonly leftIfSkipped: number;
  readonly query: SeasonQuery;
  readonly context: DatesContext;
  readonly now: EpochMilli;
  /** Id for the radio, or the first button, that takes the focus when the card opens. */
  readonly focusId: string;
  /** `isLast` when nothing more is to be chosen here: the card closes. */
  readonly onDecide: (decision: DateDecision, isLast: boolean) => void;
  /** Forgets what was decided; the date stays as planned. */
  readonly onForget: () => void;
}

/** What can become of one date: up to three new times, or skipped, kept, or any other time. */
export function MendCard(props: MendCardProps) {
  const { row, moves, between, leftIfSkipped, query, context, now, focusId, onDecide, onForget } = props;
  const classes = useStyles();
  const { words, format, zone } = context;
  const texts = words.dates;
  const { day } = row.date;
  const spokenDay = format.day(day, 'long');
  const chosen = row.effect?.kind === 'move' ? row.effect.to : undefined;
  const offered: readonly Offer[] =
    chosen === undefined || moves.some((move) => move.start === chosen.start)
      ? moves
      : [ownTime(row, chosen, zone), ...moves];

  return (
    <div className={classes.root}>
      {offered.length === 0 ? (
        <p className={classes.none}>{texts.noMoves}</p>
      ) : (
        <ChoiceTiles
          label={texts.tilesName({ day: spokenDay })}
          isLabelHidden
          columns={3}
          mark="radio"
          focusId={focusId}
          value={chosen === undefined ? undefined : String(chosen.start)}
          onChoose={(value) => {
            const move = offered.find((each) => String(each.start) === value);
            if (move !== undefined)
              onDecide({ kind: 'move', day, to: { start: move.start, end: move.end } }, false);
          }}
          tiles={offered.map((move) => tileOf(move, query, context, classes))}
        />
      )}
      <div className={classes.others}>
        <span className={classes.or}>{texts.or}</span>
        <Button
          size="small"
          appearance="subtle"
          id={offered.length === 0 ? focusId : undefined}
          aria-label={texts.skipSpoken({ day: spokenDay, left: leftIfSkipped })}
          onClick={() => onDecide({ kind: 'skip', day }, true)}
        >
          {texts.skip}
        </Button>
        {row.need === 'none' ? (
          row.decision !== undefined && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={texts.asPlannedSpoken({ day: spokenDay })}
              onClick={onForget}
            >
              {texts.asPlanned}
            </Button>
          )
        ) : (
          <Button
            size="small"
            appearance="subtle"
            aria-label={texts.keepSpoken({ day: spokenDay })}
            onClick={() => onDecide({ kind: 'keep', day }, true)}
          >
            {texts.keep}
          </Button>
        )}
        <AnotherTime
          date={row.date}
          startsFrom={row.stands?.start ?? row.date.start}
          between={between}
          stateAt={(start) => stateOfTime(query, start)}
          context={context}
          now={now}
          onUse={(to) => onDecide({ kind: 'move', day, to }, false)}
        />
      </div>
    </div>
  );
}

type Offer = Pick<Move, 'start' | 'end' | 'dayShift' | 'minuteShift'>;

/** A time chosen by hand, told like a move so that its tile says the same. */
function ownTime(
  row: DateRow,
  to: { readonly start: EpochMilli; readonly end: EpochMilli },
  zone: string,
): Offer {
  const [before, after] = [toWall(row.date.start, zone), toWall(to.start, zone)];
  return {
    ...to,
    dayShift: daysBetween(before.day, after.day),
    minuteShift: after.minuteOfDay - before.minuteOfDay,
  };
}

function tileOf(
  move: Offer,
  query: SeasonQuery,
  context: DatesContext,
  classes: ReturnType<typeof useStyles>,
): ChoiceTile {
  const { words, format } = context;
  const texts = words.dates;
  const time = timeText(move, context);
  const nearness = nearnessText(move, context);
  const found = stateOfTime(query, move.start);
  const state = found === undefined ? '' : stateText(found, context);
  const isPlain = found === undefined || found.kind === 'free' || found.kind === 'openSoFar';
  return {
    value: String(move.start),
    label: format.day(time.day, 'medium'),
    hint: (
      <span className={classes.tile}>
        <bdi className={classes.time}>{time.time}</bdi>
        {time.partnerTime !== undefined && <bdi>{time.partnerTime}</bdi>}
        <bdi className={classes.near}>{isPlain ? nearness : `${nearness}, ${state}`}</bdi>
      </span>
    ),
    spoken: texts.tileSpoken({
      day: format.day(time.day, 'long'),
      time: time.spokenTime,
      partnerTime: time.spokenPartnerTime ?? '',
      state,
      nearness,
    }),
  };
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  none: { margin: 0, fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
  tile: {
    display: 'flex',
    flexDirection: 'column',
    gap: '1px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  time: { color: tokens.colorNeutralForeground1, fontVariantNumeric: 'tabular-nums' },
  near: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  others: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    [narrowContainer]: { columnGap: 0 },
  },
  or: { paddingInlineEnd: '4px', fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
});
