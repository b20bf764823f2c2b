import { decodePlan, encodePlan } from '#adapters/graph/wire/plan.ts';
import { plan } from '../../support/plans.ts';

describe('the plan inside a series', () => {
  it('comes back as it was', () => {
    const full = {
      ...plan,
      decisions: [
        { kind: 'skip' as const, day: '2027-03-18' as const },
        {
          kind: 'move' as const,
          day: '2027-04-01' as const,
          to: { start: 1_806_600_000_000, end: 1_806_603_600_000 },
        },
      ],
    };
    expect(decodePlan(encodePlan(full))).toEqual(full);
  });

  it('drops what a later hand added', () => {
    expect(decodePlan(JSON.stringify({ ...plan, extra: 1 }))).toEqual(plan);
  });

  it.each([
    ['no JSON', '{'],
    ['a later version', JSON.stringify({ ...plan, version: 2 })],
    ['no days', JSON.stringify({ ...plan, days: [] })],
    ['a day that is none', JSON.stringify({ ...plan, days: ['2027-02-30'] })],
    ['an id with a path in it', JSON.stringify({ ...plan, mentorshipId: '../../me' })],
    [
      'a cadence of nine weeks',
      JSON.stringify({ ...plan, slot: { ...plan.slot, cadence: { kind: 'weekly', everyWeeks: 9 } } }),
    ],
    ['a prototype', '{"__proto__":{"version":1}}'],
    ['null', 'null'],
    ['a book', JSON.stringify({ ...plan, zone: 'x'.repeat(70_000) })],
  ])('is none when it holds %s', (_, text) => {
    expect(decodePlan(text)).toBeUndefined();
  });
});
