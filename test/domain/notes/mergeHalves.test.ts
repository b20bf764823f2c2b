import {
  putAction,
  putAgreement,
  putAnswer,
  putAsking,
  putHelper,
  putItem,
  putPrompts,
  putRemark,
  putSummary,
  putTopic,
  removeEntry,
} from '#domain/notes/editEntries.ts';
import { bindNote, finish, letGo, logMeeting, setDay, setKind, tick } from '#domain/notes/editMarks.ts';
import { lastAgendaBy } from '#domain/notes/lastAgendaBy.ts';
import { mergeHalves } from '#domain/notes/mergeHalves.ts';
import type { KnownCalendar, Notes } from '#domain/notes/notesView.ts';
import { noteOfSingle } from '#domain/notes/noteId.ts';
import type { AgendaType, Half } from '#domain/notes/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { at, calendarOf, dana, halfOf, meetingOn, morgan, penAt, sideOf } from './notesFixtures.ts';

const [past, next, later] = ['2026-11-19', '2026-12-03', '2026-12-17'] as const;
const season = calendarOf(meetingOn(past), meetingOn(next), meetingOn(later));
const now = at('2026-11-23T09:00');

function item(
  half: Half,
  id: string,
  note: string | undefined,
  time: string,
  type: AgendaType = 'question',
): Half {
  return putItem(half, { id, type, text: id, note }, penAt(time));
}

function viewOf(mine: Half, partner: Half, calendar: KnownCalendar | undefined = season, when = now): Notes {
  return mergeHalves(sideOf(mine), sideOf(partner), calendar, when);
}

function ids(list: readonly { readonly id: string }[] | undefined): string {
  return (list ?? []).map(({ id }) => id).join(' ');
}

function page(
  view: Notes,
  note: string,
): Record<'agenda' | 'carried' | 'actions' | 'carriedActions', string> {
  const notes = view.byNote.get(note);
  return {
    agenda: ids(notes?.agenda),
    carried: ids(notes?.carried),
    actions: ids(notes?.actions),
    carriedActions: ids(notes?.carriedActions),
  };
}

/** The link that is offered for an item that came from an address. */
function linkTo(url: string): unknown {
  const link = { title: 't', url };
  const half = putItem(
    halfOf(morgan),
    { id: 'l', type: 'topic', text: 'x', link },
    penAt('2026-11-20T09:00'),
  );
  return viewOf(half, halfOf(dana)).items[0]?.link;
}

function addAction(half: Half, id: string, due: IsoDay | undefined, note: string): Half {
  return putAction(half, { id, text: id, note, who: [morgan], due }, penAt('2026-11-19T15:00'));
}

function propose(half: Half, text: string, time: string, agreed?: Notes['agreement']['agreed']): Half {
  return putAgreement(half, text, agreed, penAt(time));
}

function limitsIn(view: Notes): unknown {
  return view.answers.find(({ question }) => question === 'limits');
}

describe('the agenda of a meeting', () => {
  const mine = item(item(halfOf(morgan), 'm1', next, '2026-11-20T09:00'), 'm2', next, '2026-11-22T09:00');
  const partner = item(halfOf(dana), 'd1', next, '2026-11-21T09:00', 'update');

  it('holds what both wrote for it, in the order of adding, with who wrote it', () => {
    const agenda = viewOf(mine, partner).byNote.get(next)?.agenda ?? [];
    expect(agenda.map(({ id, by, type }) => `${id} ${by} ${type}`)).toEqual([
      'm1 mine question',
      'd1 partner update',
      'm2 mine question',
    ]);
  });

  it('is known for every meeting of the calendar, written for or not', () => {
    const view = viewOf(mine, partner);
    expect(view.meetings.map(({ note, state }) => `${note} ${state}`)).toEqual([
      `${past} past`,
      `${next} to-come`,
      `${later} to-come`,
    ]);
    expect(view.next).toBe(next);
  });

  it('stays with a meeting that was moved, on its new day', () => {
    const moved = calendarOf(meetingOn(past), meetingOn('2026-12-04', { note: next }), meetingOn(later));
    const view = viewOf(mine, partner, moved);
    expect(page(view, next).agenda).toBe('m1 d1 m2');
    expect(view.byNote.get(next)?.day).toBe('2026-12-04');
  });

  it('stays with a date whose series was cancelled and made again', () => {
    const again = calendarOf(meetingOn(next, { isCancelled: true }), meetingOn(next), meetingOn(later));
    expect(viewOf(mine, partner, again).byNote.get(next)).toMatchObject({ state: 'to-come' });
  });

  it('is shown without any calendar, by the dates of the notes', () => {
    const view = mergeHalves(sideOf(mine), sideOf(partner), undefined, now);
    expect(view.next).toBe(next);
    expect(page(view, next).agenda).toBe('m1 d1 m2');
  });

  it('is the same for both people, whoever’s half a tie is in', () => {
    const same = item(halfOf(dana), 'd0', next, '2026-11-20T09:00');
    expect(ids(viewOf(mine, same).byNote.get(next)?.agenda)).toBe(
      ids(viewOf(same, mine).byNote.get(next)?.agenda),
    );
  });

  it('offers only https links', () => {
    expect(linkTo('https://outlook.office.com/mail/id/1')).toEqual({
      title: 't',
      url: 'https://outlook.office.com/mail/id/1',
    });
    expect(['javascript:alert(1)', 'http://x', 'data:text/html,x', '//x', ''].map(linkTo)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('what was not talked about', () => {
  const mine = item(halfOf(morgan), 'old', past, '2026-11-18T09:00');
  const partner = halfOf(dana);
  const [old] = viewOf(mine, partner).items;
  if (old === undefined) throw new Error('nothing is left over');

  it('carries on to the next meeting by itself, and says from where', () => {
    const view = viewOf(mine, partner);
    expect(page(view, next)).toMatchObject({ agenda: '', carried: 'old' });
    expect(view.byNote.get(next)?.carried).toMatchObject([{ home: past, carriedTo: next }]);
    expect(page(view, past).agenda).toBe('old');
    expect(page(view, later).carried).toBe('');
  });

  it('carries on and on as time goes by', () => {
    expect(page(viewOf(mine, partner, season, at('2026-12-04T09:00')), later).carried).toBe('old');
  });

  it('stays where it is until its meeting is over', () => {
    expect(page(viewOf(mine, partner, season, at(`${past}T14:59`)), past).agenda).toBe('old');
    expect(page(viewOf(mine, partner, season, at(`${past}T14:59`)), next).carried).toBe('');
    expect(page(viewOf(mine, partner, season, at(`${past}T15:00`)), next).carried).toBe('old');
  });

  it('is at rest once it is talked about, on the page where it was ticked', () => {
    const ticked = tick(partner, old, next, penAt('2026-12-03T14:30'));
    const view = viewOf(mine, ticked, season, at('2026-12-04T09:00'));
    expect(page(view, later).carried).toBe('');
    expect(view.byNote.get(next)?.carried).toMatchObject([{ id: 'old', talked: next }]);
  });

  it('is at rest at home when it was ticked there afterwards', () => {
    const ticked = tick(mine, old, past, penAt('2026-11-20T09:00'));
    expect(page(viewOf(ticked, partner), next).carried).toBe('');
  });

  it('can be let go by either, and taken up again', () => {
    const gone = letGo(partner, old, true, penAt('2026-11-23T09:00'));
    const view = viewOf(mine, gone);
    expect(page(view, next).carried).toBe('');
    expect(view.byNote.get(past)?.agenda).toMatchObject([{ id: 'old', isLetGo: true }]);
    const [shown] = view.items;
    const back = letGo(mine, shown ?? old, false, penAt('2026-11-23T09:00'));
    expect(page(viewOf(back, gone), next).carried).toBe('old');
  });

  it('goes past a meeting that is called off, to the one after it', () => {
    const early = item(halfOf(morgan), 'early', later, '2026-11-20T09:00');
    const last = '2027-01-14';
    const off = calendarOf(meetingOn(next), meetingOn(later, { isCancelled: true }), meetingOn(last));
    expect(page(viewOf(early, partner, off), last).carried).toBe('early');
    expect(page(viewOf(early, partner, off), next).carried).toBe('');
  });

  it('goes on from a date that was skipped', () => {
    const skipped = calendarOf(meetingOn(past), meetingOn(later));
    const view = viewOf(item(halfOf(morgan), 'x', next, '2026-11-20T09:00'), partner, skipped);
    expect(view.byNote.get(next)?.state).toBe('gone');
    expect(page(view, later).carried).toBe('x');
  });

  it('comes into the next season from the last one’s half', () => {
    const fresh = item(halfOf(morgan, 2), 'new', next, '2026-11-20T09:00');
    const view = mergeHalves(sideOf(mine, fresh), sideOf(partner), season, now);
    expect(page(view, next)).toMatchObject({ agenda: 'new', carried: 'old' });
  });

  it('waits when there is no meeting ahead', () => {
    const view = viewOf(mine, partner, calendarOf(meetingOn(past)));
    expect(ids(view.waiting)).toBe('old');
    expect(view.next).toBeUndefined();
  });
});

describe('a question for next time', () => {
  const asked = item(halfOf(morgan), 'ask', undefined, '2026-11-20T09:00');

  it('lands on the meeting that follows its writing', () => {
    const view = viewOf(asked, halfOf(dana));
    expect(page(view, next).agenda).toBe('ask');
    expect(view.waiting).toEqual([]);
  });

  it('is carried from there like any other', () => {
    const view = viewOf(asked, halfOf(dana), season, at('2026-12-05T09:00'));
    expect(view.byNote.get(later)?.carried).toMatchObject([{ id: 'ask', home: next }]);
  });

  it('lands elsewhere when that meeting is called off', () => {
    const off = calendarOf(meetingOn(past), meetingOn(next, { isCancelled: true }), meetingOn(later));
    expect(page(viewOf(asked, halfOf(dana), off), later).agenda).toBe('ask');
  });

  it('waits while nothing is booked', () => {
    const view = viewOf(asked, halfOf(dana), calendarOf(meetingOn(past)));
    expect(ids(view.waiting)).toBe('ask');
  });

  it('written by a clock far ahead lands on the next meeting all the same', () => {
    const ahead = item(halfOf(morgan), 'ask', undefined, '2031-01-01T09:00');
    expect(page(viewOf(ahead, halfOf(dana)), next).agenda).toBe('ask');
  });
});

describe('actions', () => {
  const mine = addAction(addAction(halfOf(morgan), 'late', '2026-12-20', past), 'free', undefined, past);
  const partner = addAction(halfOf(dana), 'soon', '2026-12-01', past);

  it('carry on until they are done, and are listed by due day', () => {
    const view = viewOf(mine, partner);
    expect(ids(view.openActions)).toBe('soon late free');
    expect(page(view, next).carriedActions).toBe('soon free late');
  });

  it('that are done stand on the page of the tick, with its day', () => {
    const soon = viewOf(mine, partner).actions.find(({ id }) => id === 'soon');
    if (soon === undefined) throw new Error('the action is missing');
    const done = finish(mine, soon, next, penAt('2026-11-21T10:00'));
    const view = viewOf(done, partner);
    expect(view.byNote.get(next)?.carriedActions.find(({ id }) => id === 'soon')).toMatchObject({
      isDone: true,
      doneAt: '2026-11-21T10:00:00.000Z',
      who: [morgan],
    });
    expect(ids(view.openActions)).toBe('late free');
    const elsewhere = viewOf(finish(mine, soon, true, penAt('2026-11-21T10:00')), partner);
    expect(page(elsewhere, next).carriedActions).toBe('free late');
  });
});

describe('what each wrote after a meeting', () => {
  it('stands side by side', () => {
    const mine = putSummary(halfOf(morgan), past, 'We agreed.', penAt('2026-11-19T15:10'));
    const partner = putSummary(halfOf(dana), past, 'So we did.', penAt('2026-11-19T15:20'));
    expect(viewOf(mine, partner).byNote.get(past)?.summaries).toMatchObject({
      mine: [{ text: 'We agreed.' }],
      partner: [{ text: 'So we did.' }],
    });
  });

  it('and remarks on each other’s items stand with these, and alone once the item is removed', () => {
    const mine = item(halfOf(morgan), 'm1', next, '2026-11-20T09:00');
    const partner = putRemark(
      halfOf(dana),
      { id: 'r1', on: 'm1', text: 'Good one' },
      penAt('2026-11-21T09:00'),
    );
    expect(viewOf(mine, partner).items).toMatchObject([{ remarks: [{ text: 'Good one', by: 'partner' }] }]);
    const removed = viewOf(removeEntry(mine, 'm1', penAt('2026-11-22T09:00')), partner);
    expect(removed.looseRemarks).toMatchObject([{ text: 'Good one' }]);
  });

  it('says whether they met and what kind it was; the later word counts, of two at one time the same on both sides', () => {
    const mine = setKind(
      logMeeting(halfOf(morgan), past, 'missed', penAt('2026-11-20T09:00')),
      next,
      'review',
      penAt('2026-11-20T09:00'),
    );
    const partner = logMeeting(halfOf(dana), past, 'met', penAt('2026-11-21T09:00'));
    const view = viewOf(mine, partner);
    expect(view.byNote.get(past)?.met).toMatchObject({ is: 'met', by: 'partner' });
    expect(view.byNote.get(next)?.kind).toMatchObject({ is: 'review', by: 'mine' });
    const tied = logMeeting(halfOf(dana), past, 'moved', penAt('2026-11-20T09:00', 'w9'));
    expect(viewOf(mine, tied).byNote.get(past)?.met?.is).toBe('missed');
    expect(viewOf(tied, mine).byNote.get(past)?.met?.is).toBe('missed');
    const unsaid = logMeeting(partner, past, undefined, penAt('2026-11-22T09:00'));
    expect(viewOf(mine, unsaid).byNote.get(past)?.met?.is).toBeUndefined();
  });
});

describe('whose turn it is', () => {
  it('is told by who brought the agenda of the last meeting that had one', () => {
    const mine = item(halfOf(morgan), 'm1', past, '2026-11-18T09:00');
    const partner = item(halfOf(dana), 'd1', past, '2026-11-18T10:00');
    expect(lastAgendaBy(viewOf(halfOf(morgan), halfOf(dana)))).toBeUndefined();
    expect(lastAgendaBy(viewOf(mine, halfOf(dana)))).toBe('mine');
    expect(lastAgendaBy(viewOf(halfOf(morgan), partner))).toBe('partner');
    expect(lastAgendaBy(viewOf(mine, partner))).toBe('both');
    expect(lastAgendaBy(viewOf(item(mine, 'm2', next, '2026-11-20T09:00'), partner))).toBe('both');
  });
});

describe('a half that lies', () => {
  it('cannot take, change or hide what the other wrote', () => {
    const mine = item(halfOf(morgan), 'm1', next, '2026-11-20T09:00');
    const forged = removeEntry(
      putItem(
        halfOf(dana),
        { id: 'm1', type: 'topic', text: 'forged', note: next },
        penAt('2027-01-01T09:00'),
      ),
      'm2',
      penAt('2027-01-01T09:00'),
    );
    const agenda = viewOf(mine, forged).byNote.get(next)?.agenda ?? [];
    expect(agenda.map(({ key, text, by }) => [key, text, by])).toEqual([
      ['mine:m1', 'm1', 'mine'],
      ['partner:m1', 'forged', 'partner'],
    ]);
  });

  it('is its writer’s, whoever it says it is by', () => {
    const forged = item({ ...halfOf(dana), author: morgan }, 'd1', next, '2026-11-20T09:00');
    const view = mergeHalves(sideOf(halfOf(morgan)), { person: dana, halves: [forged] }, season, now);
    expect(view.items).toMatchObject([{ id: 'd1', by: 'partner' }]);
  });

  it('with a hundred odd dates breaks no order', () => {
    let partner = halfOf(dana);
    for (const note of ['2026-02-31', '0000-00-00', 'one.', '9999-99-99', 'x', past]) {
      partner = item(partner, `d-${note}`, note, '2026-11-01T09:00');
      partner = bindNote(partner, note, '2026-02-31', penAt('2026-11-01T09:00'));
    }
    const view = viewOf(item(halfOf(morgan), 'm1', next, '2026-11-20T09:00'), partner);
    expect(view.items).toHaveLength(7);
    expect(view.meetings.map(({ day }) => day)).toEqual(view.meetings.map(({ day }) => day).toSorted());
    expect(page(view, next).agenda).toBe('m1');
  });
});

describe('dates that were bound to an earlier note', () => {
  const mine = item(halfOf(morgan), 'm1', next, '2026-11-20T09:00');
  const bound = bindNote(mine, '2026-12-01', next, penAt('2026-11-22T09:00'));
  const tuesdays = calendarOf(
    meetingOn('2026-11-17', { note: past }),
    meetingOn('2026-12-01'),
    meetingOn('2026-12-15'),
  );

  it('show its notes on their day', () => {
    const view = viewOf(bound, halfOf(dana), tuesdays);
    expect(view.byNote.get(next)).toMatchObject({
      day: '2026-12-01',
      state: 'to-come',
      agenda: [{ id: 'm1' }],
    });
    expect(view.byNote.has('2026-12-01')).toBe(false);
  });

  it('take in what the partner wrote there before hearing of it', () => {
    const partner = putSummary(
      item(halfOf(dana), 'd1', '2026-12-01', '2026-11-21T09:00'),
      '2026-12-01',
      'Short',
      penAt('2026-11-21T09:00'),
    );
    const view = viewOf(putSummary(bound, next, 'Long', penAt('2026-11-21T09:00')), partner, tuesdays);
    expect(page(view, next).agenda).toBe('m1 d1');
    expect(view.byNote.get(next)?.summaries.partner).toMatchObject([
      { text: 'Short', writtenFor: '2026-12-01' },
    ]);
  });

  it('keep apart what belongs to a date that another one took over', () => {
    // The season moved by two weeks: 3 December is now held on the 17th, and the 17th on the 31st.
    let half = item(mine, 'm2', later, '2026-11-20T10:00');
    half = bindNote(half, later, next, penAt('2026-11-22T09:00'));
    half = bindNote(half, '2026-12-31', later, penAt('2026-11-22T09:00'));
    const shifted = calendarOf(meetingOn(later), meetingOn('2026-12-31'));
    const view = viewOf(half, halfOf(dana), shifted);
    expect(view.byNote.get(next)).toMatchObject({ day: later, agenda: [{ id: 'm1' }] });
    expect(view.byNote.get(later)).toMatchObject({ day: '2026-12-31', agenda: [{ id: 'm2' }] });
  });

  it('can be untied', () => {
    const untied = bindNote(bound, '2026-12-01', undefined, penAt('2026-11-23T09:00'));
    expect(viewOf(untied, halfOf(dana), tuesdays).byNote.has('2026-12-01')).toBe(true);
  });
});

describe('a single meeting', () => {
  const note = noteOfSingle('040000008200E00074C5B7101A82E008');

  it('keeps its notes, and its day when the calendar has it no more', () => {
    const mine = setDay(
      item(halfOf(morgan), 'c1', note, '2026-11-10T09:00'),
      note,
      '2026-11-12',
      penAt('2026-11-10T09:00'),
    );
    const calendar = { ...season, from: '2026-12-01' } as const;
    expect(viewOf(mine, halfOf(dana), calendar).byNote.get(note)).toMatchObject({
      day: '2026-11-12',
      state: 'past',
    });
    expect(page(viewOf(mine, halfOf(dana), calendar), next).carried).toBe('c1');
  });
});

describe('what belongs to the mentorship, not to a meeting', () => {
  it('stands side by side, from the latest season that has it', () => {
    const first = putAsking(halfOf(morgan, 1), 'Any time', penAt('2026-01-01T09:00'));
    const second = putAsking(halfOf(morgan, 2), 'Within two days', penAt('2026-11-01T09:00'));
    for (const halves of [
      [first, second],
      [second, first],
    ]) {
      const view = mergeHalves(sideOf(...halves), sideOf(halfOf(dana)), season, now);
      expect(view.asking).toMatchObject({ mine: { text: 'Within two days', also: [] }, partner: undefined });
    }
  });

  it('lists topics and helpers of both', () => {
    let mine = putTopic(
      halfOf(morgan),
      { id: 't1', type: 'learn', text: 'Budgets' },
      penAt('2026-11-01T09:00'),
    );
    mine = putHelper(
      mine,
      { id: 'h1', text: 'Statistics', name: 'Femi', day: '2026-11-12' },
      penAt('2026-11-12T09:00'),
    );
    const partner = putTopic(
      halfOf(dana),
      { id: 't2', type: 'help', text: 'Grants' },
      penAt('2026-11-01T09:00'),
    );
    expect(viewOf(mine, partner)).toMatchObject({
      learn: [{ text: 'Budgets', by: 'mine' }],
      help: [{ text: 'Grants', by: 'partner' }],
      helpers: [{ text: 'Statistics', name: 'Femi', day: '2026-11-12', address: undefined }],
    });
  });

  it('takes the later wording of prompts', () => {
    const mine = putPrompts(halfOf(morgan), 'review', 'What went well?', penAt('2026-11-01T09:00'));
    const partner = putPrompts(halfOf(dana), 'review', 'What next?', penAt('2026-11-02T09:00'));
    expect(viewOf(mine, partner).prompts.get('review')?.text).toBe('What next?');
    expect(viewOf(partner, mine).prompts.get('review')?.text).toBe('What next?');
  });

  it('shows the partner’s answers once both have shared theirs', () => {
    const partner = putAnswer(halfOf(dana), 'limits', 'No evenings', penAt('2026-11-02T09:00'));
    expect(limitsIn(viewOf(halfOf(morgan), partner))).toEqual({
      question: 'limits',
      mine: undefined,
      partner: undefined,
      hasPartnerShared: true,
    });
    const mine = putAnswer(halfOf(morgan), 'limits', 'No weekends', penAt('2026-11-03T09:00'));
    expect(limitsIn(viewOf(mine, partner))).toMatchObject({
      mine: { text: 'No weekends' },
      partner: { text: 'No evenings' },
    });
  });
});

describe('the agreement', () => {
  const mine = propose(halfOf(morgan), 'Every two weeks.', '2026-11-01T09:00');

  it('is proposed by one, and agreed when both have the same words, on the day of the second yes', () => {
    expect(viewOf(halfOf(morgan), halfOf(dana)).agreement.state).toBe('none');
    expect(viewOf(mine, halfOf(dana)).agreement).toMatchObject({ state: 'proposed', agreed: undefined });
    const other = propose(halfOf(dana), 'Every month.', '2026-11-02T09:00');
    expect(viewOf(mine, other).agreement).toMatchObject({ state: 'differs', agreed: undefined });
    const same = propose(halfOf(dana), 'Every two weeks. \r\n', '2026-11-03T09:00');
    expect(viewOf(mine, same).agreement).toMatchObject({
      state: 'agreed',
      agreed: { at: '2026-11-03T09:00:00.000Z' },
    });
  });

  it('that stood stands no more once both have emptied it', () => {
    const agreed = { text: 'Every two weeks.', at: '2026-11-03T09:00:00.000Z' };
    const empty = propose(halfOf(morgan), '', '2026-11-04T09:00', agreed);
    const other = propose(halfOf(dana), '', '2026-11-04T09:00', agreed);
    expect(viewOf(empty, other).agreement).toMatchObject({ state: 'none', agreed: undefined });
  });

  it('stands while one proposes another, and while both do', () => {
    const partner = propose(halfOf(dana), 'Every two weeks.', '2026-11-03T09:00');
    const { agreed } = viewOf(mine, partner).agreement;
    const proposed = propose(mine, 'Every month.', '2026-12-01T09:00', agreed);
    expect(viewOf(proposed, partner).agreement).toMatchObject({
      state: 'differs',
      agreed: { text: 'Every two weeks.', at: '2026-11-03T09:00:00.000Z' },
    });
    const counter = propose(partner, 'Every week.', '2026-12-02T09:00', agreed);
    expect(viewOf(proposed, counter).agreement).toEqual({
      ...viewOf(counter, proposed).agreement,
      mine: viewOf(counter, proposed).agreement.partner && { ...viewOf(proposed, counter).agreement.mine },
      partner: { ...viewOf(proposed, counter).agreement.partner },
    });
    expect(viewOf(proposed, counter).agreement.agreed?.text).toBe('Every two weeks.');
  });

  it('cannot be claimed by one half alone', () => {
    const claim = propose(halfOf(dana), 'My terms.', '2026-12-01T09:00', {
      text: 'My terms, agreed.',
      at: '2026-11-03T09:00:00.000Z',
    });
    expect(viewOf(mine, claim).agreement).toMatchObject({ state: 'differs', agreed: undefined });
    expect(viewOf(halfOf(morgan), claim).agreement).toMatchObject({ state: 'proposed', agreed: undefined });
  });

  it('of empty words is none', () => {
    const empty = propose(halfOf(morgan), ' ', '2026-11-01T09:00');
    const other = propose(halfOf(dana), '', '2026-11-01T09:00');
    expect(viewOf(empty, other).agreement).toMatchObject({ state: 'none', agreed: undefined });
    expect(viewOf(mine, other).agreement).toMatchObject({ state: 'proposed', agreed: undefined });
  });
});
