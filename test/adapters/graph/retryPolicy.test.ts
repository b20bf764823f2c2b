import * as fc from 'fast-check';
import { decideRetry, type TryOutcome } from '#adapters/graph/retryPolicy.ts';

const answered = (status: number, retryAfterSeconds?: number): TryOutcome => ({
  kind: 'answered',
  status,
  retryAfterSeconds,
});
const decide = (outcome: TryOutcome, tries = 1, repeatable = true, random = 0.5) =>
  decideRetry({ repeatable, tries, outcome, random });

describe('the retry policy', () => {
  it.each([429, 503, 504])('repeats what may be done twice after %i', (status) => {
    expect(decide(answered(status)).kind).toBe('again');
  });

  it.each([200, 400, 401, 403, 404, 409, 412, 500, 501, 502, 507])('takes %i as it is', (status) => {
    expect(decide(answered(status)).kind).toBe('enough');
  });

  it.each([503, 504])('leaves what may not be done twice alone after %i', (status) => {
    expect(decide(answered(status), 1, false).kind).toBe('enough');
  });

  it('repeats anything after 429: the request was not looked at', () => {
    expect(decide(answered(429), 1, false).kind).toBe('again');
  });

  it('repeats what may be done twice after a lost connection, and nothing else', () => {
    expect(decide({ kind: 'lost' }).kind).toBe('again');
    expect(decide({ kind: 'lost' }, 1, false).kind).toBe('enough');
    expect(decide({ kind: 'silent' }, 1, false).kind).toBe('enough');
  });

  it('waits as long as it is told, a little more rather than less', () => {
    const decision = decide(answered(429, 7));
    expect(decision).toEqual({ kind: 'again', afterMilliseconds: 7125 });
  });

  it('does not wait longer than somebody would watch', () => {
    expect(decide(answered(429, 600)).kind).toBe('enough');
  });

  it('backs off when it is not told', () => {
    const waits = [1, 2, 3, 4, 5].map((tries) => decide(answered(503), tries, true, 1));
    expect(waits.map((each) => (each.kind === 'again' ? each.afterMilliseconds : 0))).toEqual([
      1000, 2000, 4000, 8000, 16_000,
    ]);
  });

  it('spreads devices that were refused together', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 5 }),
        (random, tries) => {
          const decision = decideRetry({ repeatable: true, tries, outcome: answered(503), random });
          const whole = 1000 * 2 ** (tries - 1);
          expect(decision.kind === 'again' && decision.afterMilliseconds >= whole / 2).toBe(true);
          expect(decision.kind === 'again' && decision.afterMilliseconds <= whole).toBe(true);
        },
      ),
    );
  });

  it('ends', () => {
    expect(decide(answered(429), 6).kind).toBe('enough');
    expect(decide({ kind: 'lost' }, 6).kind).toBe('enough');
    expect(decide({ kind: 'silent' }, 3).kind).toBe('enough');
  });
});
