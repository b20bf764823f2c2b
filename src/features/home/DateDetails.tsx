import { makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components';
import type { ZoneRules } from '#domain/availability/types.ts';
import type { SeasonDate } from '#domain/mentorship/types.ts';
import { SeasonMark } from '#components/SeasonMark.tsx';
import { quiet } from './homeStyles.ts';
import { markOf, partnerTime, stateText, wallOf, type HomeContext } from './homeText.ts';

export interface DateDetailsProps {
  readonly date: SeasonDate;
  /** The mark that the details stand beside. */
  readonly mark: HTMLElement;
  readonly partner: string;
  readonly clock: ZoneRules | undefined;
  readonly context: HomeContext;
  readonly onClose: () => void;
}

/** One date in full beside its mark: day, both clocks, state. */
export function DateDetails({ date, mark, partner, clock, context, onClose }: DateDetailsProps) {
  const classes = useStyles();
  const { words, format } = context;
  const { day, from, to } = wallOf(date, context);
  const theirs = partnerTime(date, partner, clock, false, context);
  const fullDay = format.day(day, 'long');
  return (
    <Popover
      open
      withArrow
      positioning={{ target: mark, position: 'below' }}
      onOpenChange={(_, data) => {
        if (!data.open) onClose();
      }}
    >
      <PopoverSurface aria-label={words.mark.details({ day: fullDay })} className={classes.surface}>
        <p className={classes.day}>
          <bdi>{fullDay}</bdi>
        </p>
        <p className={classes.times}>
          <bdi>{format.timeRange(from, to)}</bdi>
          {theirs !== undefined && (
            <span className={classes.theirs}>
              <bdi>{theirs}</bdi>
            </span>
          )}
        </p>
        <p className={classes.state}>
          <SeasonMark state={markOf(date)} size={14} />
          <bdi>{stateText(date, partner, context)}</bdi>
        </p>
      </PopoverSurface>
    </Popover>
  );
}

const useStyles = makeStyles({
  surface: { maxWidth: 'min(320px, calc(100vw - 32px))', boxSizing: 'border-box' },
  day: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  times: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  theirs: { color: tokens.colorNeutralForeground3 },
  state: { ...quiet, display: 'flex', alignItems: 'center', gap: '8px', margin: 0, paddingBlockStart: '4px' },
});
