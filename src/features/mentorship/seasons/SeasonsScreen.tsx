import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { callName } from '#domain/text/callName.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import type { SeasonWish } from '../seasonWish.ts';
import { useWindowTitle } from '../useWindowTitle.ts';
import { SeasonsBody } from './SeasonsBody.tsx';
import { dayOf, nameOfSeason, type SeasonsContext } from './seasonsText.ts';
import { textBlock } from './styles.ts';
import { useSeasons, type SeasonsState } from './useSeasons.ts';

export interface SeasonsScreenProps {
  readonly services: Services;
  readonly me: Person;
  readonly mentorshipId: string;
  readonly onBack: () => void;
  /** Books a season with the partner, as wished. */
  readonly onBook: (partner: Person, meetings: MentorMeetings, wish: SeasonWish) => void;
  /** The prep notes of a meeting. No button without it. */
  readonly onNotes?: ((meetings: MentorMeetings, note: string) => void) | undefined;
  /** A page of the guidance. No link without it. */
  readonly onGuide?: ((page: 'seasons' | 'no-fit') => void) | undefined;
}

/** The mentorship's own page: its seasons, how it goes on, and its end. */
export function SeasonsScreen(props: SeasonsScreenProps) {
  const { services, me, mentorshipId, onBack } = props;
  const classes = useStyles();
  const words = useWords();
  const format = useFormat();
  const { state, reload } = useSeasons(services, me, mentorshipId);
  const partner = state.kind === 'ready' ? state.mentorship?.partner : undefined;
  const context: SeasonsContext = {
    words,
    format,
    zone: services.clock.zone(),
    partner: partner === undefined ? words.home.card.nobody : callName(partner),
  };
  const heading = headingOf(state, context);
  useWindowTitle(heading);
  return (
    <div className={classes.page}>
      <main className={classes.content}>
        <div>
          <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
            {words.seasons.back}
          </Button>
        </div>
        <PageHeading focusKey={state.kind} sentence={words.seasons.sentence}>
          {heading}
        </PageHeading>
        {state.kind === 'reading' && (
          <output className={classes.reading}>
            <Spinner size="tiny" aria-hidden="true" />
            <bdi>{words.seasons.reading}</bdi>
          </output>
        )}
        {state.kind === 'failed' && (
          <FailureNotice
            code={state.failure.code}
            detail={state.failure.detail}
            onHelp={{ again: reload, look: reload }}
          />
        )}
        {state.kind === 'ready' && state.mentorship === undefined && state.seasons.length === 0 && (
          <p className={classes.text}>
            <bdi>{words.seasons.gone}</bdi>
          </p>
        )}
        {state.kind === 'ready' && <SeasonsBody {...props} seen={state} context={context} reload={reload} />}
      </main>
    </div>
  );
}

function headingOf(state: SeasonsState, context: SeasonsContext): string {
  const { words, format, partner } = context;
  const { headings } = words.seasons;
  if (state.kind === 'reading') return headings.reading;
  if (state.kind === 'failed') return words.home.headings.failed;
  if (state.mentorship === undefined) return headings.gone;
  const { season } = state.mentorship;
  const number = nameOfSeason({ season }, context);
  const last = season.dates.at(-1);
  if (last === undefined || last.end <= state.at) return headings.over({ number, partner });
  return headings.runs({ number, partner, day: format.day(dayOf(last, context), 'date') });
}

const useStyles = makeStyles({
  page: {
    containerType: 'inline-size',
    boxSizing: 'border-box',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  content: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '900px',
    marginInline: 'auto',
    paddingBlock: '20px 40px',
    paddingInline: '40px',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    [narrowContainer]: { paddingInline: '16px' },
  },
  reading: { display: 'flex', alignItems: 'center', gap: '8px', fontSize: tokens.fontSizeBase300 },
  text: textBlock,
});
