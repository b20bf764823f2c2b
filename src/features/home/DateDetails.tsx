import { Button, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
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
  /** What can become of it. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

/** One date in full below the stem: day, both clocks, state. */
export function DateDetails(props: DateDetailsProps) {
  const { id, date, partner, clock, context, actions, onClose } = props;
  const classes = useStyles();
  const { words, format } = context;
  const { day, from, to } = wallOf(date, context);
  const theirs = partnerTime(date, partner, clock, false, context);
  const fullDay = format.day(day, 'long');
  return (
    <section id={id} aria-label={words.mark.details({ day: fullDay })} className={classes.root}>
      <div className={classes.details}>
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
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={words.mark.close({ day: fullDay })}
          className={classes.close}
          onClick={onClose}
        />
      </div>
      {actions}
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
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
  details: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '14px', rowGap: '2px' },
  close: { marginInlineStart: 'auto' },
  day: { fontWeight: tokens.fontWeightSemibold },
  theirs: { color: tokens.colorNeutralForeground2 },
});
