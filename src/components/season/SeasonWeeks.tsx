import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { IsoDay } from '#domain/time/types.ts';
import { SeasonMark } from '#components/SeasonMark.tsx';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { spokenOnly } from '#components/spokenOnly.ts';
import type { SeasonOutline } from '#domain/season/seasonChoice.ts';

/** The season as weeks, a row for each month: a ring where a meeting falls, a dot where none does. */
export function SeasonWeeks({ outline }: { readonly outline: SeasonOutline }) {
  const classes = useStyles();
  const format = useFormat();
  const words = useWords().booking.season.picture;
  return (
    <ul aria-label={words.name} className={classes.list}>
      {outline.months.map(({ month, weeks }) => {
        const name = format.month(month, 'long');
        const days = weeks.filter((week) => week.meets).map((week) => format.day(week.day, 'number'));
        return (
          <li key={month} className={classes.row}>
            <span className={classes.spoken}>
              {days.length === 0
                ? words.rowNone({ month: name })
                : words.row({ month: name, days: format.list(days) })}
            </span>
            <span aria-hidden="true" className={classes.month}>
              {name}
            </span>
            {weeks.map((week) => (
              <Week key={week.day} day={week.day} meets={week.meets} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function Week({ day, meets }: { readonly day: IsoDay; readonly meets: boolean }) {
  const classes = useStyles();
  const format = useFormat();
  return (
    <span aria-hidden="true" className={classes.week}>
      <span className={classes.mark}>
        {meets ? <SeasonMark state="free" size={18} /> : <span className={classes.dot} />}
      </span>
      <span className={mergeClasses(classes.day, meets && classes.dayWithMeeting)}>
        {format.day(day, 'number')}
      </span>
    </span>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(72px, 1.6fr) repeat(5, minmax(28px, 1fr))',
    alignItems: 'center',
    paddingBlock: '7px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke3,
    ':first-child': { borderBlockStartStyle: 'none' },
  },
  spoken: spokenOnly,
  month: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  week: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '3px' },
  mark: { display: 'flex', alignItems: 'center', height: '18px' },
  dot: {
    width: '6px',
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  },
  day: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  dayWithMeeting: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});
