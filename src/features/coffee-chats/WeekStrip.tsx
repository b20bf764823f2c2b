import { Button, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { forcedColors, seasonTintStrong } from '#components/seasonTokens.ts';
import { spokenOnly } from '#components/spokenOnly.ts';
import type { StripDay } from '#domain/coffee/coffeeWeek.ts';
import type { CoffeeSuggestion, DayStretch } from '#domain/coffee/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { bodyText, cardHeading, coffeeCard, quietText } from './coffeeStyles.ts';
import { kindText, namedAtStart, reasonText, timesOf, type CoffeeContext } from './coffeeText.ts';
import { KindIcon } from './KindIcon.tsx';

export interface WeekStripProps {
  readonly days: readonly StripDay[];
  readonly hours: DayStretch;
  readonly suggestions: readonly CoffeeSuggestion[];
  readonly context: CoffeeContext;
  /** Undefined where there is no such week. */
  readonly onEarlier: (() => void) | undefined;
  readonly onLater: (() => void) | undefined;
  /** Goes to the suggestion's card. */
  readonly onOpen: (index: number) => void;
}

/** A week as rows of days: where all are free, and the suggestions in their true length, each a button. */
export function WeekStrip(props: WeekStripProps) {
  const { days, hours, context, onEarlier, onLater } = props;
  const classes = useStyles();
  const { words, format } = context;
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  const title =
    first === undefined || last === undefined ? words.week.heading : format.dayRange(first, last, 'date');
  const ticks = Array.from(
    { length: Math.floor((hours.endMinute - hours.startMinute) / 60) },
    (_, index) => hours.startMinute + index * 60,
  );
  return (
    <section aria-label={words.week.heading} className={classes.card}>
      <div className={classes.top}>
        <h2 className={classes.heading}>
          <bdi>{title}</bdi>
        </h2>
        <span className={classes.legend} aria-hidden="true">
          <span className={mergeClasses(classes.swatch, classes.free)} /> {words.week.free}
          <span className={mergeClasses(classes.swatch, classes.suggested)} /> {words.week.suggested}
        </span>
        <span>
          <Button
            appearance="subtle"
            icon={<ChevronLeftRegular className={classes.mirrored} />}
            aria-label={words.week.earlier}
            disabledFocusable={onEarlier === undefined}
            onClick={onEarlier}
          />
          <Button
            appearance="subtle"
            icon={<ChevronRightRegular className={classes.mirrored} />}
            aria-label={words.week.later}
            disabledFocusable={onLater === undefined}
            onClick={onLater}
          />
        </span>
      </div>
      <div className={classes.grid}>
        <div aria-hidden="true" className={classes.ticks}>
          {ticks.map((minute) => (
            <span key={minute} className={classes.tick} style={{ insetInlineStart: `${at(minute, hours)}%` }}>
              {format.number(minute / 60)}
            </span>
          ))}
        </div>
        <ul className={classes.days}>
          {days.map((day) => (
            <StripRow key={day.day} {...props} day={day} ticks={ticks} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function StripRow({
  day,
  hours,
  suggestions,
  context,
  onOpen,
  ticks,
}: WeekStripProps & { readonly day: StripDay; readonly ticks: readonly number[] }) {
  const classes = useStyles();
  const { words, format, zone } = context;
  const spans = day.free.map((each) => format.spokenTimeRange(each.startMinute, each.endMinute));
  const empty = emptyText(day, context);
  const own = suggestions.flatMap((suggestion, index) => {
    const wall = toWall(suggestion.start, zone);
    return wall.day === day.day ? [{ suggestion, index, startMinute: wall.minuteOfDay }] : [];
  });
  return (
    <li className={classes.row}>
      <span className={classes.label}>
        <bdi>{format.day(day.day, 'short')}</bdi>
      </span>
      <div className={classes.track}>
        {ticks.map((minute) => (
          <span
            key={minute}
            aria-hidden="true"
            className={classes.line}
            style={{ insetInlineStart: `${at(minute, hours)}%` }}
          />
        ))}
        {day.free.map((each) => (
          <span
            key={each.startMinute}
            aria-hidden="true"
            className={mergeClasses(classes.stretch, classes.free)}
            style={spanStyle(each, hours)}
          />
        ))}
        {spans.length > 0 && (
          <span className={classes.hidden}>{words.week.freeSpoken({ times: format.list(spans) })}</span>
        )}
        {empty !== undefined && own.length === 0 && (
          <span className={classes.why}>
            <bdi>{empty}</bdi>
          </span>
        )}
        {own.map(({ suggestion, index, startMinute }) => {
          const { spoken, others } = timesOf(suggestion, context);
          const minutes = (suggestion.end - suggestion.start) / 60_000;
          return (
            <button
              key={suggestion.start}
              type="button"
              className={mergeClasses(classes.stretch, classes.suggested, classes.button)}
              style={spanStyle({ startMinute, endMinute: startMinute + minutes }, hours)}
              aria-label={words.suggestion.spoken({
                kind: kindText(suggestion, words),
                day: format.day(day.day, 'long'),
                times: [spoken, ...others],
                reason: reasonText(suggestion, context),
                rank: index + 1,
              })}
              onClick={() => onOpen(index)}
            >
              <span aria-hidden="true" className={classes.number}>
                {format.number(index + 1)}
              </span>
              <KindIcon kind={suggestion.kind} isBare />
            </button>
          );
        })}
      </div>
    </li>
  );
}

function emptyText({ empty, notOnSite, free }: StripDay, context: CoffeeContext): string | undefined {
  const { week } = context.words;
  if (empty === undefined)
    return free.length > 0 || notOnSite.length === 0
      ? undefined
      : week.notOnSite({ who: namedAtStart(notOnSite, context) });
  switch (empty.kind) {
    case 'dayOff':
      return week.dayOff({ who: namedAtStart(empty.who, context) });
    case 'unknown':
      return week.unknown({ who: context.format.list(empty.who.map((id) => namedAtStart([id], context))) });
    case 'noneFree':
      return week.noneFree;
    default:
      return empty satisfies never;
  }
}

function at(minute: number, { startMinute, endMinute }: DayStretch): number {
  return ((minute - startMinute) / (endMinute - startMinute)) * 100;
}

function spanStyle(span: DayStretch, hours: DayStretch): { insetInlineStart: string; width: string } {
  return {
    insetInlineStart: `${at(span.startMinute, hours)}%`,
    width: `${at(span.endMinute, hours) - at(span.startMinute, hours)}%`,
  };
}

const useStyles = makeStyles({
  card: { ...coffeeCard, display: 'flex', flexDirection: 'column', gap: '12px' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
  heading: { ...cardHeading, flexGrow: 1 },
  legend: {
    ...quietText,
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorNeutralForeground2,
  },
  swatch: { width: '24px', height: '14px', borderRadius: '4px', marginInlineStart: '10px' },
  mirrored: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
  grid: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  ticks: { position: 'relative', height: '20px', marginInlineStart: '76px' },
  tick: {
    ...quietText,
    position: 'absolute',
    transform: 'translateX(-50%)',
    ':dir(rtl)': { transform: 'translateX(50%)' },
  },
  days: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '76px minmax(0, 1fr)',
    alignItems: 'center',
    ...shorthands.borderTop('1px', 'solid', tokens.colorNeutralStroke3),
  },
  label: { ...bodyText, fontVariantNumeric: 'tabular-nums' },
  track: { position: 'relative', height: '48px' },
  line: { position: 'absolute', insetBlock: 0, width: '1px', backgroundColor: tokens.colorNeutralStroke3 },
  stretch: { boxSizing: 'border-box', position: 'absolute', insetBlock: '8px', borderRadius: '6px' },
  free: {
    backgroundColor: seasonTintStrong,
    ...shorthands.border('1px', 'solid', 'transparent'),
    [forcedColors]: { ...shorthands.border('1px', 'dashed', 'CanvasText') },
  },
  suggested: {
    ...shorthands.border('2px', 'solid', tokens.colorCompoundBrandStroke),
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  button: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px',
    // A short coffee stays a target for a finger.
    minWidth: '44px',
    padding: 0,
    overflow: 'hidden',
    cursor: 'pointer',
    fontFamily: 'inherit',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  number: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  why: {
    ...quietText,
    position: 'absolute',
    insetBlock: 0,
    insetInlineStart: '12px',
    display: 'flex',
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
  },
  hidden: spokenOnly,
});
