import * as fc from 'fast-check';
import { parseFilter } from '#sandbox/graph/odata/filterSyntax.ts';
import { matchFilter } from '#sandbox/graph/odata/matchFilter.ts';
import { parseQuery } from '#sandbox/graph/odata/parseQuery.ts';
import { readExpand } from '#sandbox/graph/odata/readExpand.ts';
import { pathSegments } from '#sandbox/graph/http/pathSegments.ts';
import { GraphFailure } from '#sandbox/graph/graphFailure.ts';

const event = {
  subject: "Ann's talk",
  isAllDay: false,
  reminderMinutesBeforeStart: 15,
  start: { dateTime: '2027-01-07T09:00:00.0000000', timeZone: 'UTC' },
  categories: ['Red', 'Blue'],
  attendees: [{ emailAddress: { address: 'ben@contoso.example' } }],
  onlineMeeting: null,
};
const fits = (filter: string) => matchFilter(parseFilter(filter), event);

describe('$filter', () => {
  it('compares without regard to case, times as instants', () => {
    for (const filter of [
      "subject eq 'ann''s TALK'",
      "contains(subject,'talk') and not startswith(subject, 'ben')",
      'isAllDay eq false',
      'reminderMinutesBeforeStart ge 15 and reminderMinutesBeforeStart lt 16',
      "start/dateTime ge '2027-01-07T09:00'",
      "start/dateTime le '2027-01-07T10:00:00+01:00'",
      'onlineMeeting eq null',
      "subject in ('x', 'Ann''s talk')",
      "categories/any(c:c eq 'red')",
      "attendees/any(a:a/emailAddress/address eq 'BEN@contoso.example')",
      "(subject eq 'x' or isAllDay eq false) and tolower(subject) eq 'ann''s talk'",
      'Start/DateTime lt 2027-02-01T00:00:00Z',
    ])
      expect([filter, fits(filter)]).toEqual([filter, true]);
    for (const filter of [
      "subject ne 'Ann''s talk'",
      'isAllDay',
      "categories/all(c:c eq 'Red')",
      'nothing gt 5',
      "endswith(subject,'x')",
    ])
      expect([filter, fits(filter)]).toEqual([filter, false]);
  });

  it('is refused, never a failure of its own, when it cannot be read', () => {
    for (const filter of [
      '',
      "subject eq 'x",
      'subject eq',
      'eq eq eq eq',
      '(((',
      'evil(subject)',
      "a eq 'b' c",
      '('.repeat(5000),
    ])
      expect(() => parseFilter(filter)).toThrow(GraphFailure);
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', "'", '(', ')', ',', ':', '/', 'eq', 'and', 'not', 'any', '1', 'or'),
        }),
        (text) => {
          try {
            matchFilter(parseFilter(text), event);
          } catch (error) {
            if (!(error instanceof GraphFailure)) throw error;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a query', () => {
  it('is read with and without dollar signs, in any case, a plus as a space', () => {
    const query = parseQuery('$Select=subject&top=5&$filter=a+eq+%27b%2Bc%27&startDateTime=2027');
    expect([
      query.get('$select'),
      query.get('$top'),
      query.get('$filter'),
      query.get('startdatetime'),
    ]).toEqual(['subject', '5', "a eq 'b+c'", '2027']);
    expect(query.without('$top')).toHaveLength(3);
  });

  it('expands with options', () => {
    const [first, second] = readExpand(
      parseQuery(
        "$expand=singleValueExtendedProperties($filter=id eq 'String {x} Name a,b;(c)';$select=id),calendar",
      ),
      ['singleValueExtendedProperties', 'calendar'],
    );
    expect(first?.options.get('$filter')).toBe("id eq 'String {x} Name a,b;(c)'");
    expect(second?.name).toBe('calendar');
    expect(() => readExpand(parseQuery('$expand=calendar('), ['calendar'])).toThrow(GraphFailure);
  });
});

describe('a path', () => {
  it('comes in many spellings', () => {
    for (const path of [
      '/me/events/x',
      '/users/me/events/x',
      "/me/events('x')",
      "/users('me')/events('x')",
      '/Me/events/x/',
    ])
      expect(pathSegments(path)).toEqual(['user', 'me', 'events', 'x']);
    expect(pathSegments("/users('o''neil%40contoso.example')")).toEqual(['user', "o'neil@contoso.example"]);
    expect(pathSegments('/me/calendarView/microsoft.graph.delta()')).toEqual([
      'user',
      'me',
      'calendarView',
      'delta',
    ]);
    expect(pathSegments('/drives/b!x/root:/a%20b/c(1).txt:/content')).toEqual([
      'drives',
      'b!x',
      'root',
      ':',
      'a b/c(1).txt',
      'content',
    ]);
    expect(pathSegments('/me/drive/items/01X:/a.txt')).toEqual([
      'user',
      'me',
      'drive',
      'items',
      '01X',
      ':',
      'a.txt',
    ]);
    expect(pathSegments('/me/drive/root:/')).toEqual(['user', 'me', 'drive', 'root']);
    expect(pathSegments('/me/drive/root:/.%2fa%2fb')).toEqual(['user', 'me', 'drive', 'root', ':', 'a/b']);
    for (const path of ['/me/drive/root:/../x', '/me/drive/root:/a%2f..%2f..%2fb', '/%zz'])
      expect(() => pathSegments(path)).toThrow(GraphFailure);
  });
});
