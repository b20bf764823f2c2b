import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { PaneHead } from '#components/PaneFrame.tsx';
import { partnerOf } from '#domain/mentorship/partnerOf.ts';
import type { SeasonDate } from '#domain/mentorship/types.ts';
import { noteOfDay } from '#domain/notes/noteId.ts';
import { DateActions } from '#features/mentorship/DateActions.tsx';
import { wallOf, type HomeContext } from '#features/home/homeText.ts';
import { PrepNotesPane } from '#features/prep-notes/PrepNotesPane.tsx';
import type { OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { hashOf } from '../routes.ts';
import { EventHead } from './EventHead.tsx';
import { FoundLine } from './FoundLine.tsx';
import { shownSeason } from './shownSeason.ts';
import type { EventMeeting, Found } from './useEventMeeting.ts';
import { useSecondLook } from './useSecondLook.ts';

type Ready = Extract<EventMeeting, { kind: 'ready' }>;

export interface MeetingPaneProps {
  readonly services: Services;
  readonly me: Person;
  readonly state: Ready;
  readonly found: Exclude<Found, { kind: 'foreign' | 'none' }>;
  /** Something was done: the calendar is to be read again. */
  readonly onChanged: () => void;
}

/** A mentor meeting beside its event: the head with the season around it, what can become of the date, and its notes. */
export function MeetingPane(props: MeetingPaneProps) {
  const { found } = props;
  const words = useWords().pane.event;
  if (found.kind === 'single') {
    return (
      <Notes
        {...props}
        mentorshipId={found.mentorshipId}
        note={undefined}
        head={<PageHeading>{words.singlePlace}</PageHeading>}
      />
    );
  }
  return <SeasonPane {...props} found={found} />;
}

function SeasonPane(
  props: MeetingPaneProps & { readonly found: Exclude<MeetingPaneProps['found'], { kind: 'single' }> },
) {
  const { services, me, state, found, onChanged } = props;
  const classes = useStyles();
  const words = useWords();
  const own = words.pane.event;
  const format = useFormat();
  const { event, meetings, now } = state;
  const series = meetings.series.find(({ id }) => id === found.series.id) ?? found.series;
  const context: HomeContext = { words: words.home, format, zone: services.clock.zone(), now };
  const partner = partnerOf(series, me.address);
  const schedules = useSecondLook(
    services,
    [me.address, ...(partner === undefined ? [] : [partner.address])],
    now,
  );
  const { nobody } = words.home.card;
  const season = useMemo(
    () => shownSeason(series, meetings, schedules, { me: me.address, now, zone: context.zone, nobody }),
    [series, meetings, schedules, me, now, context.zone, nobody],
  );
  const opened =
    found.kind === 'date' ? found.occurrence : found.kind === 'series' ? found.occurrences[0] : undefined;
  // By its original day, which stays what it is when the date is moved.
  const [shownDay, setShownDay] = useState(opened?.originalDay);
  const [isSure, setSure] = useState(false);
  const date = season.dates.find(({ originalDay }) => originalDay === (shownDay ?? opened?.originalDay));
  if (date === undefined) {
    return (
      <Notes
        {...props}
        mentorshipId={series.link.mentorshipId}
        note={undefined}
        head={<PageHeading sentence={own.empty.body}>{own.empty.heading}</PageHeading>}
      />
    );
  }
  const show = (next: SeasonDate): void => setShownDay(next.originalDay);
  const isOther = opened !== undefined && date.originalDay !== opened.originalDay;
  const home = season.dates.find(({ originalDay }) => originalDay === opened?.originalDay);
  const isAsking = !isSure && !isOther && isUnsure(found);
  const day = format.day(wallOf(date, context).day, 'long');
  const head = (
    <EventHead season={season} date={date} context={context} onShow={show}>
      {isOther && home !== undefined && !isSure ? (
        <Link as="button" className={classes.back} onClick={() => show(home)}>
          <bdi>{own.back({ day: format.day(wallOf(home, context).day, 'date') })}</bdi>
        </Link>
      ) : (
        <FoundLine
          sentence={foundSentence(found, day, own)}
          isAsking={isAsking}
          choices={choicesOf(found, season.dates, date)}
          context={context}
          onYes={() => setSure(true)}
          onChoose={(chosen) => {
            setSure(true);
            show(chosen);
          }}
        />
      )}
      {event.isSaved === false && <p className={classes.line}>{own.kept}</p>}
      {!isAsking && <Actions {...props} series={series} date={date} onChanged={onChanged} />}
    </EventHead>
  );
  return (
    <Notes
      {...props}
      mentorshipId={series.link.mentorshipId}
      note={noteOfDay(date.originalDay)}
      head={head}
    />
  );
}

/** Likely, or one of several: the person decides. */
function isUnsure(found: MeetingPaneProps['found']): boolean {
  return found.kind === 'series' ? found.why === 'unclear' : found.kind === 'date' && found.by === 'people';
}

function foundSentence(
  found: Exclude<MeetingPaneProps['found'], { kind: 'single' }>,
  day: string,
  words: ReturnType<typeof useWords>['pane']['event'],
): string {
  if (found.kind === 'series') return found.why === 'opened' ? words.openedSeries : words.unclear({ day });
  return found.by === 'people' ? words.foundBy.people({ day }) : words.foundBy[found.by];
}

const mostChoices = 6;

/** The other dates that it may be: those the search found, else those around. */
function choicesOf(
  found: MeetingPaneProps['found'],
  dates: readonly SeasonDate[],
  shown: SeasonDate,
): readonly SeasonDate[] {
  const others = dates.filter(({ key }) => key !== shown.key);
  if (found.kind === 'series') {
    const order = found.occurrences.map(({ originalDay }) => originalDay);
    return others
      .toSorted((one, other) => order.indexOf(one.originalDay) - order.indexOf(other.originalDay))
      .slice(0, mostChoices);
  }
  return others
    .toSorted((one, other) => Math.abs(one.start - shown.start) - Math.abs(other.start - shown.start))
    .slice(0, mostChoices);
}

/** Move, skip, tell: for a date that is still to come. */
function Actions({
  services,
  me,
  state,
  series,
  date,
  onChanged,
}: MeetingPaneProps & { readonly series: SeriesRecord; readonly date: SeasonDate }) {
  const classes = useStyles();
  const words = useWords().pane.event;
  const occurrence: OccurrenceRecord | undefined = state.meetings.occurrences.find(
    (each) => each.seriesId === series.id && each.originalDay === date.originalDay,
  );
  if (occurrence === undefined || occurrence.isCancelled || series.isCancelled)
    return <p className={classes.line}>{words.off}</p>;
  if (occurrence.end <= state.now) return <p className={classes.line}>{words.over}</p>;
  return (
    <DateActions
      key={date.originalDay}
      services={services}
      me={me}
      series={series}
      occurrence={occurrence}
      onChanged={onChanged}
      isQuiet
    />
  );
}

function Notes({
  services,
  me,
  state,
  mentorshipId,
  note,
  head,
}: MeetingPaneProps & {
  readonly mentorshipId: string;
  readonly note: string | undefined;
  readonly head: ReactNode;
}) {
  const openAll = (): void => {
    const page = `index.html${hashOf({ kind: 'notes', mentorshipId, note })}`;
    services.host.openLink(new URL(page, document.baseURI).href).catch(() => {});
  };
  return (
    <PrepNotesPane
      services={services}
      me={me}
      mentorshipId={mentorshipId}
      meetings={state.meetings}
      note={note}
      head={<PaneHead>{head}</PaneHead>}
      onAllNotes={openAll}
    />
  );
}

const useStyles = makeStyles({
  back: {
    alignSelf: 'flex-start',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForeground2,
  },
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
