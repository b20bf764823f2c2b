import { bookSeason, finishSeason } from '#features/booking/run/bookSeason.ts';
import { partnerOf, progressOf, taskOf } from '#features/booking/run/resumeSeason.ts';
import { homeWindow, pictureOf, type HomePicture } from '#features/home/homePicture.ts';
import type { DirectoryUser } from '#sandbox/types.ts';
import { findOnCalendar, type FoundSeason } from '#test/support/faults/carryThrough.ts';
import { openDevice, personOf, type Device } from '#test/support/faults/device.ts';
import { ann, ben, wish } from '#test/support/faults/faultMatrix.ts';
import { pressBook } from '#test/support/faults/seasonClick.ts';
import { startGraph, type RunningGraph, type WireAnswer } from '#test/support/startGraph.ts';

jest.setTimeout(60_000);

let graph: RunningGraph;
let device: Device;
let booked: FoundSeason;
const year = { from: Date.parse('2027-01-01T00:00:00Z'), to: Date.parse('2027-12-31T00:00:00Z') };

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.ask(undefined, '/sandbox/reset', { method: 'POST' });
  device = openDevice(graph, ann);
  const { task, look } = await pressBook(device, personOf(ben), wish);
  const outcome = await bookSeason(device.ports, task, look, () => {}, device.signal);
  expect(outcome.kind).toBe('booked');
  booked = await found(device);
});

async function found(of: Device): Promise<FoundSeason> {
  const season = await findOnCalendar(of, wish.mentorshipId, year);
  if (season === undefined) throw new Error('no season');
  return season;
}

/** Home as somebody sees it at the next opening, some weeks before the season. */
async function homeOf(person: DirectoryUser): Promise<HomePicture> {
  const of = openDevice(graph, person);
  const now = Date.parse('2027-01-20T00:00:00Z');
  const meetings = await of.calendar.mentorMeetings(homeWindow(now), of.signal);
  return pictureOf(meetings, of.me.address, now);
}

/** What somebody does in Outlook. */
async function inOutlook(
  person: DirectoryUser,
  method: string,
  path: string,
  body?: unknown,
): Promise<WireAnswer> {
  const answer = await graph.ask(person, `/v1.0/me${path}`, { method, body });
  expect(answer.status).toBeLessThan(300);
  return answer;
}

async function idInMailboxOf(person: DirectoryUser): Promise<string> {
  const of = openDevice(graph, person);
  const { series } = await of.calendar.mentorMeetings(year, of.signal);
  return series[0]?.id ?? '';
}

it('shows a date that was moved by hand where it stands now', async () => {
  const last = booked.occurrences.at(-1);
  const start = (last?.start ?? 0) + 2 * 3_600_000;
  await inOutlook(ann, 'PATCH', `/events/${encodeURIComponent(last?.id ?? '')}`, {
    start: { dateTime: new Date(start).toISOString().slice(0, 19), timeZone: 'UTC' },
    end: { dateTime: new Date(start + 3_600_000).toISOString().slice(0, 19), timeZone: 'UTC' },
  });
  for (const person of [ann, ben]) {
    const { mentorships, unfinished } = await homeOf(person);
    expect(unfinished).toEqual([]);
    expect(mentorships[0]?.season.dates.at(-1)).toMatchObject({ start, isMoved: true });
  }
});

it('shows a date that was deleted by hand as one that does not take place', async () => {
  const last = booked.occurrences.at(-1);
  await inOutlook(ann, 'DELETE', `/events/${encodeURIComponent(last?.id ?? '')}`);
  const own = await homeOf(ann);
  expect(own.mentorships[0]?.season.dates.at(-1)?.standing).toEqual({ kind: 'skipped' });
  const theirs = await homeOf(ben);
  expect(theirs.mentorships[0]?.season.dates.at(-1)?.standing).toEqual({ kind: 'cancelled' });
});

it('shows a season that the organiser cancelled, to the partner, for what it is', async () => {
  await inOutlook(ann, 'POST', `/events/${encodeURIComponent(booked.series.id)}/cancel`, {
    comment: 'Sorry',
  });
  expect((await homeOf(ann)).mentorships).toEqual([]);
  const theirs = await homeOf(ben);
  expect(theirs.mentorships[0]?.season.hint).toEqual({ kind: 'cancelledByPartner' });
});

it('shows the organiser that the partner declined', async () => {
  await inOutlook(ben, 'POST', `/events/${encodeURIComponent(await idInMailboxOf(ben))}/decline`, {
    sendResponse: true,
  });
  const own = await homeOf(ann);
  expect(own.mentorships[0]?.season.hint).toEqual({ kind: 'declinedByPartner' });
});

it('leaves what was changed by hand as it is when a booking is finished afterwards', async () => {
  await graph.ask(undefined, '/sandbox/reset', { method: 'POST' });
  const { task, look } = await pressBook(device, personOf(ben), wish);
  graph.faults.replace([
    { method: 'PATCH', path: '/me/events/', status: 403 },
    { method: 'DELETE', status: 403 },
  ]);
  const stopped = await bookSeason(device.ports, task, look, () => {}, device.signal);
  expect(stopped).toMatchObject({ kind: 'stopped', failure: { code: 'refused' } });
  graph.faults.replace([]);

  const { series, occurrences } = await found(device);
  const moved = occurrences.find(({ originalDay }) => originalDay === task.plan.decisions[0]?.day);
  const start = (moved?.start ?? 0) + 3 * 3_600_000;
  await inOutlook(ann, 'PATCH', `/events/${encodeURIComponent(moved?.id ?? '')}`, {
    start: { dateTime: new Date(start).toISOString().slice(0, 19), timeZone: 'UTC' },
    end: { dateTime: new Date(start + 3_600_000).toISOString().slice(0, 19), timeZone: 'UTC' },
  });
  const again = openDevice(graph, ann);
  const resumed = taskOf(series, partnerOf(series, again.me), again.me);
  const outcome = await finishSeason(
    again.ports,
    resumed,
    progressOf(series, occurrences),
    () => {},
    again.signal,
  );
  expect(outcome).toMatchObject({
    kind: 'booked',
    lost: [{ day: task.plan.decisions[0]?.day, why: 'movedByHand' }],
  });
  const stands = (await found(again)).occurrences.find(
    ({ originalDay }) => originalDay === moved?.originalDay,
  );
  expect(stands?.start).toBe(start);
});
