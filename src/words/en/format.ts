/** The few words inside dates and times that `Intl` does not have. */
export const format = {
  /** Monday first. */
  weekdaysPlural: [
    'Mondays',
    'Tuesdays',
    'Wednesdays',
    'Thursdays',
    'Fridays',
    'Saturdays',
    'Sundays',
  ] as readonly string[],
  /** A range that Intl cannot write, in the way it writes the others. */
  range: ({ from, to }: { readonly from: string; readonly to: string }) => `${from}–${to}`,
  /** A range as it is said aloud, where a dash would be swallowed. */
  spokenRange: ({ from, to }: { readonly from: string; readonly to: string }) => `${from} to ${to}`,
};
