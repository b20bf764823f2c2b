import { trustedUrl } from '#adapters/graph/wire/trustedUrl.ts';

describe('an address in an event', () => {
  it.each([
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d',
    'https://teams.live.com/meet/123',
    'https://outlook.office365.com/calendar/item/AAMk',
    'https://localhost:5301/teams/meet/1',
  ])('may be opened: %s', (url) => {
    expect(trustedUrl(url, ['https://localhost:5301'])).toBe(url);
  });

  it.each([
    'http://teams.microsoft.com/l/meetup-join/1',
    'https://teams.microsoft.com.evil.example/l/meetup-join/1',
    'https://teams.microsoft.com@evil.example/',
    'https://teams.microsoft.com:8443/',
    'https://localhost:5302/teams',
    'javascript:alert(1)',
    'data:text/html,x',
    '',
    `https://teams.microsoft.com/${'a'.repeat(5000)}`,
    undefined,
    7,
  ])('stays unopened: %s', (url) => {
    expect(trustedUrl(url, ['https://localhost:5301'])).toBeUndefined();
  });
});
