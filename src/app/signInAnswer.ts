/** Where the sign-in window leaves its answer for the page that hands it on: in this window's own store, where no address shows it. */
const key = 'mentor-meetings/sign-in-answer';

/** Undefined: there is none, the sign-in was refused. */
export function keepAnswer(store: Pick<Storage, 'setItem'>, fragment: string | undefined): void {
  store.setItem(
    key,
    JSON.stringify(fragment === undefined ? { kind: 'fail' } : { kind: 'succeed', result: fragment }),
  );
}

/** The answer as it is handed to the frame that asked, once; undefined when there is none. */
export function takeAnswer(store: Pick<Storage, 'getItem' | 'removeItem'>): string | undefined {
  const answer = store.getItem(key);
  store.removeItem(key);
  return answer ?? undefined;
}
