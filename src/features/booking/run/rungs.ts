import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { DateDecision } from '#domain/season/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/Words.ts';
import { weekdaysText } from '../dates/datesText.ts';
import type { RunProgress } from './bookSeason.ts';

/** One rung of the ladder, as it is drawn. */
export interface Rung {
  readonly key: string;
  readonly mark: 'done' | 'running' | 'stopped' | 'later' | 'skipped';
  readonly title: string;
  readonly details: readonly string[];
}

export interface RungsContext {
  readonly words: Words['booking'];
  readonly format: Format;
  readonly partner: string;
}

/** How the ladder stands: working, stopped, or finished. */
export type Climb = 'running' | 'stopped' | 'finished';

/** The ladder of a season from its plan and how far it has come. */
export function rungsOf(
  plan: BookingPlan,
  progress: RunProgress,
  climb: Climb,
  context: RungsContext,
): readonly Rung[] {
  const { words, format, partner } = context;
  const { run } = words;
  const count = plan.days.length;
  const isMade = progress.series !== undefined;
  const changes = plan.decisions.filter((decision) => decision.kind !== 'keep');
  const left = changes.filter((change) => !progress.doneDays.includes(change.day));
  const [firstDay] = plan.days;
  const stopped = (mark: Rung['mark']): Rung['mark'] =>
    climb === 'stopped' && mark === 'running' ? 'stopped' : mark;

  const looks: readonly Rung[] =
    progress.rung === 'look'
      ? [
          {
            key: 'look',
            mark: stopped('running'),
            title: climb === 'running' ? run.look.running : run.look.title,
            details: [],
          },
        ]
      : progress.hasLooked
        ? [{ key: 'look', mark: 'done', title: run.look.done, details: [run.look.detail] }]
        : [];

  const notesState = progress.notes ?? (progress.series?.link.driveId === undefined ? undefined : 'shared');
  const notes: readonly Rung[] =
    notesState !== undefined
      ? [
          {
            key: 'notes',
            mark: 'done',
            title: notesState === 'shared' ? run.notes.shared : run.notes.unshared,
            details: [
              notesState === 'shared'
                ? run.notes.sharedDetail({ partner })
                : run.notes.unsharedDetail({ partner }),
            ],
          },
        ]
      : progress.rung === 'notes'
        ? [{ key: 'notes', mark: stopped('running'), title: run.notes.running, details: [] }]
        : [];

  const series: Rung = isMade
    ? {
        key: 'series',
        mark: 'done',
        title: run.series.done({ count }),
        details: [
          run.series.detail({
            weekdays: weekdaysText(plan.slot, words, format),
            from: firstDay === undefined ? '' : format.day(firstDay, 'date'),
            partner,
          }),
        ],
      }
    : progress.rung === 'look' || progress.rung === 'notes'
      ? { key: 'series', mark: 'later', title: run.series.title({ count }), details: [] }
      : {
          key: 'series',
          mark: stopped('running'),
          title: climb === 'running' ? run.series.running({ count }) : run.series.title({ count }),
          details:
            climb === 'running'
              ? []
              : [progress.isSeriesUnsure ? run.series.unsure : run.series.notMade({ partner })],
        };

  return [
    ...looks,
    ...notes,
    series,
    ...(changes.length === 0 ? [] : changeRungs(plan, changes, left, isMade, climb, context)),
    ...(notes.length > 0
      ? []
      : [{ key: 'notes', mark: 'skipped' as const, title: run.notes.title, details: [run.notes.detail] }]),
    readBackRung(isMade && left.length === 0, progress, climb, context),
  ];
}

function changeRungs(
  plan: BookingPlan,
  changes: readonly DateDecision[],
  left: readonly DateDecision[],
  isMade: boolean,
  climb: Climb,
  context: RungsContext,
): readonly Rung[] {
  const {
    words: { run },
    partner,
  } = context;
  const count = changes.length;
  const done = count - left.length;
  if (!isMade) return [{ key: 'changes', mark: 'later', title: run.changes.title({ count }), details: [] }];
  const doneDays = changes
    .filter((change) => !left.includes(change))
    .map((change) => standsText(change, plan, context));
  const doneDetail =
    done === 0 ? [] : [run.changes.detailDone({ days: context.format.list(doneDays), count: done, partner })];
  if (left.length === 0)
    return [{ key: 'changes', mark: 'done', title: run.changes.done({ count }), details: doneDetail }];
  if (climb === 'running')
    return [
      { key: 'changes', mark: 'running', title: run.changes.running({ done, count }), details: doneDetail },
    ];
  return [
    ...(done === 0
      ? []
      : [
          {
            key: 'changes',
            mark: 'done' as const,
            title: run.changes.someDone({ done, count }),
            details: doneDetail,
          },
        ]),
    {
      key: 'left',
      mark: 'stopped',
      title: run.changes.left({ count: left.length }),
      details: left.map((change) => leftText(change, plan, context)),
    },
  ];
}

function readBackRung(
  isReady: boolean,
  progress: RunProgress,
  climb: Climb,
  { words: { run } }: RungsContext,
): Rung {
  if (climb === 'finished') return { key: 'readBack', mark: 'done', title: run.readBack.done, details: [] };
  const isHere = isReady && progress.rung === 'readBack';
  if (!isHere) return { key: 'readBack', mark: 'later', title: run.readBack.title, details: [] };
  return climb === 'running'
    ? { key: 'readBack', mark: 'running', title: run.readBack.running, details: [] }
    : { key: 'readBack', mark: 'stopped', title: run.readBack.title, details: [] };
}

/** Where a changed date stands now, short: "Wed 24 February". */
function standsText(change: DateDecision, plan: BookingPlan, { format, words }: RungsContext): string {
  if (change.kind !== 'move') return words.run.changes.skippedDay({ day: format.day(change.day, 'medium') });
  return format.day(toWall(change.to.start, plan.zone).day, 'medium');
}

function leftText(change: DateDecision, plan: BookingPlan, { format, words }: RungsContext): string {
  const { changes } = words.run;
  const day = format.day(change.day, 'medium');
  if (change.kind !== 'move') return changes.leftSkip({ day });
  const to = toWall(change.to.start, plan.zone);
  return changes.leftMove({
    day,
    time: format.time(plan.slot.startMinute),
    to: changes.dayAndTime({ day: format.day(to.day, 'medium'), time: format.time(to.minuteOfDay) }),
  });
}
