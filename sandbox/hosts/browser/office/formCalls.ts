import { readWall, startOfDay, writeWall } from '../calendar/wallClock.ts';
import { listIn, membersIn, membersOf, textIn, type Members } from '../members.ts';
import type { EventForm } from '../outlook/form/createForm.ts';
import { placeText, type FormFields, type FormPerson, type FormPlace } from '../outlook/form/formFields.ts';
import { readOfficeRecurrence, writeOfficeRecurrence } from '../outlook/form/formRecurrence.ts';
import { isKnownZone, zoneClock, type ZoneClock } from '../zoneClock.ts';
import { done, hostErrors, refused, type HostAnswer, type HostCalls } from './hostAnswer.ts';
import { personData, type InitialData } from './initialData.ts';
import { ewsIdOf } from './itemIds.ts';

const minuteMilli = 60_000;

interface FormCallParts {
  readonly form: EventForm;
  readonly clock: ZoneClock;
  readonly ownDomain: string;
  readonly me: FormPerson;
  /** Finds the name of somebody by their address, as Outlook does while one types. */
  readonly nameOf: (address: string) => string | undefined;
  readonly onClose: () => void;
}

/** `seriesTime` and its companions for Office.js; null for an event that does not recur. */
export function recurrenceData(fields: Pick<FormFields, 'recurrence' | 'start'>): InitialData | null {
  const { recurrence, start } = fields;
  if (recurrence === null) return null;
  const clock = zoneClock(recurrence.zone);
  const offset = Math.round(
    (clock.wallAt(start) - Math.floor(start / minuteMilli) * minuteMilli) / minuteMilli,
  );
  return writeOfficeRecurrence(recurrence, offset);
}

/** Times of a form after one of them was set; a series keeps its pattern and takes the time of day. */
function withTimes(form: EventForm, start: number, end: number): Partial<FormFields> {
  const { recurrence } = form.fields;
  if (recurrence === null || form.seriesId !== undefined) return { start, end };
  const wall = zoneClock(recurrence.zone).wallAt(start);
  return {
    start,
    end,
    recurrence: {
      ...recurrence,
      startDate: writeWall(wall).slice(0, 10),
      startMinutes: Math.floor((wall - startOfDay(wall)) / minuteMilli),
      durationMinutes: Math.round((end - start) / minuteMilli),
    },
  };
}

function setTime(form: EventForm, params: Members): HostAnswer {
  const time = Number(params.get('time'));
  const { start, end } = form.fields;
  const isStart = params.get('TimeProperty') === 1;
  if (!isStart && time < start) return refused(hostErrors.invalidEndTime);
  form.change(isStart ? withTimes(form, time, time + (end - start)) : withTimes(form, start, time), 'addIn');
  return done();
}

function setRecurrence(form: EventForm, ownClock: ZoneClock, params: Members): HostAnswer {
  if (form.seriesId !== undefined) return refused(hostErrors.recurrenceOnInstance);
  const given = membersIn(params, 'recurrenceData');
  if (given.size === 0) {
    form.change({ recurrence: null }, 'addIn');
    return done();
  }
  const read = readOfficeRecurrence(given);
  if (read === undefined) return refused(hostErrors.invalidRecurrence);
  const zone = read.zone === '' ? ownClock.name : read.zone;
  if (!isKnownZone(zone)) return refused(hostErrors.recurrenceInvalidZone);
  if (read.endDate !== undefined && read.endDate < read.startDate)
    return refused(hostErrors.recurrenceWithoutDates);
  const wall = readWall(`${read.startDate}T00:00:00`) + read.startMinutes * minuteMilli;
  const start = zoneClock(zone).instantAt(wall);
  const length = read.durationMinutes * minuteMilli || form.fields.end - form.fields.start;
  form.change(
    {
      start,
      end: start + length,
      recurrence: { ...read, zone, durationMinutes: Math.round(length / minuteMilli) },
    },
    'addIn',
  );
  return done();
}

function readPlaces(params: Members): readonly FormPlace[] {
  return listIn(params, 'enhancedLocations')
    .map(membersOf)
    .map((place) => ({
      name: textIn(place, 'id'),
      room: textIn(place, 'type') === 'room' ? textIn(place, 'id') : undefined,
    }));
}

function writePlace({ name, room }: FormPlace): InitialData {
  return {
    locationIdentifier: { id: room ?? name, type: room === undefined ? 'custom' : 'room' },
    displayName: name,
    ...(room === undefined ? {} : { emailAddress: room }),
  };
}

function field(params: Members): 'required' | 'optional' {
  return params.get('recipientField') === 1 ? 'optional' : 'required';
}

/** What the form of an event answers: its fields as they stand, whoever changed them last. */
export function formCalls(parts: FormCallParts): HostCalls {
  const { form, clock, ownDomain } = parts;
  const set = (fields: Partial<FormFields>): HostAnswer => {
    form.change(fields, 'addIn');
    return done();
  };
  const people = (params: Members): readonly FormPerson[] =>
    listIn(params, 'recipientArray')
      .map(membersOf)
      .map((person) => {
        const address = textIn(person, 'address') || textIn(person, 'name');
        return { address, name: parts.nameOf(address) ?? (textIn(person, 'name') || address) };
      });
  const setPeople = (params: Members, before: readonly FormPerson[]): HostAnswer => {
    const all = [...before, ...people(params)];
    if (all.some(({ address }) => !address.includes('@'))) return refused(hostErrors.noValidRecipients);
    const unique = all.filter(
      ({ address }, index) =>
        all.findIndex((other) => other.address.toLowerCase() === address.toLowerCase()) === index,
    );
    return set({ [field(params)]: unique });
  };
  return {
    15: (params) =>
      done(
        form.fields[field(params)].map((person) => personData({ ...person, response: 'none' }, ownDomain)),
      ),
    17: (params) => set({ subject: textIn(params, 'subject') }),
    18: () => done(form.fields.subject),
    21: (params) => setPeople(params, []),
    22: (params) => setPeople(params, form.fields[field(params)]),
    24: (params) => done(params.get('TimeProperty') === 1 ? form.fields.start : form.fields.end),
    25: (params) => setTime(form, params),
    26: () => done(placeText(form.fields.places)),
    27: (params) => {
      const name = textIn(params, 'location');
      return set({ places: name === '' ? [] : [{ name, room: undefined }] });
    },
    32: async () => done(ewsIdOf(await form.save())),
    41: () => {
      parts.onClose();
      return done();
    },
    103: () => done(recurrenceData(form.fields)),
    104: (params) => setRecurrence(form, clock, params),
    107: () => done(personData({ ...parts.me, response: 'organizer' }, ownDomain)),
    154: () => done(form.fields.places.map(writePlace)),
    155: (params) => set({ places: [...form.fields.places, ...readPlaces(params)] }),
    156: (params) => {
      const gone = readPlaces(params).map(({ name }) => name);
      return set({ places: form.fields.places.filter(({ name, room }) => !gone.includes(room ?? name)) });
    },
    157: () => done(form.fields.categories.map((displayName) => ({ displayName, color: 'Preset0' }))),
    158: (params) =>
      set({
        categories: [...new Set([...form.fields.categories, ...listIn(params, 'categories').map(String)])],
      }),
    159: (params) => {
      const gone = listIn(params, 'categories');
      return set({ categories: form.fields.categories.filter((name) => !gone.includes(name)) });
    },
    164: () => (form.id === undefined ? refused(hostErrors.itemNotSaved) : done(ewsIdOf(form.id))),
    169: () => done(form.fields.isAllDay),
    170: (params) => set({ isAllDay: params.get('isAllDayEvent') === true }),
    171: () => done(form.fields.sensitivity),
    172: (params) => set({ sensitivity: textIn(params, 'sensitivity') }),
    174: () => done({ composeType: 'newMail', coercionType: 'html' }),
  };
}
