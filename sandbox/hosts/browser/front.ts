import { byId, showDialog } from './element.ts';
import { frontPageNow } from './pageFacts.ts';

let ahead = frontPageNow() - Date.now();

function dialogOf(id: string): HTMLDialogElement {
  const found = byId(id);
  if (!(found instanceof HTMLDialogElement)) throw new Error(`#${id} is no dialog`);
  return found;
}

function showClocks(): void {
  const now = Date.now() + ahead;
  byId('now').textContent = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(now);
  for (const clock of document.querySelectorAll<HTMLElement>('[data-zone]'))
    clock.textContent = new Intl.DateTimeFormat('en-GB', {
      timeZone: clock.dataset.zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(now);
}

async function post(path: string, body?: unknown): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await response.text());
}

function say(words: string): void {
  byId('front-status').textContent = words;
}

async function moveClock(): Promise<void> {
  const input = byId('clock-input');
  if (!(input instanceof HTMLInputElement)) return;
  input.value = new Date(Date.now() + ahead).toISOString().slice(0, 16);
  if ((await showDialog(dialogOf('clock-dialog'))) !== 'move') return;
  const epochMilli = Date.parse(`${input.value}:00Z`);
  await post('/sandbox/clock', { now: new Date(epochMilli).toISOString() });
  ahead = epochMilli - Date.now();
  showClocks();
  say('The clock was moved.');
}

async function beginAnew(): Promise<void> {
  if ((await showDialog(dialogOf('anew-dialog'))) !== 'anew') return;
  say('Making the calendars again …');
  await post('/sandbox/reset');
  location.reload();
}

function sideBySide(): void {
  const half = Math.floor(screen.availWidth / 2);
  window.open(
    '/teams?person=dana',
    'dana',
    `popup,noopener,left=${half},top=0,width=${half},height=${screen.availHeight}`,
  );
  location.href = '/teams?person=morgan';
}

function onClick(id: string, act: () => Promise<void> | void): void {
  byId(id).addEventListener('click', () => {
    Promise.resolve(act()).catch((error: unknown) =>
      say(error instanceof Error ? error.message : String(error)),
    );
  });
}

onClick('move-clock', moveClock);
onClick('begin-anew', beginAnew);
onClick('side-by-side', sideBySide);
showClocks();
setInterval(showClocks, 10_000);
