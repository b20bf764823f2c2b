import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Emblem } from '#components/Emblem.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import type { HoursWithin } from '#domain/season/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { ChoiceTiles, type ChoiceTile } from '#components/ChoiceTiles.tsx';
import { card, middleContainer } from '../sharedStyles.ts';
import { BlackoutDays } from './BlackoutDays.tsx';
import { CadenceTiles } from './CadenceTiles.tsx';
import { HoursEditor } from './HoursEditor.tsx';
import { PlaceTiles } from './PlaceTiles.tsx';
import {
  meetingsOf,
  presetOf,
  presets,
  type SeasonChoice,
  type SeasonOutline,
} from '#domain/season/seasonChoice.ts';
import { SeasonWeeks } from './SeasonWeeks.tsx';
import { SpanFields } from './SpanFields.tsx';

export interface SeasonStepProps {
  readonly choice: SeasonChoice;
  readonly outline: SeasonOutline;
  readonly today: IsoDay;
  /** Which season of the mentorship this will be, from 1. */
  readonly seasonNumber: number;
  /** The hours in force, chosen or not, and in words. */
  readonly hours: HoursWithin;
  readonly hoursSummary: ReactNode;
  readonly onChange: (choice: SeasonChoice) => void;
}

/** The second step: how often, how long, from when to when, where, within which hours. */
export function SeasonStep(props: SeasonStepProps) {
  const { choice, outline, today, seasonNumber, hours, hoursSummary, onChange } = props;
  const classes = useStyles();
  const format = useFormat();
  const words = useWords().booking.season;
  const { cadence, span } = choice;
  const change = (part: Partial<SeasonChoice>): void => onChange({ ...choice, ...part });
  const hoursProblem = outline.problems.find(
    (problem) => problem === 'hoursTooShort' || problem === 'noWeekdays',
  );
  const last = outline.months.at(-1)?.month ?? outline.lastDay;

  return (
    <>
      <PageHeading focusKey="season" sentence={words.sentence} className={classes.heading}>
        {words.heading}
      </PageHeading>
      <div className={classes.columns}>
        <div className={classes.questions}>
          <ChoiceTiles
            label={words.span}
            columns={4}
            value={presetOf(span, cadence)}
            onChoose={(value) => {
              const preset = presets.find((each) => each.id === value);
              if (preset !== undefined) change({ span: { kind: 'preset', id: preset.id } });
            }}
            tiles={presets.map((preset) => ({
              value: preset.id,
              label: words.presets[preset.id],
              hint:
                cadence.kind === 'weekly'
                  ? words.weeks({ count: preset.weeks })
                  : words.meetings({ count: meetingsOf({ kind: 'preset', id: preset.id }, cadence) }),
            }))}
          />
          <CadenceTiles cadence={cadence} onChange={(next) => change({ cadence: next })} />
          <ChoiceTiles
            label={words.length}
            columns={4}
            value={String(choice.lengthMinutes)}
            onChoose={(value) => change({ lengthMinutes: Number(value) })}
            tiles={lengthTiles(choice.lengthMinutes, words)}
          />
          <SpanFields choice={choice} outline={outline} today={today} onChange={onChange} />
          <PlaceTiles
            place={choice.place}
            problem={outline.problems.includes('placeEmpty') ? words.problems.placeEmpty : undefined}
            onChange={(place) => change({ place })}
          />
          <BlackoutDays
            days={choice.blackouts}
            firstDay={outline.firstDay}
            lastDay={outline.lastDay}
            onChange={(blackouts) => change({ blackouts })}
          />
        </div>
        <aside className={classes.card} aria-label={words.picture.name}>
          <div className={classes.season}>
            <Emblem seasons={seasonNumber} size={48} />
            <div>
              <h2 className={classes.number}>{words.picture.season({ number: seasonNumber })}</h2>
              <div className={classes.months}>
                <bdi>{format.monthRange(outline.firstDay, last)}</bdi>
              </div>
            </div>
          </div>
          <SeasonWeeks outline={outline} />
          <p className={classes.note}>
            <bdi>{cadence.kind === 'weekly' ? words.picture.note : words.picture.noteMonthly}</bdi>
          </p>
          <div className={classes.hours}>
            <HoursEditor
              hours={hours}
              isChosen={choice.hours !== undefined}
              summary={hoursSummary}
              problem={hoursProblem === undefined ? undefined : words.problems[hoursProblem]}
              onChange={(next) => change({ hours: next })}
            />
          </div>
        </aside>
      </div>
    </>
  );
}

const usualLengths: readonly number[] = [30, 45, 60, 90];

/** The usual lengths, and the present one when a help brought another. */
function lengthTiles(present: number, words: ReturnType<typeof useWords>['booking']['season']): ChoiceTile[] {
  const lengths = usualLengths.includes(present)
    ? usualLengths
    : [...usualLengths, present].toSorted((one, other) => one - other);
  return lengths.map((count) => ({
    value: String(count),
    label: words.minutes({ count }),
    spoken: words.minutesSpoken({ count }),
  }));
}

const useStyles = makeStyles({
  heading: { marginBlockEnd: '20px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 372px',
    alignItems: 'start',
    columnGap: '48px',
    rowGap: '28px',
    '@container (max-width: 1080px)': { columnGap: '28px' },
    [middleContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  questions: { display: 'flex', flexDirection: 'column', gap: '22px', minWidth: 0 },
  card: {
    ...card,
    paddingBlock: '24px',
    paddingInline: '28px',
    [narrowContainer]: { paddingInline: '16px', paddingBlock: '16px' },
  },
  season: { display: 'flex', alignItems: 'center', gap: '14px', marginBlockEnd: '14px' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorPaletteForestForeground2,
  },
  months: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  note: {
    marginBlockStart: '10px',
    marginBlockEnd: '16px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  hours: {
    paddingBlockStart: '16px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
});
