import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { Placeholder } from '#components/Placeholder.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { cardRadius, narrowContainer, oneColumnContainer } from '#components/seasonTokens.ts';
import { useWords } from '#words/Words.ts';
import { HeatPlace } from './HeatPlace.tsx';

export interface TimesLoadingProps {
  /** Weeks of the season that are being looked at. */
  readonly weeks: number;
}

const cards = ['1', '2', '3', '4'];

/** The step while both calendars are read: places of the final size, so that nothing moves when the answer comes. */
export function TimesLoading({ weeks }: TimesLoadingProps) {
  const classes = useStyles();
  const words = useWords().times;
  return (
    <div className={classes.container}>
      <PageHeading
        focusKey="times"
        className={classes.heading}
        sentence={<output>{words.loading({ weeks })}…</output>}
      >
        {words.heading}
      </PageHeading>
      <div aria-hidden="true" className={classes.columns}>
        <div className={classes.cards}>
          {cards.map((card) => (
            <div key={card} className={classes.card}>
              <Placeholder shape="circle" size={28} />
              <div className={classes.lines}>
                <Placeholder size={20} className={classes.short} />
                <Placeholder size={16} />
                <Placeholder size={16} />
                <Placeholder size={12} className={classes.short} />
              </div>
            </div>
          ))}
        </div>
        <HeatPlace />
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  container: { containerType: 'inline-size', minWidth: 0 },
  // As high as the sentences that will stand here.
  heading: { '& > p': { minHeight: '40px' }, [narrowContainer]: { '& > p': { minHeight: '60px' } } },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, min(500px, 42%)) minmax(0, 1fr)',
    columnGap: '40px',
    rowGap: '32px',
    marginBlockStart: '20px',
    [oneColumnContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  cards: { display: 'flex', flexDirection: 'column', gap: '8px' },
  card: {
    boxSizing: 'border-box',
    display: 'flex',
    gap: '16px',
    height: '132px',
    paddingBlock: '18px',
    paddingInline: '20px',
    borderRadius: cardRadius,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke3),
    backgroundColor: tokens.colorNeutralBackground1,
    [narrowContainer]: { height: '176px', paddingInline: '14px' },
  },
  lines: { flexGrow: 1, display: 'flex', flexDirection: 'column', gap: '10px' },
  short: { width: '55%' },
});
