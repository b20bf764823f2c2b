import { datesOf } from '#domain/season/datesOf.ts';
import type { Cadence } from '#domain/season/types.ts';
import type { Weekday } from '#domain/time/types.ts';
import {
  firstChoice,
  meetingsUntil,
  outlineSeason,
  presetOf,
  type SeasonChoice,
} from '#domain/season/seasonChoice.ts';

const monday = '2026-11-23';
const thursday = '2026-11-26';
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const choice = (part: Partial<SeasonChoice> = {}): SeasonChoice => ({ ...firstChoice(monday), ...part });
const weekly = (everyWeeks: 1 | 2 | 3 | 4): Cadence => ({ kind: 'weekly', everyWeeks });
const monthly = (ordinal: 1 | 2 | 3 | 4 | 'last'): Cadence => ({ kind: 'monthly', ordinal, everyMonths: 1 });

describe('outlineSeason', () => {
  it('proposes half a year every two weeks from next week: 13 meetings', () => {
    const outline = outlineSeason(choice(), monday);
    expect(outline).toMatchObject({
      meetings: 13,
      isExact: true,
      firstDay: '2026-11-30',
      lastDay: '2027-05-30',
      problems: [],
    });
  });

  it.each([weekly(1), weekly(2), weekly(3), weekly(4)])(
    'promises the number that the dates then have, whatever weekday and week: %j',
    (cadence) => {
      for (const id of ['term', 'threeMonths', 'halfYear', 'year'] as const) {
        for (const start of [monday, '2027-01-11'] as const) {
          const outline = outlineSeason(choice({ cadence, span: { kind: 'preset', id }, start }), thursday);
          for (const weekday of weekdays)
            for (let phase = 0; phase < (cadence.kind === 'weekly' ? cadence.everyWeeks : 1); phase++)
              expect(datesOf({ cadence, weekday, phase }, outline)).toHaveLength(outline.meetings);
        }
      }
    },
  );

  it.each([monthly(1), monthly(2), monthly(4), monthly('last')])('does so for months, too: %j', (cadence) => {
    for (const id of ['term', 'threeMonths', 'halfYear', 'year'] as const) {
      const outline = outlineSeason(
        choice({ cadence, span: { kind: 'preset', id }, start: '2027-01-11' }),
        monday,
      );
      expect(outline.isExact).toBe(true);
      for (const weekday of weekdays)
        expect(datesOf({ cadence, weekday, phase: 0 }, outline)).toHaveLength(outline.meetings);
    }
  });

  it('does not promise a date of a month whose week has begun', () => {
    const outline = outlineSeason(choice({ cadence: monthly(4), start: monday }), thursday);
    expect(outline.isExact).toBe(false);
    expect(outline.firstDay).toBe('2026-11-27');
  });

  it('begins tomorrow when the first week is this one', () => {
    expect(outlineSeason(choice({ start: monday }), thursday).firstDay).toBe('2026-11-27');
  });

  it('keeps the number when it was typed, and the span when it was chosen', () => {
    const typed = choice({ span: { kind: 'meetings', meetings: 8 } });
    expect(outlineSeason({ ...typed, cadence: weekly(1) }, monday).meetings).toBe(8);
    expect(outlineSeason(choice({ cadence: weekly(1) }), monday).meetings).toBe(26);
  });

  it('says what is wrong, and still gives a season to draw', () => {
    const problems = (part: Partial<SeasonChoice>): readonly string[] =>
      outlineSeason(choice(part), monday).problems;
    expect(problems({ start: undefined })).toEqual(['startMissing']);
    expect(problems({ start: '2026-11-16' })).toEqual(['startPast']);
    expect(problems({ span: { kind: 'meetings', meetings: 1 } })).toEqual(['tooFewMeetings']);
    expect(problems({ span: { kind: 'meetings', meetings: Number.NaN } })).toEqual(['tooFewMeetings']);
    expect(problems({ span: { kind: 'meetings', meetings: 27 } })).toEqual(['tooLong']);
    expect(problems({ place: { kind: 'words', text: ' ' } })).toEqual(['placeEmpty']);
    expect(problems({ hours: { days: [], earliestMinute: 540, latestMinute: 570 } })).toEqual([
      'hoursTooShort',
      'noWeekdays',
    ]);
    const drawn = outlineSeason(choice({ span: { kind: 'meetings', meetings: 0 } }), monday);
    expect(drawn.months.length).toBeGreaterThan(0);
  });

  it('rings as many weeks as there are meetings', () => {
    for (const cadence of [weekly(1), weekly(2), weekly(4), monthly(2), monthly('last')]) {
      const outline = outlineSeason(choice({ cadence, start: '2027-01-11' }), monday);
      const ringed = outline.months.flatMap((month) => month.weeks.filter((week) => week.meets));
      expect(ringed).toHaveLength(outline.meetings);
    }
  });
});

describe('the three handles of a span', () => {
  it('finds the number that ends in a given week', () => {
    const season = choice({ start: '2027-01-11' });
    expect(meetingsUntil(season, outlineSeason(season, monday).lastDay, monday)).toBe(13);
    expect(meetingsUntil(season, '2027-01-24', monday)).toBe(1);
    expect(meetingsUntil({ ...season, cadence: monthly(2) }, '2027-06-13', monday)).toBe(6);
  });

  it('knows a preset by its number', () => {
    expect(presetOf({ kind: 'meetings', meetings: 26 }, weekly(2))).toBe('year');
    expect(presetOf({ kind: 'meetings', meetings: 12 }, weekly(2))).toBeUndefined();
  });
});
