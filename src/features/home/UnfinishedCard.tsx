import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Emblem } from '#components/Emblem.tsx';
import { reconcile } from '#domain/season/reconcile.ts';
import type { SeriesOnCalendar } from '#domain/season/bookingPlan.ts';
import type { UnfinishedBooking } from '#domain/mentorship/types.ts';
import { callName } from '#domain/text/callName.ts';
import { card, quiet } from './homeStyles.ts';
import type { HomeContext } from './homeText.ts';

export interface UnfinishedCardProps {
  readonly booking: UnfinishedBooking;
  /** What the calendar holds of it. */
  readonly onCalendar: SeriesOnCalendar;
  readonly context: HomeContext;
  readonly onFinish: () => void;
  readonly onUndo: () => void;
}

/** A booking that stopped on the way: how far it came, to finish or to undo it. What either costs is shown before it is done. */
export function UnfinishedCard({ booking, onCalendar, context, onFinish, onUndo }: UnfinishedCardProps) {
  const classes = useStyles();
  const id = useId();
  const words = context.words.unfinished;
  const partner = booking.partner === undefined ? context.words.card.nobody : callName(booking.partner);
  const { missing, done } = reconcile(booking.plan, onCalendar);
  const left = missing.filter((each) => each.kind === 'move' || each.kind === 'skip').length;
  return (
    <article aria-labelledby={`${id}-title`} className={classes.card}>
      <Emblem seasons={booking.plan.seasonNumber} />
      <div className={classes.text}>
        <p className={classes.eyebrow}>
          <bdi>{words.eyebrow({ partner })}</bdi>
        </p>
        <h2 id={`${id}-title`} className={classes.title}>
          <bdi>
            {left === 0
              ? words.lastLook
              : words.changes({ done: done.length, count: done.length + left, left })}
          </bdi>
        </h2>
        <p className={classes.sentence}>
          <bdi>{words.sentence}</bdi>
        </p>
        <div className={classes.actions}>
          <Button appearance="primary" aria-label={words.finishSpoken({ partner })} onClick={onFinish}>
            {words.finish}
          </Button>
          <Button aria-label={words.undoSpoken({ partner })} onClick={onUndo}>
            {words.undo}
          </Button>
        </div>
      </div>
    </article>
  );
}

const useStyles = makeStyles({
  card: { ...card, display: 'flex', alignItems: 'flex-start', gap: '16px' },
  text: { minWidth: 0, flexGrow: 1 },
  eyebrow: { ...quiet, margin: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  sentence: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '10px', marginBlockStart: '14px' },
});
