import fc from 'fast-check';
import { subtractOwn } from '#domain/availability/subtractOwn.ts';
import type { PersonSchedule, ScheduleItem } from '#domain/availability/types.ts';
import { checkDates } from '#domain/season/checkDates.ts';
import type { Interval } from '#domain/time/types.ts';
import { at, person, viewOf, type Entry } from './seasonBuilders.ts';

/** Later checks of a season that stands: its own dates are in everybody's free/busy. */

const own: readonly Interval[] = ['02', '09', '16', '23'].map((day) => ({
  start: at(`2027-03-${day}T10:00Z`),
  end: at(`2027-03-${day}T11:00Z`),
}));

function item(from: string, to: string, status: ScheduleItem['status']): ScheduleItem {
  return { start: at(from), end: at(to), status };
}

const ownItems: readonly ScheduleItem[] = own.map((date) => ({ ...date, status: 'busy' }));

/** A schedule as Graph answers it: the digits follow from the entries. */
function schedule(items: readonly ScheduleItem[], more: readonly Entry[] = []): PersonSchedule {
  const digits = { tentative: '1', busy: '2', outOfOffice: '3' } as const;
  const entries = items.flatMap(({ start, end, status }): Entry[] =>
    status in digits
      ? [[new Date(start).toISOString(), new Date(end).toISOString(), digits[status as 'busy']]]
      : [],
  );
  return person('dana', [viewOf('2027-02-20T00:00Z', '2027-04-10T00:00Z', [...entries, ...more])], { items });
}

function states(from: PersonSchedule, dates = own): readonly string[] {
  const answer = checkDates([subtractOwn(from, own)], dates, 'Europe/London');
  if (!Array.isArray(answer)) throw new Error('refused');
  return (answer as readonly { readonly kind: string }[]).map((state) => state.kind);
}

describe('a season that stands', () => {
  it('does not clash with itself', () => {
    expect(states(schedule(ownItems))).toEqual(['free', 'free', 'free', 'free']);
    // Without the subtraction every date would.
    expect(checkDates([schedule(ownItems)], own, 'UTC')).toEqual(
      own.map(() => ({ kind: 'clash', clashes: [{ personId: 'dana', why: 'busy' }] })),
    );
  });

  it('sees a second entry of the same time underneath', () => {
    const second = item('2027-03-09T10:00Z', '2027-03-09T11:00Z', 'busy');
    expect(states(schedule([...ownItems, second]))).toEqual(['free', 'clash', 'openSoFar', 'openSoFar']);
  });

  it('takes out the less binding of two alike, for an invitation that is not answered yet', () => {
    const items = ownItems.map((each): ScheduleItem => ({ ...each, status: 'tentative' }));
    const busy = item('2027-03-09T10:00Z', '2027-03-09T11:00Z', 'busy');
    expect(states(schedule([busy, ...items]))).toEqual(['free', 'clash', 'openSoFar', 'openSoFar']);
  });

  it('sees an entry that overlaps in part, and leave over all of it', () => {
    const partly = item('2027-03-09T10:30Z', '2027-03-09T12:00Z', 'tentative');
    const leave = item('2027-03-22T00:00Z', '2027-03-27T00:00Z', 'outOfOffice');
    expect(states(schedule([...ownItems, partly, leave]))).toEqual(['free', 'tentative', 'free', 'clash']);
  });

  it('takes out nothing where the person declined', () => {
    const other = item('2027-03-09T09:45Z', '2027-03-09T11:00Z', 'busy');
    expect(states(schedule(ownItems.with(1, other)))[1]).toBe('clash');
  });

  it('keeps what the view shows and no entry explains', () => {
    const seen: Entry = ['2027-03-16T10:45Z', '2027-03-16T11:00Z', '2'];
    const items = ownItems.filter((_, index) => index !== 2);
    expect(states(schedule(items, [seen]))).toEqual(['free', 'free', 'clash', 'openSoFar']);
  });

  it('keeps a stretch without data, never taking it for free', () => {
    const noData: Entry = ['2027-03-09T00:00Z', '2027-03-10T00:00Z', '4'];
    expect(states(schedule(ownItems, [noData]))[1]).toBe('unknown');
  });

  it('is looked at to the minute, moved dates off the quarters too', () => {
    const odd = item('2027-03-05T09:20Z', '2027-03-05T09:50Z', 'busy');
    const bare = person('dana', [viewOf('2027-02-20T00:00Z', '2027-04-10T00:00Z', [])], { items: [odd] });
    const dates = [
      { start: at('2027-03-05T09:50Z'), end: at('2027-03-05T10:20Z') },
      { start: at('2027-03-05T09:49Z'), end: at('2027-03-05T10:19Z') },
      { start: at('2027-03-05T08:50Z'), end: at('2027-03-05T09:20Z') },
    ];
    expect(states(bare, dates)).toEqual(['free', 'clash', 'free']);
  });

  it('is unknown where two views leave a gap in a date, and free where they meet', () => {
    const early = viewOf('2027-02-20T00:00Z', '2027-03-09T10:30Z', []);
    const late = (from: string): PersonSchedule =>
      person('dana', [viewOf(from, '2027-04-10T00:00Z', []), early]);
    expect(states(late('2027-03-09T10:45Z'))[1]).toBe('unknown');
    expect(states(late('2027-03-09T10:30Z'))[1]).toBe('free');
  });

  it('never gains a clash by a subtraction, and loses none that another entry explains', () => {
    const entries = fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 30 * 96 }),
          fc.integer({ min: 1, max: 12 }),
          fc.constantFrom('busy', 'tentative', 'outOfOffice'),
        )
        .map(([quarter, length, status]): ScheduleItem => {
          const start = at('2027-03-01T00:00Z') + quarter * 900_000;
          return { start, end: start + length * 900_000, status };
        }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(entries, (others) => {
        const found = checkDates([subtractOwn(schedule([...ownItems, ...others]), own)], own, 'UTC');
        if (!Array.isArray(found)) throw new Error('refused');
        for (const [index, date] of own.entries()) {
          // One just like an own date cannot be told from it: the example above says which goes.
          fc.pre(!others.some((each) => each.start === date.start && each.end === date.end));
          const over = others.filter((each) => each.start < date.end && each.end > date.start);
          const worst = over.some((each) => each.status !== 'tentative')
            ? 'clash'
            : over.length > 0
              ? 'tentative'
              : 'free';
          const kind = (found[index] as { readonly kind: string }).kind;
          expect(kind === 'openSoFar' ? 'free' : kind).toBe(worst);
        }
      }),
      { numRuns: 60 },
    );
  });
});
