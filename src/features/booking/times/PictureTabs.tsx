import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { forcedColors } from '#components/seasonTokens.ts';
import { useRovingFocus } from '#components/useRovingFocus.ts';
import { useWords } from '#words/Words.ts';

export type Showing = 'picture' | 'table';

const order: readonly Showing[] = ['picture', 'table'];

export interface PictureTabsProps {
  readonly showing: Showing;
  readonly onShow: (showing: Showing) => void;
  /** Id of the panel that both tabs fill. */
  readonly panelId: string;
}

/** Picture or table of the same numbers. Tabs of our own: Fluent's put hidden stops around themselves, which axe refuses. */
export function PictureTabs({ showing, onShow, panelId }: PictureTabsProps) {
  const classes = useStyles();
  const words = useWords().times.heat;
  const itemOf = useRovingFocus(order.length, order.indexOf(showing));
  return (
    <div role="tablist" aria-label={words.tabs} data-roving-list="" className={classes.list}>
      {order.map((each, index) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`${panelId}-${each}`}
          aria-selected={showing === each}
          aria-controls={panelId}
          {...itemOf(index)}
          className={mergeClasses(classes.tab, showing === each && classes.chosen)}
          onClick={() => onShow(each)}
        >
          {words[each]}
        </button>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', gap: '4px' },
  tab: {
    position: 'relative',
    minHeight: '32px',
    paddingBlock: '4px',
    paddingInline: '10px',
    ...shorthands.borderStyle('none'),
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      [forcedColors]: { outlineColor: 'Highlight' },
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    // In the contrast theme the ground of a hover is bright; the text has to turn with it.
    ':hover': { color: tokens.colorNeutralForeground1Hover },
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '10px',
      insetInlineEnd: '10px',
      insetBlockEnd: 0,
      borderBlockEndWidth: '3px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorCompoundBrandStroke,
      [forcedColors]: { borderBlockEndColor: 'Highlight' },
    },
  },
});
