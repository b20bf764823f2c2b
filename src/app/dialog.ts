import { answerFromDialog } from '#adapters/host/answerFromDialog.ts';
import { runSignInWindow, type SignInWindowOutcome } from '#adapters/identity/runSignInWindow.ts';
import { keepAnswer } from './signInAnswer.ts';
import { app } from '#words/en/app.ts';
import { readConfig, type AppConfig } from './config.ts';

// The window that a host opens for signing in, and the page an administrator lands on after allowing the app.
const words = app.dialog;
const outlookKey = 'mentor-meetings/outlook';
const consent = new URLSearchParams(location.search);

if (consent.has('admin_consent') || consent.has('error')) {
  const isAllowed = consent.get('admin_consent')?.toLowerCase() === 'true' && !consent.has('error');
  history.replaceState(null, '', location.pathname);
  say(isAllowed ? words.allowed : words.notAllowed);
} else {
  say(words.going);
  run().catch(() => say(words.failed));
}

async function run(): Promise<void> {
  rememberOutlook();
  const config = await readConfig((url, init) => fetch(url, init));
  const outcome = await runSignInWindow(
    {
      location,
      go: (url) => location.assign(url),
      cleanAddress: () => history.replaceState(null, '', location.pathname),
      store: sessionStorage,
      opener: window.opener,
      listen(listener) {
        window.addEventListener('message', listener);
        return () => window.removeEventListener('message', listener);
      },
      wait: (milliseconds) =>
        new Promise((resolve) => {
          setTimeout(resolve, milliseconds);
        }),
    },
    config,
  );
  await handBack(outcome, config);
}

async function handBack(outcome: SignInWindowOutcome, config: AppConfig): Promise<void> {
  if (outcome.kind === 'gone-on') return;
  say(outcome.kind === 'answer' ? words.done : words.refused);
  const outlook = sessionStorage.getItem(outlookKey);
  if (outlook !== null) {
    sessionStorage.removeItem(outlookKey);
    // Office.js has a page of its own, with the policy that it needs.
    keepAnswer(sessionStorage, outcome.kind === 'answer' ? outcome.fragment : undefined);
    location.replace(`outlook-answer.html?${new URLSearchParams({ _host_Info: outlook }).toString()}`);
    return;
  }
  const host = await answerFromDialog(config.hostOrigins);
  if (outcome.kind === 'answer') host.succeed(outcome.fragment);
  else host.fail(outcome.why);
}

/** Outlook says in the first address that the window is its own; on the way back nothing does. */
function rememberOutlook(): void {
  const info = consent.get('_host_Info');
  if (info !== null && /^outlook[$|]/i.test(info)) sessionStorage.setItem(outlookKey, info.slice(0, 400));
}

function say(sentence: string): void {
  const status = document.querySelector('#status');
  if (status !== null) status.textContent = sentence;
}
