import type { Browser } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOf } from '#domain/mentorship/asOf.ts';
import { mentorshipsOf } from '#domain/mentorship/mentorshipsOf.ts';
import { withMetLog, type MetLog } from '#domain/mentorship/metLog.ts';
import type { SeenOccurrence, SeenPerson, SeenSeries } from '#domain/mentorship/types.ts';
import { datesOf } from '#domain/season/datesOf.ts';
import { addDays, weekdayOf } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import { byHand, type ByHand } from '#test/support/graphAs.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage } from '#test/support/teamsPage.ts';
import { median, type BenchLine } from './line.ts';

const mentorships = 20;
const runs = 5;

/** Figures of the life of mentorships: ten years of one derived from the calendar, and home with twenty in the real browser. */
export async function lifeBenchmarks(): Promise<readonly BenchLine[]> {
  return [tenYears(), ...(await homeWithTwenty())];
}

/** The state of a mentorship of ten years, a date a week, as home derives it from what was read. */
function tenYears(): BenchLine {
  const { series, occurrences, now, log } = decade();
  const window = { from: 0, to: now + 1e12 };
  const derive = (): number => {
    const [found] = mentorshipsOf({ series, occurrences, window, now, me: 'morgan@northfield.example' });
    return found === undefined ? 0 : withMetLog(asOf(found, now), log, now).season.dates.length;
  };
  const times: number[] = [];
  for (let run = 0; run < 40; run += 1) {
    const began = performance.now();
    if (derive() === 0) throw new Error('the mentorship was not found');
    times.push(performance.now() - began);
  }
  return { name: 'mentorship-10y', value: round(median(times)), unit: 'ms' };
}

function decade(): {
  readonly series: readonly SeenSeries[];
  readonly occurrences: readonly SeenOccurrence[];
  readonly now: number;
  readonly log: MetLog;
} {
  const zone = 'Europe/London';
  const people = ['morgan', 'dana'].map((name): SeenPerson => ({
    name,
    address: `${name}@northfield.example`,
    response: 'accepted',
    proposedStart: undefined,
    proposedEnd: undefined,
  }));
  const [morgan, dana] = people;
  if (morgan === undefined || dana === undefined) throw new Error('nobody');
  const series: SeenSeries[] = [];
  const occurrences: SeenOccurrence[] = [];
  const said: Record<IsoDay, 'met' | 'missed'> = {};
  for (let season = 0; season < 20; season += 1) {
    const firstDay = addDays('2017-01-05', season * 182);
    const range = {
      cadence: { kind: 'weekly', everyWeeks: 1 } as const,
      firstDay,
      lastDay: addDays(firstDay, 175),
    };
    const id = `series-${season}`;
    series.push({
      id,
      isOrganizer: season % 2 === 0,
      organizer: season % 2 === 0 ? morgan : dana,
      attendees: [season % 2 === 0 ? dana : morgan],
      ownResponse: 'accepted',
      isCancelled: false,
      link: { mentorshipId: 'm', organizerRole: 'mentee', seasonNumber: season + 1 },
      zone,
      range,
      startMinute: 840,
      lengthMinutes: 60,
      plan: undefined,
    });
    for (const day of datesOf({ cadence: range.cadence, weekday: weekdayOf(firstDay), phase: 0 }, range)) {
      const start = toInstant({ day, minuteOfDay: 840 }, zone);
      said[day] = 'met';
      occurrences.push({
        id: `${id}-${day}`,
        seriesId: id,
        originalDay: day,
        start,
        end: start + 3_600_000,
        isException: false,
        isCancelled: false,
        ownResponse: 'accepted',
        attendees: people,
      });
    }
  }
  return { series, occurrences, now: Date.UTC(2026, 10, 23), log: { said, left: [] } };
}

async function homeWithTwenty(): Promise<readonly BenchLine[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mentor-meetings-life-'));
  const product = await startProduct({ dataFolder });
  const browser = await openBrowser();
  try {
    await inviteToTwenty(byHand(product), product);
    const renders: number[] = [];
    let requests = Number.NaN;
    for (let run = 0; run < runs; run += 1) {
      const opened = await openHome(browser, product);
      renders.push(opened.renderMilliseconds);
      requests = opened.requests;
    }
    return [
      { name: 'home-20-render', value: round(median(renders)), unit: 'ms' },
      { name: 'requests-home-20', value: requests, unit: 'requests' },
    ];
  } finally {
    await browser.close();
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Twenty series of half a year, each with somebody else, as their links make them mentorships. */
async function inviteToTwenty(hands: ByHand, { appUrl }: RunningProduct): Promise<void> {
  for (let index = 0; index < mentorships; index += 1) {
    const hour = String(8 + (index % 8)).padStart(2, '0');
    const first = addDays(new Date().toISOString().slice(0, 10) as IsoDay, index % 5);
    await hands.send('priya', 'POST', '/me/events', {
      subject: `Mentor meeting ${index}`,
      body: {
        contentType: 'html',
        content: `<p>Prep notes: ${new URL('open', appUrl).href}#m=mentorship-${index}&amp;r=mentor&amp;s=1</p>`,
      },
      start: { dateTime: `${first}T${hour}:00:00`, timeZone: 'Europe/London' },
      end: { dateTime: `${first}T${hour}:45:00`, timeZone: 'Europe/London' },
      recurrence: {
        pattern: {
          type: 'weekly',
          interval: 1,
          daysOfWeek: [weekdayNames[weekdayOf(first) - 1]],
          firstDayOfWeek: 'monday',
        },
        range: { type: 'endDate', startDate: first, endDate: addDays(first, 175) },
      },
      attendees: [
        {
          type: 'required',
          emailAddress: { name: `Mentee ${index}`, address: `mentee${index}@northfield.example` },
        },
      ],
    });
  }
}

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Opens home anew, and measures from the arrival of the answer that holds the meetings to the frame that shows them all. */
async function openHome(
  browser: Browser,
  product: RunningProduct,
): Promise<{ readonly renderMilliseconds: number; readonly requests: number }> {
  const asked: string[] = [];
  const teams = await openTeamsPage(browser, product, 'priya', {
    beforeOpen: async (context) => {
      context.on('request', (request) => {
        if (request.method() !== 'OPTIONS' && request.url().startsWith(`${product.sandboxUrl}/v1.0/`))
          asked.push(request.url());
      });
      await context.addInitScript((wanted) => {
        const look = new MutationObserver(() => {
          if (document.querySelectorAll('[data-mentorship]').length < wanted) return;
          look.disconnect();
          // After the frame that draws it.
          requestAnimationFrame(() => setTimeout(() => performance.mark('home-shown')));
        });
        look.observe(document, { childList: true, subtree: true });
      }, mentorships);
    },
  });
  await teams.app
    .locator('[data-mentorship]')
    .nth(mentorships - 1)
    .waitFor();
  // The second look is part of home: its request counts too.
  await teams.app.getByText(/^Looked at/).waitFor();
  const frame = teams.page.frames().find((each) => each.url().startsWith(product.appUrl));
  if (frame === undefined) throw new Error('the app has no frame');
  const renderMilliseconds = await frame.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const [shown] = performance.getEntriesByName('home-shown');
    const [first] = performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('/v1.0/$batch'));
    return shown === undefined || first === undefined ? Number.NaN : shown.startTime - first.responseEnd;
  });
  await teams.close();
  return { renderMilliseconds, requests: asked.length };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
