import { badRequest } from '../graphFailure.ts';

export type OpenExtension = Readonly<Record<string, unknown>>;

const most = 2;

/** Open extensions in a request, by name; `extensions: [{extensionName, …}]`. */
export function readOpenExtensions(value: unknown): Readonly<Record<string, OpenExtension>> {
  if (!Array.isArray(value)) throw badRequest('extensions must be a list.', 'RequestBodyRead');
  // Documented for creating a resource together with its extensions.
  if (value.length > most)
    throw badRequest(`At most ${most} extensions can be added in one request.`, 'ErrorInvalidRequest');
  return Object.fromEntries(value.map(readOpenExtension));
}

/** One open extension: its name and its own members (values and lists of values). */
export function readOpenExtension(value: unknown): readonly [name: string, OpenExtension] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('An extension must be an object.', 'RequestBodyRead');
  const entries = Object.entries(value).filter(([name]) => !name.includes('@'));
  const name = entries.find(([key]) => key === 'extensionName')?.[1];
  if (typeof name !== 'string' || !/^[\w.-]{1,64}$/.test(name))
    throw badRequest('An open extension needs an extensionName.', 'ErrorInvalidRequest');
  return [name, Object.fromEntries(entries.filter(([key]) => key !== 'extensionName' && key !== 'id'))];
}

/** Graph's openTypeExtension. */
export function writeOpenExtension(name: string, extension: OpenExtension): Record<string, unknown> {
  return {
    '@odata.type': '#microsoft.graph.openTypeExtension',
    id: `Microsoft.OutlookServices.OpenTypeExtension.${name}`,
    extensionName: name,
    ...extension,
  };
}

/** The name in an id, with or without Outlook's prefix. */
export function extensionName(id: string): string {
  // `microsoft.graph.` is gone from a segment of a path by now.
  return id.replace(/^((microsoft\.graph|Microsoft\.OutlookServices)\.)?OpenTypeExtension\./i, '');
}
