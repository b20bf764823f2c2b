import { button, element } from '../element.ts';
import type { GraphCaller } from '../graphCaller.ts';
import { linkedText } from '../linkedText.ts';
import { listIn, membersOf, textIn } from '../members.ts';
import type { PersonFacts } from '../pageFacts.ts';
import { readMessage, type ItemPerson, type MessageItem } from './openItem.ts';

interface MailOptions {
  readonly graph: GraphCaller;
  readonly person: PersonFacts;
  /** A message to begin with. */
  readonly messageId: string | undefined;
  readonly onOpen: (message: MessageItem) => void;
  readonly onLink: (url: string) => void;
  /** The meeting of an invitation is to be opened. */
  readonly onOpenEvent: (graphId: string) => void;
}

const listed = 100;

/** The inbox: its list, and the chosen message beside it. */
export async function openMail(place: HTMLElement, options: MailOptions): Promise<void> {
  const { graph, person } = options;
  const list = element('ul', { class: 'mail-list' });
  const reading = element('section', { class: 'reading', 'aria-label': 'Message', tabindex: '-1' });
  reading.append(element('p', { class: 'quiet' }, 'Choose a message to read it.'));
  place.replaceChildren(
    element(
      'div',
      { class: 'mail' },
      element(
        'section',
        { 'aria-label': 'Messages' },
        element('h1', {}, `${person.givenName}’s inbox`),
        list,
      ),
      reading,
    ),
  );

  async function open(id: string): Promise<void> {
    const prefer = 'outlook.body-content-type="text"';
    const message = readMessage(await graph('GET', `/me/messages/${encodeURIComponent(id)}`, { prefer }));
    for (const row of list.querySelectorAll<HTMLElement>('[data-message]')) {
      if (row.dataset.message === id) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    drawMessage(reading, message, options.onLink);
    if (message.meetingKind !== '' && message.meetingKind !== 'none')
      reading.append(button('Open the event', () => void openMeeting(id)));
    options.onOpen(message);
    if (!message.isRead) {
      await graph('PATCH', `/me/messages/${encodeURIComponent(id)}`, { body: { isRead: true } });
      list.querySelector('[aria-current="true"]')?.classList.remove('unread');
    }
  }

  async function openMeeting(id: string): Promise<void> {
    try {
      const event = membersOf(await graph('GET', `/me/messages/${encodeURIComponent(id)}/event?$select=id`));
      options.onOpenEvent(textIn(event, 'id'));
    } catch {
      reading.append(
        element('p', { role: 'alert', class: 'problem' }, 'That event is not in this calendar.'),
      );
    }
  }

  const answer = membersOf(
    await graph(
      'GET',
      `/me/mailFolders/inbox/messages?$top=${listed}&$select=id,subject,from,receivedDateTime,bodyPreview,isRead`,
    ),
  );
  const messages = listIn(answer, 'value').map(readMessage);
  list.replaceChildren(
    ...(messages.length === 0 ? [element('li', { class: 'quiet' }, 'Nothing yet.')] : messages.map(rowOf)),
  );

  function rowOf(message: MessageItem): HTMLLIElement {
    const made = element(
      'button',
      { type: 'button', class: message.isRead ? 'mail-row' : 'mail-row unread', 'data-message': message.id },
      element('strong', {}, message.from.name),
      element('span', {}, message.subject === '' ? '(no subject)' : message.subject),
      element('span', { class: 'quiet' }, message.preview),
      message.isRead ? undefined : element('span', { class: 'sr' }, 'unread'),
    );
    made.addEventListener('click', () => {
      open(message.id).catch((error: unknown) => console.error(error));
    });
    return element('li', {}, made);
  }

  if (options.messageId !== undefined) await open(options.messageId);
}

function namesOf(people: readonly ItemPerson[]): string {
  return people.map(({ name }) => name).join(', ');
}

function drawMessage(place: HTMLElement, message: MessageItem, onLink: (url: string) => void): void {
  const received = new Date(message.received).toLocaleString('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
  });
  place.replaceChildren(
    element('h2', {}, message.subject === '' ? '(no subject)' : message.subject),
    element(
      'p',
      {},
      element('strong', {}, message.from.name),
      element('span', { class: 'quiet' }, ` <${message.from.address}>`),
    ),
    element('p', { class: 'quiet' }, `${received}, to ${namesOf(message.to)}`),
    message.cc.length === 0 ? '' : element('p', { class: 'quiet' }, `Copy to ${namesOf(message.cc)}`),
    element('div', { class: 'mail-body' }, ...linkedText(message.bodyText, onLink)),
  );
}
