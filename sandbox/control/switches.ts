/**
 * What no published source settles about Microsoft 365 (and a few policies of a tenant). Each has the less convenient answer as its default, the
 * first of its values; a client has to work both ways. `POST /sandbox/switches` turns them. Sources: docs/sandbox-coverage.md.
 */
export const switchValues = {
  /** POST of an event with a `transactionId` already used. `refusedIfChanged`: the same body gets 201 and the first event (seen live), another body 409. */
  repeatedTransactionId: ['refusedIfChanged', 'refused', 'firstEvent'],
  /** Whether `originalStart` is given on instances of a series (reported absent and null). */
  originalStart: ['absent', 'null', 'present'],
  /** Whether the undeclared `occurrenceId` and `uid` come along on v1.0 (seen on instances). */
  occurrenceId: ['absent', 'present'],
  /** What becomes of moved and removed dates when the master's time changes (a change of the pattern always removes them). */
  exceptionsAfterTimeChange: ['removed', 'kept'],
  /** Whether an update of a master also cancels every removed date again, as Outlook clients do [MS-OXOCAL]. */
  removedDatesAfterUpdate: ['cancelledAgain', 'silent'],
  /** Two writes to one series at the same moment: exceptions lie inside the master's item. */
  parallelSeriesWrites: ['conflict', 'queued'],
  /** Whether other IANA names than the documented ones may be written. */
  ianaNames: ['documented', 'all'],
  /** What `originalStartTimeZone` and `recurrenceTimeZone` say of a zone that was written as an IANA name. */
  zoneNames: ['windows', 'asWritten'],
  /** Entries of one mailbox in a getSchedule window before it answers 5006 instead. */
  scheduleItems: ['thousand', 'unlimited'],
  /** `$filter` on extended properties: reported to find nothing. */
  extendedPropertyFilter: ['nothing', 'works'],
  /** Whether open extensions and extended properties reach an attendee's copy. */
  extensionsTravel: ['never', 'always'],
  /** `iCalUId` of an attendee's copy: documented as the organizer's, reported different for who is invited to one date only. */
  attendeeICalUId: ['same', 'differs'],
  /** Whether an attendee who deletes a copy thereby declines. */
  attendeeDelete: ['silent', 'declines'],
  /** Whether a browser may read `Retry-After`. */
  retryAfterHeader: ['hidden', 'exposed'],
  /** Whether a browser may read `WWW-Authenticate` (claims challenges). */
  wwwAuthenticateHeader: ['hidden', 'exposed'],
  /** Scope needed for an item in another person's drive. */
  sharedItemScope: ['all', 'own'],
  /** `If-Match` on a simple upload (PUT content). */
  uploadIfMatch: ['honoured', 'ignored'],
  /** A path below a shared folder, in another person's drive, for somebody who was given only that folder. */
  sharedItemPath: ['notFound', 'found'],
  /** `drive/sharedWithMe`: announced to return nothing after November 2026. */
  sharedWithMe: ['empty', 'lists'],
  /** OneDrive's app folder with Files.ReadWrite.AppFolder in a business drive. */
  appFolder: ['refused', 'works'],
  /** Safe Links of Defender for Office 365 on mail between colleagues. */
  safeLinks: ['off', 'on'],
  /** Whether Exchange rewrites HTML bodies beyond the cleaning that it always does. */
  htmlRewriting: ['on', 'off'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type SwitchName = keyof typeof switchValues;
export type SwitchValue<Name extends SwitchName> = (typeof switchValues)[Name][number];
export type SwitchSettings = { readonly [Name in SwitchName]?: SwitchValue<Name> };

export interface Switches {
  get<Name extends SwitchName>(name: Name): SwitchValue<Name>;
  /** Sets what is named; throws a SwitchError for an unknown name or value, and then sets nothing. */
  set(settings: Readonly<Record<string, unknown>>): void;
  all(): Readonly<Record<SwitchName, string>>;
  /** Back to what the sandbox was started with. */
  reset(): void;
}

export class SwitchError extends Error {
  override readonly name = 'SwitchError';
}

export function isSwitchName(name: string): name is SwitchName {
  return Object.hasOwn(switchValues, name);
}

/** The switches of one sandbox; `initial` are those it starts with and comes back to. */
export function createSwitches(initial: SwitchSettings = {}): Switches {
  const values = new Map<SwitchName, string>();

  function set(settings: Readonly<Record<string, unknown>>): void {
    const wanted = Object.entries(settings).map(([name, value]) => {
      if (!isSwitchName(name)) throw new SwitchError(`There is no switch ${name}.`);
      const possible: readonly string[] = switchValues[name];
      const found = possible.find((known) => known === value);
      if (found === undefined)
        throw new SwitchError(
          `${name} is one of ${possible.join(', ')}, not ${JSON.stringify(value) ?? 'undefined'}.`,
        );
      return [name, found] as const;
    });
    for (const [name, value] of wanted) values.set(name, value);
  }

  function reset(): void {
    values.clear();
    set(initial);
  }

  reset();
  return {
    // `set` lets only names and values of switches in.
    // oxlint-disable typescript/no-unsafe-type-assertion
    get: <Name extends SwitchName>(name: Name) =>
      (values.get(name) ?? switchValues[name][0]) as SwitchValue<Name>,
    set,
    reset,
    all: () =>
      Object.fromEntries(
        Object.entries(switchValues).map(([name, [first]]) => [
          name,
          (isSwitchName(name) && values.get(name)) || first,
        ]),
      ) as Record<SwitchName, string>,
    // oxlint-enable typescript/no-unsafe-type-assertion
  };
}
