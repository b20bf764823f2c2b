/** A refusal as Graph words it: HTTP status, `error.code`, `error.message`. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** More members of `error` (`innerError.code`, annotations). */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    options: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly more?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = options.headers ?? {};
    this.more = options.more ?? {};
  }
}

export const badRequest = (message: string, code = 'BadRequest'): GraphFailure =>
  new GraphFailure(400, code, message);

/** An item of a mailbox that is not (or no longer) there. */
export const itemNotFound = (): GraphFailure =>
  new GraphFailure(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

export const malformedId = (): GraphFailure =>
  new GraphFailure(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');

/** The id is one of another mailbox; seen with 404. */
export const otherMailbox = (): GraphFailure =>
  new GraphFailure(
    404,
    'ErrorInvalidMailboxItemId',
    "Item Id doesn't belong to the current mailbox. Make sure you're using the right mailbox.",
  );

export const accessDenied = (): GraphFailure =>
  new GraphFailure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

export const invalidRequest = (message: string): GraphFailure =>
  new GraphFailure(400, 'ErrorInvalidRequest', `Your request can't be completed. ${message}`);

/** An argument out of its range. */
export const invalidParameter = (message: string): GraphFailure =>
  new GraphFailure(400, 'ErrorInvalidParameter', message);

export const zoneNotSupported = (): GraphFailure =>
  new GraphFailure(
    400,
    'TimeZoneNotSupportedException',
    'A valid TimeZone value must be specified. The following TimeZone value is not supported: {0}.',
  );

export const changeConflict = (): GraphFailure =>
  new GraphFailure(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );

/** The directory's 404. */
export const resourceNotFound = (id: string): GraphFailure =>
  new GraphFailure(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const driveItemNotFound = (): GraphFailure =>
  new GraphFailure(404, 'itemNotFound', 'The resource could not be found.');

export const driveAccessDenied = (): GraphFailure =>
  new GraphFailure(403, 'accessDenied', 'The caller does not have permission to perform the action.');

export const driveInvalid = (message: string): GraphFailure =>
  new GraphFailure(400, 'invalidRequest', message);
