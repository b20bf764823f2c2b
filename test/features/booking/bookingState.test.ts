import type { SeasonSlot } from '#domain/season/types.ts';
import { bookingReducer, type BookingEvent, type BookingState } from '#features/booking/bookingState.ts';
import { firstChoice } from '#domain/season/seasonChoice.ts';
import { ServiceFailure } from '#ports/failure.ts';
import { dana, tomas } from '#test/support/fakes/story.ts';
import { moveBack, thursdays } from '#test/support/fakes/seasonTasks.ts';

const begun: BookingState = {
  view: { kind: 'partner' },
  choices: {
    partner: undefined,
    role: 'mentee',
    season: firstChoice('2027-01-04'),
    slot: undefined,
    decisions: [],
    words: undefined,
  },
  reading: { kind: 'none' },
  isRestored: true,
};
const horizon = { address: dana.address, from: 0, to: 1000 };
const after = (...events: readonly BookingEvent[]): BookingState => events.reduce(bookingReducer, begun);
const picked: BookingEvent = { kind: 'partnerPicked', partner: dana, role: undefined };
const read: BookingEvent = { kind: 'readingCame', horizon, schedules: [], at: 5 };
const slotPicked: BookingEvent = { kind: 'slotPicked', slot: thursdays };
const moved: BookingEvent = { kind: 'decided', decision: moveBack('2027-01-28'), next: 'none' };
const toDates: BookingEvent = { kind: 'wentTo', step: 'dates' };

describe('going back and forth', () => {
  it('keeps every choice', () => {
    const there = after(picked, read, slotPicked, toDates, moved);
    const back = [
      { kind: 'wentTo', step: 'season' } as const,
      { kind: 'wentTo', step: 'partner' } as const,
      toDates,
    ].reduce(bookingReducer, there);
    expect(back.choices).toEqual(there.choices);
    expect(back.reading).toEqual(there.reading);
  });

  it('keeps the reading when the same partner is picked again, and drops all that was his for another', () => {
    const there = after(picked, read, slotPicked, toDates, moved, {
      kind: 'wordsChanged',
      words: 'Dear Dana',
    });
    expect(bookingReducer(there, picked).reading.kind).toBe('ready');
    const other = bookingReducer(there, { kind: 'partnerPicked', partner: tomas, role: 'mentor' });
    expect(other.choices).toMatchObject({ role: 'mentor', slot: undefined, decisions: [], words: undefined });
    expect(other.reading.kind).toBe('none');
  });
});

describe('changing the season', () => {
  const there = after(picked, slotPicked, toDates, moved, { kind: 'wordsChanged', words: 'Mine' });
  const season = there.choices.season;

  it('drops the time and its decisions, but no words that were typed', () => {
    const longer = bookingReducer(there, { kind: 'seasonChanged', season: { ...season, lengthMinutes: 90 } });
    expect(longer.choices).toMatchObject({ slot: undefined, decisions: [], words: 'Mine' });
  });

  it('keeps both when only the place changes', () => {
    const elsewhere = bookingReducer(there, {
      kind: 'seasonChanged',
      season: { ...season, place: { kind: 'open' } },
    });
    expect(elsewhere.choices.slot).toEqual(thursdays);
    expect(elsewhere.choices.decisions).toHaveLength(1);
  });

  it('keeps decisions while the same time is picked again, and drops them for another', () => {
    const other: SeasonSlot = { ...thursdays, startMinute: 600 };
    expect(
      bookingReducer(there, { kind: 'slotPicked', slot: { ...thursdays } }).choices.decisions,
    ).toHaveLength(1);
    expect(bookingReducer(there, { kind: 'slotPicked', slot: other }).choices.decisions).toEqual([]);
  });
});

describe('an answer that comes late', () => {
  it('is dropped when it is about somebody who is no longer the partner', () => {
    const other = after(picked, { kind: 'partnerPicked', partner: tomas, role: undefined }, read);
    expect(other.reading.kind).toBe('none');
    const failure = new ServiceFailure('offline', 'cut');
    expect(
      after(picked, { kind: 'partnerCleared' }, { kind: 'readingFailed', horizon, failure }).reading.kind,
    ).toBe('none');
  });
});

describe('calendars that changed before anything was sent', () => {
  it('come back to the dates, mark them, and forget what was decided for those alone', () => {
    const state = after(
      picked,
      read,
      slotPicked,
      toDates,
      moved,
      { kind: 'decided', decision: moveBack('2027-02-11'), next: 'none' },
      { kind: 'runBegan' },
      { kind: 'runFoundChanges', horizon, schedules: [], at: 9, days: ['2027-02-11'] },
    );
    expect(state.view).toEqual({ kind: 'dates', opened: 'first', changed: ['2027-02-11'], isAsking: false });
    expect(state.choices.decisions.map((decision) => decision.day)).toEqual(['2027-01-28']);
    expect(state.reading).toMatchObject({ kind: 'ready', at: 9 });
  });
});

describe('asking once more', () => {
  it('ends as soon as something else changes', () => {
    const asked = after(picked, slotPicked, toDates, { kind: 'asked', isAsking: true });
    expect(asked.view).toMatchObject({ isAsking: true });
    expect(bookingReducer(asked, moved).view).toMatchObject({ isAsking: false });
  });
});
