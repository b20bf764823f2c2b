import * as fc from 'fast-check';
import { datesOf, seriesRange } from '#domain/season/datesOf.ts';
import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { SeasonSlot } from '#domain/season/types.ts';
import { addDays } from '#domain/time/days.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import type { CalendarPort, DateChange, NewSeries } from '#ports/calendar.ts';
import { mailTo } from '#sandbox/graph/mail/mailLog.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';
import { adaptersFor } from './adaptersOverGraph.ts';

const [ann, ben] = [
  directoryUser('Ann', {
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday'],
      startTime: '08:30:00.0000000',
      endTime: '16:30:00.0000000',
      timeZone: { name: 'W. Europe Standard Time' },
    },
  }),
  directoryUser('Ben', { timeZone: 'Africa/Johannesburg' }),
];
const signal = new AbortController().signal;
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben]);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.store.reset();
  await graph.ask(undefined, '/sandbox/reset', { method: 'POST' });
});

const thursdays: SeasonSlot = {
  cadence: { kind: 'weekly', everyWeeks: 2 },
  weekday: 4,
  startMinute: 780,
  lengthMinutes: 60,
  phase: 0,
};

/** A series from next spring on, over a change of clocks. */
function seriesOf(slot: SeasonSlot = thursdays, zone = 'Europe/Berlin', weeks = 20): NewSeries {
  const firstDay = '2027-02-01';
  const days = datesOf(slot, { firstDay, lastDay: addDays(firstDay, weeks * 7 - 1) });
  const plan: BookingPlan = {
    version: 1,
    mentorshipId: crypto.randomUUID(),
    transactionId: crypto.randomUUID(),
    zone,
    slot,
    days,
    decisions: [],
    role: 'mentee',
    seasonNumber: 1,
    closed: false,
  };
  return {
    plan,
    range: seriesRange(slot, days),
    subject: 'Mentor meeting',
    words: 'Looking forward to it.\nAnn',
    linkSentence: 'Prep notes: ',
    attendee: { name: 'Ben Test', address: 'ben@contoso.example' },
    place: { kind: 'teams' },
  };
}
const year = { from: Date.parse('2027-01-01T00:00:00Z'), to: Date.parse('2027-12-31T00:00:00Z') };
const messagesTo = (address: string): number => mailTo(graph.store, address).length;

describe('free/busy of two people', () => {
  it('comes in one request, with both working hours, and says who cannot be seen', async () => {
    const { calendar } = adaptersFor(graph, ann);
    await calendar.createSeries(seriesOf(), signal);
    graph.traffic.clear();
    const schedules = await calendar.schedules(
      {
        addresses: ['ann@contoso.example', 'ben@contoso.example', 'lee@partner.example'],
        from: year.from,
        to: year.from + 182 * 86_400_000,
      },
      signal,
    );
    expect(
      graph.traffic
        .lines()
        .split('\n')
        .filter((line) => line.includes('/v1.0/$batch')),
    ).toHaveLength(1);
    const [own, theirs, outside] = schedules;
    expect(own?.workingHours).toEqual({
      days: [1, 2, 3, 4],
      startMinute: 510,
      endMinute: 990,
      zone: { kind: 'named', name: 'W. Europe Standard Time' },
    });
    expect(own?.views.map(({ view }) => view.length)).toEqual([5856, 5856, 5760]);
    expect(own?.items.filter(({ status }) => status === 'busy')).toHaveLength(10);
    expect(theirs?.items.filter(({ status }) => status === 'tentative')).toHaveLength(10);
    expect(outside).toMatchObject({ views: [], unknownReason: 'outside' });
  });
});

describe('a season', () => {
  it('stands on both calendars with the days of its plan, and the plan on one', async () => {
    const series = seriesOf();
    const made = await adaptersFor(graph, ann).calendar.createSeries(series, signal);
    const read = await adaptersFor(graph, ann).calendar.series(made.id, year, signal);
    expect(read?.series).toMatchObject({
      isOrganizer: true,
      zone: 'Europe/Berlin',
      startMinute: 780,
      lengthMinutes: 60,
      range: series.range,
      plan: series.plan,
    });
    expect(read?.series.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    expect(read?.occurrences.map(({ originalDay }) => originalDay)).toEqual(series.plan.days);
    expect(read?.occurrences.map(({ start }) => start)).toEqual(
      series.plan.days.map((day) => toInstant({ day, minuteOfDay: 780 }, 'Europe/Berlin')),
    );
    const theirs = await adaptersFor(graph, ben).calendar.mentorMeetings(year, signal);
    expect(theirs.series).toMatchObject([
      {
        isOrganizer: false,
        plan: undefined,
        link: { mentorshipId: series.plan.mentorshipId },
        iCalUId: made.iCalUId,
        ownResponse: 'notResponded',
      },
    ]);
    expect(theirs.occurrences.map(({ originalDay }) => originalDay)).toEqual(series.plan.days);
    expect(messagesTo('ben@contoso.example')).toBe(1);
  });

  it.each([
    { safeLinks: 'on', htmlRewriting: 'on' },
    { safeLinks: 'on', htmlRewriting: 'off' },
    { safeLinks: 'off', htmlRewriting: 'on' },
    { safeLinks: 'off', htmlRewriting: 'off' },
  ])('is found again whatever becomes of its body: %j', async (settings) => {
    graph.switches.set(settings);
    const series = seriesOf();
    await adaptersFor(graph, ann).calendar.createSeries(series, signal);
    for (const person of [ann, ben]) {
      const { series: found } = await adaptersFor(graph, person).calendar.mentorMeetings(year, signal);
      expect(found.map(({ link }) => link.mentorshipId)).toEqual([series.plan.mentorshipId]);
    }
  });

  it.each(['refusedIfChanged', 'refused', 'firstEvent'])(
    'is made once when it is sent twice and Exchange says %s',
    async (repeatedTransactionId) => {
      graph.switches.set({ repeatedTransactionId });
      const series = seriesOf();
      const { calendar } = adaptersFor(graph, ann);
      const first = await calendar.createSeries(series, signal);
      const second = await calendar.createSeries({ ...series, words: 'Other words' }, signal);
      expect(second.id).toBe(first.id);
      expect((await calendar.mentorMeetings(year, signal)).series).toHaveLength(1);
      expect(messagesTo('ben@contoso.example')).toBe(1);
    },
  );

  it('has the days of its plan for every slot, in every zone', async () => {
    const slots = fc.record({
      cadence: fc.oneof(
        fc.record({
          kind: fc.constant('weekly' as const),
          everyWeeks: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        }),
        fc.record({
          kind: fc.constant('monthly' as const),
          ordinal: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
          everyMonths: fc.constantFrom(1, 2),
        }),
      ),
      weekday: fc.constantFrom(1 as const, 3 as const, 5 as const, 7 as const),
      startMinute: fc.constantFrom(0, 480, 795, 1395),
      lengthMinutes: fc.constantFrom(30, 60),
      phase: fc.constant(0),
    });
    const zones = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Sydney',
      'Africa/Johannesburg',
      'UTC',
    );
    const { calendar } = adaptersFor(graph, ann);
    await fc.assert(
      fc.asyncProperty(slots, zones, async (slot, zone) => {
        const series = seriesOf(slot, zone, 30);
        const made = await calendar.createSeries(series, signal);
        const read = await calendar.series(made.id, year, signal);
        expect(read?.occurrences.map(({ originalDay }) => originalDay)).toEqual(series.plan.days);
        expect(read?.series.range).toEqual(series.range);
        expect(read?.series.startMinute).toBe(slot.startMinute);
      }),
      { numRuns: 25 },
    );
  });
});

/** Two moves and a skip of the first three dates, and what is then true. */
async function someChanges(made: { readonly id: string }): Promise<readonly DateChange[]> {
  const read = await adaptersFor(graph, ann).calendar.series(made.id, year, signal);
  return (read?.occurrences ?? [])
    .slice(0, 3)
    .map(({ id, start, end }, index): DateChange =>
      index === 1
        ? { kind: 'skip', occurrenceId: id }
        : { kind: 'move', occurrenceId: id, start: start + 86_400_000, end: end + 86_400_000 },
    );
}

async function stateOf(person: typeof ann): Promise<readonly string[]> {
  const { occurrences } = await adaptersFor(graph, person).calendar.mentorMeetings(year, signal);
  return occurrences
    .filter(({ isCancelled }) => !isCancelled)
    .map(({ start }) => new Date(start).toISOString());
}

/** Takes up again what the adapter could not settle or was refused as a whole, as booking does. */
async function changeUntilSettled(
  calendar: CalendarPort,
  seriesId: string,
  changes: readonly DateChange[],
): Promise<readonly string[]> {
  const settled = new Map<string, string>();
  for (let rounds = 0; rounds < 4 && settled.size < changes.length; rounds += 1) {
    const open = changes.filter(({ occurrenceId }) => !settled.has(occurrenceId));
    const outcomes = await calendar.changeDates(seriesId, open, signal).catch(() => []);
    for (const { occurrenceId, kind } of outcomes) if (kind !== 'again') settled.set(occurrenceId, kind);
  }
  return changes.map(({ occurrenceId }) => settled.get(occurrenceId) ?? 'open');
}

describe('moved and skipped dates', () => {
  it.each([
    { originalStart: 'absent', occurrenceId: 'absent' },
    { originalStart: 'null', occurrenceId: 'present' },
    { originalStart: 'present', occurrenceId: 'absent' },
  ])('keep their place in the season: %j', async (settings) => {
    graph.switches.set(settings);
    const series = seriesOf();
    const { calendar } = adaptersFor(graph, ann);
    const made = await calendar.createSeries(series, signal);
    const outcomes = await calendar.changeDates(made.id, await someChanges(made), signal);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    const read = await calendar.series(made.id, year, signal);
    expect(read?.occurrences.map(({ originalDay }) => originalDay)).toEqual(
      series.plan.days.filter((_, index) => index !== 1),
    );
    expect(read?.occurrences.map(({ isException }) => isException).slice(0, 3)).toEqual([true, true, false]);
  });

  it.each([
    { status: 429, retryAfter: 1 },
    { status: 500 },
    { status: 503 },
    { status: 504 },
    { status: 409 },
    { cut: 'before' },
    { cut: 'after' },
  ])('are sent once, whatever happens to one of them or to all: %j', async (fault) => {
    const undisturbed = seriesOf();
    const { calendar } = adaptersFor(graph, ann);
    const before = await calendar.createSeries(undisturbed, signal);
    await calendar.changeDates(before.id, await someChanges(before), signal);
    const [calm, calmTheirs, calmMessages] = [
      await stateOf(ann),
      await stateOf(ben),
      messagesTo('ben@contoso.example'),
    ];

    for (const where of [
      { path: '/v1.0/$batch', method: 'POST' },
      { path: '/v1.0/me/events/', method: 'PATCH' },
      { path: '/v1.0/me/events/', method: 'DELETE' },
    ]) {
      await graph.ask(undefined, '/sandbox/reset', { method: 'POST' });
      const series = seriesOf();
      const made = await calendar.createSeries(series, signal);
      const changes = await someChanges(made);
      graph.faults.replace([{ ...where, ...fault, count: 1 }]);
      expect(await changeUntilSettled(calendar, made.id, changes)).toEqual(['done', 'done', 'done']);
      expect(await stateOf(ann)).toEqual(calm);
      expect(await stateOf(ben)).toEqual(calmTheirs);
      expect(messagesTo('ben@contoso.example')).toBe(calmMessages);
    }
  });
});

describe('closing, cancelling, answering', () => {
  it('closes the plan without a message', async () => {
    const series = seriesOf();
    const { calendar } = adaptersFor(graph, ann);
    const made = await calendar.createSeries(series, signal);
    const sent = messagesTo('ben@contoso.example');
    await calendar.closePlan(made.id, series.plan, signal);
    expect((await calendar.series(made.id, year, signal))?.series.plan?.closed).toBe(true);
    expect(messagesTo('ben@contoso.example')).toBe(sent);
  });

  it.each([{ cut: 'after' }, { cut: 'before' }, { status: 504 }, { status: 503 }])(
    'cancels with one line, once: %j',
    async (fault) => {
      const { calendar } = adaptersFor(graph, ann);
      const made = await calendar.createSeries(seriesOf(), signal);
      const sent = messagesTo('ben@contoso.example');
      graph.faults.replace([{ ...fault, path: '/cancel', count: 1 }]);
      await calendar.cancelSeries(made.id, 'Another time, gladly.', signal);
      expect(messagesTo('ben@contoso.example')).toBe(sent + 1);
      expect(await stateOf(ann)).toEqual([]);
      expect(await stateOf(ben)).toEqual([]);
    },
  );

  it('answers an invitation, and the organiser sees a proposed time', async () => {
    await adaptersFor(graph, ann).calendar.createSeries(seriesOf(), signal);
    const { calendar } = adaptersFor(graph, ben);
    const { occurrences } = await calendar.mentorMeetings(year, signal);
    const [first] = occurrences;
    const proposed = { start: (first?.start ?? 0) + 3_600_000, end: (first?.end ?? 0) + 3_600_000 };
    await calendar.respond(
      first?.id ?? '',
      { kind: 'tentative', comment: 'An hour later?', proposed },
      signal,
    );
    const seen = await adaptersFor(graph, ann).calendar.mentorMeetings(year, signal);
    expect(seen.occurrences[0]?.attendees[0]).toMatchObject({
      response: 'tentative',
      proposedStart: proposed.start,
      proposedEnd: proposed.end,
    });
  });
});

describe('a full calendar', () => {
  it('is read to its last page', async () => {
    const series = seriesOf();
    await adaptersFor(graph, ann).calendar.createSeries(series, signal);
    const daily = {
      subject: 'Desk',
      body: { contentType: 'html', content: '<p>Desk shift</p>' },
      start: { dateTime: '2027-01-01T08:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-01-01T08:30:00', timeZone: 'UTC' },
      recurrence: {
        pattern: { type: 'daily', interval: 1 },
        range: { type: 'endDate', startDate: '2027-01-01', endDate: '2027-12-30' },
      },
    };
    for (let count = 0; count < 4; count += 1) {
      const answer = await graph.ask(ann, '/v1.0/me/events', { method: 'POST', body: daily });
      expect(answer.status).toBe(201);
    }
    const { occurrences } = await adaptersFor(graph, ann).calendar.mentorMeetings(year, signal);
    expect(occurrences).toHaveLength(series.plan.days.length);
  });
});
