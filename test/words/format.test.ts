import { createFormat, localeOfWords } from '#words/format.ts';

const british = createFormat('en-GB');
const american = createFormat('en-US');
/** Some ICU versions put narrow or no-break spaces where others put plain ones. */
const plain = (text: string): string => text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ');

describe('format', () => {
  it('writes a day in each style, whatever zone the device is in', () => {
    expect(british.day('2027-04-22', 'short')).toBe('Thu 22');
    expect(british.day('2027-04-22', 'medium')).toBe('Thu 22 April');
    expect(british.day('2027-04-22', 'long')).toBe('Thursday 22 April');
    expect(british.day('2027-04-22', 'date')).toBe('22 April');
    expect(british.day('2027-04-22', 'number')).toBe('22');
  });

  it('keeps the weekday before the number where the locale would turn them round', () => {
    expect(american.day('2027-04-22', 'short')).toBe('Thu 22');
  });

  it('writes times by the locale and says ranges with a word', () => {
    expect(british.time(780)).toBe('13:00');
    expect(plain(american.time(780))).toBe('1:00 PM');
    expect(british.spokenTimeRange(780, 840)).toBe('13:00 to 14:00');
    expect(plain(american.timeRange(780, 840))).toMatch(/^1:00 . 2:00 PM$/);
  });

  it('writes a range over midnight without dates', () => {
    expect(british.timeRange(1380, 1440)).toBe('23:00–00:00');
    expect(british.timeRange(1410, 1470)).toBe('23:30–00:30');
    expect(plain(american.timeRange(1410, 1470))).toBe('11:30 PM–12:30 AM');
  });

  it('reads the clocks of a zone on both sides of a change', () => {
    const beforeChange = Date.UTC(2027, 2, 28, 0, 59);
    expect(british.clock(beforeChange, 'Europe/London')).toBe('00:59');
    expect(british.clock(beforeChange + 60_000, 'Europe/London')).toBe('02:00');
    expect(british.clock(Date.UTC(2027, 0, 1, 13, 5), 'Africa/Johannesburg')).toBe('15:05');
  });

  it('names a zone by its city, and UTC by none', () => {
    expect(british.city('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(british.city('UTC')).toBeUndefined();
    expect(british.city('Etc/GMT+5')).toBeUndefined();
  });

  it('says weekdays, ranges, lists and nearness in words', () => {
    expect(british.weekdays(4)).toBe('Thursdays');
    expect(british.weekday(7, 'long')).toBe('Sunday');
    expect(british.dayRange('2027-01-11', '2027-07-02', 'date')).toBe('11 January to 2 July');
    expect(british.dayList(['2027-02-24', '2027-04-21'], 'medium')).toBe('Wed 24 February and Wed 21 April');
    expect(british.relativeDay('2027-01-12', '2027-01-11')).toBe('tomorrow');
  });
});

describe('localeOfWords', () => {
  it('keeps the region when the host speaks another language', () => {
    expect(localeOfWords('en-US', 'en')).toBe('en-US');
    expect(localeOfWords('de-DE', 'en')).toBe('en-DE');
    expect(localeOfWords('ar', 'en')).toBe('en-EG');
  });

  it('falls back to the language when the host says something else', () => {
    expect(localeOfWords('not a locale', 'en')).toBe('en');
  });
});
