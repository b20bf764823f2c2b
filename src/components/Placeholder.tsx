import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { forcedColors } from './seasonTokens.ts';

export interface PlaceholderProps {
  /** Height in pixels; of a round one the width too. */
  readonly size: number;
  readonly shape?: 'line' | 'circle';
  readonly className?: string;
}

/** Where something will stand: a quiet block of its size, which does not move. The one around it is hidden from screen readers. */
export function Placeholder({ size, shape = 'line', className }: PlaceholderProps) {
  const classes = useStyles();
  return (
    <div
      className={mergeClasses(classes.line, shape === 'circle' && classes.circle, className)}
      style={{ height: size, ...(shape === 'circle' ? { width: size } : {}) }}
    />
  );
}

const useStyles = makeStyles({
  line: {
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    [forcedColors]: { outlineStyle: 'solid', outlineWidth: '1px', outlineColor: 'GrayText' },
  },
  circle: { flexShrink: 0, borderRadius: tokens.borderRadiusCircular },
});
