import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import { toWall } from '#domain/time/wallClock.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { callName } from '#domain/text/callName.ts';
import { RunCard } from './RunCard.tsx';
import type { RunViewProps } from './RunView.tsx';
import { TwinNotice } from './TwinNotice.tsx';
import type { BookedOutcome } from './useSeasonRun.ts';

/** The season is booked: what was sent, the first date, and what could not be done. */
export function DoneView(props: RunViewProps & { readonly outcome: BookedOutcome }) {
  const { run, task, partner, services, outcome, laterClashes, onHome } = props;
  const classes = useStyles();
  const words = useWords().booking;
  const format = useFormat();
  const texts = words.run.done;
  const { plan } = task;
  const { series, lost, twin } = outcome;
  const name = callName(partner);
  const lostDays = lost.map((each) => each.day);
  const made = plan.decisions.filter((decision) => !lostDays.includes(decision.day));
  const moved = made.flatMap((decision) =>
    decision.kind === 'move' ? [toWall(decision.to.start, plan.zone).day] : [],
  );
  const skipped = made.flatMap((decision) => (decision.kind === 'skip' ? [decision.day] : []));
  const dates = outcome.occurrences.filter((each) => !each.isCancelled);
  const first = dates.reduce<number | undefined>(
    (earliest, { start }) => (earliest === undefined || start < earliest ? start : earliest),
    undefined,
  );
  const count = dates.length;
  const webLink = series.webLink;

  return (
    <RunCard
      seasonNumber={plan.seasonNumber}
      focusKey="done"
      eyebrow={texts.season({ number: plan.seasonNumber })}
      heading={
        partner.kind === 'outside'
          ? texts.ownCalendar({ count, partner: name })
          : texts.bothCalendars({ count })
      }
      sentence={first === undefined ? undefined : <bdi>{firstText(first)}</bdi>}
      actions={
        <>
          <Button size="large" appearance="primary" onClick={onHome}>
            {texts.home}
          </Button>
          {webLink !== undefined && (
            <Button size="large" icon={<OpenRegular />} onClick={() => void services.host.openLink(webLink)}>
              {texts.openCalendar}
            </Button>
          )}
          <Button size="large" appearance="subtle" onClick={run.askUndo}>
            {texts.undo}
          </Button>
        </>
      }
    >
      <p className={classes.lead}>
        <bdi>{texts.sent({ partner: name, count: 1 + moved.length + skipped.length })}</bdi>
      </p>
      <ul className={classes.list}>
        <li>
          <bdi>{texts.sentInvitation({ count: plan.days.length })}</bdi>
        </li>
        {moved.length > 0 && (
          <li>
            <bdi>{texts.sentMoved({ days: format.dayList(moved, 'medium') })}</bdi>
          </li>
        )}
        {skipped.length > 0 && (
          <li>
            <bdi>{texts.sentSkipped({ days: format.dayList(skipped, 'medium') })}</bdi>
          </li>
        )}
      </ul>
      {lost.map(({ day, why }) => (
        <p key={day} className={classes.note}>
          <bdi>{texts.lost[why]({ day: format.day(day, 'medium') })}</bdi>
        </p>
      ))}
      {laterClashes > 0 && (
        <p className={classes.note}>
          <bdi>{texts.later({ count: laterClashes })}</bdi>
        </p>
      )}
      {twin !== undefined && <TwinNotice {...props} own={series} twin={twin} />}
    </RunCard>
  );

  function firstText(start: number): string {
    const wall = toWall(start, plan.zone);
    return texts.first({
      day: format.day(wall.day, 'long'),
      time: format.timeRange(wall.minuteOfDay, wall.minuteOfDay + plan.slot.lengthMinutes),
    });
  }
}

const useStyles = makeStyles({
  lead: {
    marginBlockStart: 0,
    marginBlockEnd: '6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  list: {
    marginBlockStart: 0,
    marginBlockEnd: '12px',
    paddingInlineStart: '22px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    color: tokens.colorNeutralForeground2,
  },
  note: {
    marginBlock: '8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});
