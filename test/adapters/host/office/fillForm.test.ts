import { fillForm } from '#adapters/host/office/fillForm.ts';
import { HostFailure, type FormFields } from '#ports/outlook.ts';
import { createFakeForm, officeContext } from '#test/support/fakes/fakeOffice.ts';

const { signal } = new AbortController();
const fields: FormFields = {
  subject: 'Mentor meeting: Morgan and Dana',
  start: Date.UTC(2027, 0, 14, 13),
  end: Date.UTC(2027, 0, 14, 14),
  recurrence: {
    cadence: { kind: 'weekly', everyWeeks: 2 },
    firstDay: '2027-01-14',
    lastDay: '2027-07-01',
    startMinute: 780,
    lengthMinutes: 60,
    zone: 'Europe/London',
  },
  place: 'Teams meeting',
  link: { mentorshipId: 'm-1', driveId: 'd', folderId: 'i' },
  linkSentence: 'Prep notes: ',
};
const link = 'https://app.example/open#m=m-1&amp;d=d&amp;i=i';

describe('filling a form', () => {
  it('sets title, times, recurrence, place and the line with the link', async () => {
    const { item, values } = createFakeForm({ body: '<html><body><p>Dear Dana</p></body></html>' });
    const filled = await fillForm(item, fields, officeContext(), signal);
    expect(filled.fields.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'written'));
    expect(values).toMatchObject({
      subject: fields.subject,
      start: new Date(fields.start),
      end: new Date(fields.end),
      location: 'Teams meeting',
      body: `<html><body><p>Dear Dana</p><p>Prep notes: <a href="${link}">${link}</a></p></body></html>`,
      recurrence: {
        recurrenceType: 'weekly',
        recurrenceProperties: { interval: 2, days: ['thu'], firstDayOfWeek: 'mon' },
        recurrenceTimeZone: { name: 'GMT Standard Time' },
        seriesTime: { told: { start: [2027, 0, 14], end: [2027, 6, 1], time: [13, 0], duration: [60] } },
      },
    });
  });

  it('names a weekday of the month as Outlook does', async () => {
    const { item, values } = createFakeForm();
    const cadence = { kind: 'monthly', ordinal: 'last', everyMonths: 2 } as const;
    await fillForm(
      item,
      { ...fields, recurrence: { ...fields.recurrence, cadence } },
      officeContext(),
      signal,
    );
    expect(values.recurrence).toMatchObject({
      recurrenceType: 'monthly',
      recurrenceProperties: { interval: 2, dayOfWeek: 'thu', weekNumber: 'last' },
    });
  });

  it('keeps the title and the place that the person typed', async () => {
    const { item, values } = createFakeForm({ subject: 'Our talks', location: 'The Courtyard' });
    const filled = await fillForm(item, fields, officeContext(), signal);
    expect(filled.fields).toMatchObject([
      { outcome: 'kept' },
      {},
      {},
      { field: 'place', outcome: 'kept' },
      {},
    ]);
    expect(values).toMatchObject({ subject: 'Our talks', location: 'The Courtyard' });
  });

  it('adds no second line where the link stands already', async () => {
    const { item, values } = createFakeForm({ body: 'Dear Dana' }, { bodyType: 'text' });
    await fillForm(item, fields, officeContext(), signal);
    const once = values.body;
    await fillForm(item, fields, officeContext(), signal);
    expect(values.body).toBe(once);
  });

  it('says what an older Outlook cannot set', async () => {
    const { item, values } = createFakeForm();
    const filled = await fillForm(item, fields, officeContext(5), signal);
    expect(filled.fields).toContainEqual({ field: 'recurrence', outcome: 'unsupported' });
    expect(values.recurrence).toBeNull();
    expect(values.start).toEqual(new Date(fields.start));
  });

  it('goes on with the other fields when one is refused', async () => {
    const { item, values } = createFakeForm({}, { refuse: ['body'] });
    const filled = await fillForm(item, fields, officeContext(), signal);
    expect(filled.fields.at(-1)).toEqual({ field: 'text', outcome: 'failed' });
    expect(values.subject).toBe(fields.subject);
  });

  it('changes nothing when Outlook stays silent while it is read', async () => {
    const { item, values } = createFakeForm({ subject: '' }, { silent: ['body'] });
    await expect(fillForm(item, fields, officeContext(), signal)).rejects.toThrow(HostFailure);
    expect(values.subject).toBe('');
  });
});

describe('putting back', () => {
  it('leaves the form as it was', async () => {
    const { item, values } = createFakeForm({ body: '<p>Dear Dana</p>' });
    const before = { ...values };
    const filled = await fillForm(item, fields, officeContext(), signal);
    expect(await filled.putBack(signal)).toEqual([]);
    expect(values).toEqual(before);
  });

  it('takes only its own line out of a text that was written on since', async () => {
    const { item, values } = createFakeForm({ body: '<div>Dear Dana</div>' });
    const filled = await fillForm(item, fields, officeContext(), signal);
    values.body = values.body.replace('Dear Dana', 'Dear Dana, and happy new year');
    expect(await filled.putBack(signal)).toEqual([]);
    expect(values.body).toBe('<div>Dear Dana, and happy new year</div>');
  });

  it('leaves what was changed by hand since, and names it', async () => {
    const { item, values } = createFakeForm();
    const filled = await fillForm(item, fields, officeContext(), signal);
    values.subject = 'Ours';
    values.recurrence = { recurrenceType: 'daily' };
    expect(await filled.putBack(signal)).toEqual(['recurrence', 'time', 'subject']);
    expect(values).toMatchObject({ subject: 'Ours', recurrence: { recurrenceType: 'daily' } });
  });
});
