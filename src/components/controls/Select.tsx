import { makeStyles, mergeClasses, tokens, useFieldControlProps_unstable } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { ChangeEvent, ComponentPropsWithRef } from 'react';
import { forcedColors } from '#components/seasonTokens.ts';
import { controlLook, largeControl } from './controlStyles.ts';

export interface SelectProps extends Omit<ComponentPropsWithRef<'select'>, 'size' | 'onChange'> {
  readonly size?: 'medium' | 'large';
  readonly onChange?: (event: ChangeEvent<HTMLSelectElement>, data: { readonly value: string }) => void;
}

/** One of a few: the browser's own list, named and described by the `Field` around it. */
export function Select({ size = 'medium', className, onChange, ...props }: SelectProps) {
  const classes = useStyles();
  const control = useFieldControlProps_unstable(props, { supportsLabelFor: true, supportsRequired: true });
  return (
    <span className={mergeClasses(classes.root, className)}>
      <select
        {...control}
        className={mergeClasses(classes.select, size === 'large' && classes.large)}
        onChange={(event) => onChange?.(event, { value: event.target.value })}
      />
      <ChevronDownRegular aria-hidden="true" className={classes.icon} />
    </span>
  );
}

const useStyles = makeStyles({
  root: { position: 'relative', display: 'flex', alignItems: 'center', minWidth: 0 },
  select: { ...controlLook, appearance: 'none', paddingInlineEnd: '34px', cursor: 'pointer' },
  large: largeControl,
  icon: {
    position: 'absolute',
    insetInlineEnd: '10px',
    fontSize: '20px',
    color: tokens.colorNeutralForeground3,
    pointerEvents: 'none',
    [forcedColors]: { color: 'CanvasText' },
  },
});
