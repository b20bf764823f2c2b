import { ask, element } from '../element.ts';
import type { GraphCaller } from '../graphCaller.ts';

/** A message in the making. */
export interface MailDraft {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
}

function addresses(text: string): readonly string[] {
  return text
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Opens a form for a message; resolves when it is sent or given up. What Graph refuses is said, and the text stays. */
export async function openMailForm(graph: GraphCaller, draft: MailDraft): Promise<'sent' | 'discarded'> {
  const to = element('input', { value: draft.to.join('; ') });
  const cc = element('input', { value: draft.cc.join('; ') });
  const subject = element('input', { value: draft.subject });
  const text = element('textarea', { rows: '10' }, draft.text);
  const problem = element('p', { role: 'alert', class: 'problem' });
  const fields = element(
    'div',
    { class: 'mail-form' },
    element('label', {}, 'To ', to),
    element('label', {}, 'Copy ', cc),
    element('label', {}, 'Subject ', subject),
    element('label', {}, 'Text ', text),
    problem,
  );
  for (;;) {
    const said = await ask(
      'New message',
      [fields],
      [
        { value: 'discard', words: 'Discard' },
        { value: 'send', words: 'Send', isMain: true },
      ],
    );
    if (said !== 'send') return 'discarded';
    const recipients = (list: string): readonly unknown[] =>
      addresses(list).map((address) => ({ emailAddress: { address } }));
    try {
      await graph('POST', '/me/sendMail', {
        body: {
          message: {
            subject: subject.value,
            body: { contentType: 'text', content: text.value },
            toRecipients: recipients(to.value),
            ccRecipients: recipients(cc.value),
          },
        },
      });
      return 'sent';
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    }
  }
}
