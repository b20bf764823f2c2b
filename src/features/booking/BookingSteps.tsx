import { makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { TextButton } from '#components/TextButton.tsx';
import type { Help } from '#domain/season/types.ts';
import { addDays, daysBetween } from '#domain/time/days.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { readRecentPeople } from './draft.ts';
import { callName } from '#domain/text/callName.ts';
import { knownMentorship, peopleOfMeetings } from './partner/knownMentorship.ts';
import { PartnerStep, type SuggestedPeople } from './partner/PartnerStep.tsx';
import { SeasonStep } from '#components/season/SeasonStep.tsx';
import { mondayOf } from '#domain/time/calendarDays.ts';
import { hoursText } from '#components/season/seasonText.ts';
import { TimesLoading } from './times/TimesLoading.tsx';
import { TimesStep } from './times/TimesStep.tsx';
import { BookingDates } from './BookingDates.tsx';
import { NotRead } from './NotRead.tsx';
import type { Booking } from './useBooking.ts';

export interface BookingStepsProps {
  readonly booking: Booking;
  readonly services: Services;
  readonly me: Person;
  readonly readNow: () => EpochMilli;
  readonly onNeedsAdmin: (() => void) | undefined;
  readonly onBeginAnew: () => void;
  /** People at hand where the booking began. */
  readonly suggested?: SuggestedPeople | undefined;
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
            <TextButton onClick={onBeginAnew}>{words.beginAnew}</TextButton>
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
      return <BookingDates {...props} />;
    case 'run':
      return null;
    default:
      return kind satisfies never;
  }
}

const mostRecent = 6;

function Partner({ booking, services, me, onNeedsAdmin, suggested }: BookingStepsProps) {
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
      suggested={suggested}
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

const useStyles = makeStyles({ restored: { marginBlockEnd: '16px' } });
