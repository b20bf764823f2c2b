import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { ComponentPropsWithRef } from 'react';

/** A quiet button that reads as part of a sentence, like a link. */
export function TextButton({ className, ...props }: ComponentPropsWithRef<'button'>) {
  const classes = useStyles();
  return <button type="button" {...props} className={mergeClasses(classes.root, className)} />;
}

const useStyles = makeStyles({
  root: {
    padding: 0,
    ...shorthands.borderStyle('none'),
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    fontFamily: tokens.fontFamilyBase,
    fontSize: 'inherit',
    lineHeight: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': {
      borderRadius: tokens.borderRadiusSmall,
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
      outlineColor: tokens.colorStrokeFocus2,
    },
  },
});
