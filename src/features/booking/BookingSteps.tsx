import {
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Help } from '#domain/season/types.ts';
import { addDays, daysBetween } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { PageHeading } from '#components/PageHeading.tsx';
import { differingHours, timeText, weekdaysText, type DatesContext } from './dates/datesText.ts';
import { DatesStep } from './dates/DatesStep.tsx';
import { SendsCard, type Message } from './dates/SendsCard.tsx';
import { readRecentPeople } from './draft.ts';
import { BookingFailure } from './frame/BookingFailure.tsx';
import { useIsNarrow } from './frame/useIsNarrow.ts';
import { proposedWords, subjectOf } from './invitation.ts';
import { callName } from '#domain/text/callName.ts';
import { knownMentorship, peopleOfMeetings } from './partner/knownMentorship.ts';
import { PartnerStep } from './partner/PartnerStep.tsx';
import { SeasonStep } from './season/SeasonStep.tsx';
import { mondayOf } from './season/calendarDays.ts';
import { hoursText } from './season/seasonText.ts';
import { TimesLoading } from './times/TimesLoading.tsx';
import { TimesStep } from './times/TimesStep.tsx';
import type { Booking } from './useBooking.ts';

export interface BookingStepsProps {
  readonly booking: Booking;
  readonly services: Services;
  readonly me: Person;
  readonly readNow: () => EpochMilli;
  readonly onNeedsAdmin: (() => void) | undefined;
  readonly onBeginAnew: () => void;
}

/** The step one stands on. */
export function BookingSteps(props: BookingStepsProps) {
  const { booking, onBeginAnew } = props;
  const classes = useStyles();
  const words = useWords().booking;
  return (
    <>
      {booking.state.isRestored && (
        <MessageBar intent="info" politeness="polite" className={classes.restored}>
          <MessageBarBody>{words.draftRestored}</MessageBarBody>
          <MessageBarActions>
            <Link as="button" onClick={onBeginAnew}>
              {words.beginAnew}
            </Link>
          </MessageBarActions>
        </MessageBar>
      )}
      <CurrentStep {...props} />
    </>
  );
}

function CurrentStep(props: BookingStepsProps) {
  const { kind } = props.booking.state.view;
  switch (kind) {
    case 'partner':
      return <Partner {...props} />;
    case 'season':
      return <Season {...props} />;
    case 'times':
      return <Times {...props} />;
    case 'dates':
      return <Dates {...props} />;
    case 'run':
      return null;
    default:
      return kind satisfies never;
  }
}

const mostRecent = 6;

function Partner({ booking, services, me, onNeedsAdmin }: BookingStepsProps) {
  const words = useWords().booking;
  const format = useFormat();
  const { state, dispatch, meetings, known, zone, today } = booking;
  const { partner, role, season } = state.choices;
  const recentPeople = useMemo(() => {
    const remembered = readRecentPeople(services.memory);
    const met = meetings === undefined ? [] : peopleOfMeetings(meetings, me);
    const added = met.filter(
      (each) => !remembered.some((one) => one.address.toLowerCase() === each.address.toLowerCase()),
    );
    return [...remembered, ...added].slice(0, mostRecent);
  }, [services.memory, meetings, me]);
  return (
    <PartnerStep
      services={services}
      me={me}
      partner={partner}
      role={role}
      recentPeople={recentPeople}
      meetAlready={
        partner === undefined || known?.runsUntil === undefined
          ? undefined
          : words.partner.meetAlready({
              partner: callName(partner),
              until: format.day(known.runsUntil, 'dateYear'),
            })
      }
      onPick={(person) => {
        const found = meetings && knownMentorship(meetings, person, zone, today);
        dispatch({ kind: 'partnerPicked', partner: person, role: found?.role });
        // A new season follows the one that runs.
        if (found?.runsUntil !== undefined)
          dispatch({
            kind: 'seasonChanged',
            season: { ...season, start: addDays(mondayOf(found.runsUntil), 7) },
          });
      }}
      onClear={() => dispatch({ kind: 'partnerCleared' })}
      onRole={(next) => dispatch({ kind: 'rolePicked', role: next })}
      onNeedsAdmin={onNeedsAdmin}
    />
  );
}

function Season({ booking }: BookingStepsProps) {
  const words = useWords().booking;
  const format = useFormat();
  const { state, dispatch, outline, today, hours, ownHours, partnerHours, known } = booking;
  const { partner, season } = state.choices;
  return (
    <SeasonStep
      choice={season}
      outline={outline}
      today={today}
      seasonNumber={(known?.seasons ?? 0) + 1}
      hours={hours}
      hoursSummary={
        <bdi>
          {hoursText(
            {
              chosen: season.hours,
              inForce: hours,
              mine: ownHours,
              theirs: partnerHours,
              partner: partner === undefined ? '' : callName(partner),
            },
            words,
            format,
          )}
        </bdi>
      }
      onChange={(next) => dispatch({ kind: 'seasonChanged', season: next })}
    />
  );
}

function Times(props: BookingStepsProps) {
  const { booking, me } = props;
  const { state, dispatch, query, ranking, slot, outline } = booking;
  const isReady = ranking !== undefined;
  const [opensReady] = useState(isReady);
  useEffect(() => {
    // The heading of the loading step took the focus with it when it left.
    if (isReady && document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1')?.focus();
  }, [isReady]);
  const { partner, season } = state.choices;
  const weeks = Math.ceil((daysBetween(outline.firstDay, outline.lastDay) + 1) / 7);
  if (state.reading.kind === 'failed') return <NotRead {...props} />;
  if (query === undefined || ranking === undefined || partner === undefined)
    return <TimesLoading weeks={weeks} />;
  const change = (help: Help['change']): void => {
    switch (help.kind) {
      case 'shorter':
        dispatch({ kind: 'seasonChanged', season: { ...season, lengthMinutes: help.lengthMinutes } });
        break;
      case 'cadence':
        dispatch({ kind: 'seasonChanged', season: { ...season, cadence: help.cadence } });
        break;
      case 'widerHours':
        dispatch({ kind: 'seasonChanged', season: { ...season, hours: help.hours } });
        break;
      default:
        help satisfies never;
    }
  };
  return (
    <TimesStep
      ranking={ranking}
      query={query}
      me={me}
      partner={partner}
      chosen={slot}
      onChoose={(chosen) => dispatch({ kind: 'slotPicked', slot: chosen })}
      onChangeQuery={change}
      takesFocus={opensReady}
    />
  );
}

/** The two calendars could not be read: what it was, and what helps. Everything chosen stays. */
function NotRead({ booking, services, me, onNeedsAdmin }: BookingStepsProps) {
  const words = useWords().booking;
  const classes = useStyles();
  const { reading, choices } = booking.state;
  if (reading.kind !== 'failed') return null;
  const partner = choices.partner === undefined ? '' : callName(choices.partner);
  return (
    <>
      <PageHeading focusKey="not-read">{words.failures.schedules}</PageHeading>
      <div className={classes.failure}>
        <BookingFailure
          failure={reading.failure}
          identity={services.identity}
          me={me}
          scopes={['Calendars.ReadWrite']}
          bodies={{
            'needs-consent': words.failures.needsConsent({ partner }),
            'wrong-account': words.failures.wrongAccount({ name: me.name }),
            offline: words.failures.offline,
            throttled: words.failures.throttled,
            unavailable: words.failures.unavailable,
          }}
          onAgain={booking.readAgain}
          onNeedsAdmin={onNeedsAdmin}
        />
      </div>
    </>
  );
}

function Dates(props: BookingStepsProps) {
  const { booking, me, readNow } = props;
  const words = useWords().booking;
  const format = useFormat();
  const classes = useStyles();
  const { state, dispatch, query, preview, rows, zone, partnerHours } = booking;
  const { view, choices } = state;
  const { partner } = choices;
  const [column, isNarrow] = useIsNarrow();
  const context = useMemo(
    (): DatesContext => ({
      words,
      format,
      partner: partner === undefined ? '' : callName(partner),
      isMe: (id) => id.toLowerCase() === me.address.toLowerCase(),
      zone,
      partnerHours: differingHours(
        partnerHours,
        rows.map((row) => row.date.start),
        zone,
      ),
    }),
    [words, format, partner, me, zone, partnerHours, rows],
  );
  if (state.reading.kind === 'failed') return <NotRead {...props} />;
  if (view.kind !== 'dates' || query === undefined || preview === undefined || partner === undefined)
    return (
      <>
        <PageHeading focusKey="dates">{words.dates.heading}</PageHeading>
        <Skeleton aria-hidden="true" className={classes.skeleton}>
          {skeletonRows.map((row) => (
            <SkeletonItem key={row} size={24} />
          ))}
        </Skeleton>
      </>
    );

  const place =
    choices.season.place.kind === 'words'
      ? choices.season.place.text
      : words.sends.places[choices.season.place.kind];
  const messages: Message[] = [
    {
      key: 'invitation',
      kind: 'invitation',
      text: words.sends.invitationLine({
        subject: subjectOf(me, partner, context),
        dates: words.sends.weekdaysCount({
          count: rows.length,
          weekdays: weekdaysText(preview.slot, words, format),
        }),
        place,
      }),
    },
    ...rows.flatMap(({ date, effect }): Message[] => {
      const day = format.day(date.day, 'medium');
      if (effect?.kind === 'skip')
        return [{ key: date.day, kind: 'skipped', text: words.sends.skippedLine({ day }) }];
      if (effect?.kind !== 'move') return [];
      const to = timeText(effect.to, context);
      const isSameDay = to.day === date.day;
      const toDay = format.day(to.day, 'medium');
      const text = isSameDay
        ? words.sends.movedSameDay({ to: toDay, time: to.time })
        : words.sends.movedLine({ to: toDay, from: format.day(date.day, 'short') });
      return [{ key: date.day, kind: 'moved', text }];
    }),
  ];
  return (
    <div ref={column}>
      <DatesStep
        preview={preview}
        rows={rows}
        query={query}
        opened={view.opened}
        changed={view.changed}
        now={readNow()}
        context={context}
        aside={
          <SendsCard
            messages={messages}
            text={
              choices.words ??
              proposedWords(
                preview.slot,
                preview.dates.map((date) => date.day),
                context,
              )
            }
            onText={(text) => dispatch({ kind: 'wordsChanged', words: text })}
            meetings={rows.length}
            isFoldable={isNarrow}
            context={context}
          />
        }
        onOpen={(day) => dispatch({ kind: 'dateOpened', day })}
        onDecide={(decision, next) => dispatch({ kind: 'decided', decision, next })}
        onForget={(day) => dispatch({ kind: 'undecided', day })}
      />
    </div>
  );
}

const skeletonRows = ['1', '2', '3', '4', '5', '6', '7', '8'];

const useStyles = makeStyles({
  restored: { marginBlockEnd: '16px' },
  failure: { marginBlockStart: '16px', maxWidth: '720px' },
  skeleton: {
    display: 'flex',
    flexDirection: 'column',
    gap: '18px',
    marginBlockStart: '24px',
    maxWidth: '720px',
  },
});
