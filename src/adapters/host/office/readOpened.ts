import { cleanLine } from '#domain/text/cleanLine.ts';
import type { MailPerson, OpenedItem } from '#ports/outlook.ts';
import { listMember, member, textMember } from './members.ts';

/** What is opened beside the pane, from Office.js' item. `own` is the address of whoever is signed in. */
export function readOpened(item: unknown, own: string | undefined): OpenedItem {
  if (typeof item !== 'object' || item === null) return { kind: 'nothing' };
  const type = textMember(item, 'itemType');
  // In a form every member is an object with `getAsync`; what is read is there at once.
  const isForm = typeof member(item, 'subject') === 'object' && member(item, 'subject') !== null;
  if (type === 'appointment') return { kind: 'event', mode: isForm ? 'compose' : 'read' };
  if (type !== 'message' || isForm) return { kind: 'other' };
  const sender = personOf(member(item, 'from')) ?? personOf(member(item, 'sender'));
  const others = peopleOf([...listMember(item, 'to'), ...listMember(item, 'cc')]);
  const excluded = new Set([own?.toLowerCase(), sender?.address.toLowerCase()]);
  return {
    kind: 'message',
    sender: sender?.address.toLowerCase() === own?.toLowerCase() ? undefined : sender,
    others: others.filter(({ address }) => !excluded.has(address.toLowerCase())).slice(0, mostOthers),
  };
}

/** Everybody of a list once, in its order; what is no person is left out. */
export function peopleOf(values: readonly unknown[]): readonly MailPerson[] {
  const people = new Map<string, MailPerson>();
  for (const value of values) {
    const person = personOf(value);
    const key = person?.address.toLowerCase();
    if (person !== undefined && key !== undefined && !people.has(key)) people.set(key, person);
  }
  return [...people.values()];
}

/** An EmailAddressDetails of Office.js, cleaned; undefined without an address. */
export function personOf(value: unknown): MailPerson | undefined {
  const address = cleanLine(textMember(value, 'emailAddress') ?? '', 320);
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) return undefined;
  const name = cleanLine(textMember(value, 'displayName') ?? '', 120);
  return { name: name === '' ? address : name, address };
}

/** More alternatives than these help nobody. */
const mostOthers = 20;
