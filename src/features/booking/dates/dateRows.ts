import { movesFor } from '#domain/season/previewSeason.ts';
import type {
  DateDecision,
  DatePreview,
  DateState,
  Move,
  SeasonPreview,
  SeasonQuery,
} from '#domain/season/types.ts';
import { addDays } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';

/** Clashes nearer than this are asked about now; later ones when they come near, since calendars change. */
export const nearDays = 56;

/**
 * One date of the season with all that was decided or proposed for it.
 * - `none`: nothing stands against it
 * - `later`: it clashes, but that is far away; it stays as it is until near
 * - `asked`: it needs a decision, and has one or a proposal
 * - `open`: it needs a decision, there is nothing to propose, and none was made
 */
export interface DateRow {
  readonly index: number;
  readonly date: DatePreview;
  readonly need: 'none' | 'later' | 'asked' | 'open';
  /** Made by the person. */
  readonly decision: DateDecision | undefined;
  /** What will be done: the decision, else the proposal; undefined leaves the date as planned. */
  readonly effect: DateDecision | undefined;
  /** Where it will stand; undefined when it is skipped. */
  readonly stands: { readonly start: EpochMilli; readonly end: EpochMilli } | undefined;
}

/** All dates with what becomes of them. Proposals take the moves before them into account, so no two dates meet. */
export function dateRows(
  preview: SeasonPreview,
  query: SeasonQuery,
  decisions: readonly DateDecision[],
  today: IsoDay,
): readonly DateRow[] {
  const nearUntil = addDays(today, nearDays);
  const effects: DateDecision[] = [];
  const rows: DateRow[] = [];
  for (const [index, date] of preview.dates.entries()) {
    const decision = decisions.find((each) => each.day === date.day);
    const isNear = date.day <= nearUntil;
    const others = decisions.filter((each) => each.day > date.day);
    const effect =
      decision ??
      (needsAsking(date.state, isNear)
        ? proposal(date, () => movesFor(query, preview.slot, index, [...effects, ...others]))
        : undefined);
    if (effect !== undefined) effects.push(effect);
    rows.push({
      index,
      date,
      need: needOf(date.state, isNear, effect),
      decision,
      effect,
      stands:
        effect?.kind === 'skip'
          ? undefined
          : effect?.kind === 'move'
            ? effect.to
            : { start: date.start, end: date.end },
    });
  }
  return rows;
}

/** Up to three new times for a date, with all others where they will stand. */
export function movesOf(
  row: DateRow,
  rows: readonly DateRow[],
  preview: SeasonPreview,
  query: SeasonQuery,
): readonly Move[] {
  const others = rows.flatMap((each) =>
    each.index === row.index || each.effect === undefined ? [] : [each.effect],
  );
  return movesFor(query, preview.slot, row.index, others);
}

/** The changes that the plan will hold: moves and skips, proposals included. */
export function plannedChanges(rows: readonly DateRow[]): readonly DateDecision[] {
  return rows.flatMap(({ effect }) => (effect === undefined || effect.kind === 'keep' ? [] : [effect]));
}

/** The first date that the person has not looked at yet although it needs them. */
export function firstUndecided(rows: readonly DateRow[]): DateRow | undefined {
  return rows.find((row) => (row.need === 'asked' || row.need === 'open') && row.decision === undefined);
}

/** The first such date after another one, or else the first of all. */
export function nextUndecided(rows: readonly DateRow[], after: IsoDay): DateRow | undefined {
  const others = rows.filter((row) => row.date.day !== after);
  return firstUndecided(others.filter((row) => row.date.day > after)) ?? firstUndecided(others);
}

/** Whether a state is one to mend, near or far. */
export function isToMend(state: DateState): boolean {
  return state.kind === 'clash' || state.kind === 'blackout' || state.kind === 'noSuchTime';
}

/** A day left out by wish, or an hour that does not exist, needs no waiting: it will not change until then. */
function needsAsking(state: DateState, isNear: boolean): boolean {
  return state.kind === 'clash' ? isNear : isToMend(state);
}

function needOf(state: DateState, isNear: boolean, effect: DateDecision | undefined): DateRow['need'] {
  if (!isToMend(state)) return 'none';
  if (!needsAsking(state, isNear)) return effect === undefined ? 'later' : 'asked';
  return effect === undefined ? 'open' : 'asked';
}

function proposal(date: DatePreview, moves: () => readonly Move[]): DateDecision | undefined {
  if (date.state.kind === 'blackout') return { kind: 'skip', day: date.day };
  const [nearest] = moves();
  return nearest && { kind: 'move', day: date.day, to: { start: nearest.start, end: nearest.end } };
}
