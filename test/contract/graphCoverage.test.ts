import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { switchValues } from '#sandbox/control/switches.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { allScopes, startGraph, type RunningGraph } from '#test/support/startGraph.ts';

const page = readFileSync(join(__dirname, '../../docs/sandbox-coverage.md'), 'utf8');
const ann = directoryUser('Ann');
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann]);
});
afterAll(() => graph.stop());

const rows = [...page.matchAll(/^\| `(GET|POST|PUT|PATCH|DELETE) ([^`]+)` +\| (yes|partial|no) +\|/gm)].map(
  ([, method = '', template = '', state = '']) => ({ method, template, state }),
);
/** What the tables abbreviate. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  '{calendar}': [
    '/me',
    '/me/calendar',
    '/me/calendars/x',
    '/users/ann@contoso.example/calendarGroup/calendars/x',
    '/users/x/calendarGroups/x/calendars/x',
  ],
  '{item}': [
    '/me/drive/root',
    '/me/drive/root:/a/b:',
    '/users/x/drive/items/x',
    '/drives/x/items/x:/a b:',
    '/me/drive/special/approot',
    '/me/drive/special/approot:/a:',
  ],
};

function pathsOf(template: string): readonly string[] {
  const [name] = Object.keys(meanings).filter((known) => template.startsWith(known));
  const starts = name === undefined ? [''] : (meanings[name] ?? []);
  const rest = (name === undefined ? template : template.slice(name.length)).replaceAll(/\{\w+\}/g, 'x');
  return starts
    .filter((start) => !(start === '/me' && rest === '/getSchedule'))
    .map((start) => `/v1.0${start}${rest}`.replaceAll(' ', '%20'));
}

it('names every call that the sandbox knows as known, and no other', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const scopes = [...allScopes, 'Calendars.Read.Shared'];
  expect(rows.length).toBeGreaterThan(90);
  const wrong: string[] = [];
  for (const { method, template, state } of rows)
    for (const path of pathsOf(template)) {
      const body = method === 'POST' || method === 'PATCH' || method === 'PUT' ? {} : undefined;
      const { status } = await graph.ask(ann, path, { method, body, scopes });
      if ((status === 501) !== (state === 'no')) wrong.push(`${method} ${path}: ${state}, but ${status}`);
      if (status >= 500 && status !== 501) wrong.push(`${method} ${path}: ${status}`);
    }
  warn.mockRestore();
  expect(wrong).toEqual([]);
});

it('names every switch with its values, the default first', () => {
  const written = [...page.matchAll(/^\| `(\w+)` +\| ((?:`\w+`(?:, )?)+) +\|/gm)].map(
    ([, name, values = '']) => [name, [...values.matchAll(/`(\w+)`/g)].map(([, value]) => value)],
  );
  expect(Object.fromEntries(written)).toEqual(switchValues);
});
