import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { SeasonMark } from '#components/SeasonMark.tsx';
import { seasonTint } from '#components/seasonTokens.ts';
import type { ZoneRules } from '#domain/availability/types.ts';
import type { SeasonDate } from '#domain/mentorship/types.ts';
import { markOf, partnerTime, stateText, wallOf, type HomeContext } from './homeText.ts';

export interface DateDetailsProps {
  readonly id: string;
  readonly date: SeasonDate;
  readonly partner: string;
  readonly clock: ZoneRules | undefined;
  readonly context: HomeContext;
}

/** One date in full below the stem: day, both clocks, state. */
export function DateDetails({ id, date, partner, clock, context }: DateDetailsProps) {
  const classes = useStyles();
  const { words, format } = context;
  const { day, from, to } = wallOf(date, context);
  const theirs = partnerTime(date, partner, clock, false, context);
  const fullDay = format.day(day, 'long');
  return (
    <section id={id} aria-label={words.mark.details({ day: fullDay })} className={classes.details}>
      <SeasonMark state={markOf(date)} />
      <span className={classes.day}>
        <bdi>{fullDay}</bdi>
      </span>
      <span>
        <bdi>{format.timeRange(from, to)}</bdi>
      </span>
      {theirs !== undefined && (
        <span className={classes.theirs}>
          <bdi>{theirs}</bdi>
        </span>
      )}
      <span>
        <bdi>{stateText(date, partner, context)}</bdi>
      </span>
    </section>
  );
}

const useStyles = makeStyles({
  details: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '14px',
    rowGap: '2px',
    paddingBlock: '10px',
    paddingInline: '14px',
    borderRadius: tokens.borderRadiusLarge,
    ...shorthands.border('1px', 'solid', tokens.colorTransparentStroke),
    backgroundColor: seasonTint,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  day: { fontWeight: tokens.fontWeightSemibold },
  theirs: { color: tokens.colorNeutralForeground2 },
});
