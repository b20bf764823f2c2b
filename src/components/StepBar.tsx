import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useWords } from '#words/Words.ts';
import { SeasonMark } from './SeasonMark.tsx';
import { forcedColors, narrowContainer } from './seasonTokens.ts';

/** A step of a way that is walked in order. */
export interface Step {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'later';
  /** What was chosen there, spoken with the button that goes back: "every 2 weeks, 60 minutes". */
  readonly detail?: string | undefined;
}

export interface StepBarProps {
  readonly steps: readonly Step[];
  /** Name of the landmark: "Steps of the booking". */
  readonly label: string;
  readonly onStep: (key: string) => void;
  readonly className?: string;
}

/** The steps as a short stem: done ones are buttons back, the current one is said, later ones are not yet buttons. */
export function StepBar({ steps, label, onStep, className }: StepBarProps) {
  const classes = useStyles();
  const words = useWords().components.step;
  return (
    <nav aria-label={label} className={mergeClasses(classes.root, className)}>
      <ol className={classes.list}>
        {steps.map((step, index) => {
          const values = { number: index + 1, count: steps.length, label: step.label };
          return (
            <li
              key={step.key}
              aria-current={step.state === 'current' ? 'step' : undefined}
              className={mergeClasses(
                classes.item,
                index > 0 && classes.lineBefore,
                index > 0 && step.state !== 'later' && classes.grown,
              )}
            >
              {step.state === 'done' ? (
                <button
                  type="button"
                  className={classes.button}
                  aria-label={words.done({ ...values, detail: step.detail })}
                  onClick={() => onStep(step.key)}
                >
                  <SeasonMark state="done" />
                  <span aria-hidden="true" className={classes.foldedLabel}>
                    {step.label}
                  </span>
                </button>
              ) : (
                <span className={classes.step}>
                  <SeasonMark state={step.state} />
                  <span
                    aria-hidden="true"
                    className={step.state === 'current' ? classes.currentLabel : classes.laterLabel}
                  >
                    {step.label}
                  </span>
                  <span className={classes.spoken}>
                    {step.state === 'current' ? words.current(values) : words.later(values)}
                  </span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const shared = {
  display: 'flex',
  alignItems: 'center',
  gap: '8px',
  minHeight: '32px',
  paddingBlock: '4px',
  paddingInline: '6px',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  fontFamily: tokens.fontFamilyBase,
} as const;

const useStyles = makeStyles({
  root: { minWidth: 0 },
  list: {
    listStyleType: 'none',
    marginBlock: 0,
    paddingInline: 0,
    paddingBlock: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    [narrowContainer]: { flexGrow: 1, ':first-child': { flexGrow: 0 } },
  },
  lineBefore: {
    '::before': {
      content: '""',
      flexGrow: 1,
      width: '44px',
      minWidth: '12px',
      borderBlockStartWidth: '2px',
      borderBlockStartStyle: 'solid',
      borderBlockStartColor: tokens.colorNeutralStroke2,
    },
  },
  grown: { '::before': { borderBlockStartColor: tokens.colorPaletteForestBorderActive } },
  button: {
    ...shared,
    ...shorthands.borderStyle('none'),
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      [forcedColors]: { outlineColor: 'Highlight' },
    },
  },
  step: { ...shared, position: 'relative', color: tokens.colorNeutralForeground1 },
  currentLabel: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  laterLabel: { color: tokens.colorNeutralForeground3, [narrowContainer]: { display: 'none' } },
  foldedLabel: { [narrowContainer]: { display: 'none' } },
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
