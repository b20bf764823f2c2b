import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { PersonPicture } from '#components/PersonPicture.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { StepBar, type Step } from '#components/StepBar.tsx';
import type { HostTheme } from '#ports/host.ts';
import { useWords } from '#words/Words.ts';

export interface BookingFrameProps {
  /** "A season with Dana", or that one books a season while there is nobody yet. */
  readonly title: string;
  /** Full name for the initials, and the address of the photo. Undefined while there is nobody. */
  readonly person: { readonly name: string; readonly photo: string | undefined } | undefined;
  /** Where the partner is and what their clock shows. */
  readonly clock?: ReactNode;
  /** The host's theme, for the browser's own fields and scroll bars. */
  readonly theme: HostTheme;
  readonly steps?: readonly Step[] | undefined;
  readonly onStep?: (key: string) => void;
  readonly onClose: () => void;
  /** One step back; also by Alt+Left. */
  readonly onBack?: (() => void) | undefined;
  /** What is chosen or sent: spoken when it changes. */
  readonly sentence?: ReactNode;
  /** The one filled button. */
  readonly main?: ReactNode;
  /** A narrow card in the middle of the page instead of the whole width. */
  readonly isCentred?: boolean;
  readonly children: ReactNode;
}

/** The three rows of booking: who and how far, the step, and what comes of it. */
export function BookingFrame(props: BookingFrameProps) {
  const { title, person, clock, theme, steps, onStep, onClose, onBack, sentence, main, isCentred, children } =
    props;
  const classes = useStyles();
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  useAltLeft(root, onBack);
  const hasFooter = onBack !== undefined || sentence !== undefined || main !== undefined;
  return (
    <div ref={root} className={mergeClasses(classes.root, theme !== 'light' && classes.dark)}>
      <div className={classes.rows}>
        <header className={classes.header}>
          <div className={classes.who}>
            {person !== undefined && (
              <PersonPicture
                name={person.name}
                photo={person.photo}

                size={40}
              />
            )}
            <div className={classes.names}>
              <div className={classes.title}>
                <bdi>{title}</bdi>
              </div>
              {clock !== undefined && <div className={classes.clock}>{clock}</div>}
            </div>
          </div>
          {steps !== undefined && onStep !== undefined && (
            <StepBar
              className={classes.steps}
              label={words.booking.steps.listName}
              steps={steps}
              onStep={onStep}
            />
          )}
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            className={classes.close}
            aria-label={words.booking.closeSpoken}
            onClick={onClose}
          >
            <span className={classes.closeText}>{words.common.close}</span>
          </Button>
        </header>
        <main className={classes.middle}>
          <div className={mergeClasses(classes.content, isCentred === true && classes.centred)}>
            {children}
          </div>
        </main>
        {hasFooter && (
          <footer className={mergeClasses(classes.footer, onBack === undefined && classes.withoutBack)}>
            <output className={classes.sentence}>{sentence}</output>
            {onBack !== undefined && (
              <Button size="large" className={classes.back} onClick={onBack}>
                {words.common.back}
              </Button>
            )}
            <div className={classes.main}>{main}</div>
          </footer>
        )}
      </div>
    </div>
  );
}

/** Alt+Left goes one step back inside the booking, before the browser leaves the page. */
function useAltLeft(root: React.RefObject<HTMLElement | null>, onBack: (() => void) | undefined): void {
  useEffect(() => {
    const element = root.current;
    if (element === null || onBack === undefined) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowLeft' || !event.altKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      onBack();
    };
    element.addEventListener('keydown', listen);
    return () => element.removeEventListener('keydown', listen);
  }, [root, onBack]);
}

/** Too low for fixed rows: they scroll with the page. */
const low = '@media (max-height: 479px)';
const footerRoom = '96px';
/** Header, step and footer stand over each other, 1280 px wide at most. */
const sides = 'max(40px, calc((100cqw - 1280px) / 2))';

const useStyles = makeStyles({
  root: {
    colorScheme: 'light',
    containerType: 'inline-size',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  dark: { colorScheme: 'dark' },
  rows: {
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    [low]: { height: 'auto', minHeight: '100dvh' },
  },
  header: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '8px',
    flexShrink: 0,
    minHeight: '64px',
    paddingBlock: '8px',
    paddingInline: sides,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    '@container (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr) auto', paddingInline: '24px' },
    [narrowContainer]: { paddingInline: '16px' },
  },
  who: { display: 'flex', alignItems: 'center', gap: '12px', minWidth: 0 },
  names: { minWidth: 0 },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  clock: {
    '@container (max-width: 340px)': { display: 'none' },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  steps: {
    '@container (max-width: 820px)': { gridColumnStart: 1, gridColumnEnd: 3, gridRowStart: 2 },
  },
  close: {
    gridColumnEnd: -1,
    gridRowStart: 1,
    justifySelf: 'end',
    minWidth: 'auto',
    [narrowContainer]: { paddingInline: '4px' },
  },
  closeText: { [narrowContainer]: { display: 'none' } },
  middle: {
    flexGrow: 1,
    overflowY: 'auto',
    overflowX: 'hidden',
    scrollPaddingBlockEnd: '24px',
    scrollPaddingBlockStart: '24px',
    [low]: { overflowY: 'visible', scrollPaddingBlockEnd: footerRoom },
  },
  content: {
    position: 'relative',
    boxSizing: 'border-box',
    width: '100%',
    paddingBlockStart: '28px',
    paddingBlockEnd: '40px',
    paddingInline: sides,
    '@container (max-width: 820px)': { paddingInline: '24px' },
    [narrowContainer]: { paddingInline: '16px', paddingBlockStart: '20px' },
  },
  centred: {
    maxWidth: '980px',
    marginInline: 'auto',
    paddingInline: '40px',
    minHeight: '100%',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
  },
  footer: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gridTemplateAreas: '"back sentence main"',
    alignItems: 'center',
    columnGap: '24px',
    rowGap: '10px',
    flexShrink: 0,
    minHeight: '72px',
    boxSizing: 'border-box',
    paddingBlock: '12px',
    paddingInline: sides,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    '@container (max-width: 820px)': { paddingInline: '24px' },
    [narrowContainer]: {
      paddingInline: '16px',
      columnGap: '12px',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gridTemplateAreas: '"sentence sentence" "back main"',
    },
  },
  withoutBack: { [narrowContainer]: { columnGap: 0 } },
  sentence: {
    gridArea: 'sentence',
    display: 'block',
    textAlign: 'end',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    [narrowContainer]: { textAlign: 'start' },
    ':empty': { display: 'none' },
  },
  back: { gridArea: 'back' },
  main: {
    gridArea: 'main',
    justifySelf: 'end',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '10px',
    [narrowContainer]: { justifySelf: 'stretch', '& > *': { flexGrow: 1 } },
  },
});
