import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DateState } from '#domain/season/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { OccurrenceRecord } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { stateOfTime } from '#domain/season/stateOfTime.ts';
import { forgetDraft } from './draft.ts';
import { BookingFrame } from './frame/BookingFrame.tsx';
import { usePhoto, useTheme, useTitle } from './frame/useHostLook.ts';
import { callName } from '#domain/text/callName.ts';
import type { BookingPorts, RunProgress } from './run/bookSeason.ts';
import { RunView } from './run/RunView.tsx';
import { forgetClick, isOfClick } from './run/pendingClick.ts';
import { partnerOf, progressOf, taskOf, type UnfinishedSeries } from './run/resumeSeason.ts';
import type { SeasonTask } from './run/seasonTask.ts';
import { useSeasonRun } from './run/useSeasonRun.ts';
import { defaultHours } from '#domain/season/seasonChoice.ts';

export interface ResumeScreenProps {
  readonly services: Services;
  readonly me: Person;
  /** A series of one's own whose plan is not closed. */
  readonly series: UnfinishedSeries;
  /** Its dates, as the calendar has them. */
  readonly occurrences: readonly OccurrenceRecord[];
  /** What the person came for. Undoing still asks, and says what it costs. */
  readonly intent?: 'finish' | 'undo';
  readonly onClose: () => void;
  /** Finished or undone; home may read the calendar again. */
  readonly onDone: () => void;
  readonly onNeedsAdmin?: (() => void) | undefined;
}

/** A booking that stopped in an earlier opening, on this device or another: what was done, and to finish or to undo it. */
export function ResumeScreen(props: ResumeScreenProps) {
  const { services, me, series, occurrences, intent = 'finish', onClose, onDone, onNeedsAdmin } = props;
  const words = useWords().booking;
  const partner = useMemo(() => partnerOf(series, me), [series, me]);
  // What was found at opening is what is resumed; later readings of home change nothing under the person's hands.
  const [resumed] = useState(() => ({
    task: taskOf(series, partner, me),
    progress: progressOf(series, occurrences),
    intent,
  }));
  const { task } = resumed;
  useEffect(() => {
    const { memory } = services;
    if (!isOfClick(memory, task.plan)) return;
    // What the device remembers as half made is this very season.
    forgetClick(memory);
    forgetDraft(memory, partner);
  }, [services, task, partner]);
  const ports = useMemo(
    (): BookingPorts => ({
      calendar: services.calendar,
      clock: services.clock,
      identity: services.identity,
      files: services.files,
    }),
    [services],
  );
  const options = useMemo(() => ({ resumed }), [resumed]);
  const run = useSeasonRun(ports, options);
  const takenTargets = useTakenTargets(services, me, task, resumed.progress);
  const theme = useTheme(services.host);
  const photo = usePhoto(services.people, partner.id);
  const readNow = useCallback(() => services.clock.now(), [services]);
  const title = words.titleWith({ partner: callName(partner) });
  useTitle(title);
  return (
    <BookingFrame
      title={title}
      person={{ name: partner.name, photo }}
      theme={theme}
      onClose={onClose}
      isCentred
    >
      <RunView
        run={run}
        task={task}
        me={me}
        partner={partner}
        services={services}
        readNow={readNow}
        laterClashes={0}
        takenTargets={takenTargets}
        onBack={undefined}
        onHome={onDone}
        onNeedsAdmin={onNeedsAdmin}
      />
    </BookingFrame>
  );
}

/**
 * Planned times that somebody's calendar has taken meanwhile, by the day they belong to. Those times are none of the series' own, so
 * what is busy there is something else.
 */
function useTakenTargets(
  { calendar }: Services,
  me: Person,
  task: SeasonTask,
  progress: RunProgress,
): ReadonlyMap<IsoDay, DateState> | undefined {
  const [taken, setTaken] = useState<ReadonlyMap<IsoDay, DateState>>();
  useEffect(() => {
    const { plan, partnerAddress, window } = task;
    const left = plan.decisions.filter(
      (decision) => decision.kind === 'move' && !progress.doneDays.includes(decision.day),
    );
    if (left.length === 0) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const schedules = await calendar.schedules(
          { addresses: [me.address, partnerAddress], ...window },
          stop.signal,
        );
        const query = {
          zone: plan.zone,
          firstDay: plan.days[0] ?? '1970-01-01',
          lastDay: plan.days.at(-1) ?? '1970-01-01',
          cadence: plan.slot.cadence,
          lengthMinutes: plan.slot.lengthMinutes,
          hours: defaultHours,
          blackouts: [],
          schedules,
        };
        const found = new Map<IsoDay, DateState>();
        for (const decision of left) {
          const state = decision.kind === 'move' ? stateOfTime(query, decision.to.start) : undefined;
          if (state?.kind === 'clash') found.set(decision.day, state);
        }
        if (!stop.signal.aborted) setTaken(found);
      } catch {
        // Without this look the booking can be finished all the same; the calendar shows what stands there.
      }
    };
    void look();
    return () => stop.abort();
  }, [calendar, me, task, progress]);
  return taken;
}
