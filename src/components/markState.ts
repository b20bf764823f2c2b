import type { DateStateKind } from '#domain/season/types.ts';

/**
 * What a mark on the stem can say. Told by shape first, then by a glyph, then by colour.
 * - `past`: behind us, nobody has said whether it took place; `met`, `movedMet`, `missed`: somebody has
 * - `next`, `toCome`, `movedToCome`, `declined`: dates of a season that is booked
 * - `free`, `openSoFar`, `tentative`, `clash`, `unknown`, `skipped`: dates looked up for a booking, or looked at again
 * - `done`, `current`, `later`: steps and rungs, which are drawn like dates
 */
export type MarkState =
  | 'past'
  | 'movedPast'
  | 'met'
  | 'movedMet'
  | 'missed'
  | 'next'
  | 'toCome'
  | 'movedToCome'
  | 'declined'
  | 'free'
  | 'openSoFar'
  | 'tentative'
  | 'clash'
  | 'unknown'
  | 'skipped'
  | 'done'
  | 'current'
  | 'later';

/** How the mark is drawn; several states share a shape, and their words tell them apart. */
export type MarkShape =
  | 'disc'
  | 'discTick'
  | 'discArrow'
  | 'doubleRing'
  | 'ring'
  | 'lightRing'
  | 'greyRing'
  | 'ringArrow'
  | 'diamond'
  | 'halfRing'
  | 'dashedCross'
  | 'dottedQuestion'
  | 'dash';

const shapes: Readonly<Record<MarkState, MarkShape>> = {
  past: 'disc',
  movedPast: 'discArrow',
  met: 'discTick',
  movedMet: 'discArrow',
  missed: 'dashedCross',
  next: 'doubleRing',
  toCome: 'ring',
  movedToCome: 'ringArrow',
  declined: 'diamond',
  free: 'ring',
  openSoFar: 'lightRing',
  tentative: 'halfRing',
  clash: 'diamond',
  unknown: 'dottedQuestion',
  skipped: 'dash',
  done: 'discTick',
  current: 'doubleRing',
  later: 'greyRing',
};

/** The shape a state is drawn in. */
export function shapeOfMark(state: MarkState): MarkShape {
  return shapes[state];
}

/** Whether the stem before this mark is leaf green: up to the date or step where one stands. */
export function isGrown(state: MarkState): boolean {
  return grown.has(state);
}

const grown: ReadonlySet<MarkState> = new Set(['past', 'movedPast', 'met', 'movedMet', 'missed', 'done']);

/** The mark of a date that was looked up for a booking. */
export function markOfDateState(kind: DateStateKind): MarkState {
  return marksOfDates[kind];
}

const marksOfDates: Readonly<Record<DateStateKind, MarkState>> = {
  free: 'free',
  openSoFar: 'openSoFar',
  tentative: 'tentative',
  unknown: 'unknown',
  clash: 'clash',
  noSuchTime: 'clash',
  blackout: 'skipped',
};
