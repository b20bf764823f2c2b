import type { MarkTable, Owned } from './gatherSides.ts';
import { compareText, isMembers } from './json.ts';
import { isDay } from './noteId.ts';
import type { NoteId } from './noteId.ts';
import type { ActionItem, AgendaItem, Carriable, MeetingNotes } from './notesView.ts';
import { placeOfTime } from './place.ts';
import { timeOf } from './stamp.ts';
import type { Timeline } from './timeline.ts';
import type { SourceLink } from './types.ts';

type Lists = Pick<MeetingNotes, 'agenda' | 'carried' | 'actions' | 'carriedActions'>;

interface Surroundings {
  readonly marks: MarkTable;
  readonly timeline: Timeline;
  readonly noteOf: (note: NoteId) => NoteId;
  readonly remarks: ReadonlyMap<string, readonly Owned[]>;
}

/** Everything that stands on an agenda, by meeting. */
export interface PlacedCarriables {
  readonly of: (note: NoteId) => Lists;
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
  const agenda = spread(items.map((owned) => agendaItem(owned, around)));
  const tasks = spread(actions.map((owned) => actionItem(owned, around)));
  return {
    of: (note) => ({
      agenda: agenda.own.get(note) ?? [],
      carried: agenda.carried.get(note) ?? [],
      actions: tasks.own.get(note) ?? [],
      carriedActions: tasks.carried.get(note) ?? [],
    }),
    items: agenda.all,
    actions: tasks.all,
    waiting: agenda.all.filter(({ isWaiting }) => isWaiting),
    openActions: tasks.all.filter(({ isDone, isLetGo }) => !isDone && !isLetGo).toSorted(compareActions),
  };
}

function agendaItem(owned: Owned, around: Surroundings): AgendaItem {
  const talked = around.marks.get(owned.id)?.get('talked')?.is;
  const talkedOn = typeof talked === 'string' ? around.noteOf(talked) : undefined;
  const shared = carriable(owned, around, talkedOn, talkedOn !== undefined);
  // Written out here and below: with a spread of so many members the whole merge takes half as long again.
  return {
    id: shared.id,
    by: shared.by,
    text: shared.text,
    stamp: shared.stamp,
    also: shared.also,
    addedAt: shared.addedAt,
    key: shared.key,
    home: shared.home,
    carriedTo: shared.carriedTo,
    isWaiting: shared.isWaiting,
    place: shared.place,
    isLetGo: shared.isLetGo,
    remarks: shared.remarks,
    stamps: shared.stamps,
    type: owned.type === 'question' || owned.type === 'update' ? owned.type : 'topic',
    link: linkOf(owned),
    talked: talkedOn,
  };
}

function actionItem(owned: Owned, around: Surroundings): ActionItem {
  const done = around.marks.get(owned.id)?.get('done');
  const doneOn = typeof done?.is === 'string' ? around.noteOf(done.is) : undefined;
  const isDone = done !== undefined && done.is !== false;
  const { who, due } = owned.content;
  const shared = carriable(owned, around, doneOn, isDone);
  return {
    id: shared.id,
    by: shared.by,
    text: shared.text,
    stamp: shared.stamp,
    also: shared.also,
    addedAt: shared.addedAt,
    key: shared.key,
    home: shared.home,
    carriedTo: shared.carriedTo,
    isWaiting: shared.isWaiting,
    place: shared.place,
    isLetGo: shared.isLetGo,
    remarks: shared.remarks,
    stamps: shared.stamps,
    who: Array.isArray(who) ? who.filter((person) => typeof person === 'string') : [],
    due: isDay(due) ? due : undefined,
    isDone,
    doneOn,
    doneAt: isDone ? timeOf(done.stamp) : undefined,
  };
}

/** `closedOn` is the note on whose page it was ticked; something may also be ticked on none. */
function carriable(
  { id, by, words, content }: Owned,
  { marks, timeline, noteOf, remarks }: Surroundings,
  closedOn: NoteId | undefined,
  isClosed: boolean,
): Carriable {
  const said = marks.get(id);
  const placed = said?.get('place');
  const isLetGo = said?.get('letGo')?.is === true;
  const writtenFor =
    typeof content['note'] === 'string'
      ? noteOf(content['note'])
      : timeline.landingOf(Date.parse(words.addedAt));
  const home = writtenFor ?? closedOn;
  const isOpen = !isClosed && !isLetGo;
  const standsOn = isOpen && home !== undefined ? timeline.targetOf(home) : (closedOn ?? home);
  return {
    id,
    by,
    text: words.text,
    stamp: words.stamp,
    also: words.also,
    addedAt: words.addedAt,
    key: `${by}:${id}`,
    home,
    carriedTo: standsOn === home ? undefined : standsOn,
    isWaiting: isOpen && standsOn === undefined,
    place: typeof placed?.is === 'string' ? placed.is : placeOfTime(words.addedAt),
    isLetGo,
    remarks: remarks.get(id)?.map((remark) => remark.words) ?? [],
    stamps: {
      talked: said?.get('talked')?.stamp,
      done: said?.get('done')?.stamp,
      letGo: said?.get('letGo')?.stamp,
      place: placed?.stamp,
    },
  };
}

interface Spread<Item> {
  readonly own: ReadonlyMap<NoteId, readonly Item[]>;
  readonly carried: ReadonlyMap<NoteId, readonly Item[]>;
  readonly all: readonly Item[];
}

/** The lists of the meetings, each in order; what shares a place stays in the order of adding, in which it comes. */
function spread<Item extends Carriable>(items: readonly Item[]): Spread<Item> {
  const own = new Map<NoteId, Item[]>();
  const carried = new Map<NoteId, Item[]>();
  const add = (lists: Map<NoteId, Item[]>, note: NoteId | undefined, item: Item): void => {
    if (note === undefined) return;
    const list = lists.get(note);
    if (list === undefined) lists.set(note, [item]);
    else list.push(item);
  };
  const all = items.toSorted((a, b) => compareText(a.place, b.place));
  for (const item of all) {
    add(own, item.home, item);
    add(carried, item.carriedTo, item);
  }
  return { own, carried, all };
}

/** The place something came from; anything but https is not offered. */
function linkOf({ content }: Owned): SourceLink | undefined {
  const { link } = content;
  if (!isMembers(link)) return undefined;
  const { title, url } = link;
  if (typeof title !== 'string' || typeof url !== 'string') return undefined;
  return URL.canParse(url) && new URL(url).protocol === 'https:' ? { title, url } : undefined;
}

function compareActions(a: ActionItem, b: ActionItem): number {
  return compareText(a.due ?? '9', b.due ?? '9') || compareText(a.addedAt, b.addedAt);
}
