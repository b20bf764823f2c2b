import { makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer, oneColumnContainer } from '#components/seasonTokens.ts';
import type {
  Help,
  InvalidQuery,
  NoCommonTime,
  SeasonQuery,
  SeasonSlot,
  SlotRanking,
} from '#domain/season/types.ts';
import type { Person } from '#ports/people.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { callName } from '#domain/text/callName.ts';
import { HeatPanel } from './HeatPanel.tsx';
import { HeatPlace } from './HeatPlace.tsx';
import { InvalidTimes, NoCommonTimes, type TimesPartProps } from '#components/times/NoTimes.tsx';
import { RankList } from '#components/times/RankList.tsx';
import { rankingView } from '#components/times/rankingView.ts';
import type { TimesContext } from '#components/times/timesText.ts';

export interface TimesStepProps {
  readonly ranking: SlotRanking | NoCommonTime | InvalidQuery;
  readonly query: SeasonQuery;
  readonly me: Person;
  readonly partner: Person;
  readonly chosen: SeasonSlot | undefined;
  readonly onChoose: (slot: SeasonSlot) => void;
  readonly onChangeQuery: (change: Help['change']) => void;
  readonly onShowPhase?: ((phase: number) => void) | undefined;
  /** Whether the heading takes the focus when the step opens; not when `TimesLoading` stood here before, unless that had it. */
  readonly takesFocus?: boolean;
}

/** The step in which the recurring time is chosen: a ranked list with reasons, and the week as a picture beside it. */
export function TimesStep(props: TimesStepProps) {
  const { ranking } = props;
  const focus = props.takesFocus === false ? 'ifLost' : 'always';
  const context = useTimesContext(props);
  switch (ranking.kind) {
    case 'ranked':
      return <Ranked {...props} ranking={ranking} context={context} focus={focus} />;
    case 'no-common-time':
      return (
        <NoCommonTimes
          helps={ranking.helps}
          onChangeQuery={props.onChangeQuery}
          context={context}
          focus={focus}
        />
      );
    case 'invalid':
      return <InvalidTimes problem={ranking} context={context} focus={focus} />;
    default:
      return ranking satisfies never;
  }
}

function useTimesContext({ ranking, query, me, partner }: TimesStepProps): TimesContext {
  const words = useWords().times;
  const format = useFormat();
  return useMemo(() => {
    const isMe = (id: string): boolean => id.toLowerCase() === me.address.toLowerCase();
    const others = query.schedules.filter((schedule) => !isMe(schedule.personId));
    const isUnseen =
      ranking.kind === 'ranked' &&
      others.length > 0 &&
      others.every((schedule) => schedule.unknownReason !== undefined);
    return { words, format, partner: callName(partner), isMe, counting: isUnseen ? 'mineOnly' : 'both' };
  }, [words, format, me, partner, query, ranking]);
}

function Ranked(props: TimesStepProps & TimesPartProps & { readonly ranking: SlotRanking }) {
  const { ranking, query, partner, chosen, onChoose, onShowPhase, context, focus } = props;
  const classes = useStyles();
  const { words } = context;
  const view = useMemo(
    () => rankingView(ranking, query, partner.address, context),
    [ranking, query, partner, context],
  );
  // The list stands first; the picture of a hundred buttons follows a frame later, in its place.
  const hasPicture = useDeferredValue(true, false);
  const ownChoice = useMemo(() => view.ownChoice(chosen), [view, chosen]);
  return (
    <div className={classes.container}>
      <PageHeading
        focusKey="times"
        takesFocus={focus}
        className={classes.heading}
        sentence={view.sentences.join(' ')}
      >
        {context.counting === 'mineOnly' ? words.headingAlone : words.heading}
      </PageHeading>
      <div className={classes.columns}>
        <div className={classes.column}>
          <RankList cards={view.cards} ownChoice={ownChoice} chosen={chosen} onChoose={onChoose} />
          {view.notes.map((note) => (
            <p key={note} className={classes.note}>
              <bdi>{note}</bdi>
            </p>
          ))}
        </div>
        {hasPicture ? (
          <HeatPanel
            query={query}
            cells={ranking.cells}
            ranked={view.slots}
            chosen={chosen}
            onChoose={onChoose}
            onShowPhase={onShowPhase}
            clashesOf={view.clashesOf}
            context={context}
          />
        ) : (
          <HeatPlace />
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  // The step decides by its own width, so it stands in a pane as well as on a page.
  container: { containerType: 'inline-size', minWidth: 0 },
  heading: { '& > p': { minHeight: '40px' }, [narrowContainer]: { '& > p': { minHeight: '60px' } } },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, min(500px, 42%)) minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: '40px',
    rowGap: '32px',
    marginBlockStart: '20px',
    [oneColumnContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { minWidth: 0 },
  note: {
    marginBlock: '12px',
    marginInline: 0,
    maxWidth: '70ch',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});
