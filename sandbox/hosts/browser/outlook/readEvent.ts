import type { GraphCaller } from '../graphCaller.ts';
import { membersIn, membersOf, textIn } from '../members.ts';
import { readInUtc, readRecurrence } from './form/formGraph.ts';
import { readEventItem, type EventItem } from './openItem.ts';

/** Reads an event as it opens in Outlook: a date of a series with the recurrence of the series. */
export async function readOpenEvent(graph: GraphCaller, graphId: string): Promise<EventItem> {
  const event = membersOf(await readInUtc(graph, graphId));
  return readEventItem(event, await readRecurrence(graph, event));
}

/** The body of an event or a message in one of both forms. */
export async function readBody(
  graph: GraphCaller,
  item: { readonly kind: 'event' | 'message'; readonly id: string },
  form: 'text' | 'html',
): Promise<string> {
  const folder = item.kind === 'event' ? 'events' : 'messages';
  const answer = await graph('GET', `/me/${folder}/${encodeURIComponent(item.id)}?$select=body`, {
    prefer: `outlook.body-content-type="${form}"`,
  });
  return textIn(membersIn(membersOf(answer), 'body'), 'content');
}
