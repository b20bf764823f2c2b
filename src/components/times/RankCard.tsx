import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { MarkState } from '#components/markState.ts';
import { cardRadius, forcedColors, narrowContainer } from '#components/seasonTokens.ts';
import { TinyStem } from '#components/TinyStem.tsx';

/** A recurring time in words, ready to be drawn. */
export interface RankCardProps {
  /** Name of the radio group that all cards belong to. */
  readonly group: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** Place in the list, or undefined for a time that was chosen outside it. */
  readonly rank: number | undefined;
  /** Over a time that was chosen outside the list: "Your choice". */
  readonly eyebrow: string | undefined;
  /** "Thursdays, 13:00–14:00". */
  readonly title: string;
  readonly partnerTime: string | undefined;
  readonly marks: readonly MarkState[];
  /** First part of the sum, in bold: "10 free". */
  readonly free: string;
  /** The rest of the sum: "1 tentative, 2 to mend". */
  readonly rest: string;
  readonly reason: string | undefined;
  readonly spoken: string;
}

/** One recurring time as a radio the size of a card. */
export function RankCard(props: RankCardProps) {
  const { group, value, isChosen, onChoose, rank, eyebrow, title, partnerTime, marks, free, rest, reason } =
    props;
  const classes = useStyles();
  return (
    <label className={mergeClasses(classes.card, isChosen && classes.chosen)}>
      <input
        type="radio"
        name={group}
        value={value}
        checked={isChosen}
        aria-label={props.spoken}
        className={classes.radio}
        onChange={onChoose}
      />
      <span aria-hidden="true" className={mergeClasses(classes.disc, isChosen && classes.chosenDisc)}>
        {rank ?? '✓'}
      </span>
      <span aria-hidden="true" className={classes.text}>
        {eyebrow !== undefined && (
          <span className={classes.quiet}>
            <bdi>{eyebrow}</bdi>
          </span>
        )}
        <span className={classes.title}>
          <bdi>{title}</bdi>
        </span>
        {partnerTime !== undefined && (
          <span className={classes.partner}>
            <bdi>{partnerTime}</bdi>
          </span>
        )}
        <span className={classes.sumLine}>
          <TinyStem states={marks} className={classes.stem} />
          <span className={classes.sum}>
            <bdi>
              <b className={classes.free}>{free}</b>
              {rest === '' ? '' : `, ${rest}`}
            </bdi>
          </span>
        </span>
        {reason !== undefined && (
          <span className={classes.quiet}>
            <bdi>{reason}</bdi>
          </span>
        )}
      </span>
    </label>
  );
}

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '30px minmax(0, 1fr)',
    columnGap: '16px',
    paddingBlock: '15px',
    paddingInline: '19px',
    borderRadius: cardRadius,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke3),
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&:has(:focus-visible)': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      [forcedColors]: { outlineStyle: 'dashed', outlineColor: 'Highlight' },
    },
    [narrowContainer]: { columnGap: '12px', paddingInline: '13px' },
  },
  chosen: {
    ...shorthands.border('2px', 'solid', tokens.colorCompoundBrandStroke),
    // The border grows inwards, so that nothing moves when a time is chosen.
    paddingBlock: '14px',
    paddingInline: '18px',
    [narrowContainer]: { paddingInline: '12px' },
    [forcedColors]: {
      outlineStyle: 'solid',
      outlineWidth: '3px',
      outlineOffset: '-2px',
      outlineColor: 'Highlight',
    },
  },
  // There for the keyboard and for screen readers; the card is what is seen and clicked.
  radio: {
    position: 'absolute',
    insetBlockStart: 0,
    insetInlineStart: 0,
    width: '100%',
    height: '100%',
    marginBlock: 0,
    marginInline: 0,
    opacity: 0,
    cursor: 'pointer',
  },
  disc: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '30px',
    height: '30px',
    borderRadius: tokens.borderRadiusCircular,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStrokeAccessible),
    fontSize: tokens.fontSizeBase300,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
  },
  chosenDisc: {
    ...shorthands.borderColor(tokens.colorBrandBackground),
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    forcedColorAdjust: 'none',
    [forcedColors]: {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      ...shorthands.borderColor('Highlight'),
    },
  },
  text: { display: 'flex', flexDirection: 'column', gap: '3px', minWidth: 0, overflowWrap: 'anywhere' },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // Level with the disc beside it.
    paddingBlockStart: '5px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  partner: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  sumLine: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '4px',
    paddingBlock: '4px',
  },
  stem: { maxWidth: '100%' },
  sum: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  free: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
  },
});
