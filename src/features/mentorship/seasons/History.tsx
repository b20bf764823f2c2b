import {
  Button,
  makeStyles,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { downloadFile } from '#components/downloadFile.ts';
import { Emblem } from '#components/Emblem.tsx';
import { SeasonMark } from '#components/SeasonMark.tsx';
import type { PastSeason } from '#domain/mentorship/allSeasons.ts';
import { seasonsAsIcs, seasonsAsMarkdown, type SeasonWords } from '#domain/mentorship/exportSeasons.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { part, title } from './styles.ts';
import {
  dayOf,
  nameOfSeason,
  rhythmOf,
  smallMark,
  standingText,
  sumOf,
  timeOf,
  type SeasonsContext,
} from './seasonsText.ts';

export interface HistoryProps {
  readonly seasons: readonly PastSeason[];
  readonly context: SeasonsContext;
  readonly readNow: () => EpochMilli;
}

/** All seasons, the latest first: as a picture, and as a table with the same facts. Both can be taken away as files. */
export function History({ seasons, context, readNow }: HistoryProps) {
  const classes = useStyles();
  const words = context.words.seasons;
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const latestFirst = seasons.toReversed();
  const { partner } = context;
  const exported: SeasonWords = {
    title: words.exportName({ partner }),
    season: (season) => `${nameOfSeason(season, context)}: ${rhythmOf(season.season, context)}`,
    date: (date) => context.format.day(dayOf(date, context), 'full'),
    time: (date) => timeOf(date, context),
    state: (date) => standingText(date, context),
    heads: words.exportHeads,
  };
  const name = words.exportName({ partner });
  return (
    <section aria-labelledby="seasons-history" className={classes.root}>
      <div className={classes.head}>
        <h2 id="seasons-history" className={classes.title}>
          <bdi>{words.history}</bdi>
        </h2>
        <TabList
          size="small"
          selectedValue={view}
          onTabSelect={(_, { value }) => setView(value === 'table' ? 'table' : 'picture')}
        >
          <Tab value="picture">{words.views.picture}</Tab>
          <Tab value="table">{words.views.table}</Tab>
        </TabList>
      </div>
      {view === 'picture' ? (
        <ul className={classes.list}>
          {latestFirst.map((each) => (
            <li key={each.season.seriesId} className={classes.season}>
              <Emblem seasons={each.season.number ?? 1} />
              <div className={classes.facts}>
                <span className={classes.name}>
                  <bdi>{nameOfSeason(each, context)}</bdi>
                  {each.isCancelled && <bdi> ({words.calledOff})</bdi>}
                </span>
                <span className={classes.quiet}>
                  <bdi>{yearsOf(each, context)}</bdi>
                  <span aria-hidden="true"> · </span>
                  <bdi>{rhythmOf(each.season, context)}</bdi>
                </span>
                <span aria-hidden="true" className={classes.marks}>
                  {each.season.dates.map((date) => (
                    <SeasonMark key={date.key} state={smallMark(date)} size={11} />
                  ))}
                </span>
                <span className={classes.quiet}>
                  <bdi>{sumOf(each.season, context)}</bdi>
                </span>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <div className={classes.scroll}>
          <Table size="small" aria-label={words.history}>
            <TableHeader>
              <TableRow>
                {Object.values(words.columns).map((column) => (
                  <TableHeaderCell key={column}>{column}</TableHeaderCell>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {latestFirst.map((each) => (
                <TableRow key={each.season.seriesId}>
                  {cellsOf(each, context).map(([key, text]) => (
                    <TableCell key={key}>
                      <bdi>{text}</bdi>
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      <div className={classes.exports}>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() =>
            downloadFile(
              `${name}.ics`,
              'text/calendar',
              seasonsAsIcs(
                seasons,
                { ...exported, title: words.summary({ partner }) },
                readNow(),
                'mentor-meetings.invalid',
              ),
            )
          }
        >
          {words.exportIcs}
        </Button>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => downloadFile(`${name}.md`, 'text/markdown', seasonsAsMarkdown(seasons, exported))}
        >
          {words.exportMarkdown}
        </Button>
        <span className={classes.quiet}>
          <bdi>{words.exportNote}</bdi>
        </span>
      </div>
    </section>
  );
}

function yearsOf({ season }: PastSeason, context: SeasonsContext): string {
  const { format } = context;
  const [first] = season.dates;
  const last = season.dates.at(-1);
  if (first === undefined || last === undefined) return context.words.home.sum.none;
  return format.monthRange(dayOf(first, context), dayOf(last, context));
}

function cellsOf(each: PastSeason, context: SeasonsContext): readonly (readonly [string, string])[] {
  const { format } = context;
  const { season } = each;
  const { sum } = season;
  const [first] = season.dates;
  const last = season.dates.at(-1);
  const day = (date: typeof first): string =>
    date === undefined ? '' : format.day(dayOf(date, context), 'dateYear');
  return [
    ['season', nameOfSeason(each, context)],
    ['from', day(first)],
    ['until', day(last)],
    ['rhythm', rhythmOf(season, context)],
    ['dates', format.number(sum.dates)],
    ['met', format.number(sum.met)],
    ['missed', format.number(sum.missed)],
    ['open', format.number(sum.past - sum.met - sum.missed)],
    ['skipped', format.number(sum.skipped)],
  ];
}

const useStyles = makeStyles({
  root: part,
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
  },
  title,
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
  },
  season: { display: 'flex', alignItems: 'flex-start', gap: '14px' },
  facts: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorPaletteForestForeground2,
  },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  marks: { display: 'flex', flexWrap: 'wrap', gap: '3px', paddingBlock: '4px' },
  scroll: { overflowX: 'auto' },
  exports: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});
