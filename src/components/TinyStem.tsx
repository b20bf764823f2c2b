import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { MarkState } from './markState.ts';
import { SeasonMark } from './SeasonMark.tsx';

/** All dates of a season in a row of small marks, hidden from screen readers: the sum in words stands beside it. */
export function TinyStem({
  states,
  className,
}: {
  readonly states: readonly MarkState[];
  readonly className?: string;
}) {
  const classes = useStyles();
  return (
    <span
      aria-hidden="true"
      className={mergeClasses(classes.root, states.length > 18 && classes.dense, className)}
    >
      {states.map((state, index) => (
        // A date is told by its place in the row alone.
        // oxlint-disable-next-line react/no-array-index-key
        <SeasonMark key={index} state={state} size={11} />
      ))}
    </span>
  );
}

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  dense: { gap: '4px' },
});
