import { makeStyles, tokens } from '@fluentui/react-components';
import { AnotherTime } from '#components/AnotherTime.tsx';
import { ChoiceTiles, type ChoiceTile } from '#components/ChoiceTiles.tsx';
import { nearnessText, stateText, timeText, type TimeContext } from '#components/timeText.ts';
import type { MoveLook } from '#domain/mentorship/lookForMoves.ts';
import type { Move } from '#domain/season/types.ts';
import { daysBetween } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { useWords, type Words } from '#words/Words.ts';
import type { NewTime } from './dateDeed.ts';

export interface MoveChoiceProps {
  /** Name of the group: "A new time for Thursday 17 December". */
  readonly label: string;
  /** The organiser moves, the attendee proposes. */
  readonly isMove: boolean;
  readonly date: NewTime;
  readonly look: MoveLook;
  readonly chosen: NewTime | undefined;
  readonly context: TimeContext;
  readonly now: EpochMilli;
  readonly focusId: string;
  readonly onChoose: (to: NewTime) => void;
}

/** Up to three new times as tiles, the nearest chosen already, and a form for any other. */
export function MoveChoice(props: MoveChoiceProps) {
  const { label, date, look, chosen, context, now, focusId, onChoose } = props;
  const classes = useStyles();
  const words = useWords().mentorship.date;
  const { zone } = context;
  const isOffered = chosen === undefined || look.moves.some((move) => move.start === chosen.start);
  const offers: readonly Offer[] = isOffered ? look.moves : [ownOffer(chosen, date, zone), ...look.moves];
  return (
    <div className={classes.root}>
      {offers.length === 0 ? (
        <p className={classes.none}>{words.noMoves}</p>
      ) : (
        <ChoiceTiles
          label={label}
          isLabelHidden
          columns={3}
          mark="radio"
          focusId={focusId}
          value={chosen === undefined ? undefined : String(chosen.start)}
          onChoose={(value) => {
            const offer = offers.find((each) => String(each.start) === value);
            if (offer !== undefined) onChoose({ start: offer.start, end: offer.end });
          }}
          tiles={offers.map((offer) => tileOf(offer, props, words, classes))}
        />
      )}
      <div>
        <AnotherTime
          date={{ day: toWall(date.start, zone).day, start: date.start, end: date.end }}
          startsFrom={chosen?.start ?? date.start}
          between={look.between}
          stateAt={look.stateAt}
          context={context}
          now={now}
          onUse={onChoose}
        />
      </div>
    </div>
  );
}

type Offer = Pick<Move, 'start' | 'end' | 'dayShift' | 'minuteShift'>;

/** A time chosen by hand, told like one that was offered. */
function ownOffer(to: NewTime, date: NewTime, zone: string): Offer {
  const [before, after] = [toWall(date.start, zone), toWall(to.start, zone)];
  return {
    ...to,
    dayShift: daysBetween(before.day, after.day),
    minuteShift: after.minuteOfDay - before.minuteOfDay,
  };
}

function tileOf(
  offer: Offer,
  { look, context, isMove }: MoveChoiceProps,
  texts: Words['mentorship']['date'],
  classes: ReturnType<typeof useStyles>,
): ChoiceTile {
  const { format } = context;
  const time = timeText(offer, context);
  const nearness = nearnessText(offer, context);
  const found = look.stateAt(offer.start);
  const state = found === undefined ? '' : stateText(found, context);
  const isPlain = found === undefined || found.kind === 'free' || found.kind === 'openSoFar';
  return {
    value: String(offer.start),
    label: format.day(time.day, 'medium'),
    hint: (
      <span className={classes.tile}>
        <bdi className={classes.time}>{time.time}</bdi>
        {time.partnerTime !== undefined && <bdi>{time.partnerTime}</bdi>}
        <bdi className={classes.near}>{isPlain ? nearness : `${nearness}, ${state}`}</bdi>
      </span>
    ),
    spoken: texts.tileSpoken({
      isMove,
      day: format.day(time.day, 'long'),
      times: [time.spokenTime, ...(time.spokenPartnerTime === undefined ? [] : [time.spokenPartnerTime])],
      state,
      nearness,
    }),
  };
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
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
});
