import { Field, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { Input } from '#components/controls/Input.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { firstOfMonth, mondayOf } from '#domain/time/calendarDays.ts';
import {
  meetingsOf,
  meetingsUntil,
  mostMeetings,
  type SeasonChoice,
  type SeasonOutline,
} from '#domain/season/seasonChoice.ts';

export interface SpanFieldsProps {
  readonly choice: SeasonChoice;
  readonly outline: SeasonOutline;
  readonly today: IsoDay;
  readonly onChange: (choice: SeasonChoice) => void;
}

/** From when, how many, until when: three handles of one fact, each changing the others. */
export function SpanFields({ choice, outline, today, onChange }: SpanFieldsProps) {
  const classes = useStyles();
  const format = useFormat();
  const words = useWords().booking.season;
  const isMonthly = choice.cadence.kind === 'monthly';
  const problemOf = (...kinds: readonly (keyof typeof words.problems)[]): string | undefined => {
    const found = kinds.find((kind) => outline.problems.some((problem) => problem === kind));
    return found === undefined ? undefined : words.problems[found];
  };
  const startProblem = problemOf('startMissing', 'startPast');
  const meetingsProblem = problemOf('tooFewMeetings', 'tooLong');
  const setMeetings = (meetings: number): void =>
    onChange({ ...choice, span: { kind: 'meetings', meetings } });
  const meetings = meetingsOf(choice.span, choice.cadence);
  const { start } = choice;

  return (
    <div className={classes.root}>
      <Field
        label={isMonthly ? words.firstMonth : words.firstWeek}
        {...(startProblem === undefined
          ? start === undefined
            ? {}
            : {
                hint: isMonthly
                  ? format.month(firstOfMonth(start), 'year')
                  : words.weekOf({ day: format.day(mondayOf(start), 'medium') }),
              }
          : { validationMessage: startProblem })}
      >
        <Input
          type="date"
          size="large"
          value={start ?? ''}
          min={mondayOf(today)}
          onChange={(_, { value }) => onChange({ ...choice, start: isIsoDay(value) ? value : undefined })}
        />
      </Field>
      <Field
        label={words.meetingsField}
        {...(meetingsProblem === undefined ? {} : { validationMessage: meetingsProblem })}
      >
        <Input
          type="number"
          size="large"
          min={2}
          max={mostMeetings(choice.cadence)}
          value={meetings === 0 ? '' : String(meetings)}
          onChange={(_, { value }) => setMeetings(Math.trunc(Number(value)))}
        />
      </Field>
      <UntilField
        key={outline.lastDay}
        lastDay={outline.lastDay}
        firstDay={outline.firstDay}
        onUntil={(until) => setMeetings(meetingsUntil(choice, until, today))}
      />
    </div>
  );
}

/** The season's last day. A day is taken over when the field is left, since typing passes through days nobody means. */
function UntilField({
  firstDay,
  lastDay,
  onUntil,
}: {
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly onUntil: (until: IsoDay) => void;
}) {
  const words = useWords().booking.season;
  const format = useFormat();
  const [typed, setTyped] = useState<string>(lastDay);
  return (
    <Field label={words.until} hint={format.day(lastDay, 'medium')}>
      <Input
        type="date"
        size="large"
        value={typed}
        min={firstDay}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={() => {
          setTyped(lastDay);
          if (isIsoDay(typed) && typed !== lastDay) onUntil(typed);
        }}
      />
    </Field>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 0.8fr) minmax(0, 1.2fr)',
    alignItems: 'start',
    gap: '10px',
    // Dates keep their whole width; the browser's own field has one it needs.
    '& input': { minWidth: 0, width: '100%' },
    [narrowContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});
