import { element } from './element.ts';
import { membersOf, textIn } from './members.ts';
import { linkedText } from './linkedText.ts';
import type { PersonFacts } from './pageFacts.ts';

interface Mail {
  readonly from: string;
  readonly subject: string;
  readonly kind: string;
  readonly sent: string;
  readonly body: string;
}

/** What the person was sent, newest first: invitations, updates, cancellations, answers, messages. */
export async function openMailLog(
  place: HTMLElement,
  person: PersonFacts,
  onLink: (url: string) => void,
): Promise<void> {
  const response = await fetch(`/sandbox/mail?to=${encodeURIComponent(person.mail)}`);
  const answer: unknown = await response.json();
  const mails = (Array.isArray(answer) ? answer : []).map((entry: unknown) => readMail(entry)).toReversed();
  place.replaceChildren(
    element('h1', {}, `Sent to ${person.givenName}`),
    element(
      'p',
      { class: 'quiet' },
      mails.length === 0
        ? 'Nothing yet. Invitations, updates, cancellations and answers show here as they are sent.'
        : `${mails.length} ${mails.length === 1 ? 'message' : 'messages'}, newest first. Nothing of it left this computer.`,
    ),
    element(
      'ul',
      { class: 'mails' },
      ...mails.map((mail) =>
        element(
          'li',
          {},
          element(
            'details',
            {},
            element(
              'summary',
              {},
              element('strong', {}, mail.subject === '' ? '(no subject)' : mail.subject),
              ' ',
              element('span', { class: 'quiet' }, [mail.kind, `from ${mail.from}`, mail.sent].join(', ')),
            ),
            element('div', { class: 'mail-body' }, ...linkedText(mail.body, onLink)),
          ),
        ),
      ),
    ),
  );
}

function readMail(entry: unknown): Mail {
  const members = membersOf(entry);
  const text = (name: string): string => textIn(members, name);
  const sent = text('sent');
  return {
    subject: text('subject'),
    kind: [text('kind'), text('response'), text('about') === 'occurrence' ? text('date') : text('about')]
      .filter(Boolean)
      .join(', '),
    from: text('from'),
    sent:
      sent === '' ? '' : new Date(sent).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
    body: text('text'),
  };
}
