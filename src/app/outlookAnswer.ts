import { createBrowserClock } from '#adapters/clock/createBrowserClock.ts';
import { answerOutlook } from '#adapters/host/office/answerOutlook.ts';
import { app } from '#words/en/app.ts';
import { readConfig } from './config.ts';
import { takeAnswer } from './signInAnswer.ts';

// The last page of the window that Outlook opened for signing in: it hands the answer on, and Outlook closes the window.
const { done, refused, failed } = app.dialog;

run().catch(() => say(failed));

async function run(): Promise<void> {
  const answer = takeAnswer(sessionStorage);
  if (answer === undefined) {
    say(refused);
    return;
  }
  say(done);
  const config = await readConfig((url, init) => fetch(url, init));
  await answerOutlook([...config.officeJsBefore, config.officeJsUrl], window, createBrowserClock(), answer);
}

function say(sentence: string): void {
  const status = document.querySelector('#status');
  if (status !== null) status.textContent = sentence;
}
