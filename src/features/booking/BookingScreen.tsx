import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { PersonClock } from '#components/PersonClock.tsx';
import type { Step } from '#components/StepBar.tsx';
import { toIana } from '#domain/time/windowsZones.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { stepIds, stepIndexOf, type StepId } from './bookingState.ts';
import type { BookingStart } from './bookingStart.ts';
import { BookingSteps } from './BookingSteps.tsx';
import { choicesToBeginWith, forgetDraft, keepLastChoices, keepRecentPerson } from './draft.ts';
import { BookingFailure } from './frame/BookingFailure.tsx';
import { BookingFrame } from './frame/BookingFrame.tsx';
import { usePhoto, useTheme, useTitle } from './frame/useHostLook.ts';
import { callName } from '#domain/text/callName.ts';
import type { SuggestedPeople } from './partner/PartnerStep.tsx';
import type { BookingPorts, RunOutcome } from './run/bookSeason.ts';
import { forgetClick, keepClick } from './run/pendingClick.ts';
import { RunView } from './run/RunView.tsx';
import type { SeasonTask, Twin } from './run/seasonTask.ts';
import { TwinBefore } from './run/TwinBefore.tsx';
import { useSeasonRun } from './run/useSeasonRun.ts';
import { cadenceText } from '#components/season/seasonText.ts';
import { StepFooter, StepMain } from './StepFooter.tsx';
import { useBooking } from './useBooking.ts';
import { useClick } from './useClick.ts';

export interface BookingScreenProps {
  readonly services: Services;
  readonly me: Person;
  readonly start: BookingStart;
  /** People at hand where the booking began: those of a message. */
  readonly suggested?: SuggestedPeople | undefined;
  /** Somebody did something here: it is not to be put aside without asking. */
  readonly onBegun?: (() => void) | undefined;
  /** Mentor meetings the caller has read already; without them they are read once at opening. */
  readonly meetings?: MentorMeetings | undefined;
  readonly onClose: () => void;
  /** The season stands; the person wants to see it. */
  readonly onBooked: (mentorshipId: string) => void;
  /** Shows what an administrator has to allow, and what one can do until then. */
  readonly onNeedsAdmin?: (() => void) | undefined;
}

/** Booking a season in four steps, then carrying it out. Everything chosen is kept until it is booked. */
export function BookingScreen(props: BookingScreenProps) {
  const { services, me, start, suggested, meetings, onBegun, onClose, onBooked, onNeedsAdmin } = props;
  const words = useWords().booking;
  const format = useFormat();
  const booking = useBooking(services, me, start, meetings);
  const { state, dispatch, zone, partnerHours, rows } = booking;
  const { view, choices } = state;
  const { partner } = choices;
  useBegun(choices, view.kind, onBegun);
  const theme = useTheme(services.host);
  const photo = usePhoto(services.people, partner?.id);
  const isOtherAccount = useOtherAccount(services, me);
  const readNow = useCallback(() => services.clock.now(), [services]);
  const [hasTried, setTried] = useState(false);
  const [twin, setTwin] = useState<Twin>();
  // What stood when the button was pressed: the outcome is read against it.
  const [pressed, setPressed] = useState<{ readonly task: SeasonTask; readonly laterClashes: number }>();
  const running = useRef<SeasonTask>(undefined);

  const onEnd = useCallback(
    (outcome: RunOutcome) => {
      const { memory } = services;
      if (outcome.kind === 'changed' && running.current !== undefined) {
        const { partnerAddress, window } = running.current;
        dispatch({
          kind: 'runFoundChanges',
          horizon: { address: partnerAddress, ...window },
          schedules: outcome.schedules,
          at: services.clock.now(),
          days: outcome.days,
        });
      }
      if (outcome.kind === 'twin') setTwin(outcome.twin);
      // As long as nobody knows whether the series stands, pressing again has to be the same click, and nothing typed is forgotten.
      const isUnsure = outcome.kind === 'stopped' && outcome.progress.isSeriesUnsure;
      if (!isUnsure) forgetClick(memory);
      const isOnCalendar =
        outcome.kind === 'booked' || (outcome.kind === 'stopped' && outcome.progress.series !== undefined);
      if (isOnCalendar) {
        forgetDraft(memory, choices.partner);
        keepLastChoices(memory, choices);
        if (choices.partner !== undefined) keepRecentPerson(memory, choices.partner);
      }
    },
    [services, dispatch, choices],
  );
  const ports = useMemo(
    (): BookingPorts => ({
      calendar: services.calendar,
      clock: services.clock,
      identity: services.identity,
      files: services.files,
    }),
    [services],
  );
  // From the moment it stands its plan is what is gone on with, also when this tab is closed in the middle.
  const onMade = useCallback(() => {
    forgetDraft(services.memory, partner);
    forgetClick(services.memory);
  }, [services, partner]);
  const runOptions = useMemo(() => ({ onEnd, onMade }), [onEnd, onMade]);
  const run = useSeasonRun(ports, runOptions);
  const click = useClick(booking, me, partner);

  const book = (acceptsTwin: boolean): void => {
    const made = click(acceptsTwin);
    if (made === undefined) return;
    running.current = made.task;
    keepClick(services.memory, made.task.plan, made.task.partnerAddress, services.clock.now());
    setPressed({ task: made.task, laterClashes: rows.filter((row) => row.need === 'later').length });
    setTwin(undefined);
    dispatch({ kind: 'runBegan' });
    run.start(made.task, made.look);
  };

  const index = stepIndexOf(view);
  const go = (step: StepId): void => {
    setTried(false);
    booking.go(step);
  };
  const previous = stepIds[index - 1];
  const onBack = view.kind === 'run' || previous === undefined ? undefined : () => go(previous);
  const title = partner === undefined ? words.title : words.titleWith({ partner: callName(partner) });
  useTitle(view.kind === 'run' ? title : words.windowTitle({ step: words.steps[view.kind], title }));

  const details: Readonly<Record<StepId, string | undefined>> = {
    partner: partner && words.partner.summary({ partner: partner.name }),
    season: words.season.summary({
      cadence: cadenceText(choices.season.cadence, words),
      minutes: choices.season.lengthMinutes,
    }),
    times:
      booking.slot &&
      words.times.choice({
        weekdays: format.weekdays(booking.slot.weekday),
        time: format.spokenTimeRange(
          booking.slot.startMinute,
          booking.slot.startMinute + booking.slot.lengthMinutes,
        ),
      }),
    dates: undefined,
  };
  const steps: readonly Step[] = stepIds.map((id, position) => ({
    key: id,
    label: words.steps[id],
    state: position < index ? 'done' : position === index ? 'current' : 'later',
    detail: details[id],
  }));
  const canStepBack = view.kind !== 'run' || run.state.kind === 'idle';
  const namedZone = partnerHours?.zone.kind === 'named' ? toIana(partnerHours.zone.name) : undefined;

  return (
    <BookingFrame
      title={title}
      person={partner && { name: partner.name, photo }}
      clock={
        namedZone === undefined ? undefined : (
          <PersonClock zone={namedZone} ownZone={zone} readNow={readNow} />
        )
      }
      theme={theme}
      steps={canStepBack ? steps : undefined}
      onStep={(key) => {
        const step = stepIds.find((id) => id === key);
        if (step !== undefined) go(step);
      }}
      onClose={onClose}
      onBack={onBack}
      isCentred={view.kind === 'run'}
      sentence={
        view.kind === 'run' ? undefined : (
          <StepFooter booking={booking} step={view.kind} hasTried={hasTried} />
        )
      }
      main={
        view.kind === 'run' || isOtherAccount ? undefined : (
          <StepMain
            booking={booking}
            step={view.kind}
            onGo={go}
            onTried={() => setTried(true)}
            onBook={() => book(false)}
          />
        )
      }
    >
      {isOtherAccount && (
        <BookingFailure
          failure={otherAccount}
          identity={services.identity}
          me={me}
          scopes={[]}
          bodies={{ 'wrong-account': words.failures.wrongAccount({ name: me.name }) }}
          onAgain={noop}
        />
      )}
      {view.kind !== 'run' ? (
        <BookingSteps
          booking={booking}
          services={services}
          me={me}
          readNow={readNow}
          onNeedsAdmin={onNeedsAdmin}
          suggested={suggested}
          onBeginAnew={() => {
            forgetDraft(services.memory, partner);
            dispatch({
              kind: 'begunAnew',
              choices: choicesToBeginWith(services.memory, start.partner, booking.today),
            });
          }}
        />
      ) : twin !== undefined && partner !== undefined ? (
        <TwinBefore
          twin={twin}
          zone={zone}
          partner={partner}
          seasonNumber={booking.known?.seasons ?? 1}
          onKeep={() => {
            forgetDraft(services.memory, partner);
            onBooked(twin.series.link.mentorshipId);
          }}
          onBook={() => book(true)}
          onBack={() => {
            setTwin(undefined);
            dispatch({ kind: 'runLeft' });
          }}
        />
      ) : (
        partner !== undefined &&
        pressed !== undefined && (
          <RunView
            run={run}
            task={pressed.task}
            me={me}
            partner={partner}
            services={services}
            readNow={readNow}
            laterClashes={pressed.laterClashes}
            onBack={() => dispatch({ kind: 'runLeft' })}
            onHome={() => onBooked(pressed.task.plan.mentorshipId)}
            onNeedsAdmin={onNeedsAdmin}
          />
        )
      )}
    </BookingFrame>
  );
}

const otherAccount = new ServiceFailure('wrong-account', 'the account changed while the booking was open');
function noop(): void {}

/** Tells once that something was chosen here, or that a step was taken. */
function useBegun(choices: unknown, step: string, onBegun: (() => void) | undefined): void {
  const [atOpening] = useState({ choices, step });
  const isBegun = choices !== atOpening.choices || step !== atOpening.step;
  useEffect(() => {
    if (isBegun) onBegun?.();
  }, [isBegun, onBegun]);
}

/** Whether somebody else signed in while this booking was open; it goes away when the first one is back. */
function useOtherAccount({ identity }: Services, me: Person): boolean {
  const [isOther, setOther] = useState(false);
  useEffect(
    () => identity.onAccountChange((account) => setOther(account !== undefined && account.oid !== me.id)),
    [identity, me.id],
  );
  return isOther;
}
