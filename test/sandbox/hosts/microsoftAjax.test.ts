import { runInNewContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import { transformSync } from '@swc/core';

/** The stand-in in a world of its own, so that it does not change the built-in objects of other tests. */
function freshWorld(): (code: string) => unknown {
  const source = readFileSync('sandbox/hosts/browser/office/microsoftAjax.ts', 'utf8');
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const world = { exports: {} };
  runInNewContext(`${code}\nexports.installMicrosoftAjax();`, world);
  return (expression) => runInNewContext(expression, world);
}

describe('what stands in for Microsoft Ajax', () => {
  const ask = freshWorld();

  it('has the members by which Office.js knows that it is loaded', () => {
    expect(
      ask(`[typeof Sys.StringBuilder, typeof Type.registerNamespace, typeof Type.registerClass, typeof Function._validateParams,
        typeof Sys.Serialization.JavaScriptSerializer.serialize].join()`),
    ).toBe('function,function,function,function,function');
    expect(ask(`[...Object.keys(Function), ...Object.keys(Error)].join()`)).toBe('stackTraceLimit');
  });

  it('checks parameters as Microsoft Ajax does', () => {
    const check = (given: string, expected: string): unknown =>
      ask(`Function._validateParams(${given}, ${expected})?.name ?? null`);
    const one = `[{ name: 'a', type: String, mayBeNull: false }]`;
    expect(check(`['x']`, one)).toBeNull();
    expect(check(`[1]`, one)).toBe('Sys.ArgumentTypeException');
    expect(check(`[null]`, one)).toBe('Sys.ArgumentNullException');
    expect(check(`[]`, one)).toBe('Sys.ArgumentUndefinedException');
    expect(check(`['x', 'y']`, one)).toBe('Sys.ParameterCountException');
    expect(check(`[undefined]`, `[{ name: 'a', type: Object, optional: true }]`)).toBeNull();
    expect(check(`{ trusted: true }`, `[{ name: 'trusted', type: Boolean }]`)).toBeNull();
    expect(check(`[new Map()]`, `[{ name: 'a', type: Map }]`)).toBeNull();
    expect(check(`[[]]`, `[{ name: 'a', type: Map }]`)).toBe('Sys.ArgumentTypeException');
  });

  it('builds texts, names and delegates', () => {
    expect(ask(`new Sys.StringBuilder('a').append('b').append('c').toString('-')`)).toBe('a-b-c');
    expect(ask(`String.format('{1} and {0}', 'a', 2)`)).toBe('2 and a');
    expect(ask(`Type.registerNamespace('One.Two'); typeof One.Two`)).toBe('object');
    expect(ask(`Function.createDelegate({ n: 7 }, function () { return this.n; })()`)).toBe(7);
    expect(ask(`Error.argument('name', 'No good') instanceof Error`)).toBe(true);
  });
});
