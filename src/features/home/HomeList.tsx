import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { EmptyState } from '#components/EmptyState.tsx';
import type { PersonSchedule } from '#domain/availability/types.ts';
import type { Mentorship } from '#domain/mentorship/types.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import type { MentorMeetings, OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { MentorshipActions } from './CardActions.tsx';
import type { HomePicture } from './homePicture.ts';
import type { HomeScreenProps, UnfinishedSeries } from './homeProps.ts';
import type { HomeContext } from './homeText.ts';
import { MentorshipCard } from './MentorshipCard.tsx';
import { MentorshipRow } from './MentorshipRow.tsx';
import type { MetBook } from './useMetLogs.ts';
import { UnfinishedCard } from './UnfinishedCard.tsx';

/** More mentorships than this stand as rows. */
const mostCards = 4;

export interface HomeListProps extends HomeScreenProps {
  readonly picture: HomePicture;
  /** Undefined where an earlier picture is shown: then there is nothing to act upon. */
  readonly meetings: MentorMeetings | undefined;
  readonly context: HomeContext;
  readonly readNow: () => EpochMilli;
  /** Reads home again. */
  readonly reload: () => void;
  readonly schedules: readonly PersonSchedule[] | undefined;
  readonly book: MetBook;
}

/** Bookings that stopped first, then the mentorships by their next date. */
export function HomeList(props: HomeListProps) {
  const { picture, meetings, context, readNow, onBook, onResume } = props;
  const classes = useStyles();
  const { words } = context;
  const { mentorships, clocks, unfinished } = picture;
  const isLong = mentorships.length > mostCards;
  const Entry = isLong ? MentorshipRow : MentorshipCard;
  return (
    <>
      {meetings !== undefined &&
        unfinished.map((booking) => {
          const series = meetings.series.find((each) => each.id === booking.seriesId);
          if (series === undefined || !hasPlan(series)) return null;
          const dates = meetings.occurrences.filter((each) => each.seriesId === series.id);
          return (
            <UnfinishedCard
              key={series.id}
              booking={booking}
              onCalendar={{
                seriesId: series.id,
                isCancelled: series.isCancelled,
                dates: dates.map(({ id, originalDay, start, end, isCancelled }) => ({
                  occurrenceId: id,
                  originalDay,
                  start,
                  end,
                  isCancelled,
                })),
              }}
              context={context}
              onFinish={() => onResume(series, dates, 'finish')}
              onUndo={() => onResume(series, dates, 'undo')}
            />
          );
        })}
      {mentorships.length > 0 && (
        <ul aria-label={words.card.list} className={mergeClasses(classes.list, isLong && classes.rows)}>
          {mentorships.map((mentorship) => (
            <li key={mentorship.id} data-mentorship={mentorship.id} className={classes.item}>
              <Entry
                mentorship={mentorship}
                clock={clocks[mentorship.id]}
                context={context}
                readNow={readNow}
                actions={actionsOf(mentorship, props)}
                isAskedFor={mentorship.id === props.openedId}
              />
            </li>
          ))}
        </ul>
      )}
      {meetings !== undefined && mentorships.length === 1 && unfinished.length === 0 && (
        <EmptyState
          title={words.empty.another}
          action={<Button onClick={() => onBook(undefined, meetings)}>{words.actions.book}</Button>}
        >
          {words.empty.anotherText}
        </EmptyState>
      )}
    </>
  );
}

function hasPlan(series: SeriesRecord): series is UnfinishedSeries {
  return series.plan !== undefined;
}

/** What can be done about a mentorship, with what the calendar tells of its series. */
function actionsOf(mentorship: Mentorship, props: HomeListProps): MentorshipActions {
  const { services, meetings, onBook, onNotes, onCoffee, onSeasons, dateActions, quickMend, reload, book } =
    props;
  const { now } = props.context;
  const { id, partner, season } = mentorship;
  const series = meetings?.series.find((each) => each.id === season.seriesId);
  if (meetings === undefined || series === undefined) return { ...nothing, met: metOf(id, book) };
  const find = (day: IsoDay): OccurrenceRecord | undefined =>
    meetings.occurrences.find(
      (each) =>
        each.seriesId === series.id && each.originalDay === day && each.start > now && !each.isCancelled,
    );
  const opens = (url: string | undefined) =>
    url === undefined ? undefined : () => void services.host.openLink(url);
  return {
    openCalendar: opens(series.webLink),
    join: opens(series.joinUrl),
    bookNext:
      partner === undefined
        ? undefined
        : () =>
            onBook(
              {
                id: undefined,
                name: partner.name,
                address: partner.address,
                jobTitle: undefined,
                kind: 'person',
              },
              meetings,
            ),
    accept: series.isOrganizer
      ? undefined
      : () =>
          services.calendar.respond(
            series.id,
            { kind: 'accept', comment: undefined, proposed: undefined },
            new AbortController().signal,
          ),
    notes: onNotes && (() => onNotes(id, meetings)),
    coffee: onCoffee && (() => onCoffee(id, meetings)),
    seasons: onSeasons && (() => onSeasons(id, meetings)),
    dates: dateActions && {
      find,
      draw: (occurrence, opened) => dateActions({ series, occurrence, opened, onChanged: reload }),
      mend:
        quickMend &&
        ((mend) => {
          const occurrence = find(mend.day);
          return occurrence === undefined
            ? undefined
            : quickMend({
                ...mend,
                series,
                occurrence,
                occurrences: meetings.occurrences.filter((each) => each.seriesId === series.id),
                schedules: props.schedules,
                onChanged: reload,
              });
        }),
    },
    met: metOf(id, book),
  };
}

/** Where an earlier picture is shown. */
const nothing: MentorshipActions = {
  openCalendar: undefined,
  join: undefined,
  bookNext: undefined,
  accept: undefined,
  notes: undefined,
  coffee: undefined,
  seasons: undefined,
  dates: undefined,
  met: undefined,
};

function metOf(id: string, book: MetBook): MentorshipActions['met'] {
  return {
    said: (day) => {
      const { said } = book.logOf(id);
      return Object.hasOwn(said, day) ? said[day] : undefined;
    },
    say: (day, answer) => book.say(id, day, answer),
    leave: (day) => book.leave(id, day),
  };
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    margin: 0,
    padding: 0,
  },
  rows: { gap: '8px' },
  item: { minWidth: 0, scrollMarginBlockStart: '24px' },
});
