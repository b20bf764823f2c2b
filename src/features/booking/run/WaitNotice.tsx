import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { EpochMilli } from '#domain/time/types.ts';
import { useWords } from '#words/Words.ts';
import { spokenOnly } from '#components/spokenOnly.ts';
import type { Wait } from './useSeasonRun.ts';

export interface WaitNoticeProps {
  readonly wait: Wait;
  readonly readNow: () => EpochMilli;
}

/** "Microsoft 365 asks us to wait 12 seconds", or why else it waits, counting down; spoken once. */
export function WaitNotice({ wait: { until, why }, readNow }: WaitNoticeProps) {
  const classes = useStyles();
  const words = useWords().booking.run.waiting[why];
  const [now, setNow] = useState(readNow);
  const [spoken] = useState(() => secondsLeft(until, readNow()));
  useEffect(() => {
    const timer = setInterval(() => setNow(readNow()), 1000);
    return () => clearInterval(timer);
  }, [readNow]);
  const seconds = secondsLeft(until, now);
  return (
    <>
      <p aria-hidden="true" className={classes.wait}>
        {words({ seconds })}
      </p>
      <output className={classes.spoken}>{words({ seconds: spoken })}</output>
    </>
  );
}

function secondsLeft(until: EpochMilli, now: EpochMilli): number {
  return Math.max(Math.ceil((until - now) / 1000), 0);
}

const useStyles = makeStyles({
  wait: {
    margin: 0,
    paddingBlock: '8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  spoken: spokenOnly,
});
