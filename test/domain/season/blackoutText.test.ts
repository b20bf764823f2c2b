import { readBlackoutText } from '../../../src/domain/season/blackoutText.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const read = (text: string) => readBlackoutText(text, months);

describe('days typed or pasted', () => {
  it.each([
    ['2027-05-03', ['2027-05-03']],
    ['3 May 2027', ['2027-05-03']],
    ['Bank holiday: 3. May 2027', ['2027-05-03']],
    ['3 Sept 2027', ['2027-09-03']],
    ['03/05/2027', ['2027-05-03']],
    ['3.5.2027', ['2027-05-03']],
    ['2027-05-03 to 2027-05-05', ['2027-05-03', '2027-05-04', '2027-05-05']],
    ['30 April 2027 – 1 May 2027 exams', ['2027-04-30', '2027-05-01']],
    ['2027-05-04; 2027-05-03\n2027-05-03', ['2027-05-03', '2027-05-04']],
  ])('%s', (text, days) => {
    expect(read(text)).toEqual({ days, unread: [] });
  });

  it.each([
    'soon',
    '2027-02-30',
    '3 Maybe 2027',
    '2027-05-05 to 2027-05-03',
    '2027-01-01 to 2029-01-01',
    '2027-01-01 2027-01-02 2027-01-03',
  ])('is not guessed: %s', (text) => {
    expect(read(`${text}\n2027-05-03`)).toEqual({ days: ['2027-05-03'], unread: [text] });
  });

  it('names at most ten lines that it did not understand', () => {
    expect(read('nonsense\n'.repeat(5000)).unread).toHaveLength(10);
  });
});
