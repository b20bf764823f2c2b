import type { GraphCaller } from '../../graphCaller.ts';
import { membersOf, textIn } from '../../members.ts';
import type { ZoneClock } from '../../zoneClock.ts';
import { changedFields, type FieldName, type FormFields } from './formFields.ts';
import { eventBody, eventPath, readStoredEvent, type StoredEvent } from './formGraph.ts';

/** Who changed a form: the person in the page, or the add-in through Office.js. */
export type ChangedBy = 'person' | 'addIn';

/** An event in the making, or one's own event opened to be changed. */
export interface EventForm {
  readonly kind: 'form';
  readonly fields: FormFields;
  /** Graph's id once it is saved. */
  readonly id: string | undefined;
  readonly seriesId: string | undefined;
  /** Whether people were invited already. */
  readonly isSent: boolean;
  readonly isChanged: boolean;
  /** HTML that the add-in wants at the end of the text when it is sent. */
  appendOnSend: string;
  /** What the add-in keeps with the item; undefined when it is as stored. */
  extendedProperty: { readonly id: string; readonly value: string } | undefined;
  change(fields: Partial<FormFields>, by: ChangedBy): void;
  /** Called after each change with the fields that differ. */
  onChange(listener: (names: readonly FieldName[], by: ChangedBy) => void): void;
  /** Keeps the event in one's own calendar and sends nothing to anybody. */
  save(): Promise<string>;
  /** Saves it, and sends it to the people in it. */
  send(): Promise<string>;
}

const allFields: readonly FieldName[] = [
  'subject',
  'start',
  'required',
  'places',
  'bodyHtml',
  'recurrence',
  'isOnline',
  'sensitivity',
  'categories',
];

interface FormParts {
  readonly graph: GraphCaller;
  /** The mailbox's own zone. */
  readonly clock: ZoneClock;
  readonly stored: StoredEvent | undefined;
  readonly fields: FormFields;
}

export function createForm({ graph, clock, ...given }: FormParts): EventForm {
  const transactionId = crypto.randomUUID();
  const listeners: ((names: readonly FieldName[], by: ChangedBy) => void)[] = [];
  let stored = given.stored;
  let fields = given.fields;
  let isSent = stored !== undefined;

  function extension(): Readonly<Record<string, unknown>> {
    const { extendedProperty } = form;
    return extendedProperty === undefined ? {} : { singleValueExtendedProperties: [extendedProperty] };
  }

  async function write(withPeople: boolean): Promise<string> {
    const options = { clock, withPeople };
    if (stored === undefined) {
      const { recurrence, ...body } = eventBody(fields, allFields, options);
      const made = await graph('POST', '/me/events', {
        body: { ...body, ...(recurrence === null ? {} : { recurrence }), ...extension(), transactionId },
      });
      stored = await readStoredEvent(graph, textIn(membersOf(made), 'id'));
    } else {
      const { id } = stored;
      const names = changedFields(stored.fields, fields);
      const body = { ...eventBody(fields, names, options), ...extension() };
      if (Object.keys(body).length > 0) await graph('PATCH', eventPath(id), { body });
      stored = await readStoredEvent(graph, id);
    }
    form.extendedProperty = undefined;
    // People who were kept back stand in the form still, and are sent to when the person says so.
    fields = withPeople
      ? stored.fields
      : { ...stored.fields, required: fields.required, optional: fields.optional };
    if (withPeople) isSent = true;
    for (const listener of listeners) listener([], 'person');
    return stored.id;
  }

  const form: EventForm = {
    kind: 'form',
    appendOnSend: '',
    extendedProperty: undefined,
    get fields() {
      return fields;
    },
    get id() {
      return stored?.id;
    },
    get seriesId() {
      return stored?.seriesId;
    },
    get isSent() {
      return isSent;
    },
    get isChanged() {
      return changedFields(stored?.fields ?? given.fields, fields).length > 0;
    },
    change(changes, by) {
      const before = fields;
      fields = { ...fields, ...changes };
      const names = changedFields(before, fields);
      if (names.length > 0) for (const listener of listeners) listener(names, by);
    },
    onChange: (listener) => void listeners.push(listener),
    // Graph tells the people of a meeting of each change at once; Outlook waits for Send. So what was sent before stays in the form until then.
    save: async () => (stored !== undefined && hasPeople(stored.fields) ? stored.id : write(false)),
    async send() {
      if (form.appendOnSend !== '')
        fields = { ...fields, bodyHtml: `${fields.bodyHtml}${form.appendOnSend}` };
      form.appendOnSend = '';
      return write(true);
    },
  };
  return form;
}

function hasPeople({ required, optional }: FormFields): boolean {
  return required.length + optional.length > 0;
}

/** The fields of a new event: the next full hour, half an hour long. */
export function emptyFields(nowEpochMilli: number): FormFields {
  const hourMilli = 3_600_000;
  const start = Math.ceil((nowEpochMilli + 1) / hourMilli) * hourMilli;
  return {
    subject: '',
    start,
    end: start + hourMilli / 2,
    isAllDay: false,
    required: [],
    optional: [],
    places: [],
    bodyHtml: '',
    recurrence: null,
    isOnline: false,
    sensitivity: 'normal',
    categories: [],
  };
}
