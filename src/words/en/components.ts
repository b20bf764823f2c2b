/** Words of the parts that several screens share. */
export const components = {
  step: {
    /** Spoken for the step one stands on. */
    current: ({ number, count, label }: StepValues) => `Step ${number} of ${count}, ${label}, you are here`,
    /** Spoken for a step that is done; the button goes back to it. */
    done: ({ number, count, label, detail }: StepValues & { readonly detail: string | undefined }) =>
      detail === undefined
        ? `Step ${number} of ${count}, ${label}, done. Change`
        : `Step ${number} of ${count}, ${label}, done: ${detail}. Change`,
    later: ({ number, count, label }: StepValues) => `Step ${number} of ${count}, ${label}, not yet`,
  },
  clock: {
    /** "Cape Town, 15:05 there now". */
    there: ({ place, time }: { readonly place: string; readonly time: string }) =>
      `${place}, ${time} there now`,
    thereUnnamed: ({ time }: { readonly time: string }) => `${time} there now`,
    /** Both clocks show the same. */
    likeYou: ({ place }: { readonly place: string }) => `${place}, like you`,
    likeYouUnnamed: 'The same clock as yours',
  },
  failureDetail: 'For whoever helps you:',
} as const;

interface StepValues {
  readonly number: number;
  readonly count: number;
  readonly label: string;
}
