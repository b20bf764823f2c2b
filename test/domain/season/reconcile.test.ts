import fc from 'fast-check';
import type { BookingPlan, MissingOperation, SeriesOnCalendar } from '#domain/season/bookingPlan.ts';
import { countMessages, countUndoMessages, reconcile } from '#domain/season/reconcile.ts';
import type { DateDecision } from '#domain/season/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { at, slot } from './seasonBuilders.ts';

const days: readonly IsoDay[] = ['2027-03-02', '2027-03-09', '2027-03-16', '2027-03-23'];
const hour = 3_600_000;

function plan(decisions: readonly DateDecision[], more: Partial<BookingPlan> = {}): BookingPlan {
  return {
    version: 1,
    mentorshipId: 'm',
    transactionId: 't',
    zone: 'Europe/London',
    slot: slot(2, 600),
    days,
    decisions,
    role: 'mentee',
    seasonNumber: 1,
    closed: false,
    ...more,
  };
}

type DateOnCalendar = SeriesOnCalendar['dates'][number];

function series(
  change: (date: DateOnCalendar) => DateOnCalendar | undefined = (date) => date,
): SeriesOnCalendar {
  const dates = days.flatMap((day) => {
    const start = at(`${day}T10:00Z`);
    return (
      change({ occurrenceId: `o ${day}`, originalDay: day, start, end: start + hour, isCancelled: false }) ??
      []
    );
  });
  return { seriesId: 's', isCancelled: false, dates };
}

const move: DateDecision = {
  kind: 'move',
  day: '2027-03-09',
  to: { start: at('2027-03-11T14:00Z'), end: at('2027-03-11T15:00Z') },
};
const skip: DateDecision = { kind: 'skip', day: '2027-03-23' };

/** What a calendar holds once an operation was carried out. */
function carryOut(
  held: SeriesOnCalendar | undefined,
  operation: MissingOperation,
): SeriesOnCalendar | undefined {
  if (operation.kind === 'create') return held ?? series();
  if (operation.kind === 'close' || !held) return held;
  const dates = held.dates.flatMap((date): readonly DateOnCalendar[] => {
    if (date.occurrenceId !== operation.occurrenceId) return [date];
    return operation.kind === 'skip' ? [] : [{ ...date, start: operation.start, end: operation.end }];
  });
  return { ...held, dates };
}

describe('what is still missing of a plan', () => {
  it('is the series alone while there is none, however much was decided', () => {
    expect(reconcile(plan([move, skip]), undefined)).toEqual({
      missing: [{ kind: 'create' }],
      lost: [],
      done: [],
    });
  });

  it('is each move and skip in the order of their days, then to close', () => {
    expect(reconcile(plan([skip, move]), series()).missing).toEqual([
      { kind: 'move', occurrenceId: 'o 2027-03-09', day: '2027-03-09', ...move.to },
      { kind: 'skip', occurrenceId: 'o 2027-03-23', day: '2027-03-23' },
      { kind: 'close' },
    ]);
  });

  it('is only to close once all is done', () => {
    const after = series((date) => {
      if (date.originalDay === '2027-03-23') return undefined;
      return date.originalDay === '2027-03-09' ? { ...date, ...move.to } : date;
    });
    expect(reconcile(plan([move, skip]), after)).toEqual({
      missing: [{ kind: 'close' }],
      lost: [],
      done: ['2027-03-09', '2027-03-23'],
    });
  });

  it('is nothing once the plan is closed, or the series cancelled', () => {
    expect(reconcile(plan([move], { closed: true }), series()).missing).toEqual([]);
    expect(reconcile(plan([move], { closed: true }), undefined).missing).toEqual([]);
    expect(reconcile(plan([move]), { ...series(), isCancelled: true })).toEqual({
      missing: [],
      lost: [{ day: '2027-03-09', why: 'gone' }],
      done: [],
    });
  });

  it('leaves alone what somebody moved or deleted by hand, and says what is lost', () => {
    const byHand = series((date) =>
      date.originalDay === '2027-03-23'
        ? { ...date, start: date.start + 2 * hour, end: date.end + 2 * hour }
        : date.originalDay === '2027-03-09'
          ? undefined
          : date,
    );
    expect(reconcile(plan([move, skip]), byHand)).toEqual({
      missing: [{ kind: 'close' }],
      lost: [
        { day: '2027-03-09', why: 'gone' },
        { day: '2027-03-23', why: 'movedByHand' },
      ],
      done: [],
    });
  });

  it('goes on where the calendar knows the zone an hour otherwise, on all dates alike', () => {
    const shifted = series((date) => ({ ...date, start: date.start + hour, end: date.end + hour }));
    expect(reconcile(plan([move]), shifted).missing.map((each) => each.kind)).toEqual(['move', 'close']);
    const one = series((date) =>
      date.originalDay === '2027-03-09' ? { ...date, start: date.start + hour, end: date.end + hour } : date,
    );
    expect(reconcile(plan([move]), one).lost).toEqual([{ day: '2027-03-09', why: 'movedByHand' }]);
  });

  it('counts the last of several decisions for a day', () => {
    const decisions: DateDecision[] = [skip, { kind: 'keep', day: '2027-03-23' }];
    expect(reconcile(plan(decisions), series()).missing).toEqual([{ kind: 'close' }]);
  });

  it('is total, names nothing twice, and is done when carried out from any point', () => {
    const someDay = fc.constantFrom<IsoDay>(...days, '2027-03-03', '9999-99-99');
    const instants = fc.oneof(
      fc.integer({ min: at('2027-02-01T00:00Z'), max: at('2027-05-01T00:00Z') }),
      fc.constantFrom(Number.NaN, 0, -1),
    );
    const decisions = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constantFrom('keep' as const, 'skip' as const), day: someDay }),
        fc.record({
          kind: fc.constant('move' as const),
          day: someDay,
          to: fc.record({ start: instants, end: instants }),
        }),
      ),
      { maxLength: 6 },
    );
    const dates = fc.array(
      fc.record({
        occurrenceId: fc.uuid(),
        originalDay: someDay,
        start: fc.oneof(instants, fc.constantFrom(...days.map((day) => at(`${day}T10:00Z`)))),
        end: fc.oneof(instants, fc.constantFrom(...days.map((day) => at(`${day}T11:00Z`)))),
        isCancelled: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    const held = fc.option(fc.record({ seriesId: fc.constant('s'), isCancelled: fc.boolean(), dates }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        decisions,
        fc.oneof(held, fc.constant(series())),
        fc.constantFrom('Europe/London', 'Mars'),
        (wanted, there, zone) => {
          const wish = plan(wanted, { zone });
          const { missing } = reconcile(wish, there);
          const named = missing.flatMap((each) => ('occurrenceId' in each ? [each.occurrenceId] : []));
          expect(new Set(named).size).toBe(named.length);
          expect(reconcile(wish, there)).toEqual(reconcile(wish, there));
          let now = there;
          for (const operation of missing) now = carryOut(now, operation);
          const again = reconcile(wish, now).missing.filter((each) => 'occurrenceId' in each);
          // A series just made has its changes still to come; they are done in a second round.
          if (there !== undefined)
            expect(again.filter((each) => named.includes(each.occurrenceId))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([1e15, -Infinity, Number.NaN, -15])(
    'is told, too, for a plan from elsewhere that starts at minute %d',
    (startMinute) => {
      const strange = plan([move], { slot: slot(2, startMinute) });
      expect(reconcile(strange, series()).missing.map((each) => each.kind)).toEqual(['move', 'close']);
      expect(countUndoMessages(strange, series()).total).toBe(1);
    },
  );

  it('is carried out in two rounds from nothing, and can be stopped after any step', () => {
    const wish = plan([move, skip]);
    for (let stopAfter = 0; stopAfter <= 3; stopAfter++) {
      let now: SeriesOnCalendar | undefined;
      for (let step = 0; step < stopAfter; step++) {
        const [next] = reconcile(wish, now).missing;
        if (next) now = carryOut(now, next);
      }
      for (let round = 0; round < 4; round++)
        for (const each of reconcile(wish, now).missing) now = carryOut(now, each);
      expect(reconcile(wish, now)).toEqual({
        missing: [{ kind: 'close' }],
        lost: [],
        done: ['2027-03-09', '2027-03-23'],
      });
    }
  });
});

describe('the messages', () => {
  it('are one invitation, and one for each moved and skipped date', () => {
    expect(countMessages({ decisions: [move, skip] })).toEqual({
      invitations: 1,
      moved: 1,
      cancelled: 1,
      total: 3,
    });
  });

  it('of an undo are one for the series and one for each date that stands elsewhere', () => {
    const after = series((date) => (date.originalDay === '2027-03-09' ? { ...date, ...move.to } : date));
    expect(countUndoMessages(plan([move]), after).total).toBe(2);
    expect(countUndoMessages(plan([move]), series()).total).toBe(1);
    expect(countUndoMessages(plan([move]), undefined).total).toBe(0);
    expect(countUndoMessages(plan([move]), { ...series(), isCancelled: true }).total).toBe(0);
  });
});
