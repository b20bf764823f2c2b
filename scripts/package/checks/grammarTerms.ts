// The terms in which the grammar of the add-in-only manifest is written: kinds of values, attributes, sequences.

/** What a text or attribute may hold. */
export type ValueRule =
  | { readonly maxLength: number }
  | { readonly pattern: RegExp; readonly means: string }
  | { readonly oneOf: readonly string[] };

export interface AttributeRule {
  readonly value: ValueRule;
  readonly required: boolean;
}

/** A child in a sequence: order counts. */
export interface ChildRule {
  readonly name: string;
  /** Key of `addInTypes`. */
  readonly type: string;
  readonly min: 0 | 1;
  readonly max: 1 | 'many';
  /** Namespace, where it is not that of the parent's type. */
  readonly namespace?: string;
}

export interface TypeRule {
  readonly namespace: string;
  readonly attributes?: Readonly<Record<string, AttributeRule>>;
  readonly text?: ValueRule;
  readonly sequence?: readonly ChildRule[];
  /** Abstract: the element names one of these in `xsi:type`. */
  readonly subtypes?: readonly string[];
}

export const namespaces = {
  base: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  basic: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  overrides10: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  overrides11: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
} as const;

export const shortString: ValueRule = { maxLength: 125 };
export const longString: ValueRule = { maxLength: 250 };
export const url: ValueRule = { maxLength: 2048 };
export const referenceId: ValueRule = { maxLength: 32 };
export const boolean: ValueRule = { oneOf: ['true', 'false', '1', '0'] };
export const integer: ValueRule = { pattern: /^-?\d+$/, means: 'a whole number' };
export const culture: ValueRule = {
  pattern:
    /^([a-zA-Z]{2,3}-[a-zA-Z0-9]{3,8}(-[a-zA-Z]{2,3})?|[a-zA-Z]{2,3}(-[a-zA-Z]{2,3}(_tradnl|\.pseudo|-[a-zA-Z]{4,8})?)?)$/,
  means: 'the name of a culture',
};
export const uuid: ValueRule = { pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, means: 'a GUID' };
export const version: ValueRule = { pattern: /^\d{1,5}(\.\d{1,5}){0,3}$/, means: 'a version' };
export const shortVersion: ValueRule = { pattern: /^\d{1,5}\.\d{1,5}$/, means: 'a version n.n' };

export const required = (value: ValueRule): AttributeRule => ({ value, required: true });
export const optional = (value: ValueRule): AttributeRule => ({ value, required: false });

export function child(
  name: string,
  type: string,
  occurs: '1' | '?' | '+' | '*',
  namespace?: string,
): ChildRule {
  const rule = {
    name,
    type,
    min: occurs === '1' || occurs === '+' ? 1 : 0,
    max: occurs === '1' || occurs === '?' ? 1 : 'many',
  } as const;
  return namespace === undefined ? rule : { ...rule, namespace };
}

export function textType(namespace: string, text: ValueRule): TypeRule {
  return { namespace, text };
}

export function localeAware(
  namespace: string,
  value: ValueRule,
  overrideType: string,
  hasId: boolean,
): TypeRule {
  const attributes = { DefaultValue: required(value), ...(hasId ? { id: required(referenceId) } : {}) };
  return { namespace, attributes, sequence: [child('Override', overrideType, '*')] };
}

export function override(namespace: string, value: ValueRule): TypeRule {
  return { namespace, attributes: { Locale: required(culture), Value: required(value) } };
}
