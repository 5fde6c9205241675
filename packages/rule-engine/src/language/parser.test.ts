import { describe, expect, it } from 'vitest';
import { Random } from '../../test/random/prng.ts';
import { Programs } from '../../test/random/programs.ts';
import { RuleError } from '../error.ts';
import { type Expr, spanOf } from './ast.ts';
import { readAst } from './ast-json.ts';
import { parse } from './parser.ts';
import { print } from './printer.ts';

function failure(run: () => unknown): RuleError {
  try {
    run();
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const HOSTILE: readonly (readonly [name: string, source: string, code: string])[] = [
  ['64 KB of a sum', Array(21_846).fill('1').join(' + '), 'E_SOURCE_SIZE'],
  ['64 KB of a string', `"${'x'.repeat(65_534)}"`, 'E_SOURCE_SIZE'],
  ['100,000 parentheses', '('.repeat(100_000), 'E_SOURCE_SIZE'],
  ['16,384 parentheses', '('.repeat(16_384), 'E_NESTING'],
  ['65 parentheses', `${'('.repeat(65)}1${')'.repeat(65)}`, 'E_NESTING'],
  ['16,384 minuses', '-'.repeat(16_384), 'E_NESTING'],
  ['16,384 exclamation marks', '!'.repeat(16_384), 'E_NESTING'],
  ['many brackets', '['.repeat(9000), 'E_NESTING'],
  ['nested indices', 'a['.repeat(5000), 'E_NESTING'],
  ['nested calls', 'f('.repeat(5000), 'E_NESTING'],
  ['nested macros', 'all(x in y:'.repeat(1000), 'E_NESTING'],
  ['a chain of conditionals', 'a?b:'.repeat(4000), 'E_NESTING'],
  ['a chain of lets', 'let a=1;'.repeat(2000), 'E_NESTING'],
  ['a chain of defaults', 'a??'.repeat(4000), 'E_NESTING'],
  ['8,000 additions', `1${'+1'.repeat(8000)}`, 'E_AST_SIZE'],
  ['1,100 fields', `a${'.a'.repeat(1100)}`, 'E_AST_DEPTH'],
  ['5,000 elements', `[${'1,'.repeat(5000)}]`, 'E_AST_SIZE'],
  ['16,000 digits', '9'.repeat(16_000), 'E_INT_RANGE'],
  ['16,000 decimals', `0.${'9'.repeat(16_000)}dB`, 'E_LITERAL'],
  ['16,000 underscores and a unit that is none', `1${'_'.repeat(16_000)}x`, 'E_UNIT'],
  ['a string that never ends', `"${'\\n'.repeat(8000)}`, 'E_LITERAL'],
  ['a string beyond 4,096', `"${'x'.repeat(4097)}"`, 'E_LITERAL'],
  ['a lone high surrogate', 'a + "\uD800"', 'E_SYNTAX'],
  ['a lone low surrogate in a comment', '1 # \uDC00', 'E_SYNTAX'],
  ['a NUL', '1\0', 'E_SYNTAX'],
  ['a byte order mark', '\uFEFF1', 'E_SYNTAX'],
  ['a no-break space', '1\u00A0+ 1', 'E_SYNTAX'],
  ['a full-width digit', '１', 'E_SYNTAX'],
  ['a proxy of a comment', '/* */ 1', 'E_SYNTAX'],
];

describe('hostile text', () => {
  it.each(HOSTILE)('%s ends in an error with its place', (_, source, code) => {
    const started = performance.now();
    const error = failure(() => parse(source));
    expect(error.code).toBe(code);
    expect(error.start).toBeGreaterThanOrEqual(0);
    expect(error.end).toBeGreaterThanOrEqual(error.start!);
    expect(error.start).toBeLessThanOrEqual(source.length);
    // Two hundred times what the slowest of them takes.
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('of random pieces is parsed or refused, never more', () => {
    const random = new Random(11);
    const pieces = [
      '(',
      ')',
      '[',
      ']',
      '"',
      '\\',
      '-',
      '!',
      '?',
      '??',
      ':',
      '.',
      ',',
      ';',
      ' ',
      '#',
      '\n',
      '1',
      '1.5',
      'dB',
      '%',
      'a',
      '__proto__',
      'has(',
      'let ',
      '=',
      'in',
      'not',
      'all(',
      'x',
      '😀',
      '&&',
      '||',
      '<',
      '==',
    ];
    let parsed = 0;
    for (let i = 0; i < 30_000; i++) {
      const source = Array.from({ length: 1 + random.below(9) }, () => random.pick(pieces)).join('');
      try {
        const expr = parse(source);
        expect(parse(print(expr))).toEqual(expr);
        parsed++;
      } catch (error) {
        expect(error).toBeInstanceOf(RuleError);
        expect((error as RuleError).start).toBeLessThanOrEqual(source.length);
      }
    }
    expect(parsed).toBeGreaterThan(300);
  });
});

describe('limits', () => {
  it('are reached, not crossed', () => {
    expect(parse(`${'('.repeat(64)}1${')'.repeat(64)}`)).toEqual({ k: 'int', v: '1' });
    expect(parse(`1${' + 1'.repeat(1023)}`).k).toBe('bin');
    expect(failure(() => parse(`1${' + 1'.repeat(1024)}`)).code).toBe('E_AST_SIZE');
    expect(parse(`[${'1,'.repeat(2047)}]`)).toMatchObject({ xs: { length: 2047 } });
    expect(parse(`1${' '.repeat(16_383)}`)).toEqual({ k: 'int', v: '1' });
  });
});

describe('printing', () => {
  it('and parsing give the same tree, 10,000 times', () => {
    const programs = new Programs(new Random(5));
    for (let i = 0; i < 10_000; i++) {
      const expr = programs.program();
      const text = print(expr);
      const again = parse(text);
      expect(again).toEqual(expr);
      expect(print(again)).toBe(text);
      expect(readAst(JSON.parse(JSON.stringify(expr)))).toEqual(expr);
    }
  });

  it('keeps places out of the tree', () => {
    const [a, b] = [parse('1+x'), parse(' 1 +  x')];
    expect(a).toEqual(b);
    expect(spanOf(b)).toEqual({ start: 1, end: 7 });
    expect(spanOf((b as { r: Expr }).r)).toEqual({ start: 6, end: 7 });
    expect(Object.isFrozen(a)).toBe(true);
  });
});

describe('JSON trees', () => {
  const ref = { k: 'ref', n: 'x' };
  const one = { k: 'int', v: '1' };
  const chain = (depth: number) => {
    let node: unknown = one;
    for (let i = 0; i < depth; i++) node = { k: 'neg', e: node };
    return node;
  };
  it.each<[unknown, string]>([
    [null, 'E_SYNTAX'],
    [[], 'E_SYNTAX'],
    ['1', 'E_SYNTAX'],
    [{}, 'E_SYNTAX'],
    [{ k: 'toString' }, 'E_SYNTAX'],
    [{ k: 'int', v: 1 }, 'E_SYNTAX'],
    [{ k: 'int', v: '01' }, 'E_SYNTAX'],
    [{ k: 'int', v: '-0' }, 'E_SYNTAX'],
    [{ k: 'int', v: '9223372036854775808' }, 'E_INT_RANGE'],
    [{ k: 'str', v: '\uD800' }, 'E_SYNTAX'],
    [{ k: 'str', v: 'x'.repeat(4097) }, 'E_LITERAL'],
    [{ k: 'bool', v: 'true' }, 'E_SYNTAX'],
    [{ k: 'ref', n: 'in' }, 'E_SYNTAX'],
    [{ k: 'ref', n: 'a b' }, 'E_SYNTAX'],
    [{ k: 'ref', n: 'x', extra: 1 }, 'E_SYNTAX'],
    [{ k: 'sel', e: ref, f: '' }, 'E_SYNTAX'],
    [{ k: 'has', e: one }, 'E_SYNTAX'],
    [{ k: 'def', e: one, d: one }, 'E_SYNTAX'],
    [{ k: 'bin', op: '**', l: one, r: one }, 'E_SYNTAX'],
    [{ k: 'call', f: 'abs', a: [] }, 'E_SYNTAX'],
    [{ k: 'call', f: 'abs', a: one }, 'E_SYNTAX'],
    [{ k: 'mac', m: 'each', v: 'x', l: ref, b: one }, 'E_SYNTAX'],
    [{ k: 'list', xs: Array(3000).fill(one) }, 'E_AST_SIZE'],
    [chain(1024), 'E_AST_DEPTH'],
    [chain(100_000), 'E_AST_DEPTH'],
  ])('are refused: %#', (json, code) => {
    expect(failure(() => readAst(json)).code).toBe(code);
  });

  it('reach as deep as trees may be, in every pass over them', () => {
    expect(print(readAst(chain(1023)))).toHaveLength(1022 + '-(1)'.length);
  });
});
