import type { Plane } from '#domain/availability/bits.ts';
import type { CoffeeGrid } from './coffeeGrid.ts';

/** What may stand on a time that is still offered. */
export interface Tolerance {
  readonly tentative: boolean;
  readonly unknown: boolean;
}

/** Quarters that are free for all, in their true sense or with what is tolerated. Padding stays clear. */
export function freePlane(grid: CoffeeGrid, { tentative, unknown }: Tolerance): Plane {
  const { taken } = grid;
  const free = new Int32Array(taken.length);
  for (let word = 0; word < free.length - 1; word++) {
    let blocked = taken[word] ?? 0;
    if (!tentative) blocked |= grid.tentative[word] ?? 0;
    if (!unknown) blocked |= grid.unknown[word] ?? 0;
    free[word] = ~blocked;
  }
  return free;
}

/** What is set in both. */
export function bothOf(one: Plane, other: Plane): Plane {
  return one.map((bits, word) => bits & (other[word] ?? 0));
}

/** The quarters at which `count` set ones begin. Changes the plane it is given. */
export function erode(plane: Plane, count: number): Plane {
  for (let done = 1; done < count;) {
    const shift = Math.min(done, count - done, 31);
    for (let word = 0; word < plane.length; word++) {
      const bits = plane[word] ?? 0;
      plane[word] = bits & ((bits >>> shift) | ((plane[word + 1] ?? 0) << (32 - shift)));
    }
    done += shift;
  }
  return plane;
}

/** How many quarters in a row are set from `quarter` on, forth or back, up to `most`. */
export function runLength(plane: Plane, quarter: number, step: 1 | -1, most: number): number {
  let count = 0;
  for (let at = quarter; count < most && at >= 0 && bitAt(plane, at); at += step) count++;
  return count;
}

function bitAt(plane: Plane, bit: number): boolean {
  return (((plane[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** Calls back for each set bit of `[from, to)`, the earliest first. */
export function eachBit(plane: Plane, from: number, to: number, visit: (bit: number) => void): void {
  for (let word = from >>> 5; word <= (to - 1) >>> 5; word++) {
    let bits = plane[word] ?? 0;
    while (bits !== 0) {
      const bit = word * 32 + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      if (bit >= from && bit < to) visit(bit);
    }
  }
}
