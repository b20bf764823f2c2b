import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { placeCarriables } from './carryOver.ts';
import { compareOwned, gatherEntries, gatherMarks, groupBy, lastWroteOf, textIn } from './gatherSides.ts';
import type { MarkTable, Owned } from './gatherSides.ts';
import type { JsonValue } from './json.ts';
import { dayOfNote, isDay } from './noteId.ts';
import type { NoteId } from './noteId.ts';
import type { KnownCalendar, MeetingNotes, Notes, Said, Side, Summary, Who, Words } from './notesView.ts';
import {
  isMeetingKind,
  readAgreement,
  readAnswers,
  readHelpers,
  readPrompts,
  readPair,
} from './sharedWords.ts';
import { buildTimeline } from './timeline.ts';
import type { TimelineMeeting } from './timeline.ts';
import type { Met } from './types.ts';

const agendaTypes: ReadonlySet<string> = new Set(['topic', 'question', 'update']);
const otherTypes: ReadonlySet<string> = new Set([
  'action',
  'summary',
  'remark',
  'asking',
  'learn',
  'help',
  'helper',
  'answer',
  'agreement',
  'prompts',
]);
const metValues: ReadonlySet<JsonValue> = new Set<Met>(['met', 'moved', 'missed']);

/**
 * Both people's halves as one. The partner's app, given the same halves, comes to the same with `mine` and `partner` exchanged.
 * `calendar` is undefined while it is not known (offline, not permitted): then the notes' own dates stand.
 */
export function mergeHalves(
  mine: Side,
  partner: Side,
  calendar: KnownCalendar | undefined,
  now: EpochMilli,
): Notes {
  const entries = [...gatherEntries(mine, 'mine'), ...gatherEntries(partner, 'partner')].toSorted(
    compareOwned,
  );
  const marks = gatherMarks(mine, partner);
  const bindings = readBindings(marks);
  const noteOf = foldNotes(bindings);
  const entriesByType = groupBy(entries, ({ type }) => (agendaTypes.has(type) ? 'item' : type));
  const ofType = (type: string): readonly Owned[] => entriesByType.get(type) ?? [];
  const timeline = buildTimeline(
    notesMentioned(entries, marks, bindings, noteOf),
    calendar && {
      ...calendar,
      meetings: calendar.meetings.map((each) => ({ ...each, note: boundNote(bindings, each.note) })),
    },
    dayTeller(entries, marks, noteOf),
    now,
  );
  const remarks = groupBy(ofType('remark'), (remark) => textIn(remark, 'on') ?? '');
  const known = new Set(entries.map(({ id }) => id));
  const placed = placeCarriables(ofType('item'), ofType('action'), { marks, timeline, noteOf, remarks });
  const summaries = groupBy(ofType('summary'), (summary) => noteOf(textIn(summary, 'note') ?? ''));
  const meetings = timeline.meetings.map((meeting): MeetingNotes => ({
    ...aboutMeeting(meeting, marks),
    ...placed.of(meeting.note),
    summaries: {
      mine: summariesBy('mine', summaries.get(meeting.note)),
      partner: summariesBy('partner', summaries.get(meeting.note)),
    },
  }));
  return {
    meetings,
    byNote: new Map(meetings.map((meeting) => [meeting.note, meeting])),
    next: timeline.next,
    items: placed.items,
    actions: placed.actions,
    waiting: placed.waiting,
    openActions: placed.openActions,
    asking: readPair(ofType('asking')),
    learn: ofType('learn').map(wordsOf),
    help: ofType('help').map(wordsOf),
    helpers: readHelpers(ofType('helper')),
    answers: readAnswers(ofType('answer')),
    agreement: readAgreement(ofType('agreement')),
    prompts: readPrompts(ofType('prompts')),
    looseRemarks: [...remarks].flatMap(([on, loose]) => (known.has(on) ? [] : loose.map(wordsOf))),
    bindings,
    unknownEntries: entries.filter(({ type }) => !agendaTypes.has(type) && !otherTypes.has(type)).length,
    lastWrote: { mine: lastWroteOf(mine), partner: lastWroteOf(partner) },
  };
}

/** The note that a date of the calendar belongs to: an earlier one it was bound to, or its own. */
export function boundNote(bindings: Notes['bindings'], date: NoteId): NoteId {
  return bindings.get(date)?.is ?? date;
}

function readBindings(marks: MarkTable): Notes['bindings'] {
  const bindings = new Map<NoteId, Said<NoteId>>();
  for (const [on, said] of marks) {
    const bound = said.get('note');
    if (bound !== undefined && typeof bound.is === 'string' && bound.is !== on) {
      bindings.set(on, { ...bound, is: bound.is });
    }
  }
  return bindings;
}

/**
 * Where a note's entries are shown: with the note itself, mostly. A note that no date leads to any more, because its own date was bound to another note, is folded into that one: the partner may
 * have written there before hearing of the binding.
 */
export function foldNotes(bindings: Notes['bindings']): (note: NoteId) => NoteId {
  const targets = new Set([...bindings.values()].map(({ is }) => is));
  return (note) => (targets.has(note) ? note : boundNote(bindings, note));
}

/** All notes that anything is about. */
function notesMentioned(
  entries: readonly Owned[],
  marks: MarkTable,
  bindings: Notes['bindings'],
  noteOf: (note: NoteId) => NoteId,
): ReadonlySet<NoteId> {
  const notes = new Set<NoteId>();
  for (const entry of entries) {
    const note = textIn(entry, 'note');
    if (note !== undefined) notes.add(noteOf(note));
  }
  for (const [on, said] of marks) {
    if (said.has('met') || said.has('kind') || said.has('day')) notes.add(noteOf(on));
    for (const what of ['talked', 'done']) {
      const is = said.get(what)?.is;
      if (typeof is === 'string') notes.add(noteOf(is));
    }
  }
  for (const { is } of bindings.values()) notes.add(is);
  return notes;
}

/** The day of a note that the calendar does not have: its id's, the one marked on it, or when its first entry was written. */
function dayTeller(
  entries: readonly Owned[],
  marks: MarkTable,
  noteOf: (note: NoteId) => NoteId,
): (note: NoteId) => IsoDay {
  const firstDay = new Map<NoteId, string>();
  for (const entry of entries) {
    const note = textIn(entry, 'note');
    if (note !== undefined && !firstDay.has(noteOf(note)))
      firstDay.set(noteOf(note), entry.words.addedAt.slice(0, 10));
  }
  return (note) => {
    const marked = marks.get(note)?.get('day')?.is;
    const days = [dayOfNote(note), marked, firstDay.get(note), markedAt(marks.get(note))];
    return days.find(isDay) ?? '1970-01-01';
  };
}

function markedAt(said: ReadonlyMap<string, Said<JsonValue>> | undefined): string | undefined {
  return said?.values().next().value?.stamp.slice(0, 10);
}

function aboutMeeting(
  { note, day, start, end, state }: TimelineMeeting,
  marks: MarkTable,
): Pick<MeetingNotes, 'note' | 'day' | 'start' | 'end' | 'state' | 'kind' | 'met'> {
  const said = marks.get(note);
  const kind = said?.get('kind');
  const met = said?.get('met');
  return {
    note,
    day,
    start,
    end,
    state,
    kind: kind && { ...kind, is: isMeetingKind(kind.is) ? kind.is : undefined },
    met: met && { ...met, is: isMet(met.is) ? met.is : undefined },
  };
}

function summariesBy(by: Who, owned: readonly Owned[] = []): readonly Summary[] {
  return owned
    .filter((each) => each.by === by)
    .map((each) => ({ ...each.words, writtenFor: textIn(each, 'note') ?? '' }));
}

function isMet(value: JsonValue): value is Met {
  return metValues.has(value);
}

function wordsOf({ words }: Owned): Words {
  return words;
}
