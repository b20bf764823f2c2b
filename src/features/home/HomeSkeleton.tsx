import { makeStyles } from '@fluentui/react-components';
import { Placeholder } from '#components/Placeholder.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { card } from './homeStyles.ts';

/** Places of the cards while the calendar is read, in their final height, so that nothing moves when it has been. */
export function HomeSkeleton({ cards }: { readonly cards: number }) {
  const classes = useStyles();
  return (
    <div aria-hidden="true" className={classes.list}>
      {Array.from({ length: cards }, (_, index) => (
        <div key={String(index)} className={classes.card}>
          <div className={classes.head}>
            <Placeholder shape="circle" size={40} />
            <div className={classes.lines}>
              <Placeholder size={20} className={classes.name} />
              <Placeholder size={12} className={classes.role} />
            </div>
          </div>
          <div className={classes.lines}>
            <Placeholder size={12} className={classes.role} />
            <Placeholder size={28} className={classes.day} />
            <Placeholder size={16} className={classes.name} />
          </div>
          <Placeholder size={48} />
          <Placeholder size={12} className={classes.day} />
        </div>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '20px' },
  card: {
    ...card,
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    height: '304px',
    [narrowContainer]: { height: '440px', paddingBlock: '18px', paddingInline: '18px' },
  },
  head: { display: 'flex', gap: '14px', alignItems: 'center' },
  lines: { flexGrow: 1, display: 'flex', flexDirection: 'column', gap: '8px' },
  name: { width: '40%' },
  role: { width: '25%' },
  day: { width: '50%' },
});
