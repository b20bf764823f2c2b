import type { Notes, Who } from './notesView.ts';

/** Who brought the agenda of the latest past meeting that had one, for the hint whose turn it is; undefined when there was none. What was carried there counts for neither. */
export function lastAgendaBy(notes: Notes): Who | 'both' | undefined {
  const last = notes.meetings.findLast(({ state, agenda }) => state === 'past' && agenda.length > 0);
  if (last === undefined) return undefined;
  const authors = new Set(last.agenda.map(({ by }) => by));
  return authors.size > 1 ? 'both' : last.agenda[0]?.by;
}
