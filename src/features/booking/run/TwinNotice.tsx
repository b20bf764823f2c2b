import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { SeriesRecord } from '#ports/calendar.ts';
import type { ServiceFailure } from '#ports/failure.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { seasonTint } from '#components/seasonTokens.ts';
import { asFailure } from '../failure.ts';
import { BookingFailure } from '../frame/BookingFailure.tsx';
import { callName } from '#domain/text/callName.ts';
import type { RunViewProps } from './RunView.tsx';
import { isOursToKeep, type Twin } from './seasonTask.ts';

export interface TwinNoticeProps extends RunViewProps {
  readonly own: SeriesRecord;
  readonly twin: Twin;
}

/** Both made a season at the same moment: one is enough. Both people are advised to keep the same one. */
export function TwinNotice({ own, twin, run, task, me, partner, services, onNeedsAdmin }: TwinNoticeProps) {
  const classes = useStyles();
  const format = useFormat();
  const words = useWords().booking.run.twin;
  const [state, setState] = useState<'asking' | 'working' | 'settled' | ServiceFailure>('asking');
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const name = callName(partner);
  const days = {
    from: format.day(toWall(twin.firstDate, task.plan.zone).day, 'date'),
    to: format.day(toWall(twin.lastDate, task.plan.zone).day, 'date'),
  };
  const { series } = twin;
  const keepOurs = isOursToKeep(own, series);

  const declineOther = (): void => {
    const controller = new AbortController();
    stop.current = controller;
    setState('working');
    const settle = async (): Promise<void> => {
      try {
        if (series.isOrganizer)
          await services.calendar.cancelSeries(series.id, words.declineLine, controller.signal);
        else
          await services.calendar.respond(
            series.id,
            { kind: 'decline', comment: words.declineLine, proposed: undefined },
            controller.signal,
          );
        if (!controller.signal.aborted) setState('settled');
      } catch (error) {
        if (!controller.signal.aborted) setState(asFailure(error));
      }
    };
    void settle();
  };

  if (state === 'settled') return <p className={classes.settled}>{words.settled}</p>;
  return (
    <section className={classes.root} aria-label={words.heading({ partner: name })}>
      <h2 className={classes.heading}>{words.heading({ partner: name })}</h2>
      <p className={classes.text}>
        {series.isOrganizer
          ? words.mine({ subject: series.subject, ...days })
          : words.theirs({ partner: name, subject: series.subject, ...days })}{' '}
        {words.bothMade} {keepOurs ? words.suggestThis : words.suggestOther}
      </p>
      {typeof state === 'object' && (
        <BookingFailure
          failure={state}
          identity={services.identity}
          me={me}
          scopes={['Calendars.ReadWrite']}
          onAgain={declineOther}
          onNeedsAdmin={onNeedsAdmin}
        />
      )}
      <div className={classes.actions}>
        <Button disabledFocusable={state === 'working'} onClick={declineOther}>
          {words.keepThis}
        </Button>
        <Button disabledFocusable={state === 'working'} onClick={run.askUndo}>
          {words.keepOther}
        </Button>
        <Button appearance="subtle" onClick={() => setState('settled')}>
          {words.keepBoth}
        </Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    marginBlock: '16px',
    paddingBlock: '16px',
    paddingInline: '18px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: seasonTint,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { marginBlock: '6px 12px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  settled: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});
