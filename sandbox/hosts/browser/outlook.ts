import { ask, byId } from './element.ts';
import { createGraphCaller } from './graphCaller.ts';
import { htmlToText, textToHtml } from '#sandbox/graph/body/convertBody.ts';
import { innerHtml } from '#sandbox/graph/body/cleanHtml.ts';
import { openMailLog } from './openMailLog.ts';
import { openTraffic } from './openTraffic.ts';
import { createAddIn } from './outlook/createAddIn.ts';
import { createNotifications } from './outlook/createNotifications.ts';
import { createTaskPane } from './outlook/createTaskPane.ts';
import { drawRibbon, listenToRibbonKeys, type OwnCommand } from './outlook/drawRibbon.ts';
import { emptyFields } from './outlook/form/createForm.ts';
import { openMailForm } from './outlook/mailForm.ts';
import { officeTheme } from './office/officeTheme.ts';
import type { EventDraft } from './office/mailboxCalls.ts';
import { openEventView, type EventView } from './outlook/openEventView.ts';
import type { OpenItem } from './outlook/openItem.ts';
import { openMail } from './outlook/openMail.ts';
import { readRibbonFacts, type RibbonButton, type RibbonContext } from './outlook/ribbonFacts.ts';
import { outlookPageFacts } from './pageFacts.ts';
import { sandboxNow } from './sandboxNow.ts';
import { zoneClock } from './zoneClock.ts';

declare global {
  interface Window {
    /** For tests: calls of Office.js that this page does not know. */
    outlookHost?: { readonly unhandled: readonly string[] };
  }
}

type View = 'mail' | 'calendar' | 'sent' | 'traffic';

const facts = outlookPageFacts();
const { person } = facts;
const graph = createGraphCaller(facts.hostKey);
const ribbon = readRibbonFacts(facts.ribbon);
const clock = zoneClock(person.zone);
const unhandled: string[] = [];
window.outlookHost = { unhandled };

let item: OpenItem | undefined;
let events: EventView | undefined;

function nameOf(address: string): string | undefined {
  return facts.people.find((entry) => entry.address.toLowerCase() === address.toLowerCase())?.name;
}

/** How long an add-in has to hear the answer to a call that may close its own frame. */
const answerMilliseconds = 250;

/** Does what an add-in asked for once its call is answered. */
function soon(work: () => Promise<unknown> | void): void {
  setTimeout(() => {
    Promise.resolve(work()).catch((error: unknown) => console.error(error));
  }, answerMilliseconds);
}

const notifications = createNotifications({
  place: byId('notifications'),
  onCommand: (commandId) => {
    const found = buttonsNow().find(({ id }) => id === commandId);
    if (found !== undefined && pane.opened?.id !== commandId) press(found);
  },
  onDismissed: (details) => addIn.push('olkInfobarClicked', [details]),
});

const addIn = createAddIn({
  facts,
  graph,
  clock,
  ribbon,
  item: () => item,
  notificationCalls: notifications.calls,
  mailbox: {
    nameOf,
    onNewEvent: (draft) => soon(() => compose(draft)),
    onOpenEvent: (graphId) => soon(() => show('calendar', graphId)),
    onOpenMessage: (graphId) => soon(() => show('mail', graphId)),
    onNewMail: (draft) => soon(() => openMailForm(graph, draft)),
    replyTo,
    onClosePane: () => soon(closePane),
  },
  onThemeAsked: () => soon(tellTheme),
  onCloseForm: () => soon(() => events?.closeForm()),
  onUnhandled(what) {
    unhandled.push(what);
    const place = byId('unhandled');
    place.hidden = false;
    place.textContent = `The add-in called what this page does not know: ${unhandled.join(', ')}`;
  },
});

const pane = createTaskPane({
  place: byId('pane'),
  hasBridge: facts.bridge !== 'off',
  onFrame: (frame, conversationId) => addIn.connect(frame, conversationId),
  onClosed: () => closePane(),
});

function replyTo(): { readonly subject: string; readonly from: string; readonly all: readonly string[] } {
  if (item === undefined || item.kind === 'form') return { subject: '', from: '', all: [] };
  const [from, others] =
    item.kind === 'message'
      ? [item.from, [...item.to, ...item.cc]]
      : [item.organizer, [...item.required, ...item.optional]];
  const all = others
    .map(({ address }) => address)
    .filter((address) => address !== person.mail && address !== from.address);
  return { subject: item.subject, from: from.address, all };
}

function contextOf(open: OpenItem): RibbonContext {
  if (open.kind === 'message') return 'mailRead';
  return open.kind === 'form' ? 'meetingDetailsOrganizer' : 'meetingDetailsAttendee';
}

function buttonsNow(): readonly RibbonButton[] {
  return item === undefined ? [] : ribbon.buttonsAt(contextOf(item), facts.set);
}

function showRibbon(): void {
  const openSeries = events?.openSeries;
  const own: readonly OwnCommand[] = [
    { words: 'New event', run: () => void leaveForm(() => compose(undefined)) },
    ...(openSeries === undefined
      ? []
      : [{ words: 'Open the series', run: () => void leaveForm(openSeries) }]),
  ];
  drawRibbon({
    place: byId('ribbon'),
    own,
    fromManifest: buttonsNow(),
    pressed: pane.opened?.id,
    onPress: press,
  });
}

function press(entry: RibbonButton): void {
  if (entry.action.kind === 'function') {
    addIn.runFunction(entry).catch((error: unknown) => console.error(error));
    return;
  }
  if (pane.opened?.id === entry.id) {
    closePane();
    return;
  }
  // Outlook offers the pin beside messages only.
  pane.open(entry, entry.action.isPinnable && item?.kind === 'message');
  showRibbon();
}

function closePane(): void {
  pane.close();
  showRibbon();
}

/** Another item is open, or none. A pane that is not pinned goes with its item. */
function setItem(next: OpenItem | undefined): void {
  const isOther = next !== item;
  item = next;
  notifications.showFor(next === undefined ? undefined : next.kind === 'form' ? next : next.id);
  if (isOther && pane.opened !== undefined) {
    if (pane.isPinned) addIn.itemChanged();
    else pane.close();
  }
  showRibbon();
}

/** Asks before what was typed is lost. */
async function leaveForm(go: () => Promise<unknown> | void): Promise<void> {
  if (item?.kind === 'form' && item.isChanged) {
    const said = await ask(
      'Discard what you wrote?',
      [],
      [
        { value: 'keep', words: 'Keep writing', isMain: true },
        { value: 'discard', words: 'Discard' },
      ],
    );
    if (said !== 'discard') return;
  }
  await go();
}

async function compose(draft: EventDraft | undefined): Promise<void> {
  if (events === undefined) await show('calendar');
  const fields = emptyFields(await sandboxNow());
  const start = draft?.start ?? fields.start;
  events?.compose({
    ...fields,
    start,
    end: draft?.end ?? start + (fields.end - fields.start),
    ...(draft === undefined
      ? {}
      : {
          subject: draft.subject,
          places: draft.place === '' ? [] : [{ name: draft.place, room: undefined }],
          bodyHtml: draft.text === '' ? '' : innerHtml(textToHtml(htmlToText(draft.text))),
          required: draft.required,
          optional: draft.optional,
        }),
  });
}

function onLink(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}

async function show(view: View, itemId?: string): Promise<void> {
  for (const entry of document.querySelectorAll<HTMLElement>('[data-view]')) {
    if (entry.dataset.view === view) entry.setAttribute('aria-current', 'page');
    else entry.removeAttribute('aria-current');
  }
  events = undefined;
  setItem(undefined);
  const place = byId('main');
  switch (view) {
    case 'mail':
      await openMail(place, {
        graph,
        person,
        messageId: itemId,
        onOpen: setItem,
        onLink,
        onOpenEvent: (graphId) => void show('calendar', graphId),
      });
      break;
    case 'calendar':
      events = await openEventView(place, {
        graph,
        person,
        clock,
        known: facts.people,
        eventId: itemId,
        onItem: setItem,
        onLink,
      });
      showRibbon();
      break;
    case 'sent':
      await openMailLog(place, person, onLink);
      break;
    case 'traffic':
      await openTraffic(place);
  }
}

/** The same page with one thing changed. */
function reloadWith(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  location.href = url.href;
}

function setTheme(name: string): void {
  document.querySelector<HTMLElement>('.outlook')?.setAttribute('data-theme', name);
  tellTheme();
  const url = new URL(location.href);
  url.searchParams.set('theme', name);
  history.replaceState(null, '', url.href);
}

/** This Office.js has no `officeTheme`: the event is the only way to tell it. */
function tellTheme(): void {
  const name = document.querySelector<HTMLElement>('.outlook')?.dataset.theme ?? 'light';
  addIn.push('officeThemeChanged', [JSON.stringify(officeTheme(name))]);
}

function viewOf(name: string | undefined): View {
  return name === 'calendar' || name === 'sent' || name === 'traffic' ? name : 'mail';
}

for (const id of ['person', 'bridge', 'set', 'theme'])
  byId(id).addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    if (id === 'theme') setTheme(event.target.value);
    else reloadWith(id, event.target.value);
  });
for (const entry of document.querySelectorAll<HTMLElement>('[data-view]'))
  entry.addEventListener('click', () => void leaveForm(() => show(viewOf(entry.dataset.view))));
listenToRibbonKeys(byId('ribbon'));
void show(viewOf(facts.view), facts.item);
