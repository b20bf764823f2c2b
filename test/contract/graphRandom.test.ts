import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { RecurrencePattern } from '#sandbox/graph/recurrenceTypes.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { isLong } from '#test/support/isLong.ts';
import { recurrencePatterns, ruleOf } from '#test/support/recurrencePatterns.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';

jest.setTimeout(isLong ? 1_800_000 : 60_000);

const ann = directoryUser('Ann');
let graph: RunningGraph;
beforeEach(async () => {
  graph = await startGraph([ann]);
});
afterEach(() => graph.stop());

const send = (method: string, path: string, body?: unknown) =>
  graph.ask(ann, `/v1.0${path}`, { method, body });

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const indexes: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  [-1]: 'last',
};

/** A pattern as requests bring it. */
function wirePattern(pattern: RecurrencePattern): Record<string, unknown> {
  const { type, interval } = pattern;
  return {
    type,
    interval,
    ...('days' in pattern ? { daysOfWeek: pattern.days.map((day) => weekdays[day]) } : {}),
    ...('firstDay' in pattern ? { firstDayOfWeek: weekdays[pattern.firstDay] } : {}),
    ...('dayOfMonth' in pattern ? { dayOfMonth: pattern.dayOfMonth } : {}),
    ...('month' in pattern ? { month: pattern.month } : {}),
    ...('index' in pattern ? { index: indexes[pattern.index] } : {}),
  };
}

/** As written in the request, and the same zone for the independent library. */
const namedZones = fc.constantFrom(
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Europe/Paris', 'Europe/Paris'],
  ['Eastern Standard Time', 'America/New_York'],
  ['America/Sao_Paulo', 'America/Sao_Paulo'],
  ['Lord Howe Standard Time', 'Australia/Lord_Howe'],
  ['India Standard Time', 'Asia/Kolkata'],
  ['UTC', 'UTC'],
);
const ranges = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((numberOfOccurrences) => ({ type: 'numbered', numberOfOccurrences })),
  fc.integer({ min: 0, max: 1500 }).map((days) => ({ type: 'endDate', days })),
  fc.constant({ type: 'noEnd' }),
);

describe('a series made and read over the wire', () => {
  it('has the dates that an independent library gives it, in instances and in the calendar', async () => {
    await fc.assert(
      fc.asyncProperty(
        recurrencePatterns,
        namedZones,
        ranges,
        fc.integer({ min: 0, max: 700 }),
        // From four o'clock: a time that the clock skips is left out there and moved on by Exchange.
        fc.integer({ min: 16, max: 90 }),
        fc.integer({ min: 0, max: 900 }),
        async (pattern, [written = '', iana = ''], range, startOffset, quarter, windowOffset) => {
          const first = Temporal.PlainDate.from('2027-01-01').add({ days: startOffset });
          const clock = Temporal.PlainTime.from('00:00').add({ minutes: quarter * 15 });
          const start = first.toPlainDateTime(clock);
          const endDate = 'days' in range ? first.add({ days: range.days }) : undefined;
          const made = await send('POST', '/me/events', {
            subject: 'Random',
            start: { dateTime: start.toString({ smallestUnit: 'second' }), timeZone: written },
            end: {
              dateTime: start.add({ minutes: 45 }).toString({ smallestUnit: 'second' }),
              timeZone: written,
            },
            recurrence: {
              pattern: wirePattern(pattern),
              range: {
                type: range.type,
                startDate: first.toString(),
                ...('numberOfOccurrences' in range ? { numberOfOccurrences: range.numberOfOccurrences } : {}),
                ...(endDate ? { endDate: endDate.toString() } : {}),
              },
            },
          });
          const from = first.add({ days: windowOffset }).toZonedDateTime('UTC').toInstant();
          const to = from.add({ hours: 24 * 700 });
          const rule = new RRuleTemporal({
            rruleString: `${ruleOf(pattern)}${'numberOfOccurrences' in range ? `;COUNT=${range.numberOfOccurrences}` : ''}`,
            dtstart: start.toZonedDateTime(iana),
            tzid: iana,
            maxIterations: 100_000,
          });
          const lastDay = endDate?.toString() ?? '9999';
          const wanted = rule
            .between(
              new Date(from.epochMilliseconds - 45 * 60_000 + 1),
              new Date(to.epochMilliseconds - 1),
              true,
            )
            .filter((date) => date.toPlainDate().toString() <= lastDay)
            .map((date) => date.epochMilliseconds);
          if (made.status === 400) {
            // Exchange refuses a series without a single date.
            expect([made.body.error.code, wanted]).toEqual(['ErrorRecurrenceHasNoOccurrence', []]);
            return;
          }
          expect(made.status).toBe(201);
          const window = `startDateTime=${from.toString()}&endDateTime=${to.toString()}&$top=1000&$select=start`;
          for (const path of [`/me/events/${made.body.id}/instances`, '/me/calendarView']) {
            const { body } = await send('GET', `${path}?${window}`);
            const starts = body.value.map(({ start: at }: { start: { dateTime: string } }) =>
              Date.parse(`${at.dateTime.slice(0, 19)}Z`),
            );
            expect([path, starts]).toEqual([path, wanted]);
          }
          expect((await send('DELETE', `/me/events/${made.body.id}`)).status).toBe(204);
        },
      ),
      { numRuns: isLong ? 3000 : 60 },
    );
  });
});

describe('free/busy over the wire', () => {
  it('is what a plain sweep over the calendar gives', async () => {
    const digits: Readonly<Record<string, number>> = { tentative: 1, busy: 2, oof: 3 };
    const entries = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 5 }),
        quarter: fc.integer({ min: 0, max: 95 }),
        minutes: fc.integer({ min: 1, max: 600 }),
        showAs: fc.constantFrom('free', 'tentative', 'busy', 'oof', 'workingElsewhere'),
        weekly: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(entries, fc.constantFrom(5, 15, 30, 60), async (list, interval) => {
        const ids: string[] = [];
        for (const { day, quarter, minutes, showAs, weekly } of list) {
          const start = Temporal.PlainDateTime.from('2027-03-22T00:00').add({
            days: day,
            minutes: quarter * 15,
          });
          const at = (time: Temporal.PlainDateTime) => ({
            dateTime: time.toString({ smallestUnit: 'second' }),
            timeZone: 'Europe/Berlin',
          });
          const { body } = await send('POST', '/me/events', {
            subject: 'x',
            showAs,
            start: at(start),
            end: at(start.add({ minutes })),
            ...(weekly
              ? {
                  recurrence: {
                    pattern: { type: 'daily', interval: 7 },
                    range: { type: 'noEnd', startDate: start.toPlainDate().toString() },
                  },
                }
              : {}),
          });
          ids.push(body.id);
        }
        // Over a change of the clocks.
        const [from, to] = [Date.UTC(2027, 2, 22), Date.UTC(2027, 3, 5)];
        const utc = (epochMilli: number) => ({
          dateTime: new Date(epochMilli).toISOString().slice(0, 19),
          timeZone: 'UTC',
        });
        const view = await send(
          'GET',
          `/me/calendarView?startDateTime=${new Date(from).toISOString()}&endDateTime=${new Date(to).toISOString()}&$top=1000&$select=start,end,showAs`,
        );
        const spans: readonly { from: number; to: number; digit: number }[] = view.body.value.map(
          (event: { start: { dateTime: string }; end: { dateTime: string }; showAs: string }) => ({
            from: Date.parse(`${event.start.dateTime.slice(0, 19)}Z`),
            to: Date.parse(`${event.end.dateTime.slice(0, 19)}Z`),
            digit: digits[event.showAs] ?? 0,
          }),
        );
        let wanted = '';
        for (let slot = from; slot < to; slot += interval * 60_000)
          wanted += String(
            Math.max(
              0,
              ...spans
                .filter((span) => span.from < slot + interval * 60_000 && span.to > slot)
                .map(({ digit }) => digit),
            ),
          );
        const { body } = await send('POST', '/me/calendar/getSchedule', {
          schedules: [ann.mail],
          startTime: utc(from),
          endTime: utc(to),
          availabilityViewInterval: interval,
        });
        expect(body.value[0].availabilityView).toBe(wanted);
        for (const id of ids) await send('DELETE', `/me/events/${id}`);
      }),
      { numRuns: isLong ? 500 : 15 },
    );
  });
});
