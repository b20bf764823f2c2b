import { endedSeason, endingOf } from '../../../src/domain/mentorship/endingOf.ts';
import { invitation, movedTo, now, occurrences, series, daysOf } from './seen.ts';

describe('how a season ends early', () => {
  it('is after its last date that has been, with the dates that go counted', () => {
    const season = series();
    expect(endingOf(season, occurrences(season), now, now)).toEqual({
      kind: 'end',
      lastDay: '2026-11-19',
      messages: 1,
      goes: 2,
    });
  });

  it('tells the partner of each date to come that stands elsewhere, too, and of no past one', () => {
    const season = series();
    const past = occurrences(season, { '2026-10-08': movedTo('2026-10-07', 14) });
    expect(endingOf(season, past, now, now)).toMatchObject({ messages: 1 });
    const coming = occurrences(season, { '2026-12-03': movedTo('2026-12-02', 14) });
    expect(endingOf(season, coming, Date.UTC(2026, 11, 4), now)).toMatchObject({ messages: 2, goes: 1 });
  });

  it('is calling it off when not one date has been', () => {
    const season = series();
    expect(endingOf(season, occurrences(season), Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1))).toMatchObject({
      kind: 'cancel',
      goes: 8,
    });
  });

  it('is declining it for whoever was invited', () => {
    const season = invitation();
    expect(endingOf(season, occurrences(season), now, now)).toEqual({
      kind: 'decline',
      messages: 1,
      goes: 2,
    });
  });

  it('is nothing at all when no date is ahead, or it was called off already', () => {
    const season = series();
    expect(endingOf(season, occurrences(season), Date.UTC(2027, 5, 1), now).kind).toBe('nothing');
    expect(endingOf(series({ isCancelled: true }), occurrences(season), now, now).kind).toBe('nothing');
  });

  it('can be taken back with its moved and skipped dates as they were', () => {
    const season = series();
    const dates = occurrences(season, {
      '2026-12-03': undefined,
      '2026-12-17': movedTo('2026-12-16', 10),
    });
    expect(endedSeason(season.id, daysOf(season), dates, '2026-11-19')).toEqual({
      seriesId: season.id,
      lastDay: '2026-12-17',
      moved: [{ day: '2026-12-17', start: Date.UTC(2026, 11, 16, 10), end: Date.UTC(2026, 11, 16, 11) }],
      skipped: ['2026-12-03'],
    });
  });
});
