import { AxeBuilder } from '@axe-core/playwright';
import type { TeamsPage } from './teamsPage.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in the app's frame and in the page around it, and whether the app scrolls sideways, in words short enough to read in a failure. */
export async function screenFaults(teams: TeamsPage, screen: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: teams.page }).withTags(standards).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${screen}: ${id}: ${target.join(' ')} ${html.slice(0, 120)}`),
  );
  const sideways = await teams.app.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
  return sideways > 0 ? [...faults, `${screen}: scrolls ${sideways} px sideways`] : faults;
}
