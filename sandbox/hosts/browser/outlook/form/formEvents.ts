import { recurrenceData } from '../../office/formCalls.ts';
import type { EventForm } from './createForm.ts';
import type { FieldName } from './formFields.ts';

/** An event of Office.js: its payload is a list with one JSON text. */
export interface FormEvent {
  readonly event: string;
  readonly data: readonly [string];
}

function event(name: string, data: unknown): FormEvent {
  return { event: name, data: [JSON.stringify(data)] };
}

/** What an add-in that registered for it hears when fields of the form change. */
export function formEvents({ fields }: EventForm, names: readonly FieldName[]): readonly FormEvent[] {
  const has = (...wanted: readonly FieldName[]): boolean => wanted.some((name) => names.includes(name));
  return [
    ...(has('required', 'optional')
      ? [
          event('olkRecipientsChanged', {
            bcc: false,
            cc: false,
            to: false,
            resources: false,
            requiredAttendees: names.includes('required'),
            optionalAttendees: names.includes('optional'),
          }),
        ]
      : []),
    ...(has('start', 'end')
      ? [event('olkAppointmentTimeChanged', { start: fields.start, end: fields.end })]
      : []),
    ...(has('recurrence')
      ? [
          event('olkRecurrenceChanged', {
            recurrence: fields.recurrence === null ? null : JSON.stringify(recurrenceData(fields)),
          }),
        ]
      : []),
    ...(has('places')
      ? [
          event('olkEnhancedLocationsChanged', {
            enhancedLocations: fields.places.map(({ name, room }) => ({
              displayName: name,
              locationIdentifier: { id: room ?? name, type: room === undefined ? 'custom' : 'room' },
            })),
          }),
        ]
      : []),
  ];
}
