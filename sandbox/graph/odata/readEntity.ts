import { badRequest, type GraphFailure } from '../graphFailure.ts';
import { graphEnums, graphTypes } from './graphTypes.ts';

/** JSON of a request whose member names and enumeration values were brought into Graph's spelling. */
export type Entity = Readonly<Record<string, unknown>>;

const lowerNames = new Map(
  Object.entries(graphTypes).map(([type, members]) => [
    type,
    new Map(Object.keys(members).map((name) => [name.toLowerCase(), name])),
  ]),
);

/**
 * Reads a request's JSON as a Graph type: refuses undeclared members, wrong kinds of values and unknown enumeration values
 * as Graph does (`RequestBodyRead`). Names and enumeration values may come in any case. Annotations are left out.
 */
export function readEntity(type: string, value: unknown): Entity {
  const names = lowerNames.get(type);
  const members = graphTypes[type];
  if (!names || !members) throw new Error(`no type ${type}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unreadable(
      `A node of type '${Array.isArray(value) ? 'StartArray' : 'PrimitiveValue'}' was read from the JSON reader when trying to read the contents of a resource of type 'microsoft.graph.${type}'; however, a 'StartObject' node was expected.`,
    );
  const read: Record<string, unknown> = {};
  for (const [given, member] of Object.entries(value)) {
    if (given.includes('@')) continue;
    const name = names.get(given.toLowerCase());
    const declared = name === undefined ? undefined : members[name];
    if (name === undefined || declared === undefined)
      throw unreadable(
        `The property '${given}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
      );
    read[name] = readMember(declared, member);
  }
  return read;
}

/** Reads the parameters of an action: names in any case, `null` as absent. */
export function readParameters(declared: Readonly<Record<string, string>>, value: unknown): Entity {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value))
    throw unreadable('The request body must be an object with the parameters of the action.');
  const names = new Map(Object.keys(declared).map((name) => [name.toLowerCase(), name]));
  const read: Record<string, unknown> = {};
  for (const [given, member] of Object.entries(value)) {
    if (given.includes('@')) continue;
    const name = names.get(given.toLowerCase());
    if (name === undefined)
      throw unreadable(
        `The parameter '${given}' in the request payload is not a valid parameter for the operation.`,
      );
    if (member !== null) read[name] = readMember(declared[name] ?? 'any', member);
  }
  return read;
}

function readMember(declared: string, value: unknown): unknown {
  if (declared.endsWith('[]')) {
    if (value === null) return null;
    if (!Array.isArray(value))
      throw unreadable(
        "A node of type 'PrimitiveValue' or 'StartObject' was read from the JSON reader when a 'StartArray' node was expected.",
      );
    return value.map((item) => readMember(declared.slice(0, -2), item));
  }
  if (value === null || declared === 'any') return value;
  const enumeration = graphEnums[declared];
  if (enumeration) return readEnum(declared, enumeration, value);
  if (declared in graphTypes) return readEntity(declared, value);
  return readValue(declared, value);
}

function readEnum(type: string, values: readonly string[], value: unknown): string {
  const found =
    typeof value === 'string'
      ? values.find((known) => known.toLowerCase() === value.toLowerCase())
      : undefined;
  if (found === undefined)
    throw unreadable(
      `Cannot convert the literal '${String(value)}' to the expected type 'microsoft.graph.${type}'. Requested value was not found.`,
    );
  return found;
}

function readValue(declared: string, given: unknown): unknown {
  const value = fromText(declared, given);
  const fits = {
    string: () => typeof value === 'string',
    boolean: () => typeof value === 'boolean',
    int32: () => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 && typeof value === 'number',
    int64: () => Number.isInteger(value),
    double: () => typeof value === 'number',
    dateTimeOffset: () => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
    date: () => typeof value === 'string' && /^\d{4}-\d{1,2}-\d{1,2}$/.test(value),
    timeOfDay: () => typeof value === 'string' && /^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(value),
  }[declared];
  if (!fits) throw new Error(`no type ${declared}`);
  if (!fits())
    throw unreadable(
      `Cannot convert the literal '${typeof value === 'string' ? value : (JSON.stringify(value) ?? '')}' to the expected type 'Edm.${edmNames[declared] ?? declared}'.`,
    );
  return value;
}

/** OData's reader takes texts for booleans and numbers; documented examples (findMeetingTimes) and clients (python-o365) send them. */
function fromText(declared: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (declared === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (declared === 'int32' && /^[+-]?\d{1,10}$/.test(text)) return Number(text);
  if (declared === 'double' && /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  return value;
}

const edmNames: Readonly<Record<string, string>> = {
  string: 'String',
  boolean: 'Boolean',
  int32: 'Int32',
  int64: 'Int64',
  double: 'Double',
  dateTimeOffset: 'DateTimeOffset',
  date: 'Date',
  timeOfDay: 'TimeOfDay',
};

export function unreadable(message: string): GraphFailure {
  return badRequest(message.slice(0, 1000), 'RequestBodyRead');
}

/** A member that is a string, or undefined when it is absent or null. */
export function textOf(entity: Entity | undefined, name: string): string | undefined {
  const value = entity?.[name];
  return typeof value === 'string' ? value : undefined;
}

export function flagOf(entity: Entity | undefined, name: string): boolean | undefined {
  const value = entity?.[name];
  return typeof value === 'boolean' ? value : undefined;
}

export function numberOf(entity: Entity | undefined, name: string): number | undefined {
  const value = entity?.[name];
  return typeof value === 'number' ? value : undefined;
}

export function entityOf(entity: Entity | undefined, name: string): Entity | undefined {
  const value = entity?.[name];
  return isEntity(value) ? value : undefined;
}

export function entitiesOf(entity: Entity | undefined, name: string): readonly Entity[] | undefined {
  const value = entity?.[name];
  return Array.isArray(value) ? value.filter(isEntity) : undefined;
}

export function textsOf(entity: Entity | undefined, name: string): readonly string[] | undefined {
  const value = entity?.[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
