import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Emblem } from '#components/Emblem.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { card } from '#components/sharedStyles.ts';

export interface RunCardProps {
  readonly seasonNumber: number;
  readonly eyebrow?: ReactNode;
  readonly heading: string;
  readonly sentence?: ReactNode;
  /** A new key moves the focus to the heading. */
  readonly focusKey: string;
  readonly children?: ReactNode;
  readonly actions: ReactNode;
  /** What the actions cost, beside them. */
  readonly hint?: ReactNode;
}

/** The one card on the page while a season is made, stopped, undone or done. */
export function RunCard(props: RunCardProps) {
  const { seasonNumber, eyebrow, heading, sentence, focusKey, children, actions, hint } = props;
  const classes = useStyles();
  return (
    <section className={classes.card} aria-label={heading}>
      <div className={classes.head}>
        <Emblem seasons={seasonNumber} size={48} />
        <PageHeading focusKey={focusKey} eyebrow={eyebrow} sentence={sentence}>
          {heading}
        </PageHeading>
      </div>
      {children !== undefined && <div className={classes.body}>{children}</div>}
      <div className={classes.foot}>
        <div className={classes.actions}>{actions}</div>
        {hint !== undefined && (
          <p className={classes.hint}>
            <bdi>{hint}</bdi>
          </p>
        )}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  card: {
    ...card,
    paddingBlock: '44px 40px',
    paddingInline: '52px',
    [narrowContainer]: { paddingBlock: '20px', paddingInline: '16px' },
  },
  head: {
    display: 'flex',
    gap: '26px',
    alignItems: 'flex-start',
    [narrowContainer]: { flexDirection: 'column', gap: '12px' },
  },
  body: { marginBlockStart: '24px', marginInlineStart: '10px', [narrowContainer]: { marginInlineStart: 0 } },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '24px',
    rowGap: '12px',
    marginBlockStart: '24px',
    paddingBlockStart: '24px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '12px',
    [narrowContainer]: { width: '100%', '& > *': { flexGrow: 1 } },
  },
  hint: {
    flexGrow: 1,
    flexBasis: '240px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
  },
});
