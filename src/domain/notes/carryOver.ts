import type { SourceLink } from './types.ts';
import { textIn } from './gatherSides.ts';
import type { MarkTable, Owned } from './gatherSides.ts';
import { compareText, isMembers } from './json.ts';
import { isDay } from './noteId.ts';
import type { NoteId } from './noteId.ts';
import type { ActionItem, AgendaItem, Carriable, MeetingNotes } from './notesView.ts';
import { placeOfTime } from './place.ts';
import { timeOf } from './stamp.ts';
import type { Timeline } from './timeline.ts';

type Lists = Pick<MeetingNotes, 'agenda' | 'carried' | 'actions' | 'carriedActions'>;

interface Surroundings {
  readonly marks: MarkTable;
  readonly timeline: Timeline;
  readonly noteOf: (note: NoteId) => NoteId;
  readonly remarks: ReadonlyMap<string, readonly Owned[]>;
}

/** Everything that stands on an agenda, by meeting. */
export interface PlacedCarriables {
  of(note: NoteId): Lists;
  readonly items: readonly AgendaItem[];
  readonly actions: readonly ActionItem[];
  readonly waiting: readonly AgendaItem[];
  readonly openActions: readonly ActionItem[];
}

/**
 * Puts items and actions on the meetings. One stands on the meeting it was written for; open and with that meeting over or called off, also on the next one to
 * come, as carried; once it is ticked, on the meeting of the tick. So each stands on two meetings at most, and what is open is always on the next one.
 */
export function placeCarriables(
  items: readonly Owned[],
  actions: readonly Owned[],
  around: Surroundings,
): PlacedCarriables {
  const agenda = place(
    items.map((owned) => agendaItem(owned, around)),
    (item) => item.talked,
    around,
  );
  const tasks = place(
    actions.map((owned) => actionItem(owned, around)),
    (action) => action.doneOn,
    around,
  );
  return {
    of: (note) => ({
      agenda: agenda.own.get(note) ?? [],
      carried: agenda.carried.get(note) ?? [],
      actions: tasks.own.get(note) ?? [],
      carriedActions: tasks.carried.get(note) ?? [],
    }),
    items: agenda.all,
    actions: tasks.all,
    waiting: agenda.waiting,
    openActions: tasks.all.filter(isOpenAction).sort(compareActions),
  };
}

interface Placed<Item> {
  readonly own: ReadonlyMap<NoteId, readonly Item[]>;
  readonly carried: ReadonlyMap<NoteId, readonly Item[]>;
  readonly waiting: readonly Item[];
  readonly all: readonly Item[];
}

function place<Item extends Carriable>(
  items: readonly Item[],
  closedOn: (item: Item) => NoteId | undefined,
  { timeline }: Surroundings,
): Placed<Item> {
  const own = new Map<NoteId, Item[]>();
  const carried = new Map<NoteId, Item[]>();
  const waiting: Item[] = [];
  const all: Item[] = [];
  const add = (lists: Map<NoteId, Item[]>, note: NoteId, item: Item): void => {
    const list = lists.get(note);
    if (list === undefined) lists.set(note, [item]);
    else list.push(item);
  };
  for (const item of items.toSorted(comparePlaces)) {
    const closed = closedOn(item);
    const isOpen = closed === undefined && !item.isLetGo && !isDone(item);
    const home = item.home ?? closed;
    const target = home === undefined ? undefined : isOpen ? timeline.targetOf(home) : (closed ?? home);
    const placed: Item = { ...item, home, carriedTo: target === home ? undefined : target };
    all.push(placed);
    if (home !== undefined) add(own, home, placed);
    if (placed.carriedTo !== undefined) add(carried, placed.carriedTo, placed);
    if (isOpen && target === undefined) waiting.push(placed);
  }
  return { own, carried, waiting, all };
}

function carriable(owned: Owned, { marks, timeline, noteOf, remarks }: Surroundings): Carriable {
  const { id, by, words } = owned;
  const said = marks.get(id);
  const note = textIn(owned, 'note');
  const placed = said?.get('place');
  const addedAt = Date.parse(words.addedAt);
  return {
    ...words,
    key: `${by}:${id}`,
    home: note === undefined ? timeline.landingOf(addedAt) : noteOf(note),
    carriedTo: undefined,
    place: typeof placed?.is === 'string' ? placed.is : placeOfTime(addedAt),
    isLetGo: said?.get('letGo')?.is === true,
    remarks: (remarks.get(id) ?? []).map((remark) => remark.words),
    stamps: {
      talked: said?.get('talked')?.stamp,
      done: said?.get('done')?.stamp,
      letGo: said?.get('letGo')?.stamp,
      place: placed?.stamp,
    },
  };
}

function agendaItem(owned: Owned, around: Surroundings): AgendaItem {
  const talked = around.marks.get(owned.id)?.get('talked')?.is;
  return {
    ...carriable(owned, around),
    type: owned.type === 'question' || owned.type === 'update' ? owned.type : 'topic',
    link: linkOf(owned),
    talked: typeof talked === 'string' ? around.noteOf(talked) : undefined,
  };
}

function actionItem(owned: Owned, around: Surroundings): ActionItem {
  const done = around.marks.get(owned.id)?.get('done');
  const isTicked = done !== undefined && done.is !== false;
  const { who, due } = owned.content;
  return {
    ...carriable(owned, around),
    who: Array.isArray(who) ? who.filter((person) => typeof person === 'string') : [],
    due: isDay(due) ? due : undefined,
    isDone: isTicked,
    doneAt: isTicked ? timeOf(done.stamp) : undefined,
    doneOn: typeof done?.is === 'string' ? around.noteOf(done.is) : undefined,
  };
}

/** The place something came from; anything but https is not offered. */
function linkOf({ content }: Owned): SourceLink | undefined {
  const { link } = content;
  if (!isMembers(link)) return undefined;
  const { title, url } = link;
  if (typeof title !== 'string' || typeof url !== 'string') return undefined;
  return URL.canParse(url) && new URL(url).protocol === 'https:' ? { title, url } : undefined;
}

function isDone(item: Carriable | ActionItem): boolean {
  return 'isDone' in item && item.isDone;
}

function isOpenAction(action: ActionItem): boolean {
  return !action.isDone && !action.isLetGo;
}

/** By place; what shares one stays in the order of adding, in which it comes. */
function comparePlaces(a: Carriable, b: Carriable): number {
  return compareText(a.place, b.place);
}

function compareActions(a: ActionItem, b: ActionItem): number {
  return compareText(a.due ?? '9', b.due ?? '9') || compareText(a.addedAt, b.addedAt);
}
