import { toInstant } from '#domain/time/wallClock.ts';
import type { NewSingle } from '#ports/calendar.ts';
import { mailTo } from '#sandbox/graph/mail/mailLog.ts';
import { directoryUser } from '#test/support/directoryUser.ts';
import { startGraph, type RunningGraph } from '#test/support/startGraph.ts';
import { adaptersFor } from './adaptersOverGraph.ts';

const [ann, ben, cy] = [directoryUser('Ann'), directoryUser('Ben'), directoryUser('Cy')];
const signal = new AbortController().signal;
let graph: RunningGraph;

beforeAll(async () => {
  graph = await startGraph([ann, ben, cy]);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.store.reset();
  await graph.ask(undefined, '/sandbox/reset', { method: 'POST' });
});

const zone = 'Europe/London';

function coffee(): NewSingle {
  const start = toInstant({ day: '2027-04-06', minuteOfDay: 735 }, zone);
  return {
    mentorshipId: crypto.randomUUID(),
    transactionId: crypto.randomUUID(),
    start,
    end: start + 45 * 60_000,
    zone,
    subject: 'Lunch: Ann, Ben and Cy',
    words: 'My treat. <b>&',
    linkSentence: 'Prep notes: ',
    attendees: [
      { name: 'Ben Test', address: 'ben@contoso.example' },
      { name: 'Cy Test', address: 'cy@contoso.example' },
    ],
    place: { kind: 'words', text: 'The Courtyard' },
  };
}

const invitations = (address: string): number => mailTo(graph.store, address).length;

async function lunches(): Promise<readonly Record<string, unknown>[]> {
  const { body } = await graph.ask(
    ben,
    '/v1.0/me/calendarView?startDateTime=2027-04-06T00:00:00Z&endDateTime=2027-04-07T00:00:00Z',
  );
  return (body as { value: readonly Record<string, unknown>[] }).value;
}

describe('a single meeting', () => {
  it('stands in every calendar at its time and place, with one invitation each', async () => {
    const { calendar } = adaptersFor(graph, ann);
    const meeting = coffee();
    const made = await calendar.createSingle(meeting, signal);
    expect([made.start, made.end]).toEqual([meeting.start, meeting.end]);
    expect([invitations('ben@contoso.example'), invitations('cy@contoso.example')]).toEqual([1, 1]);
    expect(await lunches()).toMatchObject([
      {
        subject: meeting.subject,
        iCalUId: made.iCalUId,
        location: { displayName: 'The Courtyard' },
        body: { content: expect.stringContaining(meeting.mentorshipId) },
      },
    ]);
  });

  it.each(['before', 'after'])('is made once when the connection is cut %s the server acts', async (cut) => {
    const { calendar } = adaptersFor(graph, ann);
    await graph.ask(undefined, '/sandbox/faults', {
      method: 'POST',
      body: [{ method: 'POST', path: '/v1.0/me/events', cut, count: 1 }],
    });
    await calendar.createSingle(coffee(), signal);
    expect(await lunches()).toHaveLength(1);
    expect(invitations('ben@contoso.example')).toBe(1);
  });

  it('is found again where a repeated transaction id is refused', async () => {
    const { calendar } = adaptersFor(graph, ann);
    const meeting = coffee();
    const made = await calendar.createSingle(meeting, signal);
    await graph.ask(undefined, '/sandbox/faults', {
      method: 'POST',
      body: [{ method: 'POST', path: '/v1.0/me/events', status: 409, count: 1 }],
    });
    expect(await calendar.createSingle(meeting, signal)).toEqual(made);
    expect(await lunches()).toHaveLength(1);
  });

  it('is seen by the one invited as somebody else’s, by the mentorship it belongs to', async () => {
    const meeting = coffee();
    await adaptersFor(graph, ann).calendar.createSingle(meeting, signal);
    const window = { from: meeting.start, to: meeting.end };
    expect(await adaptersFor(graph, ben).calendar.singles(window, signal)).toMatchObject([
      { mentorshipId: meeting.mentorshipId, isOrganizer: false, organizerAddress: 'ann@contoso.example' },
    ]);
    expect(await adaptersFor(graph, ann).calendar.singles(window, signal)).toMatchObject([
      { isOrganizer: true },
    ]);
  });

  it('is called off with a kind line', async () => {
    const { calendar } = adaptersFor(graph, ann);
    const made = await calendar.createSingle(coffee(), signal);
    await calendar.cancelSeries(made.id, 'Another day!', signal);
    expect(invitations('ben@contoso.example')).toBe(2);
    expect((await lunches()).filter((each) => each.isCancelled !== true)).toEqual([]);
  });
});
