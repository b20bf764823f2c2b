/** Why the sandbox could not start: one line for whoever started it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
