import type { Members } from '../members.ts';

/** An answer to a call of the Outlook API. */
export type HostAnswer = Readonly<Record<string, unknown>>;
/** Answers one dispatch id. `params` is what the add-in passed. */
export type HostCall = (params: Members) => HostAnswer | Promise<HostAnswer>;
/** Answers by dispatch id. */
export type HostCalls = Readonly<Record<number, HostCall>>;

/** Error codes of Office.js that the page answers with; the library has a name and words for each. */
export const hostErrors = {
  operationNotSupported: 5000,
  attachmentUploadFailed: 9007,
  attachmentDoesNotExist: 9008,
  invalidEndTime: 9010,
  noValidRecipients: 9013,
  accessRestricted: 9017,
  tokenFailed: 9018,
  saveFailed: 9021,
  duplicateNotificationKey: 9023,
  notificationKeyNotFound: 9024,
  tooManyNotifications: 9025,
  recurrenceOnInstance: 9033,
  invalidRecurrence: 9034,
  recurrenceWithoutDates: 9035,
  recurrenceInvalidZone: 9037,
  internalServerError: 9042,
  itemNotSaved: 9046,
  itemNotFound: 9049,
  keyNotFound: 9050,
  sessionDataTooLong: 9051,
} as const;

export function done(data?: unknown): HostAnswer {
  return { wasSuccessful: true, error: false, errorCode: 0, ...(data === undefined ? {} : { data }) };
}

export function refused(errorCode: number): HostAnswer {
  return { wasSuccessful: false, error: true, errorCode };
}
