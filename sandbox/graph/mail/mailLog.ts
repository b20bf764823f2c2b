import type { Store } from '#sandbox/store/openStore.ts';
import { table, type Writer } from '#sandbox/store/table.ts';

/** One message to one person, as the transport saw it: also to people without a mailbox here. */
export interface SentMail {
  readonly id: string;
  /** ISO 8601, the sandbox's clock. */
  readonly sent: string;
  readonly kind: 'invitation' | 'update' | 'cancellation' | 'response' | 'mail';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Text of the message: body of a mail, comment of a response or cancellation. */
  readonly text: string;
  /** `iCalUId` of the meeting, for meeting messages. */
  readonly iCalUId?: string;
  /** The whole series, a date of it, or a single meeting. */
  readonly about?: 'series' | 'occurrence' | 'single';
  /** Original local date of the occurrence, `yyyy-MM-dd`. */
  readonly date?: string;
  /** Start of the meeting or date as sent, ISO 8601. */
  readonly start?: string;
  readonly response?: 'accepted' | 'tentativelyAccepted' | 'declined';
  readonly proposedStart?: string;
  readonly proposedEnd?: string;
}

const sentMails = table<SentMail>('mailLog');

/** Adds to the log. Ids are in the order of sending. */
export function logMail(writer: Writer, mail: Omit<SentMail, 'id'>): void {
  const id = String(writer.all(sentMails, '').size + 1).padStart(8, '0');
  writer.put(sentMails, '', id, { ...mail, id });
}

/** What was sent, oldest first; to one address (or its part before the @) when given. */
export function mailTo(store: Pick<Store, 'all'>, to: string | undefined): readonly SentMail[] {
  const wanted = to?.toLowerCase();
  return [...store.all(sentMails, '').values()]
    .filter(
      (mail) =>
        wanted === undefined ||
        mail.to.toLowerCase() === wanted ||
        mail.to.toLowerCase().split('@')[0] === wanted,
    )
    .toSorted((a, b) => a.id.localeCompare(b.id));
}
