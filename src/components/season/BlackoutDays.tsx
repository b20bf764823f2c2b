import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { TextButton } from '#components/TextButton.tsx';
import { Input } from '#components/controls/Input.tsx';
import { isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { MoreBlackouts } from './MoreBlackouts.tsx';
import { forcedLink, plainFieldset } from '../sharedStyles.ts';

export interface BlackoutDaysProps {
  readonly days: readonly IsoDay[];
  /** First and last day that can be left out. */
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly onChange: (days: readonly IsoDay[]) => void;
}

/** Days on which no meeting is wanted: holidays, exams. Folded until somebody wants it. */
export function BlackoutDays({ days, firstDay, lastDay, onChange }: BlackoutDaysProps) {
  const classes = useStyles();
  const format = useFormat();
  const words = useWords().booking.season.blackouts;
  const [isOpen, setOpen] = useState(days.length > 0);
  const [typed, setTyped] = useState('');
  const fieldId = useId();
  const focusField = (): void => document.getElementById(fieldId)?.focus();
  const day = isIsoDay(typed) ? typed : undefined;
  const add = (): void => {
    focusField();
    if (day === undefined || day < firstDay || day > lastDay) return;
    onChange([...new Set([...days, day])].toSorted());
    setTyped('');
  };

  if (!isOpen)
    return (
      <TextButton className={classes.open} onClick={() => setOpen(true)}>
        {words.open}
      </TextButton>
    );
  return (
    <fieldset aria-label={words.heading} className={classes.root}>
      <div className={classes.add}>
        <Field label={words.field} hint={words.hint} className={classes.field}>
          <Input
            id={fieldId}
            type="date"
            size="large"
            min={firstDay}
            max={lastDay}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
        <Button size="large" className={classes.button} onClick={add}>
          {words.add}
        </Button>
      </div>
      <MoreBlackouts
        firstDay={firstDay}
        lastDay={lastDay}
        onAdd={(more) => onChange([...new Set([...days, ...more])].toSorted())}
      />
      {days.length > 0 && (
        <ul aria-label={words.heading} className={classes.list}>
          {days.map((each) => (
            <li key={each}>
              <Button
                size="small"
                iconPosition="after"
                icon={<DismissRegular />}
                aria-label={words.remove({ day: format.day(each, 'medium') })}
                onClick={() => {
                  focusField();
                  onChange(days.filter((other) => other !== each));
                }}
              >
                {format.day(each, 'medium')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

const useStyles = makeStyles({
  open: { ...forcedLink, alignSelf: 'flex-start', fontSize: tokens.fontSizeBase300 },
  root: { ...plainFieldset, display: 'flex', flexDirection: 'column', gap: '10px' },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '10px' },
  field: { flexGrow: 1, maxWidth: '320px' },
  // Level with the field, whose label stands above it.
  button: { marginBlockStart: '26px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '8px' },
});
