import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { TextButton } from '#components/TextButton.tsx';
import { Select } from '#components/controls/Select.tsx';
import { Tick } from '#components/controls/Tick.tsx';
import type { HoursWithin } from '#domain/season/types.ts';
import type { Weekday } from '#domain/time/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { forcedLink, plainFieldset } from '../sharedStyles.ts';

export interface HoursEditorProps {
  /** The hours in force. */
  readonly hours: HoursWithin;
  /** Whether they were chosen here, not taken from the working hours. */
  readonly isChosen: boolean;
  /** What they come to, in words: "Within 09:00–17:00 for you and 08:00–17:00 for Dana". */
  readonly summary: ReactNode;
  readonly problem: string | undefined;
  readonly onChange: (hours: HoursWithin | undefined) => void;
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const everyHalfHour = Array.from({ length: 49 }, (_, index) => index * 30);

/** The hours to stay within: a sentence, and behind "Change" the two ends and the weekdays. */
export function HoursEditor({ hours, isChosen, summary, problem, onChange }: HoursEditorProps) {
  const classes = useStyles();
  const format = useFormat();
  const words = useWords().booking.season.hours;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen !== wasOpen.current) document.getElementById(`${id}-${isOpen ? 'from' : 'change'}`)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, id]);

  const changeDay = (weekday: Weekday, isOn: boolean): void =>
    onChange({
      ...hours,
      days: weekdays.filter((each) => (each === weekday ? isOn : hours.days.includes(each))),
    });
  const minutes = [...new Set([...everyHalfHour, hours.earliestMinute, hours.latestMinute])].toSorted(
    (one, other) => one - other,
  );

  return (
    <div className={classes.root}>
      <div className={classes.line}>
        <ClockRegular aria-hidden="true" className={classes.icon} />
        <span className={classes.summary}>{summary}</span>
        {!isOpen && (
          <TextButton
            className={classes.link}
            id={`${id}-change`}
            aria-label={words.changeSpoken}
            onClick={() => setOpen(true)}
          >
            {words.change}
          </TextButton>
        )}
      </div>
      {isOpen && (
        <fieldset aria-label={words.heading} className={classes.form}>
          <div className={classes.ends}>
            <Field label={words.from}>
              <Select
                id={`${id}-from`}
                value={String(hours.earliestMinute)}
                onChange={(_, { value }) => onChange({ ...hours, earliestMinute: Number(value) })}
              >
                {minutes.slice(0, -1).map((minute) => (
                  <option key={minute} value={minute}>
                    {format.time(minute)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={words.to}>
              <Select
                value={String(hours.latestMinute)}
                onChange={(_, { value }) => onChange({ ...hours, latestMinute: Number(value) })}
              >
                {minutes.slice(1).map((minute) => (
                  <option key={minute} value={minute}>
                    {format.time(minute)}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <Field {...(problem === undefined ? {} : { validationMessage: problem })}>
            <fieldset aria-label={words.days} className={classes.days}>
              {weekdays.map((weekday) => (
                <Tick
                  key={weekday}
                  label={format.weekday(weekday, 'short')}
                  aria-label={format.weekday(weekday, 'long')}
                  checked={hours.days.includes(weekday)}
                  onChange={(isOn) => changeDay(weekday, isOn)}
                />
              ))}
            </fieldset>
          </Field>
          <div className={classes.actions}>
            <Button onClick={() => setOpen(false)}>{words.done}</Button>
            {isChosen && (
              <Button appearance="subtle" onClick={() => onChange(undefined)}>
                {words.reset}
              </Button>
            )}
          </div>
        </fieldset>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  link: forcedLink,
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  line: { display: 'flex', alignItems: 'baseline', gap: '10px' },
  icon: { alignSelf: 'flex-start', flexShrink: 0, fontSize: '20px' },
  summary: {
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  form: { ...plainFieldset, display: 'flex', flexDirection: 'column', gap: '12px' },
  ends: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '12px' },
  days: { ...plainFieldset, display: 'flex', flexWrap: 'wrap' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});
