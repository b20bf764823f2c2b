import { badRequest } from '../graphFailure.ts';
import { entitiesOf, textOf, textsOf, type Entity } from '../odata/readEntity.ts';

/**
 * The id of an extended property in one spelling, so that two spellings of one property meet: type as Graph writes it, GUID in
 * lower case. `{type} {guid} Name {name}`, `{type} {guid} Id {0x…}` or `{type} {0x…}` (property tag).
 */
export function canonicalPropertyId(id: string): string | undefined {
  const named = /^(\w+)\s+\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?\s+(Name|Id)\s+(.+)$/i.exec(
    id.trim(),
  );
  if (named) {
    const [, type = '', guid = '', how = '', name = ''] = named;
    const canonical = canonicalType(type);
    if (canonical === undefined) return undefined;
    if (how.toLowerCase() === 'name') return `${canonical} {${guid.toLowerCase()}} Name ${name}`;
    const number = canonicalNumber(name);
    return number === undefined ? undefined : `${canonical} {${guid.toLowerCase()}} Id ${number}`;
  }
  const tagged = /^(\w+)\s+(0x[0-9a-f]+)$/i.exec(id.trim());
  const canonical = canonicalType(tagged?.[1] ?? '');
  return tagged && canonical !== undefined ? `${canonical} ${canonicalNumber(tagged[2] ?? '')}` : undefined;
}

/** The properties an event's JSON names, by canonical id; undefined when it names none. */
export function readExtendedProperties(
  entity: Entity,
): Readonly<Record<string, string | readonly string[]>> | undefined {
  const single = entitiesOf(entity, 'singleValueExtendedProperties');
  const multi = entitiesOf(entity, 'multiValueExtendedProperties');
  if (!single && !multi) return undefined;
  const read: Record<string, string | readonly string[]> = {};
  for (const property of single ?? []) read[idOf(property)] = textOf(property, 'value') ?? '';
  for (const property of multi ?? []) read[idOf(property)] = textsOf(property, 'value') ?? [];
  return read;
}

function idOf(property: Entity): string {
  const id = canonicalPropertyId(textOf(property, 'id') ?? '');
  if (id === undefined)
    throw badRequest(
      "PropertyId values may only be in one of the following formats: 'MapiPropertyType namespaceGuid Name propertyName', 'MapiPropertyType namespaceGuid Id propertyId' or 'MapiPropertyType propertyTag'.",
      'ErrorInvalidPropertyId',
    );
  return id;
}

const types = [
  'ApplicationTime',
  'ApplicationTimeArray',
  'Binary',
  'BinaryArray',
  'Boolean',
  'CLSID',
  'CLSIDArray',
  'Currency',
  'CurrencyArray',
  'Double',
  'DoubleArray',
  'Error',
  'Float',
  'FloatArray',
  'Integer',
  'IntegerArray',
  'Long',
  'LongArray',
  'Null',
  'Object',
  'ObjectArray',
  'Short',
  'ShortArray',
  'String',
  'StringArray',
  'SystemTime',
  'SystemTimeArray',
];

function canonicalType(type: string): string | undefined {
  return types.find((known) => known.toLowerCase() === type.toLowerCase());
}

function canonicalNumber(text: string): string | undefined {
  return /^0x[0-9a-f]{1,8}$/i.test(text.trim()) ? `0x${Number.parseInt(text, 16).toString(16)}` : undefined;
}
