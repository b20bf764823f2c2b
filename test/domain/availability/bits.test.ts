import fc from 'fast-check';
import {
  clearRange,
  hasAnyBetween,
  hasAnyBit,
  hasBit,
  orShifted,
  setRange,
  uniteInto,
  wordAt,
  type Plane,
} from '#domain/availability/bits.ts';

/** Each function beside the same thing done with a list of booleans. */

const words = 7;
const bits = words * 32;
const rows = fc.array(fc.boolean(), { minLength: bits, maxLength: bits });
const places = fc.integer({ min: -80, max: bits + 80 });

function planeOf(row: readonly boolean[]): Plane {
  const plane = new Int32Array(words + 1);
  for (const [bit, isSet] of row.entries())
    if (isSet) plane[bit >>> 5] = (plane[bit >>> 5] ?? 0) | (1 << (bit & 31));
  return plane;
}

/** A plane as booleans; its padding must have stayed empty. */
function rowOf(plane: Plane): readonly boolean[] {
  if (plane[words] !== 0) throw new Error('the padding was written to');
  return Array.from({ length: bits }, (_, bit) => hasBit(plane, bit));
}

describe('rows of bits', () => {
  it('set and clear stretches, as far as they lie within', () => {
    fc.assert(
      fc.property(rows, places, places, (row, from, to) => {
        const isIn = (bit: number): boolean => bit >= from && bit < to;
        const set = planeOf(row);
        setRange(set, from, to);
        expect(rowOf(set)).toEqual(row.map((isSet, bit) => isSet || isIn(bit)));
        const cleared = planeOf(row);
        clearRange(cleared, from, to);
        expect(rowOf(cleared)).toEqual(row.map((isSet, bit) => isSet && !isIn(bit)));
      }),
    );
  });

  it('copy any stretch to any place, as far as both lie within', () => {
    fc.assert(
      fc.property(
        rows,
        rows,
        places,
        places,
        fc.integer({ min: 0, max: bits }),
        (row, source, to, from, count) => {
          const plane = planeOf(row);
          orShifted(plane, to, planeOf(source), from, count);
          expect(rowOf(plane)).toEqual(
            row.map(
              (isSet, bit) => isSet || (bit >= to && bit < to + count && source[bit - to + from] === true),
            ),
          );
        },
      ),
    );
  });

  it('read 32 bits from anywhere, and say whether one of several is set', () => {
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 0, max: bits - 1 }),
        fc.integer({ min: 1, max: 32 }),
        (row, from, count) => {
          const plane = planeOf(row);
          const word = wordAt(plane, from);
          const read = Array.from({ length: 32 }, (_, bit) => ((word >>> bit) & 1) === 1);
          expect(read).toEqual(read.map((_, bit) => row[from + bit] === true));
          expect(hasAnyBit(plane, from, count)).toBe(row.slice(from, from + count).includes(true));
        },
      ),
    );
  });

  it('unite, and tell an empty stretch of words', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const united = planeOf(one);
        uniteInto(united, [planeOf(other), planeOf(one)]);
        expect(rowOf(united)).toEqual(one.map((isSet, bit) => isSet || other[bit] === true));
        uniteInto(united, []);
        expect(hasAnyBetween(united, 0, bits)).toBe(false);
        setRange(united, 64, 65);
        expect([
          hasAnyBetween(united, 0, 64),
          hasAnyBetween(united, 0, 65),
          hasAnyBetween(united, 96, bits),
        ]).toEqual([false, true, false]);
      }),
    );
  });

  it('have no bit outside', () => {
    expect([hasBit(planeOf([true]), -1), hasBit(planeOf([true]), 9999)]).toEqual([false, false]);
  });
});
