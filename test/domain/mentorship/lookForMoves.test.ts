import type { PersonSchedule } from '../../../src/domain/availability/types.ts';
import {
  lookForMoves,
  moveWindow,
  type MoveQuestion,
  type StandingDate,
} from '../../../src/domain/mentorship/lookForMoves.ts';
import type { IsoDay } from '../../../src/domain/time/types.ts';
import { toInstant } from '../../../src/domain/time/wallClock.ts';

const zone = 'Europe/London';
const at = (day: IsoDay, minuteOfDay: number): number => toInstant({ day, minuteOfDay }, zone);
const hour = 3_600_000;

function date(originalDay: IsoDay, start = at(originalDay, 840), minutes = 60): StandingDate {
  return { originalDay, start, end: start + minutes * 60_000 };
}

/** Thursdays at 14:00 in Leeds, every two weeks. */
const dates = [date('2026-12-03'), date('2026-12-17'), date('2026-12-31')];

function schedule(
  busy: readonly [IsoDay, number, number][],
  change: Partial<PersonSchedule> = {},
): PersonSchedule {
  return {
    personId: 'dana',
    views: [{ start: at('2026-11-01', 0), intervalMinutes: 15, view: '0'.repeat(96 * 100) }],
    items: busy.map(([day, from, to]) => ({ start: at(day, from), end: at(day, to), status: 'busy' })),
    workingHours: {
      days: [1, 2, 3, 4, 5],
      startMinute: 540,
      endMinute: 1020,
      zone: { kind: 'named', name: zone },
    },
    unknownReason: undefined,
    ...change,
  };
}

function look(change: Partial<MoveQuestion> = {}) {
  return lookForMoves({
    zone,
    seriesZone: zone,
    date: dates[1] ?? date('2026-12-17'),
    dates,
    schedules: [schedule([])],
    now: at('2026-11-23', 785),
    ...change,
  });
}

const told = ({ moves }: ReturnType<typeof look>): readonly string[] =>
  moves.map((move) => new Date(move.start).toISOString().slice(0, 16));

describe('new times for one date of a season that stands', () => {
  it('are the nearest free ones, strictly between the neighbours', () => {
    const found = look();
    expect(found.between).toEqual({ afterDay: '2026-12-03', beforeDay: '2026-12-31' });
    expect(found.moves).toHaveLength(3);
    for (const { day } of found.moves) {
      expect(day > '2026-12-03' && day < '2026-12-31').toBe(true);
    }
  });

  it('are not hindered by the season’s own dates in free/busy', () => {
    const own = schedule(dates.map(({ originalDay }) => [originalDay, 840, 900]));
    expect(told(look({ schedules: [own] }))).toEqual(told(look()));
  });

  it('pass over what is taken', () => {
    const [nearest] = look().moves;
    if (nearest === undefined) throw new Error('nothing found');
    const found = look({ schedules: [schedule([[nearest.day, 0, 1439]])] });
    expect(found.moves.map((move) => move.day)).not.toContain(nearest.day);
    expect(found.stateAt(nearest.start)?.kind).toBe('clash');
  });

  it('keep away from where a moved neighbour stands, and from where it stood', () => {
    const moved = date('2026-12-31', at('2026-12-23', 840));
    const found = look({ dates: [dates[0] ?? moved, dates[1] ?? moved, moved] });
    expect(found.between.beforeDay).toBe('2026-12-23');
    const movedAway = date('2026-12-03', at('2026-11-30', 840));
    expect(look({ dates: [movedAway, ...dates.slice(1)] }).between.afterDay).toBe('2026-12-03');
  });

  it('never lie in the past, nor outside the hours of either', () => {
    const now = at('2026-12-16', 900);
    const found = look({ now });
    for (const move of found.moves) {
      expect(move.start).toBeGreaterThanOrEqual(now);
      expect(move.startMinute).toBeGreaterThanOrEqual(540);
      expect(move.startMinute + 60).toBeLessThanOrEqual(1020);
    }
  });

  it('keep the length of a meeting that is no whole number of quarter-hours', () => {
    const odd = date('2026-12-17', at('2026-12-17', 845), 50);
    const found = look({ date: odd, dates: [odd] });
    expect(found.moves).toHaveLength(3);
    for (const { start, end } of found.moves) expect(end - start).toBe(50 * 60_000);
  });

  it('leave out the days nobody wants', () => {
    const [nearest] = look().moves;
    if (nearest === undefined) throw new Error('nothing found');
    expect(look({ blackouts: [nearest.day] }).moves.map((move) => move.day)).not.toContain(nearest.day);
  });

  it('are marked unknown where the other calendar cannot be seen, never free', () => {
    const unseen = schedule([], {
      personId: 'out',
      views: [],
      workingHours: undefined,
      unknownReason: 'outside',
    });
    const found = look({ schedules: [schedule([]), unseen] });
    expect(found.moves.length).toBeGreaterThan(0);
    expect(found.moves.every((move) => move.state === 'unknown')).toBe(true);
  });

  it('are none for a weekly season whose neighbours leave no day', () => {
    const daily = [date('2026-12-16'), date('2026-12-17'), date('2026-12-18')];
    const found = look({ date: daily[1] ?? date('2026-12-17'), dates: daily });
    expect(found.moves.map((move) => move.day)).toEqual(['2026-12-17']);
  });

  it('need no more free/busy than a month around the date', () => {
    const window = moveWindow(date('2026-12-17'), at('2026-11-23', 785));
    expect(window.from).toBe(at('2026-11-23', 780));
    expect(window.to).toBe(at('2026-12-17', 900) + 30 * 24 * hour);
  });
});
