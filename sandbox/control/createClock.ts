import type { Clock } from '#sandbox/types.ts';

/** A clock that runs with the machine's and can be moved. The sandbox's only source of now. */
export function createClock(machineNow: () => number = Date.now): Clock & { reset(): void } {
  let ahead = 0;
  return {
    now: () => machineNow() + ahead,
    moveTo(epochMilli) {
      ahead = epochMilli - machineNow();
    },
    /** Back to the machine's time. */
    reset() {
      ahead = 0;
    },
  };
}
