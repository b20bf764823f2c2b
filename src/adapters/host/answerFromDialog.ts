import { teamsLibrary, type TeamsLibrary } from './teamsLibrary.ts';

/** From inside a window that the host opened: hands a result to the frame that asked for the window, and closes it. */
export interface DialogAnswer {
  succeed(result: string): void;
  fail(reason: string): void;
}

/** Connects to the host that opened this window. Rejects when none did. */
export async function answerFromDialog(
  hostOrigins: readonly string[],
  teams: Pick<TeamsLibrary, 'app' | 'authentication'> = teamsLibrary,
): Promise<DialogAnswer> {
  await teams.app.initialize([...hostOrigins]);
  return {
    succeed: (result) => teams.authentication.notifySuccess(result),
    fail: (reason) => teams.authentication.notifyFailure(reason),
  };
}
