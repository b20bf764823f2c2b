import { readClosures } from '../../../src/components/season/readClosures.ts';

const span = { firstDay: '2027-01-11', lastDay: '2027-07-04' } as const;
const file = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');

describe('a calendar file of closures', () => {
  it('gives whole days, stretches without their last midnight, and days of hours', async () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20270326', 'DTEND;VALUE=DATE:20270327', 'SUMMARY:Good Friday'),
      event('DTSTART;VALUE=DATE:20270503', 'DTEND;VALUE=DATE:20270506'),
      event('DTSTART:20270601T080000Z', 'DTEND:20270601T120000Z'),
      event('DTSTART;VALUE=DATE:20281225'),
    );
    expect(await readClosures(text, span)).toEqual({
      kind: 'read',
      days: ['2027-03-26', '2027-05-03', '2027-05-04', '2027-05-05', '2027-06-01'],
      entries: 4,
    });
  });

  it('counts what repeats as often as it falls into the season, an endless one too', async () => {
    const text = file(event('DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'));
    expect(await readClosures(text, span)).toMatchObject({ days: ['2027-05-01'] });
  });

  it('reads ten thousand entries, and refuses more', async () => {
    const one = event('DTSTART;VALUE=DATE:20270326');
    const most = await readClosures(file(...Array.from<string>({ length: 10_000 }).fill(one)), span);
    expect(most).toEqual({ kind: 'read', days: ['2027-03-26'], entries: 10_000 });
    const more = await readClosures(file(...Array.from<string>({ length: 10_001 }).fill(one)), span);
    expect(more).toEqual({ kind: 'tooMany', entries: 10_001 });
  });

  it.each(['', 'hello', 'BEGIN:VCALENDAR', '{"days":[]}'])('says so when it is none: %s', async (text) => {
    expect(await readClosures(text, span)).toEqual({ kind: 'unreadable' });
  });

  it('passes over an entry that has no day', async () => {
    expect(await readClosures(file(event('SUMMARY:soon')), span)).toMatchObject({ days: [], entries: 1 });
  });
});
