import { makeStyles, tokens } from '@fluentui/react-components';
import { narrowContainer } from '#components/seasonTokens.ts';

const rows = Array.from({ length: 15 }, (_, row) => String(row));

/** An empty grid where the picture of the week will stand. */
export function HeatPlace() {
  const classes = useStyles();
  return (
    <div aria-hidden="true" className={classes.grid}>
      {rows.map((row) => (
        <div key={row} className={classes.row} />
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  grid: { display: 'flex', flexDirection: 'column', gap: '2px', paddingBlockStart: '68px' },
  row: {
    height: '28px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    [narrowContainer]: { height: '30px' },
  },
});
