import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { TextButton } from '#components/TextButton.tsx';
import { Tick } from '#components/controls/Tick.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { addDays } from '#domain/time/days.ts';
import type { Clash, HeatCell, SeasonQuery, SeasonSlot } from '#domain/season/types.ts';
import { isSameTime } from '#domain/season/isSameTime.ts';
import { heatGrid } from './heatGrid.ts';
import { HeatLegend } from './HeatLegend.tsx';
import { HeatMap } from './HeatMap.tsx';
import { PictureTabs, type Showing } from './PictureTabs.tsx';
import { shownAtFirst } from '#components/times/RankList.tsx';
import { TimesTable } from './TimesTable.tsx';
import { spokenCell, type TimesContext } from '#components/times/timesText.ts';

export interface HeatPanelProps {
  readonly query: SeasonQuery;
  readonly cells: readonly HeatCell[];
  /** Ranked times, best first. */
  readonly ranked: readonly SeasonSlot[];
  readonly chosen: SeasonSlot | undefined;
  readonly onChoose: (slot: SeasonSlot) => void;
  readonly onShowPhase?: ((phase: number) => void) | undefined;
  readonly clashesOf: (slot: SeasonSlot) => readonly Clash[];
  readonly context: TimesContext;
}

/** The week as picture or table, its legend, and the weeks in between. */
export function HeatPanel(props: HeatPanelProps) {
  const { query, cells, ranked, chosen, onChoose, onShowPhase, clashesOf, context } = props;
  const classes = useStyles();
  const id = useId();
  const { words, format, counting } = context;
  const [showing, setShowing] = useState<Showing>('picture');
  const [isFiner, setFiner] = useState(false);
  // Weeks that were asked for are shown until another time is chosen; then its own weeks are.
  const [asked, setAsked] = useState<{ readonly phase: number; readonly besides: SeasonSlot | undefined }>();
  const chosenPhase = chosen?.phase ?? ranked[0]?.phase ?? 0;
  const phase = asked !== undefined && asked.besides === chosen ? asked.phase : chosenPhase;
  const showPhase = (next: number): void => {
    setAsked({ phase: next, besides: chosen });
    onShowPhase?.(next);
  };
  const rankOf = (slot: SeasonSlot): number | undefined => {
    const index = ranked.findIndex((each) => isSameTime(each, slot));
    return index === -1 ? undefined : index + 1;
  };
  const kept = [...ranked.slice(0, shownAtFirst), ...(chosen === undefined ? [] : [chosen])]
    .filter((slot) => slot.phase === phase)
    .map((slot) => slot.startMinute);
  const grid = heatGrid(cells, phase, isFiner ? 15 : 30, kept);
  const counts = cells.filter((cell) => cell.slot.phase === phase).map((cell) => cell.tally.dates);
  const most = Math.max(...counts, 0);
  const count = counts.every((each) => each === most) ? most : undefined;
  const title = counting === 'mineOnly' ? words.heat.titleAlone({ count }) : words.heat.title({ count });
  return (
    <section aria-labelledby={`${id}-title`} className={classes.root}>
      <div className={classes.head}>
        <h2 id={`${id}-title`} className={classes.title}>
          <bdi>{title}</bdi>
        </h2>
        <PictureTabs showing={showing} onShow={setShowing} panelId={`${id}-panel`} />
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-panel-${showing}`}>
        {showing === 'picture' ? (
          <>
            <HeatMap
              key={phase}
              grid={grid}
              counting={counting}
              rankOf={rankOf}
              chosen={chosen}
              onChoose={onChoose}
              city={format.city(query.zone)}
              spokenOf={(cell) => spokenCell(cell, rankOf(cell.slot), context)}
            />
            <div className={classes.legend}>
              <HeatLegend dates={most} />
            </div>
          </>
        ) : (
          <TimesTable
            grid={grid}
            chosen={chosen}
            onChoose={onChoose}
            clashesOf={clashesOf}
            context={context}
          />
        )}
      </div>
      <div className={classes.foot}>
        <Phases query={query} phase={phase} onShow={showPhase} context={context} />
        <Tick checked={isFiner} label={words.heat.finer} className={classes.finer} onChange={setFiner} />
      </div>
      {showing === 'picture' && cells.some((cell) => cell.tally.openSoFar > 0) && counting === 'both' && (
        <p className={classes.note}>
          <bdi>{words.heat.openIncluded}</bdi>
        </p>
      )}
    </section>
  );
}

interface PhasesProps {
  readonly query: SeasonQuery;
  readonly phase: number;
  readonly onShow: (phase: number) => void;
  readonly context: TimesContext;
}

/** Which weeks are shown, and links to the others. Nothing for a season that meets every week or by the month. */
function Phases({ query, phase, onShow, context: { words, format } }: PhasesProps) {
  const classes = useStyles();
  const { cadence } = query;
  if (cadence.kind !== 'weekly' || cadence.everyWeeks === 1) return null;
  const fromOf = (each: number): string => format.day(addDays(query.firstDay, each * 7), 'date');
  const others = Array.from({ length: cadence.everyWeeks }, (_, each) => each).filter(
    (each) => each !== phase,
  );
  return (
    <p className={classes.phases}>
      <bdi>{words.heat.weeksFrom({ day: fromOf(phase) })}</bdi>
      {others.map((each) => (
        <TextButton key={each} className={classes.link} onClick={() => onShow(each)}>
          {others.length === 1 ? words.heat.showBetween : words.heat.showFrom({ day: fromOf(each) })}
        </TextButton>
      ))}
    </p>
  );
}

const useStyles = makeStyles({
  // Cells and discs go by the width of the panel, which stands beside the list or below it.
  root: { minWidth: 0, containerType: 'inline-size' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    rowGap: '4px',
    minHeight: '36px',
    marginBlockEnd: '4px',
  },
  title: {
    marginBlock: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  legend: { marginBlockStart: '14px' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    marginBlockStart: '8px',
    [narrowContainer]: { flexDirection: 'column', alignItems: 'flex-start' },
  },
  phases: {
    marginBlock: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '6px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  link: { fontSize: tokens.fontSizeBase200, lineHeight: '24px', textAlign: 'start' },
  finer: { marginInlineStart: 'auto', [narrowContainer]: { marginInlineStart: 0 } },
  note: {
    marginBlock: '4px',
    maxWidth: '70ch',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});
