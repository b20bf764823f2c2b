import { button, element } from './element.ts';
import { listIn, membersOf, textIn } from './members.ts';

interface Line {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly scopes: string;
  readonly whole: string;
}

const shownLines = 200;

/** What apps asked Graph for, newest first. */
export async function openTraffic(place: HTMLElement): Promise<void> {
  const text = await (await fetch('/sandbox/traffic')).text();
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => readLine(line))
    .toReversed();
  place.replaceChildren(
    element('h1', {}, 'Traffic'),
    element(
      'p',
      { class: 'quiet' },
      `${lines.length} requests to Graph${lines.length > shownLines ? `, the last ${shownLines} are shown` : ''}.`,
    ),
    button('Look again', () => void openTraffic(place)),
    element(
      'ul',
      { class: 'traffic' },
      ...lines
        .slice(0, shownLines)
        .map((line) =>
          element(
            'li',
            {},
            element(
              'details',
              {},
              element(
                'summary',
                {},
                element('strong', {}, `${line.status} ${line.method}`),
                ` ${line.path} `,
                element('span', { class: 'quiet' }, line.scopes),
              ),
              element('pre', { tabindex: '0' }, line.whole),
            ),
          ),
        ),
    ),
  );
}

function readLine(text: string): Line {
  const value: unknown = JSON.parse(text);
  const members = membersOf(value);
  return {
    method: textIn(members, 'method'),
    path: textIn(members, 'path'),
    status: Number(members.get('status') ?? 0),
    scopes: listIn(members, 'scopes').join(' '),
    whole: JSON.stringify(value, undefined, 2),
  };
}
