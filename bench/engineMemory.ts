import { uniteInto } from '#domain/availability/bits.ts';
import { personGrid, type PersonGrid } from '#domain/availability/personGrid.ts';
import { copyToWall, startsOnWall, tileWeeks } from '#domain/availability/wallGrid.ts';
import { reportedCadences } from '#domain/season/seasonReport.ts';
import { seasonGrid, type SeasonGrid } from '#domain/season/seasonGrid.ts';
import { columnsOf, countSlots, emptyTallies } from '#domain/season/slotTallies.ts';
import { startGrid } from '#domain/season/startGrid.ts';
import { startRange } from '#domain/season/startRange.ts';
import { createZoneTables } from '#domain/time/zoneTable.ts';
import { engineQuery, type ReportQuery } from './engineCase.ts';

const persons = 1000;

/** Bytes that one person's planes take over so many weeks, with everything that holds them together. */
export function bytesAPerson(weeks: number): number {
  const query = engineQuery(weeks);
  const [schedule] = query.schedules;
  if (!schedule) throw new Error('the case has no person');
  const { frame } = gridOf(query);
  const tables = createZoneTables();
  const make = (): PersonGrid => {
    const person = personGrid(schedule, frame, tables);
    if (typeof person === 'string') throw new Error(person);
    return person;
  };
  make();
  const people: PersonGrid[] = [];
  const before = heldBytes();
  for (let index = 0; index < persons; index++) people.push(make());
  const held = heldBytes() - before;
  if (people.length !== persons) throw new Error('persons went missing');
  return held / persons;
}

function heldBytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('memory is measured with --expose-gc');
  globalThis.gc();
  globalThis.gc();
}

const kernelRuns = 2000;

/**
 * Bytes that the kernel allocates in one run, all of it: a week written over the season, planes brought to the clocks of the season and
 * joined, starts worked out for a length, every slot of every cadence counted.
 */
export function kernelBytes(weeks: number): number {
  const query = engineQuery(weeks);
  const grid = gridOf(query);
  const [first, second] = grid.people;
  const range = startRange(query.hours, query.lengthMinutes);
  if (!first?.segments || !second || !range) throw new Error('the case has no two people');
  const { segments: personSegments } = first;
  const starts = startGrid(grid, query.lengthMinutes, range);
  const tallies = emptyTallies(
    reportedCadences.flatMap((cadence) => columnsOf(grid, cadence)),
    range,
    starts.hasUnknown,
  );
  const planes = [first.taken, second.taken, second.tentative];
  const [wall, union, week] = [starts.blocked.slice(), first.taken.slice(), new Int32Array(22).fill(0xf0f0)];
  const needed = new Uint8Array(wall.length).fill(1);
  const run = (): void => {
    tileWeeks(union, week, personSegments);
    uniteInto(union, planes);
    copyToWall(wall, union, grid.segments);
    startsOnWall(wall, union, grid.segments, starts.lengthQuarters, 2, needed);
    countSlots(tallies, grid, starts, 'all');
  };
  const nothing = (): void => {};
  // Once for warming up, once for the figure.
  allocatedBy(run);
  allocatedBy(nothing);
  return Math.max(0, Math.round((allocatedBy(run) - allocatedBy(nothing)) / kernelRuns));
}

function allocatedBy(run: () => void): number {
  collect();
  const before = process.memoryUsage();
  for (let index = 0; index < kernelRuns; index++) run();
  const after = process.memoryUsage();
  return after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
}

function gridOf(query: ReportQuery): SeasonGrid {
  const grid = seasonGrid({ ...query, cadence: { kind: 'weekly', everyWeeks: 1 } }, createZoneTables());
  if ('kind' in grid) throw new Error(grid.problem);
  return grid;
}
