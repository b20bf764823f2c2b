import type { BookingPlan } from '#domain/season/bookingPlan.ts';
import type { DateDecision } from '#domain/season/types.ts';
import { toInstant } from '#domain/time/wallClock.ts';
import {
  bookSeason,
  finishSeason,
  nothingYet,
  type LookAgain,
  type RunOutcome,
  type RunProgress,
} from '#features/booking/run/bookSeason.ts';
import type { SeasonTask } from '#features/booking/run/seasonTask.ts';
import { undoSeason } from '#features/booking/run/undoSeason.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { CalendarCall } from '#test/support/fakes/fakeCalendar.ts';
import { moveBack, taskWith, thursdayDays } from '#test/support/fakes/seasonTasks.ts';
import { account, dana, leeds, morgan, now, tellStory, type Story } from '#test/support/fakes/story.ts';

/** Eight changes, as the request budget is told for: seven moved and one skipped. */
const eightChanges: readonly DateDecision[] = [
  ...thursdayDays.slice(1, 8).map(moveBack),
  { kind: 'skip', day: '2027-05-20' },
];

const sees = (changedDays: LookAgain['changedDays'] = () => []): LookAgain => ({
  addresses: [morgan.address, dana.address],
  acceptsTwin: false,
  changedDays,
});
const book = (
  story: Story,
  task: SeasonTask,
  look = sees(),
  report: (progress: RunProgress) => void = () => undefined,
  signal = new AbortController().signal,
): Promise<RunOutcome> => bookSeason(story.services, task, look, report, signal);
const finish = (
  story: Story,
  task: SeasonTask,
  outcome: RunOutcome,
  options: { readonly leavesRefused?: boolean } = {},
): Promise<RunOutcome> =>
  finishSeason(
    story.services,
    task,
    outcome.kind === 'stopped' ? outcome.progress : nothingYet,
    () => undefined,
    new AbortController().signal,
    options,
  );

describe('bookSeason', () => {
  it('makes the series, moves and skips, closes the plan, and sends each message once', async () => {
    const story = tellStory();
    const outcome = await book(story, taskWith(eightChanges));
    expect(outcome).toMatchObject({ kind: 'booked', lost: [] });
    expect(story.calendar.standing()).toHaveLength(12);
    expect(story.calendar.mail).toHaveLength(9);
    expect(new Set(story.calendar.mail).size).toBe(9);
  });

  it('takes eight requests for eight changes, and six for none', async () => {
    const story = tellStory();
    await book(story, taskWith(eightChanges));
    expect(story.calendar.calls).toEqual([
      'schedules',
      'mentorMeetings',
      'createSeries',
      'series',
      'changeDates',
      'changeDates',
      'mentorMeetings',
      'closePlan',
    ]);
    const plain = tellStory();
    await book(plain, taskWith([]));
    expect(plain.calendar.calls).toHaveLength(6);
  });

  it('makes and shares the folder of the notes before the series, whose link leads there', async () => {
    const story = tellStory();
    const outcome = await book(story, taskWith([]));
    expect(story.drives.calls.slice(0, 2)).toEqual(['oid-morgan makeShared', 'oid-morgan share']);
    expect(outcome).toMatchObject({
      series: { link: { driveId: 'drive-oid-morgan', folderId: expect.stringMatching(/^Shared\//) } },
    });
  });

  it.each(['needs-consent', 'not-found', 'full', 'offline'] as const)(
    'books without notes when OneDrive answers %s',
    async (code) => {
      const story = tellStory();
      story.files.fail('makeShared', code);
      const outcome = await book(story, taskWith([]));
      expect(outcome).toMatchObject({ kind: 'booked', series: { link: { driveId: undefined } } });
    },
  );

  it('reports each rung', async () => {
    const story = tellStory();
    const rungs: string[] = [];
    await book(story, taskWith(eightChanges), sees(), ({ rung, doneDays }) =>
      rungs.push(`${rung} ${doneDays.length}`),
    );
    expect([...new Set(rungs)]).toEqual([
      'look 0',
      'notes 0',
      'series 0',
      'changes 0',
      'changes 5',
      'changes 8',
      'readBack 8',
    ]);
  });

  it('sends nothing when a calendar changed since the person looked', async () => {
    const story = tellStory();
    const outcome = await book(
      story,
      taskWith([]),
      sees(() => ['2027-01-28']),
    );
    expect(outcome).toMatchObject({ kind: 'changed', days: ['2027-01-28'] });
    expect(story.calendar.mail).toEqual([]);
  });

  it('sends nothing when the two have such a season by now, unless it is wanted', async () => {
    const story = tellStory();
    await book(story, taskWith([], 'other-window'));
    const outcome = await book(story, taskWith([]));
    expect(outcome).toMatchObject({ kind: 'twin', twin: { series: { id: 'series-1' } } });
    expect(story.calendar.mail).toHaveLength(1);
    const wanted = await book(story, taskWith([]), { ...sees(), acceptsTwin: true });
    expect(wanted).toMatchObject({ kind: 'booked', twin: { series: { id: 'series-1' } } });
  });

  it('is one series when the same click is carried out twice', async () => {
    const story = tellStory();
    await book(story, taskWith([]));
    expect(await book(story, taskWith([]))).toMatchObject({ kind: 'booked' });
    expect(story.calendar.standing()).toHaveLength(13);
    expect(story.calendar.mail).toHaveLength(1);
  });

  it('tries again what the calendar asks to try again, after the time it asks for', async () => {
    const story = tellStory();
    story.calendar.postpone(3);
    expect(await book(story, taskWith(eightChanges))).toMatchObject({ kind: 'booked', lost: [] });
    expect(story.clock.waits).toEqual([1000]);
    expect(story.calendar.mail).toHaveLength(9);
  });

  it('gives up in words when the dates never take their changes', async () => {
    const story = tellStory();
    story.calendar.postpone(1000);
    const outcome = await book(story, taskWith(eightChanges));
    expect(outcome).toMatchObject({ kind: 'stopped', failure: { code: 'unavailable' } });
  });

  it('stays open when the calendar refuses a change: tried again, undone, or left as it is, as the person says', async () => {
    const story = tellStory();
    const task = taskWith(eightChanges);
    const refusedDay = '2027-02-11';
    story.calendar.refuse([refusedDay]);
    const stopped = await book(story, task);
    expect(stopped).toMatchObject({
      kind: 'stopped',
      failure: { code: 'refused' },
      progress: { rung: 'changes', refusedDays: [refusedDay] },
    });
    const readPlan = async () => {
      const { series } = await story.calendar.mentorMeetings(task.window, new AbortController().signal);
      return series[0]?.plan;
    };
    expect(await readPlan()).toMatchObject({ closed: false });

    expect(await finish(story, task, stopped)).toMatchObject({ kind: 'stopped' });
    expect(await finish(story, task, stopped, { leavesRefused: true })).toMatchObject({
      kind: 'booked',
      lost: [{ day: refusedDay, why: 'refused' }],
    });
    expect(await readPlan()).toMatchObject({ closed: true });
    expect(story.calendar.mail).toHaveLength(8);
  });

  it('makes the refused change when it is let in the next time', async () => {
    const story = tellStory();
    const task = taskWith(eightChanges);
    story.calendar.refuse(['2027-02-11']);
    const stopped = await book(story, task);
    story.calendar.refuse([]);
    expect(await finish(story, task, stopped)).toMatchObject({ kind: 'booked', lost: [] });
    expect(new Set(story.calendar.mail).size).toBe(9);
  });

  it('tells until when it waits between two rounds', async () => {
    const story = tellStory();
    story.calendar.postpone(3);
    const waits: (number | undefined)[] = [];
    await book(story, taskWith(eightChanges), sees(), ({ waitUntil }) => waits.push(waitUntil));
    expect([...new Set(waits)]).toEqual([undefined, now + 1000]);
    expect(waits.at(-1)).toBeUndefined();
  });

  it('takes a season before or after it for no twin', async () => {
    const story = tellStory();
    await book(story, taskWith([], 'season-1'));
    const earlier = taskWith([], 'season-2');
    const plan: BookingPlan = { ...earlier.plan, days: ['2027-07-15', '2027-07-29'] };
    const outcome = await book(story, {
      ...earlier,
      plan,
      newSeries: { ...earlier.newSeries, plan },
      window: { from: Date.UTC(2027, 0, 1), to: Date.UTC(2027, 8, 1) },
    });
    expect(outcome).toMatchObject({ kind: 'booked', twin: undefined });
  });

  it('leaves alone what somebody changed by hand meanwhile', async () => {
    const story = tellStory();
    story.calendar.fail({ call: 'changeDates', kind: 'before' });
    const task = taskWith([moveBack('2027-01-28'), moveBack('2027-02-11')]);
    const stopped = await book(story, task);
    const there = await story.calendar.series('series-1', task.window, new AbortController().signal);
    if (there === undefined) throw new Error('no series');
    const other = toInstant({ day: '2027-01-29', minuteOfDay: 600 }, leeds);
    story.calendar.put(
      there.series,
      there.occurrences
        .filter((date) => date.originalDay !== '2027-02-11')
        .map((date) =>
          date.originalDay === '2027-01-28' ? { ...date, start: other, end: other + 3_600_000 } : date,
        ),
    );
    expect(await finish(story, task, stopped)).toMatchObject({
      kind: 'booked',
      lost: [
        { day: '2027-01-28', why: 'movedByHand' },
        { day: '2027-02-11', why: 'gone' },
      ],
    });
    expect(story.calendar.mail).toHaveLength(1);
  });

  it('writes nothing for another account than the one the booking began with', async () => {
    const story = tellStory();
    story.identity.become({ ...account, oid: 'somebody-else' });
    expect(await book(story, taskWith([]))).toMatchObject({
      kind: 'stopped',
      failure: { code: 'wrong-account' },
    });
    expect(story.calendar.calls).not.toContain('createSeries');
  });

  it('notices that the season was cancelled under its hands', async () => {
    const story = tellStory();
    story.calendar.fail({ call: 'changeDates', kind: 'before' });
    const task = taskWith(eightChanges);
    const stopped = await book(story, task);
    await story.calendar.cancelSeries('series-1', 'by hand', new AbortController().signal);
    expect(await finish(story, task, stopped)).toEqual({ kind: 'gone' });
  });
});

describe('a booking that stops anywhere', () => {
  const writes: readonly (readonly [CalendarCall, number])[] = [
    ['schedules', 0],
    ['mentorMeetings', 0],
    ['createSeries', 0],
    ['series', 0],
    ['changeDates', 0],
    ['changeDates', 1],
    ['mentorMeetings', 1],
    ['closePlan', 0],
  ];
  const kinds = ['before', 'after'] as const;

  it.each(writes.flatMap(([call, skip]) => kinds.map((kind) => [call, skip, kind] as const)))(
    'is finished to the same end: %s (%i) cut %s',
    async (call, skip, kind) => {
      const undisturbed = tellStory();
      await book(undisturbed, taskWith(eightChanges));

      const story = tellStory();
      story.calendar.fail({ call, skip, kind });
      const task = taskWith(eightChanges);
      const stopped = await book(story, task);
      expect(stopped).toMatchObject({ kind: 'stopped', failure: { code: 'offline' } });
      const finished =
        stopped.kind === 'stopped' && stopped.progress.rung === 'look'
          ? await book(story, task)
          : await finish(story, task, stopped);
      expect(finished).toMatchObject({ kind: 'booked', lost: [] });
      expect(story.calendar.standing()).toEqual(undisturbed.calendar.standing());
      expect(story.calendar.mail.toSorted()).toEqual(undisturbed.calendar.mail.toSorted());
    },
  );

  it.each(writes.flatMap(([call, skip]) => kinds.map((kind) => [call, skip, kind] as const)))(
    'is undone without a live date: %s (%i) cut %s',
    async (call, skip, kind) => {
      const story = tellStory();
      story.calendar.fail({ call, skip, kind });
      const task = taskWith(eightChanges);
      const stopped = await book(story, task);
      const id = stopped.kind === 'stopped' ? stopped.progress.series?.id : undefined;
      const outcome = await undoSeason(
        story.services,
        task,
        { seriesId: id, line: 'Sorry', isAgain: false },
        new AbortController().signal,
      );
      const wasMade = story.calendar.mail.some((line) => line.startsWith('invitation'));
      expect(outcome).toEqual({ kind: 'undone', wasThere: wasMade });
      expect(story.calendar.standing()).toEqual([]);
    },
  );

  it('says that a series may be there when its answer was lost, and never makes a second', async () => {
    const story = tellStory();
    story.calendar.fail({ call: 'createSeries', kind: 'after' });
    const task = taskWith([]);
    const stopped = await book(story, task);
    expect(stopped).toMatchObject({ kind: 'stopped', progress: { series: undefined, isSeriesUnsure: true } });
    expect(await finish(story, task, stopped)).toMatchObject({ kind: 'booked' });
    expect(story.calendar.mail).toHaveLength(1);
  });

  it('stops at once when told to, although no answer ever comes', async () => {
    const story = tellStory();
    story.calendar.fail({ call: 'changeDates', kind: 'silent' });
    const stop = new AbortController();
    const running = book(story, taskWith(eightChanges), sees(), () => undefined, stop.signal);
    await new Promise((resolve) => setTimeout(resolve, 0));
    stop.abort();
    expect(await running).toMatchObject({
      kind: 'stopped',
      failure: undefined,
      progress: { rung: 'changes', series: { id: 'series-1' } },
    });
  });

  it('finishes from another device, where only the calendar knows of it', async () => {
    const story = tellStory();
    story.calendar.fail({ call: 'changeDates', kind: 'after' });
    const task = taskWith(eightChanges);
    await book(story, task);
    const found = await story.calendar.mentorMeetings(task.window, new AbortController().signal);
    const outcome = await finishSeason(
      story.services,
      { ...task, newSeries: undefined },
      { ...nothingYet, rung: 'changes', series: found.series[0] },
      () => undefined,
      new AbortController().signal,
    );
    expect(outcome).toMatchObject({ kind: 'booked', lost: [] });
    expect(story.calendar.mail).toHaveLength(9);
  });
});

describe('undoSeason', () => {
  it('is stopped by a failure and can be taken up again', async () => {
    const story = tellStory();
    const task = taskWith([]);
    await book(story, task);
    story.calendar.fail({
      call: 'cancelSeries',
      kind: 'before',
      failure: new ServiceFailure('throttled', '429'),
    });
    const { signal } = new AbortController();
    const undo = { seriesId: 'series-1', line: 'Sorry', isAgain: false };
    expect(await undoSeason(story.services, task, undo, signal)).toMatchObject({
      kind: 'stopped',
      failure: { code: 'throttled' },
    });
    expect(await undoSeason(story.services, task, undo, signal)).toEqual({
      kind: 'undone',
      wasThere: true,
    });
    expect(story.calendar.mail).toEqual(['invitation Mentor meeting: Morgan and Dana', 'cancelled Sorry']);
  });

  it('counts a series that went with an earlier try as taken back', async () => {
    const story = tellStory();
    const { signal } = new AbortController();
    const undo = { seriesId: 'nowhere', line: 'Sorry', isAgain: true };
    expect(await undoSeason(story.services, taskWith([]), undo, signal)).toEqual({
      kind: 'undone',
      wasThere: true,
    });
  });

  it('sends nothing for a series that is gone already', async () => {
    const story = tellStory();
    expect(
      await undoSeason(
        story.services,
        taskWith([]),
        { seriesId: 'nowhere', line: 'Sorry', isAgain: false },
        new AbortController().signal,
      ),
    ).toEqual({ kind: 'undone', wasThere: false });
  });
});
