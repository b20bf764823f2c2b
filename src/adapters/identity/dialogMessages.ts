import * as v from 'valibot';

/**
 * What the window that a host opened for signing in, and the frame of ours that asked for it, say to each other. Both are pages of one origin, and
 * the browser delivers these messages to that origin only: so the window knows that the request it was opened with is ours. Without that, another
 * app in the host could open the window with a request of its own and get the answer.
 */
const message = v.object({
  kind: v.picklist(['mentor-meetings/is-this-yours', 'mentor-meetings/it-is']),
  state: v.pipe(v.string(), v.minLength(16), v.maxLength(4000)),
});

export type DialogMessage = v.InferOutput<typeof message>;

/** A message of ours from our own origin; undefined for all that other pages send. */
export function readDialogMessage(
  event: Pick<MessageEvent<unknown>, 'data' | 'origin'>,
  ownOrigin: string,
): DialogMessage | undefined {
  if (event.origin !== ownOrigin) return undefined;
  const read = v.safeParse(message, event.data);
  return read.success ? read.output : undefined;
}

/** The address of the sign-in window, with the request it is to make after the hash, where no server sees it. */
export function dialogAddress(dialogPage: string, authorizeUrl: string): string {
  return `${dialogPage}#authorize=${encodeURIComponent(authorizeUrl)}`;
}

/** The `state` of an authorization request or of its answer. */
export function stateOf(parameters: URLSearchParams): string | undefined {
  const state = parameters.get('state');
  return state === null || state.length < 16 ? undefined : state;
}
