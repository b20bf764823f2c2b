/** What a parameter has to be, as Office.js describes it. */
interface Expected {
  readonly name?: string;
  readonly type?: unknown;
  readonly mayBeNull?: boolean;
  readonly optional?: boolean;
}

/** What stands for a value in a text: nothing for what is no text or number. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : '';
}

function made(words: string, info: Readonly<Record<string, unknown>> = {}): Error {
  return Object.assign(new Error(words), info);
}

/** An error of Microsoft Ajax: its kind, what it is about, and the words of whoever made it. */
function kind(name: string, usual: string): (about?: unknown, words?: unknown) => Error {
  return (about, words) =>
    made([`Sys.${name}:`, textOf(words) || usual, textOf(about)].join(' ').trim(), {
      name: `Sys.${name}`,
      ...(about === undefined ? {} : { paramName: about }),
    });
}

const errors = {
  argument: kind('ArgumentException', 'Value does not fall within the expected range.'),
  argumentNull: kind('ArgumentNullException', 'Value cannot be null.'),
  argumentUndefined: kind('ArgumentUndefinedException', 'Value cannot be undefined.'),
  argumentType: kind('ArgumentTypeException', 'Object cannot be converted to the required type.'),
  argumentOutOfRange: kind('ArgumentOutOfRangeException', 'Specified argument was out of the range.'),
  parameterCount: kind('ParameterCountException', 'Parameter count mismatch.'),
  invalidOperation: kind('InvalidOperationException', 'Operation is not valid.'),
  notImplemented: kind('NotImplementedException', 'The method or operation is not implemented.'),
  format: kind('FormatException', 'Format is not valid.'),
};

function isOf(value: unknown, type: unknown): boolean {
  switch (type) {
    case undefined:
    case Object:
      return true;
    case String:
      return typeof value === 'string';
    case Number:
      return typeof value === 'number';
    case Boolean:
      return typeof value === 'boolean';
    default:
      return typeof type !== 'function' || value instanceof type;
  }
}

/** Null when the value is what is expected, else what is wrong with it. */
function validateParameter(value: unknown, expected: Expected, name = expected.name): Error | null {
  if (value === undefined) return expected.optional === true ? null : errors.argumentUndefined(name);
  if (value === null) return expected.mayBeNull === true ? null : errors.argumentNull(name);
  return isOf(value, expected.type) ? null : errors.argumentType(name);
}

/** The same for all arguments of a call, or for the members of an object. */
function validateParams(
  given: Readonly<Record<number | string, unknown>>,
  all: readonly Expected[],
): Error | null {
  const isList = typeof given.length === 'number';
  if (isList && Number(given.length) > all.length) return errors.parameterCount();
  for (const [index, expected] of all.entries()) {
    const problem = validateParameter(given[isList ? index : (expected.name ?? '')], expected);
    if (problem !== null) return problem;
  }
  return null;
}

/** `{0}` and its like replaced by the values. */
function format(text: string, ...values: readonly unknown[]): string {
  return text.replaceAll(/\{(\d+)\}/g, (_whole, index: string) => textOf(values[Number(index)]));
}

class StringBuilder {
  readonly #parts: string[];
  constructor(first?: unknown) {
    this.#parts = first === undefined || first === null ? [] : [textOf(first)];
  }
  append(text: unknown): this {
    this.#parts.push(textOf(text));
    return this;
  }
  toString(separator = ''): string {
    return this.#parts.join(separator);
  }
}

function registerNamespace(path: string): void {
  let place: object = globalThis;
  for (const name of path.split('.')) {
    if (!(name in place))
      Object.defineProperty(place, name, { value: {}, writable: true, configurable: true });
    const next: unknown = Reflect.get(place, name);
    place = typeof next === 'object' && next !== null ? next : {};
  }
}

function hide(target: object, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members))
    if (!Object.hasOwn(target, name))
      Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

/**
 * The part of Microsoft Ajax 3.5 that Office.js for Outlook on the web rests on. Office.js asks a server of Microsoft's for the whole of it, unless it
 * finds these members in the page.
 */
export function installMicrosoftAjax(): void {
  hide(Function, {
    registerNamespace,
    createDelegate: (instance: unknown, method: (...values: unknown[]) => unknown) => method.bind(instance),
    emptyFunction: () => {},
    emptyMethod: () => {},
    _validateParameter: validateParameter,
    _validateParams: validateParams,
  });
  hide(Function.prototype, {
    registerClass(this: unknown) {
      return this;
    },
  });
  hide(Error, { create: made, ...errors });
  hide(String, { format });
  hide(globalThis, {
    Type: Function,
    Sys: {
      StringBuilder,
      Debug: { trace: () => {} },
      Browser: { InternetExplorer: {}, agent: {} },
      Serialization: {
        JavaScriptSerializer: {
          serialize: (value: unknown) => JSON.stringify(value),
          deserialize: (text: string): unknown => JSON.parse(text),
        },
      },
    },
  });
}
