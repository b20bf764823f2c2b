import { mailTo } from '#sandbox/graph/mail/mailLog.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import type { RunningGraph } from '#test/support/startGraph.ts';

const planId = 'String {8b0e1c5a-4d3f-4a57-9c2b-6f1d0e7a9b34} Name MentorMeetingsPlan';

/** What two mailboxes and the mail log hold, without what differs from one run to the next (ids, moments). Text lines, in order. */
export interface MailboxPicture {
  readonly series: readonly string[];
  readonly dates: readonly string[];
  readonly mail: readonly string[];
}

/** Reads the mailboxes as their owners would, by Graph and not by the app; `window` is in ISO 8601. */
export async function mailboxPicture(
  graph: RunningGraph,
  people: readonly DirectoryUser[],
  window: { readonly from: string; readonly to: string },
): Promise<MailboxPicture> {
  const boxes = await Promise.all(people.map((person) => readMailbox(graph, person, window)));
  const mail = people.flatMap((person) =>
    mailTo(graph.store, person.mail ?? person.userPrincipalName).map(
      ({ to, kind, subject, about, date, start, text }) =>
        [to, kind, subject, about, date, start, wordsOf(text)].join(' | '),
    ),
  );
  return {
    series: boxes.flatMap(({ series }) => series),
    dates: boxes.flatMap(({ dates }) => dates),
    mail: mail.toSorted(),
  };
}

/** Lines that one picture has and another has not; empty when they are equal. */
export function differences(wanted: MailboxPicture, found: MailboxPicture): readonly string[] {
  return (['series', 'dates', 'mail'] as const).flatMap((part) => {
    const [missing, extra] = [[...wanted[part]], [] as string[]];
    for (const line of found[part]) {
      const index = missing.indexOf(line);
      if (index >= 0) missing.splice(index, 1);
      else extra.push(line);
    }
    return [...missing.map((line) => `missing ${line}`), ...extra.map((line) => `extra ${line}`)];
  });
}

interface WireEvent {
  readonly type: string;
  readonly subject: string;
  readonly isCancelled: boolean;
  readonly showAs: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly recurrence: { readonly pattern: unknown; readonly range: unknown } | null;
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
  readonly responseStatus: { readonly response: string };
  readonly singleValueExtendedProperties?: readonly { readonly value: string }[];
}

async function readMailbox(
  graph: RunningGraph,
  person: DirectoryUser,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Pick<MailboxPicture, 'series' | 'dates'>> {
  const name = person.givenName ?? person.displayName;
  const select = 'type,subject,isCancelled,showAs,start,end,recurrence,attendees,responseStatus';
  const masters = await read(
    graph,
    person,
    `/v1.0/me/events?$top=200&$filter=${encodeURIComponent("type eq 'seriesMaster'")}&$select=${select}&$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${planId}')`)}`,
  );
  const dates = await read(
    graph,
    person,
    `/v1.0/me/calendarView?startDateTime=${from}&endDateTime=${to}&$top=1000&$select=${select}`,
  );
  return {
    series: masters
      .map((event) => [name, lineOf(event), JSON.stringify(event.recurrence), planOf(event)].join(' | '))
      .toSorted(),
    dates: dates.map((event) => [name, lineOf(event)].join(' | ')).toSorted(),
  };
}

async function read(graph: RunningGraph, person: DirectoryUser, path: string): Promise<readonly WireEvent[]> {
  const answer = await graph.ask(person, path, { headers: { Prefer: 'outlook.timezone="UTC"' } });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  const { value, '@odata.nextLink': next }: { value: WireEvent[]; '@odata.nextLink'?: string } = answer.body;
  if (next !== undefined) throw new Error('more than one page');
  return value;
}

function lineOf(event: WireEvent): string {
  const people = event.attendees.map(
    ({ emailAddress, status }) => `${emailAddress.address} ${status.response}`,
  );
  return [
    event.type,
    event.subject,
    `${event.start.dateTime.slice(0, 16)}/${event.end.dateTime.slice(0, 16)}`,
    event.showAs,
    event.isCancelled ? 'cancelled' : 'live',
    event.responseStatus.response,
    people.join(', '),
  ].join(' | ');
}

/** Whether there is a plan and whether it is closed; its transaction is another with each click. */
function planOf({ singleValueExtendedProperties: [property] = [] }: WireEvent): string {
  if (property === undefined) return 'no plan';
  const plan: Readonly<Record<string, unknown>> = JSON.parse(property.value);
  const members = Object.entries({ ...plan, transactionId: '' });
  return JSON.stringify(members.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The online meeting below the line, and the link, are new each time. */
function wordsOf(text: string): string {
  const [words = ''] = text.split('____');
  return words
    .replaceAll(/https?:\/\/\S+/g, '(link)')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
