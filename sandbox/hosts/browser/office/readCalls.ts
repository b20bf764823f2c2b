import type { GraphCaller } from '../graphCaller.ts';
import { readBody } from '../outlook/readEvent.ts';
import type { EventItem, MessageItem } from '../outlook/openItem.ts';
import { done, hostErrors, refused, type HostCalls } from './hostAnswer.ts';

/** Numbers of `Office.CoercionType` on the wire. */
const coercions = { text: 0, html: 3 } as const;

/** Which form of a body is asked for; text unless it is HTML. */
export function coercionOf(value: unknown): 'text' | 'html' {
  return value === coercions.html ? 'html' : 'text';
}

/** What an item open for reading answers. */
export function readCalls(graph: GraphCaller, item: () => EventItem | MessageItem | undefined): HostCalls {
  return {
    37: async (params) => {
      const open = item();
      if (open === undefined) return refused(hostErrors.accessRestricted);
      return done(await readBody(graph, open, coercionOf(params.get('coercionType'))));
    },
  };
}
