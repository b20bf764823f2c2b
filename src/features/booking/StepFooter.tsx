import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { countMessages } from '#domain/season/reconcile.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import type { StepId } from './bookingState.ts';
import { weekdaysText } from './dates/datesText.ts';
import { plannedChanges } from './dates/dateRows.ts';
import { callName } from '#domain/text/callName.ts';
import { cadenceText } from '#components/season/seasonText.ts';
import type { Booking } from './useBooking.ts';

/** More messages than this are asked about once more. */
const manyMessages = 6;
/** A season is a series. */
const fewestMeetings = 2;

/** What the step has come to, in one sentence: spoken when it changes. */
export function StepFooter({
  booking,
  step,
  hasTried,
}: {
  readonly booking: Booking;
  readonly step: StepId;
  /** Whether the person pressed on although something is missing. */
  readonly hasTried: boolean;
}) {
  const classes = useStyles();
  const words = useWords().booking;
  const format = useFormat();
  const { outline, slot, preview, rows, state } = booking;
  const { partner, season } = state.choices;
  switch (step) {
    case 'partner':
      return partner === undefined ? words.partner.missing : null;
    case 'season':
      if (outline.problems.length > 0) return hasTried ? words.season.fixFirst : null;
      return (
        <bdi>
          <b className={classes.strong}>
            {words.season.countSoFar({ count: outline.meetings, isExact: outline.isExact })}
          </b>
          {words.season.rest({
            cadence: cadenceText(season.cadence, words),
            minutes: season.lengthMinutes,
            days: format.dayRange(outline.firstDay, outline.lastDay, 'date'),
          })}
        </bdi>
      );
    case 'times': {
      const dates = preview?.dates;
      const first = dates?.[0];
      const last = dates?.at(-1);
      if (slot === undefined || first === undefined || last === undefined) return words.times.nothingYet;
      return (
        <bdi>
          <b className={classes.strong}>
            {words.times.choice({
              weekdays: weekdaysText(slot, words, format),
              time: format.timeRange(slot.startMinute, slot.startMinute + slot.lengthMinutes),
            })}
          </b>{' '}
          {words.times.choiceDays({ from: format.day(first.day, 'date'), to: format.day(last.day, 'date') })}
        </bdi>
      );
    }
    case 'dates': {
      if (partner === undefined || rows.length === 0) return null;
      const open = rows.find((row) => row.need === 'open');
      if (open !== undefined) return words.dates.needsYou({ day: format.day(open.date.day, 'medium') });
      const sent = countMessages({ decisions: plannedChanges(rows) });
      if (rows.length - sent.cancelled < fewestMeetings) return words.dates.tooFewLeft;
      if (!booking.isSound) return words.dates.checkFailed;
      const isAsking = state.view.kind === 'dates' && state.view.isAsking;
      return (
        <>
          <b className={classes.strong}>
            <bdi>
              {isAsking
                ? words.dates.askAgain({ count: sent.total, partner: callName(partner) })
                : words.dates.messagesTo({ count: sent.total, partner: callName(partner) })}
            </bdi>
          </b>
          <span className={classes.second}>
            <bdi>
              {words.dates.breakdown({ meetings: rows.length, moved: sent.moved, skipped: sent.cancelled })}
            </bdi>
          </span>
        </>
      );
    }
    default:
      return step satisfies never;
  }
}

/** The one filled button of a step. */
export function StepMain({
  booking,
  step,
  onGo,
  onTried,
  onBook,
}: {
  readonly booking: Booking;
  readonly step: StepId;
  readonly onGo: (step: StepId) => void;
  readonly onTried: () => void;
  readonly onBook: () => void;
}) {
  const words = useWords().booking;
  const { outline, rows, state, preview, dispatch } = booking;
  const next = { appearance: 'primary', size: 'large', iconPosition: 'after', icon: <Arrow /> } as const;
  switch (step) {
    case 'partner':
      return state.choices.partner === undefined ? null : (
        <Button {...next} onClick={() => onGo('season')}>
          {words.partner.next}
        </Button>
      );
    case 'season':
      return (
        <Button
          {...next}
          onClick={() => {
            if (outline.problems.length === 0) onGo('times');
            else {
              onTried();
              document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
            }
          }}
        >
          {words.season.next}
        </Button>
      );
    case 'times':
      return preview === undefined ? null : (
        <Button {...next} onClick={() => onGo('dates')}>
          {words.times.next({ count: preview.dates.length })}
        </Button>
      );
    case 'dates': {
      const open = rows.find((row) => row.need === 'open');
      const sent = countMessages({ decisions: plannedChanges(rows) });
      const left = rows.length - sent.cancelled;
      const isAsking = state.view.kind === 'dates' && state.view.isAsking;
      if (rows.length === 0 || left < fewestMeetings || !booking.isSound) return null;
      const press = (): void => {
        if (open !== undefined) dispatch({ kind: 'dateOpened', day: open.date.day });
        else if (sent.total > manyMessages && !isAsking) dispatch({ kind: 'asked', isAsking: true });
        else onBook();
      };
      return (
        <>
          {isAsking && (
            <Button size="large" onClick={() => dispatch({ kind: 'asked', isAsking: false })}>
              {words.dates.lookAgain}
            </Button>
          )}
          <Button appearance="primary" size="large" onClick={press}>
            {isAsking ? words.dates.sendAll({ count: sent.total }) : words.dates.book({ count: left })}
          </Button>
        </>
      );
    }
    default:
      return step satisfies never;
  }
}

function Arrow() {
  const classes = useStyles();
  return <ArrowRightRegular aria-hidden="true" className={classes.arrow} />;
}

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  second: { display: 'block' },
  arrow: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
});
