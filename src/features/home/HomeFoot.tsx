import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { EpochMilli } from '#domain/time/types.ts';
import { checkedWeeks } from './homePicture.ts';
import { quiet } from './homeStyles.ts';
import type { HomeContext } from './homeText.ts';
import type { HomeState } from './useHome.ts';

export interface HomeFootProps {
  readonly at: EpochMilli;
  readonly check: Extract<HomeState, { kind: 'ready' }>['check'];
  readonly isReading: boolean;
  readonly context: HomeContext;
  readonly onLook: () => void;
}

/** When the calendars were looked at, and that nobody watches in between: there is no server. */
export function HomeFoot({ at, check, isReading, context, onLook }: HomeFootProps) {
  const classes = useStyles();
  const { words, format, zone } = context;
  return (
    <footer className={classes.foot}>
      <p className={classes.text}>
        <bdi>
          {words.foot.looked({ time: format.clock(at, zone) })}{' '}
          {check === 'failed' ? words.foot.unchecked : words.foot.clashes({ weeks: checkedWeeks })}
        </bdi>
      </p>
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowClockwiseRegular />}
        onClick={onLook}
        disabledFocusable={isReading}
      >
        {isReading ? words.actions.looking : words.actions.lookAgain}
      </Button>
    </footer>
  );
}

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    rowGap: '4px',
  },
  text: { ...quiet, margin: 0, maxWidth: '70ch' },
});
