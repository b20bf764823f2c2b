import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { IsoDay } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { BookingFailure } from '../frame/BookingFailure.tsx';
import { stateText, timeText } from '#components/timeText.ts';
import type { DatesContext } from '../dates/datesText.ts';
import { isSameAddress } from '../partner/admitPartner.ts';
import { callName } from '#domain/text/callName.ts';
import { Ladder } from './Ladder.tsx';
import { RunCard } from './RunCard.tsx';
import { rungsOf } from './rungs.ts';
import type { RunViewProps } from './RunView.tsx';
import { changedDaysOf } from './seasonTask.ts';
import { undoMessages } from './undoMessages.ts';
import type { StoppedRun } from './useSeasonRun.ts';

/** Where it stopped, in words; what finishing and undoing cost. */
export function StoppedView(props: RunViewProps & { readonly state: StoppedRun }) {
  const { run, task, me, partner, services, readNow, state, takenTargets, onBack, onNeedsAdmin } = props;
  const classes = useStyles();
  const words = useWords().booking;
  const format = useFormat();
  const texts = words.run.stopped;
  const { plan } = task;
  const { progress, failure, at } = state;
  const name = callName(partner);
  const changes = changedDaysOf(plan);
  const done = changes.filter((day) => progress.doneDays.includes(day)).length;
  const refused = failure?.code === 'refused' ? progress.refusedDays : [];
  const isMade = progress.series !== undefined;
  const isUnsure = !isMade && progress.isSeriesUnsure;
  const isNothing = !isMade && !isUnsure;

  const heading = isNothing
    ? texts.nothingMade
    : isUnsure
      ? texts.unsure
      : done < changes.length
        ? texts.changesHeading({ done, count: changes.length })
        : texts.noChangesHeading;
  const dates: DatesContext = {
    words,
    format,
    partner: name,
    isMe: (id) => isSameAddress(id, me.address),
    zone: plan.zone,
    partnerHours: undefined,
  };
  const messages = (isMade ? 0 : 1) + changes.length - done;

  return (
    <RunCard
      seasonNumber={plan.seasonNumber}
      focusKey={`stopped-${at ?? ''}`}
      eyebrow={
        at === undefined ? texts.eyebrowUnknown : <StoppedAt at={at} readNow={readNow} zone={plan.zone} />
      }
      heading={heading}
      sentence={<span role="alert">{reason()}</span>}
      hint={
        isNothing ? undefined : (
          <>
            {texts.finishCost({ partner: name, count: messages })}{' '}
            {texts.undoCost({
              count: plan.days.length,
              messages: undoMessages(plan, progress.doneDays),
            })}
          </>
        )
      }
      actions={
        <>
          <Button size="large" appearance="primary" onClick={run.finish}>
            {isNothing ? words.failures.tryAgain : texts.finish}
          </Button>
          {isNothing ? (
            onBack !== undefined && (
              <Button size="large" onClick={onBack}>
                {texts.backToDates}
              </Button>
            )
          ) : (
            <Button size="large" onClick={run.askUndo}>
              {texts.undo}
            </Button>
          )}
          {refused.length > 0 && (
            <Button size="large" appearance="subtle" onClick={run.finishWithoutRefused}>
              {texts.finishWithout({ count: refused.length })}
            </Button>
          )}
        </>
      }
    >
      {failure !== undefined && helped.has(failure.code) && (
        <div className={classes.notice}>
          <BookingFailure
            failure={failure}
            identity={services.identity}
            me={me}
            scopes={['Calendars.ReadWrite']}
            bodies={{ 'wrong-account': words.failures.during.wrongAccount({ name: me.name }) }}
            onAgain={run.finish}
            onNeedsAdmin={onNeedsAdmin}
          />
        </div>
      )}
      <Ladder
        rungs={rungsOf(plan, progress, 'stopped', { words, format, partner: name })}
        label={words.run.listName}
      />
      {takenTargets !== undefined &&
        [...takenTargets].map(([day, taken]) => (
          <p key={day} className={classes.taken}>
            {texts.targetBusy({ day: dayOfTarget(day), why: stateText(taken, dates) })}
          </p>
        ))}
      {failure !== undefined && (
        <details className={classes.details}>
          <summary>{words.failures.details}</summary>
          <code>{`${failure.code} ${failure.detail}`}</code>
        </details>
      )}
    </RunCard>
  );

  function dayOfTarget(day: IsoDay): string {
    const decision = plan.decisions.find((each) => each.day === day);
    if (decision?.kind !== 'move') return format.day(day, 'medium');
    const to = timeText(decision.to, dates);
    return words.run.changes.dayAndTime({ day: format.day(to.day, 'medium'), time: to.time });
  }

  function reason(): string {
    const { during } = words.failures;
    if (failure === undefined) return at === undefined ? texts.reasons.interrupted : texts.reasons.byHand;
    if (refused.length > 0)
      return texts.refusedDays({ days: format.dayList(refused, 'medium'), count: refused.length });
    const why =
      failure.code === 'offline'
        ? during.offline
        : failure.code === 'throttled'
          ? during.throttled
          : failure.code === 'unavailable'
            ? during.unavailable
            : failure.code === 'signed-out'
              ? during.signedOut
              : failure.code === 'refused'
                ? during.refused
                : failure.code === 'wrong-account'
                  ? during.wrongAccount({ name: me.name })
                  : during.other;
    return `${why} ${texts.nothingTwice}`;
  }
}

/** Failures against which a button of their own helps. */
const helped: ReadonlySet<string> = new Set([
  'signed-out',
  'needs-consent',
  'needs-admin',
  'wrong-account',
  'popup-blocked',
  'cancelled',
]);

function StoppedAt({
  at,
  readNow,
  zone,
}: {
  readonly at: number;
  readonly readNow: () => number;
  readonly zone: string;
}) {
  const words = useWords().booking.run.stopped;
  const format = useFormat();
  const wall = toWall(at, zone);
  const day = format.relativeDay(wall.day, toWall(readNow(), zone).day);
  return <bdi>{words.eyebrow({ day, time: format.time(wall.minuteOfDay) })}</bdi>;
}

const useStyles = makeStyles({
  notice: { marginBlockEnd: '20px' },
  taken: {
    marginBlock: '0 12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorStatusWarningForeground1,
  },
  details: {
    marginBlockStart: '16px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});
