import { badRequest } from '../graphFailure.ts';
import { parseDateTime } from '../time/wallTime.ts';
import type { CompareOperator, FilterNode, Operand } from './filterSyntax.ts';

type Value = string | number | boolean | null | undefined;

/** Whether an item, as Graph would write it, fits a filter. Members are found in any case. */
export function matchFilter(node: FilterNode, item: unknown): boolean {
  return matches(node, item, new Map());
}

/** Every path a filter names, lambda variables left out: to refuse what a type does not have. */
export function pathsOf(node: FilterNode): readonly string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(node.left), ...pathsOf(node.right)];
    case 'not':
      return pathsOf(node.inner);
    case 'compare':
      return [...operandPaths(node.left), ...operandPaths(node.right)];
    case 'in':
      return operandPaths(node.left);
    case 'test':
      return operandPaths(node.call);
    case 'lambda':
    default:
      return [
        node.path,
        ...(node.inner ? pathsOf(node.inner) : []).filter(
          (path) => path !== node.variable && !path.startsWith(`${node.variable}/`),
        ),
      ];
  }
}

function operandPaths(operand: Operand): readonly string[] {
  if (operand.kind === 'path') return [operand.path];
  return operand.kind === 'call' ? operand.operands.flatMap(operandPaths) : [];
}

function matches(node: FilterNode, item: unknown, variables: ReadonlyMap<string, unknown>): boolean {
  switch (node.kind) {
    case 'and':
      return matches(node.left, item, variables) && matches(node.right, item, variables);
    case 'or':
      return matches(node.left, item, variables) || matches(node.right, item, variables);
    case 'not':
      return !matches(node.inner, item, variables);
    case 'compare': {
      const left = valueOf(node.left, item, variables);
      const right = valueOf(node.right, item, variables);
      return compare(node.operator, left, right, isTime(node.left));
    }
    case 'in': {
      const left = valueOf(node.left, item, variables);
      return node.values.some((operand) =>
        compare('eq', left, valueOf(operand, item, variables), isTime(node.left)),
      );
    }
    case 'test':
      return valueOf(node.call, item, variables) === true;
    case 'lambda':
    default: {
      const list = membersAt(item, node.path, variables);
      const { inner } = node;
      if (!Array.isArray(list)) return node.quantifier === 'all';
      if (!inner) return list.length > 0;
      const fits = (entry: unknown): boolean =>
        matches(inner, item, new Map([...variables, [node.variable, entry]]));
      return node.quantifier === 'any' ? list.some(fits) : list.every(fits);
    }
  }
}

function valueOf(operand: Operand, item: unknown, variables: ReadonlyMap<string, unknown>): Value {
  switch (operand.kind) {
    case 'value':
      return operand.value;
    case 'path':
      return plain(membersAt(item, operand.path, variables));
    case 'call':
    default: {
      const [first, second] = operand.operands.map((inner) => valueOf(inner, item, variables));
      return call(operand.name, first, second);
    }
  }
}

function call(name: string, first: Value, second: Value): Value {
  if (typeof first !== 'string') return name === 'length' ? null : false;
  const [text, part] = [first.toLowerCase(), typeof second === 'string' ? second.toLowerCase() : undefined];
  switch (name) {
    case 'startswith':
      return part !== undefined && text.startsWith(part);
    case 'endswith':
      return part !== undefined && text.endsWith(part);
    case 'contains':
      return part !== undefined && text.includes(part);
    case 'tolower':
      return text;
    case 'toupper':
      return first.toUpperCase();
    case 'trim':
      return first.trim();
    case 'length':
      return first.length;
    default:
      throw badRequest(`An unknown function with name '${name}' was found.`);
  }
}

function membersAt(item: unknown, path: string, variables: ReadonlyMap<string, unknown>): unknown {
  const [first = '', ...rest] = path.split('/');
  const isVariable = variables.has(first);
  let value = isVariable ? variables.get(first) : item;
  for (const name of isVariable ? rest : [first, ...rest]) value = memberOf(value, name);
  return value;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const lower = name.toLowerCase();
  return Object.entries(value).find(([key]) => key.toLowerCase() === lower)?.[1];
}

function plain(value: unknown): Value {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value === null
    ? value
    : undefined;
}

function compare(operator: CompareOperator, left: Value, right: Value, isInstant: boolean): boolean {
  const order = isInstant ? orderOfTimes(left, right) : orderOf(left, right);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order !== undefined && order > 0;
    case 'ge':
      return order !== undefined && order >= 0;
    case 'lt':
      return order !== undefined && order < 0;
    case 'le':
    default:
      return order !== undefined && order <= 0;
  }
}

/** Without regard to case, as Exchange and the directory compare. Undefined for values that have no order. */
function orderOf(left: Value, right: Value): number | undefined {
  const [a, b] = [left ?? null, right ?? null];
  if (a === b) return 0;
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return typeof a === 'number' && typeof b === 'number' ? a - b : undefined;
}

/** Times of day and date: in UTC unless they say otherwise. */
function orderOfTimes(left: Value, right: Value): number | undefined {
  const [a, b] = [instantOf(left), instantOf(right)];
  return a === undefined || b === undefined ? orderOf(left, right) : a - b;
}

function instantOf(value: Value): number | undefined {
  const parsed = typeof value === 'string' ? parseDateTime(value) : undefined;
  return parsed && parsed.wall - (parsed.offsetMilli ?? 0);
}

function isTime(operand: Operand): boolean {
  return operand.kind === 'path' && /(^|\/)\w*(dateTime|originalStart|^time)$/i.test(operand.path);
}
