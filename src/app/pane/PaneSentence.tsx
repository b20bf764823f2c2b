import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';

export interface PaneSentenceProps {
  /** Names the sentence; the focus goes there when it changes. */
  readonly name: string;
  readonly heading: string;
  readonly body?: string | undefined;
  /** What helps. */
  readonly children?: ReactNode;
}

/** A pane that has only something to say: what is the matter, and what helps. */
export function PaneSentence({ name, heading, body, children }: PaneSentenceProps) {
  const classes = useStyles();
  return (
    <main className={classes.root}>
      <PageHeading focusKey={name} sentence={body}>
        {heading}
      </PageHeading>
      {children !== undefined && <div className={classes.helps}>{children}</div>}
    </main>
  );
}

const useStyles = makeStyles({
  root: {
    containerType: 'inline-size',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    paddingBlock: '28px',
    paddingInline: '20px',
  },
  helps: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
});
