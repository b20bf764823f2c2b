import {
  formRecurrenceOf,
  graphRecurrenceOf,
  readOfficeRecurrence,
  writeOfficeRecurrence,
  type FormRecurrence,
} from '#sandbox/hosts/browser/outlook/form/formRecurrence.ts';
import { holdsSet, readRibbonFacts } from '#sandbox/hosts/browser/outlook/ribbonFacts.ts';
import { zoneStretches } from '#sandbox/hosts/browser/office/initialData.ts';
import { ewsIdOf, graphIdOf } from '#sandbox/hosts/browser/office/itemIds.ts';
import { isKnownZone, zoneClock } from '#sandbox/hosts/browser/zoneClock.ts';
import { readOutlookQuery } from '#sandbox/hosts/outlookPage.ts';
import { readRibbons, ribbonOfProject } from '#sandbox/hosts/ribbonManifest.ts';

const members = (value: object): ReadonlyMap<string, unknown> => new Map(Object.entries(value));

const fortnightly: FormRecurrence = {
  type: 'weekly',
  properties: { interval: 2, days: ['thu'], firstDayOfWeek: 'mon' },
  zone: 'GMT Standard Time',
  startDate: '2027-01-14',
  endDate: '2027-07-01',
  startMinutes: 13 * 60,
  durationMinutes: 60,
};

describe('recurrence between a form, Office.js and Graph', () => {
  const all: readonly FormRecurrence[] = [
    fortnightly,
    { ...fortnightly, endDate: undefined },
    { ...fortnightly, type: 'daily', properties: { interval: 3 } },
    { ...fortnightly, type: 'monthly', properties: { interval: 1, dayOfMonth: 14 } },
    { ...fortnightly, type: 'monthly', properties: { interval: 2, dayOfWeek: 'thu', weekNumber: 'second' } },
    {
      ...fortnightly,
      type: 'monthly',
      properties: { interval: 1, dayOfWeek: 'weekday', weekNumber: 'last' },
    },
    { ...fortnightly, type: 'yearly', properties: { interval: 1, month: 'jan', dayOfMonth: 14 } },
    {
      ...fortnightly,
      type: 'yearly',
      properties: { interval: 1, month: 'feb', dayOfWeek: 'weekendDay', weekNumber: 'first' },
    },
  ];

  it.each(all)('keeps $type $properties on the way to Graph and back', (recurrence) => {
    const graph: unknown = JSON.parse(JSON.stringify(graphRecurrenceOf(recurrence)));
    const back = formRecurrenceOf(members(graph as object), { startMinutes: 780, durationMinutes: 60 });
    expect(back).toEqual(recurrence);
  });

  it.each(all)('keeps $type $properties on the way to Office.js and back', (recurrence) => {
    const office: unknown = JSON.parse(JSON.stringify(writeOfficeRecurrence(recurrence, 0)));
    expect(readOfficeRecurrence(members(office as object))).toEqual(recurrence);
  });

  it('writes every weekday as Graph does, and reads the end of a counted range where it is told', () => {
    const weekday = { ...fortnightly, type: 'weekday' as const, properties: {} };
    expect(graphRecurrenceOf(weekday).pattern).toMatchObject({ type: 'weekly', interval: 1 });
    const counted = {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', startDate: '2027-01-14' },
    };
    expect(
      formRecurrenceOf(members(counted), { startMinutes: 0, durationMinutes: 30, lastDate: '2027-01-20' })
        .endDate,
    ).toBe('2027-01-20');
    expect(readOfficeRecurrence(members({ recurrenceType: 'hourly', seriesTimeJson: {} }))).toBeUndefined();
  });
});

describe('the clock of a zone', () => {
  it('knows Windows names, and goes both ways except where the clock jumps', () => {
    const london = zoneClock('GMT Standard Time');
    const summer = Date.parse('2027-07-01T12:00:00Z');
    expect(new Date(london.wallAt(summer)).toISOString()).toBe('2027-07-01T13:00:00.000Z');
    for (let day = 0; day < 366; day += 1) {
      const instant = Date.parse('2027-01-01T12:00:00Z') + day * 86_400_000;
      expect(london.instantAt(london.wallAt(instant))).toBe(instant);
    }
    // 28 March 2027, 01:30 does not exist in London; 31 October shows it twice.
    expect(new Date(london.instantAt(Date.parse('2027-03-28T01:30:00Z'))).toISOString()).toBe(
      '2027-03-28T01:30:00.000Z',
    );
    expect(new Date(london.instantAt(Date.parse('2027-10-31T01:30:00Z'))).toISOString()).toBe(
      '2027-10-31T00:30:00.000Z',
    );
    expect(zoneClock('Europe/London').name).toBe('GMT Standard Time');
    expect([isKnownZone('Tonga Standard Time'), isKnownZone('Middle Earth Time')]).toEqual([true, false]);
  });

  it('tells Office.js its offsets around now, changes to the minute', () => {
    const stretches = zoneStretches('Europe/London', Date.parse('2026-11-29T12:00:00Z'));
    const change = Date.parse('2027-03-28T01:00:00Z');
    expect(stretches).toContainEqual(expect.objectContaining({ start: String(change), offset: '60' }));
    for (const [index, { end }] of stretches.entries())
      if (index + 1 < stretches.length) expect(stretches[index + 1]?.start).toBe(end);
    expect(zoneStretches('Asia/Kolkata', 0)).toHaveLength(1);
  });
});

describe('the ribbon', () => {
  const ribbon = ribbonOfProject('.', 'https://localhost:5300', '00000000-0000-4000-8000-000000000001');

  it('stands where the project’s manifest puts its buttons', () => {
    const facts = readRibbonFacts(members(JSON.parse(JSON.stringify(ribbon)) as object));
    const labels = (context: Parameters<typeof facts.buttonsAt>[0], set = '1.15'): readonly string[] =>
      facts.buttonsAt(context, set).map(({ label }) => label);
    expect(labels('mailRead')).toEqual(['Meet with sender']);
    expect(labels('meetingDetailsOrganizer')).toEqual(['Mentor times', 'Prep notes']);
    expect(labels('meetingDetailsAttendee')).toEqual(['Prep notes']);
    expect(labels('mailRead', '1.4')).toEqual([]);
    const [meet] = facts.buttonsAt('mailRead', '1.5');
    expect(meet?.action).toEqual({
      kind: 'pane',
      page: 'https://localhost:5300/taskpane.html?pane=meet',
      isPinnable: true,
    });
    expect(meet?.icon).toBe('/icons/mark-32.png');
  });

  it('knows functions, and leaves out a button whose action nobody declares', () => {
    const control = (id: string, actionId: string): object => ({ id, label: id, actionId, icons: [] });
    const manifest = {
      extensions: [
        {
          runtimes: [
            {
              code: { page: 'https://app.example/commands.html' },
              actions: [{ id: 'markItem', type: 'executeFunction' }],
            },
          ],
          ribbons: [
            {
              contexts: ['mailRead'],
              tabs: [
                { groups: [{ label: 'g', controls: [control('a', 'markItem'), control('b', 'gone')] }] },
              ],
            },
          ],
        },
      ],
    };
    const [group] = readRibbons(
      JSON.parse(JSON.stringify(manifest)) as Parameters<typeof readRibbons>[0],
    ).groups;
    expect(group?.buttons.map(({ id, action }) => [id, action])).toEqual([
      ['a', { kind: 'function', page: 'https://app.example/commands.html', name: 'markItem' }],
    ]);
  });

  it('counts requirement sets by numbers', () => {
    expect([holdsSet('1.10', '1.5'), holdsSet('1.5', '1.10'), holdsSet('1.8', '1.8')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the address of the Outlook page', () => {
  it('takes what it asks for, and the usual for nonsense', () => {
    expect(
      readOutlookQuery(new URLSearchParams('set=1.5&view=calendar&item=AA%3D&bridge=silent&theme=dark')),
    ).toEqual({
      set: '1.5',
      view: 'calendar',
      item: 'AA=',
      bridge: 'silent',
      theme: 'dark',
    });
    expect(readOutlookQuery(new URLSearchParams('set=2.0&view=x'))).toEqual({
      set: '1.15',
      view: 'mail',
      item: undefined,
      bridge: 'on',
      theme: 'light',
    });
  });

  it('goes between the ids of the web and Graph’s', () => {
    expect(ewsIdOf('AAMk-_x=')).toBe('AAMk/+x=');
    expect(graphIdOf(ewsIdOf('AAMk-_x='))).toBe('AAMk-_x=');
  });
});
