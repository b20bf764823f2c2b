import { app, authentication } from '@microsoft/teams-js';

/** From inside a window that the host opened: hands a result to the frame that asked for the window, and closes it. */
export interface DialogAnswer {
  succeed(result: string): void;
  fail(reason: string): void;
}

/** Connects to the host that opened this window. Rejects when none did. */
export async function answerFromDialog(hostOrigins: readonly string[]): Promise<DialogAnswer> {
  await app.initialize([...hostOrigins]);
  return {
    succeed: (result) => authentication.notifySuccess(result),
    fail: (reason) => authentication.notifyFailure(reason),
  };
}
