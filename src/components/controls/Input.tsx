import { makeStyles, mergeClasses, useFieldControlProps_unstable } from '@fluentui/react-components';
import type { ChangeEvent, ComponentPropsWithRef } from 'react';
import { controlLook, largeControl } from './controlStyles.ts';

export interface InputProps extends Omit<ComponentPropsWithRef<'input'>, 'size' | 'onChange'> {
  readonly size?: 'medium' | 'large';
  readonly onChange?: (event: ChangeEvent<HTMLInputElement>, data: { readonly value: string }) => void;
}

/** A line of text, a number or a date: the browser's own field, named and described by the `Field` around it. */
export function Input({ size = 'medium', className, onChange, ...props }: InputProps) {
  const classes = useStyles();
  const control = useFieldControlProps_unstable(props, { supportsLabelFor: true, supportsRequired: true });
  return (
    <input
      {...control}
      className={mergeClasses(classes.input, size === 'large' && classes.large, className)}
      onChange={(event) => onChange?.(event, { value: event.target.value })}
    />
  );
}

const useStyles = makeStyles({ input: controlLook, large: largeControl });
