import { badRequest, type GraphFailure } from '../graphFailure.ts';

/** A `$filter` expression, parsed. Paths are member names joined by `/`. */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly left: FilterNode; readonly right: FilterNode }
  | { readonly kind: 'not'; readonly inner: FilterNode }
  | {
      readonly kind: 'compare';
      readonly operator: CompareOperator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'in'; readonly left: Operand; readonly values: readonly Operand[] }
  | { readonly kind: 'test'; readonly call: Operand }
  | {
      readonly kind: 'lambda';
      readonly quantifier: 'any' | 'all';
      readonly path: string;
      readonly variable: string;
      readonly inner: FilterNode | undefined;
    };

export type CompareOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type Operand =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Operand[] };

const compareOperators: readonly CompareOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const functions = new Set(['startswith', 'endswith', 'contains', 'tolower', 'toupper', 'length', 'trim']);
const deepest = 100;

interface Token {
  readonly text: string;
  readonly kind: 'word' | 'string' | 'symbol';
  readonly at: number;
}

/** Parses a `$filter`; refuses what it cannot read as Graph does. */
export function parseFilter(text: string): FilterNode {
  const tokens = tokenize(text);
  let position = 0;
  let depth = 0;

  const peek = (): Token | undefined => tokens[position];
  const isWord = (word: string): boolean => {
    const token = peek();
    return token?.kind === 'word' && token.text.toLowerCase() === word;
  };
  const take = (): Token => {
    const token = tokens[position];
    if (!token) throw invalidFilter(`Expression expected at position ${text.length} in '${text}'.`);
    position += 1;
    return token;
  };
  const expect = (symbol: string): void => {
    const token = take();
    if (token.kind !== 'symbol' || token.text !== symbol)
      throw invalidFilter(`Syntax error at position ${token.at} in '${text}'.`);
  };

  function or(): FilterNode {
    let left = and();
    while (isWord('or')) {
      position += 1;
      left = { kind: 'or', left, right: and() };
    }
    return left;
  }

  function and(): FilterNode {
    let left = unary();
    while (isWord('and')) {
      position += 1;
      left = { kind: 'and', left, right: unary() };
    }
    return left;
  }

  function unary(): FilterNode {
    depth += 1;
    if (depth > deepest) throw invalidFilter('The filter is nested too deeply.');
    try {
      if (isWord('not')) {
        position += 1;
        return { kind: 'not', inner: unary() };
      }
      const token = peek();
      if (token?.kind === 'symbol' && token.text === '(') {
        position += 1;
        const inner = or();
        expect(')');
        return inner;
      }
      return comparison();
    } finally {
      depth -= 1;
    }
  }

  function comparison(): FilterNode {
    const token = take();
    const lambda = token.kind === 'word' ? /^(.+)\/(any|all)$/i.exec(token.text) : null;
    if (lambda && peek()?.text === '(')
      return lambdaOf(lambda[1] ?? '', lambda[2]?.toLowerCase() === 'all' ? 'all' : 'any');
    const left = operandOf(token);
    const operator = peek()?.kind === 'word' ? peek()?.text.toLowerCase() : undefined;
    const compare = compareOperators.find((known) => known === operator);
    if (compare) {
      position += 1;
      return { kind: 'compare', operator: compare, left, right: operandOf(take()) };
    }
    if (operator === 'in') {
      position += 1;
      return { kind: 'in', left, values: list() };
    }
    return { kind: 'test', call: left };
  }

  function lambdaOf(path: string, quantifier: 'any' | 'all'): FilterNode {
    expect('(');
    if (peek()?.text === ')') {
      position += 1;
      return { kind: 'lambda', path, quantifier, variable: '', inner: undefined };
    }
    const variable = take().text;
    expect(':');
    const inner = or();
    expect(')');
    return { kind: 'lambda', path, quantifier, variable, inner };
  }

  function list(): Operand[] {
    expect('(');
    const values = [operandOf(take())];
    while (peek()?.text === ',') {
      position += 1;
      values.push(operandOf(take()));
    }
    expect(')');
    return values;
  }

  function operandOf(token: Token): Operand {
    if (token.kind === 'string') return { kind: 'value', value: token.text };
    if (token.kind === 'symbol') throw invalidFilter(`Syntax error at position ${token.at} in '${text}'.`);
    const name = token.text.toLowerCase();
    if (peek()?.text === '(' && peek()?.kind === 'symbol') {
      if (!functions.has(name))
        throw invalidFilter(`An unknown function with name '${token.text}' was found.`);
      return { kind: 'call', name, operands: list() };
    }
    if (name === 'true' || name === 'false') return { kind: 'value', value: name === 'true' };
    if (name === 'null') return { kind: 'value', value: null };
    if (/^-?\d+(\.\d+)?$/.test(token.text)) return { kind: 'value', value: Number(token.text) };
    if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(token.text)) return { kind: 'value', value: token.text };
    return { kind: 'path', path: token.text };
  }

  const parsed = or();
  const left = peek();
  if (left) throw invalidFilter(`Syntax error at position ${left.at} in '${text}'.`);
  return parsed;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:'((?:[^']|'')*)'|([(),:])|([^\s'(),:]+(?::\d{2}[^\s'(),]*)*))/gy;
  while (pattern.lastIndex < text.trimEnd().length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw invalidFilter(`There is an unterminated literal at position ${at} in '${text}'.`);
    const [, string, symbol, word] = match;
    if (string !== undefined) tokens.push({ kind: 'string', text: string.replaceAll("''", "'"), at });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, at });
    else tokens.push({ kind: 'word', text: word ?? '', at });
  }
  if (tokens.length === 0) throw invalidFilter('The filter is empty.');
  if (tokens.length > 2000) throw invalidFilter('The filter is too long.');
  return tokens;
}

function invalidFilter(message: string): GraphFailure {
  return badRequest(`Invalid filter clause: ${message.slice(0, 600)}`);
}
