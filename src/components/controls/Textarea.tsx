import { makeStyles, mergeClasses, useFieldControlProps_unstable } from '@fluentui/react-components';
import type { ChangeEvent, ComponentPropsWithRef } from 'react';
import { controlLook } from './controlStyles.ts';

export interface TextareaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'onChange'> {
  readonly onChange?: (event: ChangeEvent<HTMLTextAreaElement>, data: { readonly value: string }) => void;
}

/** Several lines of text: the browser's own field, named and described by the `Field` around it. Grows by its corner. */
export function Textarea({ className, onChange, ...props }: TextareaProps) {
  const classes = useStyles();
  const control = useFieldControlProps_unstable(props, { supportsLabelFor: true, supportsRequired: true });
  return (
    <textarea
      {...control}
      className={mergeClasses(classes.text, className)}
      onChange={(event) => onChange?.(event, { value: event.target.value })}
    />
  );
}

const useStyles = makeStyles({
  text: { ...controlLook, minHeight: '52px', paddingBlock: '6px', resize: 'vertical' },
});
