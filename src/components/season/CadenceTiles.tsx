import { Field, makeStyles } from '@fluentui/react-components';
import { Select } from '#components/controls/Select.tsx';
import type { Cadence, Ordinal } from '#domain/season/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { ChoiceTiles } from '#components/ChoiceTiles.tsx';

export interface CadenceTilesProps {
  readonly cadence: Cadence;
  readonly onChange: (cadence: Cadence) => void;
}

const ordinals: readonly Ordinal[] = [1, 2, 3, 4, 'last'];

/** How often: every week, every two weeks, or on the n-th weekday of the month. */
export function CadenceTiles({ cadence, onChange }: CadenceTilesProps) {
  const classes = useStyles();
  const words = useWords().booking.season;
  const format = useFormat();
  const offered: Cadence[] = [
    { kind: 'weekly', everyWeeks: 1 },
    { kind: 'weekly', everyWeeks: 2 },
    cadence.kind === 'monthly' ? cadence : { kind: 'monthly', ordinal: 2, everyMonths: 1 },
  ];
  // A help of the times may have brought another rhythm; it stands beside the usual ones.
  if (!offered.some((each) => keyOf(each) === keyOf(cadence))) offered.splice(2, 0, cadence);
  const labelOf = (each: Cadence): string => {
    if (each.kind === 'weekly')
      return each.everyWeeks === 1 ? words.everyWeek : words.everyWeeks({ weeks: each.everyWeeks });
    return each.everyMonths === 1 ? words.monthly : words.everyMonths({ months: each.everyMonths });
  };

  return (
    <div className={classes.root}>
      <ChoiceTiles
        label={words.cadence}
        columns={offered.length === 4 ? 4 : 3}
        value={keyOf(cadence)}
        onChoose={(value) => {
          const next = offered.find((each) => keyOf(each) === value);
          if (next !== undefined) onChange(next);
        }}
        tiles={offered.map((each) => ({ value: keyOf(each), label: labelOf(each) }))}
      />
      {cadence.kind === 'monthly' && (
        <Field
          label={words.ordinal}
          hint={words.ordinalHint({
            ordinal: words.ordinals[cadence.ordinal],
            weekday: format.weekday(4, 'long'),
          })}
          className={classes.ordinal}
        >
          <Select
            size="large"
            value={String(cadence.ordinal)}
            onChange={(_, { value }) => {
              const ordinal = ordinals.find((each) => String(each) === value);
              if (ordinal !== undefined) onChange({ ...cadence, ordinal });
            }}
          >
            {ordinals.map((each) => (
              <option key={each} value={each}>
                {words.ordinals[each]}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

function keyOf(cadence: Cadence): string {
  return cadence.kind === 'weekly' ? `weeks-${cadence.everyWeeks}` : `months-${cadence.everyMonths}`;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  ordinal: { maxWidth: '420px' },
});
