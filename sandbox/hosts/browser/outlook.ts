import { callHost } from './callHost.ts';
import type { Calendar } from './calendar/openCalendar.ts';
import { openCalendar } from './calendar/openCalendar.ts';
import { byId, element } from './element.ts';
import { createGraphCaller } from './graphCaller.ts';
import { appContext } from './office/appContext.ts';
import { createOfficeHost, type OfficeHost } from './office/createOfficeHost.ts';
import { domainOf, eventData, mailboxData, messageData, type InitialData } from './office/initialData.ts';
import { readCalls } from './office/readCalls.ts';
import { openMailLog } from './openMailLog.ts';
import { openTraffic } from './openTraffic.ts';
import { createTaskPane } from './outlook/createTaskPane.ts';
import { drawRibbon, listenToRibbonKeys } from './outlook/drawRibbon.ts';
import type { EventItem, MessageItem } from './outlook/openItem.ts';
import { openMail } from './outlook/openMail.ts';
import { readOpenEvent } from './outlook/readEvent.ts';
import { readRibbonFacts, type RibbonButton, type RibbonContext } from './outlook/ribbonFacts.ts';
import { outlookPageFacts } from './pageFacts.ts';
import { sandboxNow } from './sandboxNow.ts';
import { createNestedAppAuth } from './teams/nestedAppAuth.ts';

declare global {
  interface Window {
    /** For tests: calls of Office.js that this page does not know. */
    outlookHost?: { readonly unhandled: readonly string[] };
  }
}

type View = 'mail' | 'calendar' | 'sent' | 'traffic';
type OpenItem = MessageItem | EventItem;

const facts = outlookPageFacts();
const { appOrigin, person } = facts;
const graph = createGraphCaller(facts.hostKey);
const ribbon = readRibbonFacts(facts.ribbon);
const unhandled: string[] = [];
window.outlookHost = { unhandled };
const hasBridge = facts.bridge !== 'off';
const ownDomain = domainOf(person.mail);

let item: OpenItem | undefined;
let calendar: Calendar | undefined;
let host: OfficeHost | undefined;
let mailbox: InitialData | undefined;

const nestedAppAuth = createNestedAppAuth({
  account: facts.account,
  appOrigin,
  askBroker: (request) => callHost(facts.hostKey, 'broker', request),
});

function sayUnhandled(what: string): void {
  unhandled.push(what);
  const place = byId('unhandled');
  place.hidden = false;
  place.textContent = `The add-in called what this page does not know: ${unhandled.join(', ')}`;
}

async function initialData(): Promise<InitialData | null> {
  if (item === undefined) return null;
  mailbox ??= mailboxData(person, await sandboxNow());
  const own = item.kind === 'message' ? messageData(item, ownDomain) : eventData(item, ownDomain, null);
  return { ...mailbox, ...own };
}

const pane = createTaskPane({
  place: byId('pane'),
  hasBridge,
  onFrame(frame, conversationId) {
    const connected = createOfficeHost({
      frame,
      conversationId,
      appOrigin,
      appContext: () =>
        appContext({
          instanceId: conversationId,
          set: facts.set,
          hasBridge,
          isDialog: false,
          addInName: ribbon.addInName,
          addInId: ribbon.addInId,
          appOrigin,
          person,
          roamingSettings: {},
        }),
      initialData,
      calls: readCalls(graph, () => item),
      sharedCalls: {},
      onRegister: () => {},
      onNestedAppAuth: async (json) => (facts.bridge === 'silent' ? undefined : nestedAppAuth(json)),
      onUnhandled: sayUnhandled,
    });
    host = connected;
    return () => {
      connected.close();
      host = undefined;
    };
  },
  onClosed: () => closePane(),
});

function contextOf(open: OpenItem): RibbonContext {
  if (open.kind === 'message') return 'mailRead';
  return open.isOrganizer ? 'meetingDetailsOrganizer' : 'meetingDetailsAttendee';
}

function showRibbon(): void {
  drawRibbon({
    place: byId('ribbon'),
    own: [],
    fromManifest: item === undefined ? [] : ribbon.buttonsAt(contextOf(item), facts.set),
    pressed: pane.opened?.id,
    onPress: press,
  });
}

function press(entry: RibbonButton): void {
  if (pane.opened?.id === entry.id) {
    closePane();
    return;
  }
  pane.open(entry, entry.action.kind === 'pane' && entry.action.isPinnable && item?.kind === 'message');
  showRibbon();
}

function closePane(): void {
  pane.close();
  showRibbon();
}

/** Another item is open, or none. A pane that is not pinned goes with its item. */
function setItem(next: OpenItem | undefined): void {
  item = next;
  if (pane.opened !== undefined) {
    if (pane.isPinned) void host?.itemChanged();
    else pane.close();
  }
  showRibbon();
}

function onLink(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}

async function show(view: View, itemId?: string): Promise<void> {
  for (const entry of document.querySelectorAll<HTMLElement>('[data-view]')) {
    if (entry.dataset.view === view) entry.setAttribute('aria-current', 'page');
    else entry.removeAttribute('aria-current');
  }
  setItem(undefined);
  const place = byId('main');
  switch (view) {
    case 'mail':
      await openMail(place, { graph, person, messageId: itemId, onOpen: setItem, onLink });
      break;
    case 'calendar': {
      const content = element('div', { class: 'other-view' });
      place.replaceChildren(content);
      calendar = await openCalendar(content, {
        graph,
        person,
        eventId: itemId,
        onOpen: (event) => {
          calendar?.mark(event.id);
          readOpenEvent(graph, event.id).then(setItem, (error: unknown) => console.error(error));
        },
      });
      break;
    }
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

for (const id of ['person', 'bridge', 'set', 'theme'])
  byId(id).addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) reloadWith(id, event.target.value);
  });
for (const entry of document.querySelectorAll<HTMLElement>('[data-view]'))
  entry.addEventListener('click', () => void show(viewOf(entry.dataset.view)));
listenToRibbonKeys(byId('ribbon'));
void show(viewOf(facts.view), facts.item);

function viewOf(name: string | undefined): View {
  return name === 'calendar' || name === 'sent' || name === 'traffic' ? name : 'mail';
}
