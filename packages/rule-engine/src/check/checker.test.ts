import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../test/facts.ts';
import { parse } from '../language/parser.ts';
import { readSchema } from '../schema.ts';
import { type CheckOptions, check } from './checker.ts';

const codes = (source: string, options?: CheckOptions, schema = SCHEMA) =>
  check(parse(source), schema, options).map(({ code, start }) => [code, start]);

describe('types', () => {
  it.each<[string, (string | number)[][]]>([
    ['tex.width * 2 <= 4096 && kind == "texture"', []],
    ['all(l in lods: l.tris > 0) || "rock" in tags', []],
    ['let px = tex.width * tex.height; px > 1 ? "big" : "small"', []],
    ['[] == [] || true', [['E_TYPE', 0]]],
    ['kind + 1', [['E_TYPE', 0]]],
    ['kind == 1', [['E_TYPE', 0]]],
    ['1 in tags', [['E_TYPE', 0]]],
    ['tags in tags', [['E_TYPE', 0]]],
    ['true < false', [['E_TYPE', 0]]],
    ['!tex.width', [['E_TYPE', 1]]],
    ['-kind', [['E_TYPE', 1]]],
    ['tex.width ? 1 : 2', [['E_TYPE', 0]]],
    ['true ? 1 : "a"', [['E_TYPE', 0]]],
    ['[1, "a"]', [['E_TYPE', 0]]],
    ['kind.length', [['E_TYPE', 0]]],
    ['tex[0]', [['E_TYPE', 0]]],
    ['lods["a"]', [['E_TYPE', 5]]],
    ['sum(t in tags: t)', [['E_TYPE', 15]]],
    ['count(x in tex.width: true)', [['E_TYPE', 11]]],
    [
      'abs(kind) + len(3)',
      [
        ['E_TYPE', 4],
        ['E_TYPE', 16],
      ],
    ],
    ['abs(1, 2)', [['E_ARITY', 0]]],
    ['max(1,2,3,4,5,6,7,8,9)', [['E_ARITY', 0]]],
    ['exec(1)', [['E_UNKNOWN_FUNCTION', 0]]],
    ['all(1)'.replace('all', 'alls'), [['E_UNKNOWN_FUNCTION', 0]]],
    ['nothing > 1', [['E_UNKNOWN_FACT', 0]]],
    ['has(tex.detph)', [['E_UNKNOWN_FACT', 4]]],
    ['constructor == 1', [['E_UNKNOWN_FACT', 0]]],
    ['let kind = 1; kind > 0', [['E_SHADOW', 0]]],
    ['any(lods in tags: true)', [['E_SHADOW', 0]]],
    ['let a = 1; let a = 2; a > 0', [['E_SHADOW', 11]]],
    [
      'kind + 1 > 2 && tex.width == "a"',
      [
        ['E_TYPE', 0],
        ['E_TYPE', 16],
      ],
    ],
  ])('%s', (source, wanted) => {
    expect(codes(source)).toEqual(wanted);
  });

  it('of the whole are held against what is expected', () => {
    expect(codes('tex.width', { expect: 'bool' })).toEqual([['E_TYPE', 0]]);
    expect(codes('tex.width', { expect: 'int' })).toEqual([]);
  });

  it('are open where there is no schema', () => {
    expect(check(parse('a.b[0] + c > 1 && d in e'))).toEqual([]);
    expect(check(parse('a + "x"'))).toMatchObject([{ code: 'E_TYPE', start: 4, end: 7 }]);
  });
});

describe('facts that may be absent', () => {
  it.each([
    'has(tex.depth) && tex.depth > 0',
    '!has(tex.depth) || tex.depth > 0',
    'has(tex.depth) ? tex.depth > 0 : true',
    '!has(tex.depth) ? true : tex.depth > 0',
    'true && has(tex.depth) && 1 < 2 && tex.depth > 0',
    '(tex.depth ?? 0) > 0',
    'has(tex.depth) && all(l in lods: l.tris > tex.depth)',
  ])('are present in %s', (source) => {
    expect(codes(source)).toEqual([]);
  });

  it.each<[string, number]>([
    ['tex.depth > 0', 0],
    ['has(tex.depth) || tex.depth > 0', 18],
    ['tex.depth > 0 && has(tex.depth)', 0],
    ['has(tex.depth) ? true : tex.depth > 0', 24],
    ['!has(tex.depth) && tex.depth > 0', 19],
    ['any(l in lods: has(tex.depth)) && tex.depth > 0', 34],
  ])('may be absent in %s', (source, start) => {
    expect(codes(source)).toEqual([['W_MAY_BE_ABSENT', start]]);
    expect(codes(source, { strict: true })).toEqual([['E_UNKNOWN_FACT', start]]);
  });

  it('include what rules may have derived', () => {
    expect(codes('has(derived.texels) && derived.texels > 0', { state: true })).toEqual([]);
    expect(codes('derived.texels > 0', { state: true })).toEqual([['W_MAY_BE_ABSENT', 0]]);
    expect(codes('derived.texels > 0')).toEqual([['E_UNKNOWN_FACT', 0]]);
  });
});

describe('units', () => {
  const schema = readSchema({
    type: 'rec',
    fields: { peak_mdb: { type: 'int' }, length_ms: { type: 'int' }, a: { type: 'int' } },
  });
  it.each<[string, boolean]>([
    ['peak_mdb <= -1dB', false],
    ['peak_mdb <= -1s', true],
    ['5px < length_ms', true],
    ['length_ms < 2s', false],
    ['length_ms < 2K', false],
    ['length_ms * 50% > 1', false],
    ['a > 2px', false],
  ])('of literals fit their facts in %s: %s', (source, warned) => {
    expect(codes(source, {}, schema).map(([code]) => code)).toEqual(warned ? ['W_UNIT'] : []);
  });
});
