import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { narrowContainer } from './seasonTokens.ts';

export interface PageHeadingProps {
  readonly children: ReactNode;
  /** A quiet line above: today, "Stopped today at 13:06". */
  readonly eyebrow?: ReactNode;
  /** The sentence below. */
  readonly sentence?: ReactNode;
  /** Moves the focus here when the screen opens or `focusKey` changes, so that screen readers begin at the top. */
  readonly focusKey?: string | undefined;
  /** `ifLost`: only where nothing has the focus, because what had it is gone. */
  readonly takesFocus?: 'always' | 'ifLost';
  readonly className?: string;
}

/** The one heading of a screen, which already answers. Takes the focus when the screen changes. */
export function PageHeading(props: PageHeadingProps) {
  const { children, eyebrow, sentence, focusKey, takesFocus = 'always', className } = props;
  const classes = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = heading.current;
    if (focusKey === undefined || element === null) return;
    const { activeElement, body } = element.ownerDocument;
    if (takesFocus === 'always' || activeElement === null || activeElement === body) element.focus();
  }, [focusKey, takesFocus]);
  return (
    <div className={mergeClasses(classes.root, className)}>
      {eyebrow !== undefined && (
        <p className={classes.eyebrow}>
          <bdi>{eyebrow}</bdi>
        </p>
      )}
      <h1 ref={heading} tabIndex={-1} className={classes.heading}>
        <bdi>{children}</bdi>
      </h1>
      {sentence !== undefined && (
        <p className={classes.sentence}>
          <bdi>{sentence}</bdi>
        </p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  eyebrow: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    // The focus is set here for those who hear the page; it is no control, so it shows no ring.
    outlineStyle: 'none',
    [narrowContainer]: { fontSize: tokens.fontSizeBase500, lineHeight: '26px' },
  },
  sentence: {
    margin: 0,
    maxWidth: '70ch',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});
