import { linkOf, masterIdOf, readOccurrences, readSeries } from '#adapters/graph/wire/event.ts';
import { plan } from '../../support/plans.ts';
import { context, utc, wireDate, wireSeries } from '../../support/wireEvents.ts';

const link = { mentorshipId: plan.mentorshipId, driveId: undefined, folderId: undefined };
const series = readSeries(wireSeries(), link, context);

describe('a series of ours', () => {
  it('is told by the link in its body', () => {
    expect(linkOf(wireSeries(), context)).toEqual(link);
    expect(
      linkOf(wireSeries({ body: { contentType: 'text', content: 'Weekly sync' } }), context),
    ).toBeUndefined();
    expect(linkOf(wireSeries({ body: null }), context)).toBeUndefined();
    expect(linkOf('event', context)).toBeUndefined();
  });

  it('is read with its plan, times in its own zone, and whoever is in it', () => {
    expect(series).toEqual({
      id: 'AAMkMaster=',
      iCalUId: '040000008200E0',
      etag: 'W/"abc"',
      subject: 'Mentor meeting',
      isOrganizer: true,
      organizer: {
        name: 'Morgan Reed',
        address: 'morgan@example.org',
        response: 'organizer',
        proposedStart: undefined,
        proposedEnd: undefined,
      },
      attendees: [
        {
          name: 'Dana Moore',
          address: 'dana@example.org',
          response: 'accepted',
          proposedStart: undefined,
          proposedEnd: undefined,
        },
      ],
      ownResponse: 'organizer',
      isCancelled: false,
      link,
      zone: 'Europe/London',
      range: { cadence: { kind: 'weekly', everyWeeks: 2 }, firstDay: '2027-03-04', lastDay: '2027-04-15' },
      startMinute: 780,
      lengthMinutes: 60,
      place: 'Microsoft Teams Meeting',
      joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x',
      webLink: 'https://outlook.office365.com/owa/?itemid=AAMk',
      plan,
    });
  });

  it('has no plan in the copy of the attendee, and none that is damaged', () => {
    expect(
      readSeries(wireSeries({ singleValueExtendedProperties: undefined }), link, context).plan,
    ).toBeUndefined();
    const damaged = [
      { id: 'String {8B0E1C5A-4D3F-4A57-9C2B-6F1D0E7A9B34} Name MentorMeetingsPlan', value: '{"version":1' },
    ];
    expect(
      readSeries(wireSeries({ singleValueExtendedProperties: damaged }), link, context).plan,
    ).toBeUndefined();
  });

  it('takes the zone of the series when it was moved to another since', () => {
    const recurrence = {
      ...Object(wireSeries().recurrence),
      range: {
        type: 'endDate',
        startDate: '2027-03-04',
        endDate: '2027-04-15',
        recurrenceTimeZone: 'South Africa Standard Time',
      },
    };
    expect(readSeries(wireSeries({ recurrence }), link, context)).toMatchObject({
      zone: 'Africa/Johannesburg',
      startMinute: 900,
    });
  });

  it('does not let names and places turn the line around them, or fill the screen', () => {
    const hostile = readSeries(
      wireSeries({
        subject: `\u202Eevil${'x'.repeat(10_000)}`,
        location: { displayName: 'Room\u200B\u0007 1' },
        attendees: [{ emailAddress: { name: 'Da\u202Ena', address: 'dana@example.org' } }],
      }),
      link,
      context,
    );
    expect(hostile.subject.length).toBeLessThanOrEqual(300);
    expect(hostile.subject).toMatch(/^evil/);
    expect(hostile.place).toBe('Room 1');
    expect(hostile.attendees[0]?.name).toBe('Dana');
  });

  it('does not hold addresses that lead elsewhere', () => {
    const hostile = readSeries(
      wireSeries({ onlineMeeting: { joinUrl: 'https://evil.example/join' }, webLink: 'javascript:alert(1)' }),
      link,
      context,
    );
    expect(hostile).toMatchObject({ joinUrl: undefined, webLink: undefined });
  });

  it('fails with a word for it when Graph leaves out what it promises', () => {
    expect(() => readSeries(wireSeries({ start: undefined }), link, context)).toThrow(
      expect.objectContaining({ code: 'unexpected' }),
    );
  });
});

describe('the dates of a series', () => {
  const dates = [
    wireDate('d1', '2027-03-04T13:00', '2027-03-04T14:00'),
    wireDate('d2', '2027-03-18T13:00', '2027-03-18T14:00'),
    wireDate('d3', '2027-04-01T12:00', '2027-04-01T13:00'),
    wireDate('d4', '2027-04-15T12:00', '2027-04-15T13:00'),
  ];

  it('are told by the local days of the series, over a change of clocks', () => {
    expect(readOccurrences(dates, series).map(({ originalDay }) => originalDay)).toEqual(plan.days);
  });

  it('keep their day when they are moved and Graph says what it was', () => {
    const moved = wireDate('d2', '2027-03-19T09:00', '2027-03-19T10:00', {
      type: 'exception',
      originalStart: '2027-03-18T13:00:00Z',
    });
    expect(readOccurrences([dates[0], moved, dates[2]], series)[1]).toMatchObject({
      originalDay: '2027-03-18',
      isException: true,
      start: Date.parse('2027-03-19T09:00:00Z'),
    });
  });

  it('keep their day when Graph only says it in an id', () => {
    const moved = wireDate('d2', '2027-03-30T09:00', '2027-03-30T10:00', {
      type: 'exception',
      originalStart: null,
      occurrenceId: 'OID.AAMkMaster=.2027-03-18',
    });
    expect(readOccurrences([dates[0], moved], series)[1]?.originalDay).toBe('2027-03-18');
  });

  it.each(['2027-03-05', '2027-03-17', '2027-03-25', '2027-03-31'])(
    'keep their day when Graph says nothing and they stand on %s',
    (day) => {
      const moved = wireDate('d2', `${day}T09:00`, `${day}T10:00`, { type: 'exception' });
      const [, second] = readOccurrences([dates[3], moved, dates[0], dates[2]].filter(Boolean), series);
      expect(second?.originalDay).toBe('2027-03-18');
    },
  );

  it('that are all moved and untold are matched one to one, in order', () => {
    const moved = [
      wireDate('d1', '2027-03-05T13:00', '2027-03-05T14:00', { type: 'exception' }),
      wireDate('d2', '2027-03-22T13:00', '2027-03-22T14:00', { type: 'exception' }),
      wireDate('d3', '2027-04-02T12:00', '2027-04-02T13:00', { type: 'exception' }),
      wireDate('d4', '2027-04-13T12:00', '2027-04-13T13:00', { type: 'exception' }),
    ];
    expect(readOccurrences(moved, series).map(({ originalDay }) => originalDay)).toEqual(plan.days);
  });

  it('carry a time that the attendee proposed', () => {
    const date = wireDate('d1', '2027-03-04T13:00', '2027-03-04T14:00', {
      attendees: [
        {
          status: { response: 'tentativelyAccepted' },
          emailAddress: { name: 'Dana Moore', address: 'dana@example.org' },
          proposedNewTime: { start: utc('2027-03-05T13:00'), end: utc('2027-03-05T14:00') },
        },
      ],
    });
    expect(readOccurrences([date], series)[0]?.attendees[0]).toMatchObject({
      response: 'tentative',
      proposedStart: Date.parse('2027-03-05T13:00:00Z'),
      proposedEnd: Date.parse('2027-03-05T14:00:00Z'),
    });
  });

  it('know their series', () => {
    expect(masterIdOf(dates[0])).toBe('AAMkMaster=');
    expect(
      masterIdOf(wireDate('x', '2027-03-04T13:00', '2027-03-04T14:00', { seriesMasterId: null })),
    ).toBeUndefined();
  });
});
