import * as fc from 'fast-check';
import { cleanLine } from '#domain/text/cleanLine.ts';

describe('a text from outside, made fit for one line', () => {
  it.each([
    ['Dana Okafor', 'Dana Okafor'],
    ['  Dana \t Okafor\n', 'Dana Okafor'],
    ['Dana\u202Erofakō', 'Danarofakō'],
    ['Da\u200Bna', 'Dana'],
    ['\u2066Dana\u2069', 'Dana'],
    ['Dana\u0000\u001B[31m', 'Dana[31m'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['Dana\u200D ', 'Dana'],
    ['\u200D\u200DDana', 'Dana'],
    ['👩‍🏫 Dana', '👩‍🏫 Dana'],
    ['نور الدين', 'نور الدين'],
    ['', ''],
  ])('%j becomes %j', (text, line) => {
    expect(cleanLine(text)).toBe(line);
  });

  it('cuts what is too long and says so', () => {
    expect(cleanLine('x'.repeat(10_000), 20)).toBe(`${'x'.repeat(19)}…`);
    expect(cleanLine('x'.repeat(20), 20)).toBe('x'.repeat(20));
  });

  it('does not cut a character in two', () => {
    expect(cleanLine('😀'.repeat(30), 10)).toBe(`${'😀'.repeat(9)}…`);
  });

  it('tames towers of marks', () => {
    expect(cleanLine(`a${'\u0301'.repeat(50)}b`).length).toBeLessThan(6);
  });

  it('is at most as long as asked, on one line, without controls, and stable', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 5, max: 80 }),
        (text, longest) => {
          const line = cleanLine(text, longest);
          expect(Array.from(line).length).toBeLessThanOrEqual(longest);
          expect(line).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u);
          expect(line).toBe(line.trim());
        },
      ),
    );
  });
});
