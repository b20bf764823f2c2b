import type { ExportedNotes, ExportWords } from '#domain/notes/exportNotes.ts';
import type { MeetingNotes } from '#domain/notes/notesView.ts';
import { nameOf, type NotesContext } from './notesContext.ts';

/** The shared notes of meetings for a page outside the app. Private notes stay where they are. */
export function exportedNotes(meetings: readonly MeetingNotes[], { state }: NotesContext): ExportedNotes {
  return {
    meetings,
    dayOf: (note) => state.notes.byNote.get(note)?.day,
    privateTexts: () => [],
  };
}

/** The words of such a page. */
export function exportWords(context: NotesContext): ExportWords {
  const { words, format, partner, me } = context;
  return {
    title: words.export.title({ partner }),
    toTalkAbout: words.agenda.title,
    carriedOver: words.agenda.carriedOver,
    whoDoesWhat: words.actions.title,
    inShort: words.summary.title,
    onlyForYou: words.private.title,
    letGo: words.export.letGo,
    alsoWritten: words.export.alsoWritten,
    name: (who) => nameOf(who, context),
    type: (type) => words.agenda.types[type],
    day: (day) => format.day(day, 'full'),
    from: (day) => words.agenda.from({ day }),
    due: (day) => words.export.due({ day }),
    doers: (people) =>
      format.list(people.map((person) => nameOf(person === me ? 'mine' : 'partner', context))),
    list: (parts) => parts.join(', '),
  };
}
