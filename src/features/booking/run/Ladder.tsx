import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { SeasonMark } from '#components/SeasonMark.tsx';
import { narrowContainer, reducedMotion } from '#components/seasonTokens.ts';
import { spokenOnly } from '#components/spokenOnly.ts';
import { plainList } from '#components/sharedStyles.ts';
import type { Rung } from './rungs.ts';

/** The rungs on the season's stem. Each finished rung is spoken once. */
export function Ladder({ rungs, label }: { readonly rungs: readonly Rung[]; readonly label: string }) {
  const classes = useStyles();
  const lastDone = rungs.findLast((rung) => rung.mark === 'done');
  return (
    <>
      <ol aria-label={label} className={classes.list}>
        {rungs.map((rung, index) => (
          <li
            key={rung.key}
            className={mergeClasses(
              classes.rung,
              index < rungs.length - 1 && classes.line,
              rung.mark === 'done' && classes.grown,
            )}
            aria-current={rung.mark === 'running' ? 'step' : undefined}
          >
            <span className={classes.mark}>
              {rung.mark === 'running' ? (
                <Spinner size="tiny" aria-hidden="true" />
              ) : (
                <SeasonMark state={markOf(rung.mark)} size={20} />
              )}
            </span>
            <span className={classes.text}>
              <span className={classes.title}>
                <bdi>{rung.title}</bdi>
              </span>
              {rung.details.map((detail) => (
                <span key={detail} className={classes.detail}>
                  <bdi>{detail}</bdi>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <output className={classes.spoken}>{lastDone?.title}</output>
    </>
  );
}

function markOf(mark: Exclude<Rung['mark'], 'running'>): 'done' | 'clash' | 'later' | 'skipped' {
  return mark === 'stopped' ? 'clash' : mark;
}

const useStyles = makeStyles({
  list: plainList,
  rung: {
    position: 'relative',
    display: 'flex',
    gap: '36px',
    minHeight: '46px',
    paddingBlockEnd: '16px',
    ':last-child': { minHeight: 0, paddingBlockEnd: 0 },
    [narrowContainer]: { gap: '14px' },
  },
  line: {
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlockStart: '26px',
      insetBlockEnd: '2px',
      insetInlineStart: '13px',
      borderInlineStartWidth: '2px',
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: tokens.colorNeutralStroke2,
      transitionProperty: 'border-color',
      transitionDuration: tokens.durationNormal,
      [reducedMotion]: { transitionDuration: '0s' },
    },
  },
  grown: { '::before': { borderInlineStartColor: tokens.colorPaletteForestBorderActive } },
  mark: { flexShrink: 0, display: 'flex', justifyContent: 'center', width: '28px', height: '22px' },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  detail: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  spoken: spokenOnly,
});
