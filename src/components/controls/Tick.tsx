import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentPropsWithRef } from 'react';

export interface TickProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'type' | 'onChange' | 'checked' | 'className'
> {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly className?: string | undefined;
}

/** Yes or no: the browser's own checkbox beside its word. */
export function Tick({ label, checked, onChange, className, ...props }: TickProps) {
  const classes = useStyles();
  return (
    <label className={mergeClasses(classes.root, className)}>
      <input
        {...props}
        type="checkbox"
        className={classes.box}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    paddingInlineEnd: '12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
  },
  box: {
    flexShrink: 0,
    width: '18px',
    height: '18px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'pointer',
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
      outlineColor: tokens.colorStrokeFocus2,
    },
  },
});
