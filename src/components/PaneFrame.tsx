import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { forcedColors, seasonTint } from './seasonTokens.ts';

export interface PaneFrameProps {
  /** On the tinted ground at the top. */
  readonly head: ReactNode;
  readonly children: ReactNode;
  /** Stays at the bottom; no footer without it. */
  readonly foot?: ReactNode;
  readonly className?: string;
}

/** A pane of 320 to 450 px: what it is about on the season's ground, the content, and what stays at the foot. */
export function PaneFrame({ head, children, foot, className }: PaneFrameProps) {
  const classes = useStyles();
  return (
    <div className={mergeClasses(classes.root, className)}>
      <PaneHead>{head}</PaneHead>
      <main className={classes.body}>{children}</main>
      {foot !== undefined && <footer className={classes.foot}>{foot}</footer>}
    </div>
  );
}

/** The tinted ground at the top of a pane. */
export function PaneHead({ children }: { readonly children: ReactNode }) {
  const classes = useStyles();
  return <header className={classes.head}>{children}</header>;
}

/** Too low for a fixed foot: everything scrolls with the page. */
const low = '@media (max-height: 479px)';

const useStyles = makeStyles({
  root: {
    containerType: 'inline-size',
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    [low]: { height: 'auto', minHeight: '100dvh' },
  },
  head: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    paddingBlock: '16px',
    paddingInline: '20px',
    backgroundColor: seasonTint,
    [forcedColors]: {
      borderBlockEndWidth: '1px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: 'CanvasText',
    },
  },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    paddingBlock: '16px',
    paddingInline: '20px',
    scrollPaddingBlock: '16px',
    [low]: { overflowY: 'visible' },
  },
  foot: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    paddingBlock: '12px',
    paddingInline: '20px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
});
