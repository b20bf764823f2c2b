import { allSeasons } from '../../../src/domain/mentorship/allSeasons.ts';
import {
  seasonsAsIcs,
  seasonsAsMarkdown,
  type SeasonWords,
} from '../../../src/domain/mentorship/exportSeasons.ts';
import { emptyMetLog } from '../../../src/domain/mentorship/metLog.ts';
import { me, now, occurrences, series, window } from './seen.ts';

const hostile = 'Dana\r\nATTENDEE:mailto:x@evil.example; <script>|**`[a](javascript:1)\\,';

const words: SeasonWords = {
  title: hostile,
  season: () => hostile,
  date: (date) => date.originalDay,
  time: () => '14:00',
  state: () => hostile,
  heads: ['Date', 'Time', 'State'],
};

function seasons() {
  const season = series();
  const dates = occurrences(season, { '2026-10-22': undefined });
  return allSeasons('m1', { series: [season], occurrences: dates, window, now, me }, emptyMetLog);
}

describe('seasons as a calendar file', () => {
  const ics = seasonsAsIcs(seasons(), words, now, 'mentor-meetings.invalid');
  const unfolded = ics.replaceAll('\r\n ', '').split('\r\n');

  it('hold an event for each date that takes place, and none for a skipped one', () => {
    expect(unfolded.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(7);
    expect(unfolded).toContain('DTSTART:20260910T130000Z');
    expect(unfolded.some((line) => line.startsWith('DTSTART:20261022'))).toBe(false);
  });

  it('let no text become a line of its own, and invite nobody', () => {
    const names = new Set(unfolded.filter((line) => line !== '').map((line) => line.split(':')[0]));
    expect([...names].toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      'BEGIN',
      'DESCRIPTION',
      'DTEND',
      'DTSTAMP',
      'DTSTART',
      'END',
      'PRODID',
      'SUMMARY',
      'TRANSP',
      'UID',
      'VERSION',
    ]);
    expect(unfolded.find((line) => line.startsWith('SUMMARY'))).toBe(
      String.raw`SUMMARY:Dana ATTENDEE:mailto:x@evil.example\; <script>|**` +
        '`' +
        String.raw`[a](javascript:1)\\\,`,
    );
  });

  it('have no line over 75 octets', () => {
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

describe('seasons as Markdown', () => {
  const page = seasonsAsMarkdown(seasons(), words);

  it('have a row for each date, skipped ones too', () => {
    expect(page.split('\n').filter((line) => line.startsWith('| 2026'))).toHaveLength(8);
  });

  it('keep hostile names text: no markup, no HTML, no further cell', () => {
    expect(page).not.toContain('<script>');
    expect(page).not.toMatch(/[^\\]\[a\]/);
    for (const line of page.split('\n').filter((each) => each.startsWith('| 2026')))
      expect(line.replaceAll(String.raw`\|`, '').split('|')).toHaveLength(5);
  });
});
