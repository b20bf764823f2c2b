import type { Members } from '../members.ts';

/** An answer to a call of the Outlook API. */
export type HostAnswer = Readonly<Record<string, unknown>>;
/** Answers one dispatch id. `params` is what the add-in passed. */
export type HostCall = (params: Members) => HostAnswer | Promise<HostAnswer>;
/** Answers by dispatch id. */
export type HostCalls = Readonly<Record<number, HostCall>>;

/** Error codes of Office.js that the page answers with; the library has a name and words for each. */
export const hostErrors = {
  /** An attachment, a body, a list is too long, or a value has the wrong form. */
  dataExceedsMaximumSize: 9006,
  accessRestricted: 9009,
  internalServerError: 9017,
  invalidTime: 9020,
  numberOfRecipientsExceeded: 9021,
  notificationKeyNotFound: 9023,
  duplicateNotificationKey: 9024,
  numberOfNotificationsExceeded: 9025,
  itemNotSaved: 9027,
  operationNotSupported: 5000,
} as const;

export function done(data?: unknown): HostAnswer {
  return { wasSuccessful: true, error: false, errorCode: 0, ...(data === undefined ? {} : { data }) };
}

export function refused(errorCode: number): HostAnswer {
  return { wasSuccessful: false, error: true, errorCode };
}
