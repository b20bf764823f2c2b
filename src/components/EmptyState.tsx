import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cardRadius } from './seasonTokens.ts';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
  /** A season's picture above, decorative. */
  readonly picture?: ReactNode;
  readonly className?: string;
}

/** An empty place that says what could stand there and how it gets there. */
export function EmptyState({ title, children, action, picture, className }: EmptyStateProps) {
  const classes = useStyles();
  return (
    <section className={mergeClasses(classes.root, className)} aria-label={title}>
      {picture}
      <h2 className={classes.title}>
        <bdi>{title}</bdi>
      </h2>
      {children !== undefined && (
        <p className={classes.text}>
          <bdi>{children}</bdi>
        </p>
      )}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    justifyContent: 'center',
    gap: '8px',
    paddingBlock: '24px',
    paddingInline: '24px',
    borderRadius: cardRadius,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke2),
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  text: {
    margin: 0,
    maxWidth: '70ch',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  action: { marginBlockStart: '8px' },
});
