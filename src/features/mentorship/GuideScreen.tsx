import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { useWords, type Words } from '#words/Words.ts';
import { useWindowTitle } from './useWindowTitle.ts';

export type GuidePage = keyof Words['guide']['pages'];

export interface GuideScreenProps {
  readonly page: GuidePage;
  readonly onBack: () => void;
  readonly onPage: (page: GuidePage) => void;
}

const pages: readonly GuidePage[] = ['time', 'expectations', 'no-fit', 'seasons'];

/** One short page of guidance, with its source named and the others at its foot. */
export function GuideScreen({ page, onBack, onPage }: GuideScreenProps) {
  const classes = useStyles();
  const words = useWords().guide;
  const { title, lead, points } = words.pages[page];
  useWindowTitle(title);
  return (
    <div className={classes.page}>
      <main className={classes.content}>
        <div>
          <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
            {words.back}
          </Button>
        </div>
        <PageHeading focusKey={page} sentence={lead}>
          {title}
        </PageHeading>
        <ul className={classes.points}>
          {points.map((point) => (
            <li key={point}>
              <bdi>{point}</bdi>
            </li>
          ))}
        </ul>
        <p className={classes.source}>
          <bdi>{words.source}</bdi>
        </p>
        <nav aria-label={words.more} className={classes.more}>
          {pages
            .filter((each) => each !== page)
            .map((each) => (
              <Button key={each} size="small" onClick={() => onPage(each)}>
                {words.pages[each].title}
              </Button>
            ))}
        </nav>
      </main>
    </div>
  );
}

const useStyles = makeStyles({
  page: {
    containerType: 'inline-size',
    boxSizing: 'border-box',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  content: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '760px',
    marginInline: 'auto',
    paddingBlock: '20px 40px',
    paddingInline: '40px',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    [narrowContainer]: { paddingInline: '16px' },
  },
  points: {
    margin: 0,
    paddingInlineStart: '22px',
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    maxWidth: '70ch',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  source: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  more: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});
