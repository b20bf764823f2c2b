import { readFileSync, readdirSync } from 'node:fs';
import { en } from '#words/en/index.ts';
import { onTheWay } from '#words/en/onTheWay.ts';

/** The panes beside Outlook's items have the whole catalogue. */
const onlyInPanes = ['mentorTimes', 'pane'];
const shell = 'src/app/shell';

describe('the sections of the catalogue', () => {
  it('are all in the tab: on the way to a season, or brought by the screen that speaks with them', () => {
    const brought = readdirSync(shell)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => /export const words = \{([^}]*)\}/.exec(readFileSync(`${shell}/${file}`, 'utf8'))?.[1])
      .flatMap((names) => (names ?? '').split(',').map((name) => name.trim()));
    const missing = Object.keys(en).filter(
      (section) => ![...Object.keys(onTheWay), ...brought, ...onlyInPanes].includes(section),
    );
    expect(missing).toEqual([]);
  });

  it('are each of one kind in both', () => {
    for (const [section, words] of Object.entries(onTheWay)) expect(Reflect.get(en, section)).toBe(words);
  });
});
