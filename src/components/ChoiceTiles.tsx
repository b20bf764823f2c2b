import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { forcedColors, narrowContainer } from './seasonTokens.ts';
import { spokenOnly } from './spokenOnly.ts';

export interface ChoiceTile {
  readonly value: string;
  readonly label: ReactNode;
  /** A quieter line under the label. */
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  /** Read aloud in place of label and hint, where these are too short to be understood alone. */
  readonly spoken?: string;
}

export interface ChoiceTilesProps {
  /** The question that the tiles answer; shown above them unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly tiles: readonly ChoiceTile[];
  /** Undefined while nothing is chosen. */
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
  /** `tick` at the end of the chosen tile, or a `radio` before each. */
  readonly mark?: 'tick' | 'radio';
  /** Tiles in a row while there is room. */
  readonly columns: 2 | 3 | 4;
  /** Id of the chosen radio, or of the first: where the focus goes when the group appears. */
  readonly focusId?: string;
}

/** A radio group drawn as tiles: real radios, so arrows move and the group is one Tab stop. */
export function ChoiceTiles({
  label,
  isLabelHidden = false,
  tiles,
  value,
  onChoose,
  mark = 'tick',
  columns,
  focusId,
}: ChoiceTilesProps) {
  const classes = useStyles();
  const name = useId();
  const focused = value ?? tiles[0]?.value;
  return (
    <div role="radiogroup" aria-labelledby={`${name}-label`}>
      <div id={`${name}-label`} className={isLabelHidden ? classes.spoken : classes.label}>
        <bdi>{label}</bdi>
      </div>
      <div className={mergeClasses(classes.tiles, classes[`columns${columns}`])}>
        {tiles.map((tile) => {
          const isChosen = tile.value === value;
          return (
            <label
              key={tile.value}
              className={mergeClasses(
                classes.tile,
                mark === 'radio' && classes.withRadio,
                isChosen && classes.chosen,
              )}
            >
              <input
                type="radio"
                name={name}
                id={focusId !== undefined && tile.value === focused ? focusId : undefined}
                className={classes.input}
                checked={isChosen}
                aria-label={tile.spoken}
                onChange={() => onChoose(tile.value)}
              />
              {mark === 'radio' && (
                <span
                  aria-hidden="true"
                  className={mergeClasses(classes.radio, isChosen && classes.radioOn)}
                />
              )}
              {tile.icon !== undefined && (
                <span aria-hidden="true" className={classes.icon}>
                  {tile.icon}
                </span>
              )}
              <span className={classes.text}>
                <span className={mergeClasses(isChosen && classes.strong)}>
                  <bdi>{tile.label}</bdi>
                </span>
                {tile.hint !== undefined && (
                  <span className={classes.hint}>
                    <bdi>{tile.hint}</bdi>
                  </span>
                )}
              </span>
              {mark === 'tick' && isChosen && <CheckmarkFilled aria-hidden="true" className={classes.tick} />}
            </label>
          );
        })}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  label: {
    marginBlockEnd: '6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  spoken: spokenOnly,
  tiles: { display: 'grid', gap: '10px' },
  columns2: {
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    [narrowContainer]: { gridTemplateColumns: '1fr' },
  },
  columns3: {
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    [narrowContainer]: { gridTemplateColumns: '1fr' },
  },
  columns4: {
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    [narrowContainer]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  tile: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: '52px',
    boxSizing: 'border-box',
    paddingBlock: '9px',
    paddingInline: '18px',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      // In the contrast theme the ground is bright then, so everything on it turns dark.
      '& span, & bdi': { color: tokens.colorNeutralForeground1Hover },
    },
    ':has(:focus-visible)': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      [forcedColors]: { outlineColor: 'CanvasText', outlineStyle: 'dashed' },
    },
    [narrowContainer]: { paddingInline: '14px' },
  },
  // Tiles of several lines begin level with each other.
  withRadio: { alignItems: 'flex-start' },
  chosen: {
    ...shorthands.border('2px', 'solid', tokens.colorCompoundBrandStroke),
    // A pixel less, since the border is a pixel more: nothing moves when the choice does.
    paddingBlock: '8px',
    paddingInline: '17px',
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': {
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorNeutralForeground1,
      '& span, & bdi': { color: tokens.colorNeutralForeground1 },
    },
    [forcedColors]: { ...shorthands.border('3px', 'solid', 'Highlight') },
    [narrowContainer]: { paddingInline: '13px' },
  },
  input: {
    position: 'absolute',
    insetBlockStart: 0,
    insetInlineStart: 0,
    width: '100%',
    height: '100%',
    margin: 0,
    opacity: 0,
    cursor: 'pointer',
  },
  radio: {
    alignSelf: 'flex-start',
    marginBlockStart: '1px',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '18px',
    height: '18px',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStrokeAccessible),
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  radioOn: {
    ...shorthands.border('5px', 'solid', tokens.colorCompoundBrandStroke),
    [forcedColors]: { ...shorthands.borderColor('Highlight') },
  },
  icon: { display: 'flex', fontSize: '20px' },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  hint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  tick: {
    flexShrink: 0,
    fontSize: '20px',
    color: tokens.colorCompoundBrandStroke,
    [forcedColors]: { color: 'Highlight' },
  },
});
