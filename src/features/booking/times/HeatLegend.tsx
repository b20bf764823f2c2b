import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import { useWords } from '#words/Words.ts';
import { heatBands, type HeatBand } from '#components/times/heatLevels.ts';
import { useHeatStyles } from './heatStyles.ts';

/** What the cells mean, with the bounds that hold for `dates` dates. */
export function HeatLegend({ dates }: { readonly dates: number }) {
  const classes = useStyles();
  const levels = useHeatStyles();
  const words = useWords().times.heat;
  const textOf = (band: HeatBand): string | undefined => {
    if (band.level === 'all') return words.every;
    if (band.level !== 'few') return undefined;
    const missing = dates - band.from;
    return missing === 1 ? words.oneMissing : words.fewMissing({ count: missing });
  };
  const swatchOf = (band: HeatBand): string => {
    if (band.level === 'all') return String(dates);
    return band.level === 'few' && band.from < band.to
      ? words.atLeast({ count: band.from })
      : words.band(band);
  };
  return (
    <ul aria-label={words.legend} className={classes.list}>
      {heatBands(dates).map((band) => {
        const text = textOf(band);
        return (
          <li key={band.level} className={classes.item}>
            <span className={mergeClasses(levels.base, levels[band.level], classes.swatch)}>
              <bdi>{swatchOf(band)}</bdi>
              {band.level === 'all' && <CheckmarkFilled aria-hidden="true" className={classes.tick} />}
            </span>
            {text !== undefined && <bdi>{text}</bdi>}
          </li>
        );
      })}
      <li className={classes.item}>
        <span aria-hidden="true" className={mergeClasses(levels.base, levels.none, classes.swatch)}>
          {words.none}
        </span>
        <bdi>{words.outside}</bdi>
      </li>
    </ul>
  );
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '14px',
    rowGap: '8px',
    marginBlock: 0,
    paddingInline: 0,
    paddingBlock: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'flex', alignItems: 'center', gap: '8px' },
  swatch: { minWidth: '36px', height: '24px', gap: '3px', paddingInline: '6px', boxSizing: 'border-box' },
  tick: { fontSize: '12px' },
});
