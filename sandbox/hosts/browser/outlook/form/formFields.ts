import type { FormRecurrence } from './formRecurrence.ts';

export interface FormPerson {
  readonly name: string;
  readonly address: string;
}

export interface FormPlace {
  readonly name: string;
  /** Address of a room; undefined for words that somebody typed. */
  readonly room: string | undefined;
}

/** What stands in the form of an event. */
export interface FormFields {
  readonly subject: string;
  /** Epoch milliseconds; of a series its first date. */
  readonly start: number;
  readonly end: number;
  readonly isAllDay: boolean;
  readonly required: readonly FormPerson[];
  readonly optional: readonly FormPerson[];
  readonly places: readonly FormPlace[];
  /** What Exchange would keep of the text, without the frame of a document. */
  readonly bodyHtml: string;
  readonly recurrence: FormRecurrence | null;
  readonly isOnline: boolean;
  /** normal, personal, private, confidential */
  readonly sensitivity: string;
  readonly categories: readonly string[];
}

export type FieldName = keyof FormFields;

/** The place as one text, as Outlook shows several. */
export function placeText(places: readonly FormPlace[]): string {
  return places.map(({ name }) => name).join('; ');
}

/** Names of the fields in which two forms differ. */
export function changedFields(before: FormFields, after: FormFields): readonly FieldName[] {
  const names: readonly FieldName[] = [
    'subject',
    'start',
    'end',
    'isAllDay',
    'required',
    'optional',
    'places',
    'bodyHtml',
    'recurrence',
    'isOnline',
    'sensitivity',
    'categories',
  ];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
