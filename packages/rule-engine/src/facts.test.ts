import { describe, expect, it } from 'vitest';
import { freshBudget } from './budget.ts';
import { makeFacts } from './facts.ts';
import { evaluateExpr } from './interpret.ts';
import { parse } from './language/parser.ts';
import { readSchema } from './schema.ts';
import { fromJson, toJson } from './value.ts';

const code = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

describe('makeFacts', () => {
  it('copies and freezes data without prototypes', () => {
    const data = { a: { b: [1, 2] }, s: 'x', big: 5n };
    const facts = makeFacts(data);
    data.a.b.push(3);
    expect(toJson(facts)).toEqual({ a: { b: [1, 2] }, s: 'x', big: 5 });
    expect(Object.getPrototypeOf(facts)).toBeNull();
    expect(Object.isFrozen(facts) && Object.isFrozen(facts.a) && Object.isFrozen((facts.a as { b: unknown }).b)).toBe(
      true,
    );
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  const accessor = Object.defineProperty({}, 'a', { enumerable: true, get: () => 1 });
  let deep: unknown = 1;
  for (let i = 0; i < 17; i++) deep = { a: deep };
  let veryDeep: unknown = 1;
  for (let i = 0; i < 100_000; i++) veryDeep = [veryDeep];
  class Point {
    x = 1;
  }
  it.each<[string, unknown]>([
    ['a fraction', 1.5],
    ['NaN', Number.NaN],
    ['an unsafe number', 2 ** 53],
    ['a bigint beyond 64 bits', 2n ** 63n],
    ['null', null],
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a cycle', cyclic],
    ['an accessor', accessor],
    ['a symbol as key', { [Symbol('x')]: 1 }],
    ['a key that is no name', { 'a-b': 1 }],
    ['an instance', new Point()],
    ['a map', new Map()],
    ['a date', new Date(0)],
    ['a gap', Object.assign(Array(3), { 0: 1, 2: 2 })],
    ['a mixed list', [1, 'a']],
    ['a long list', Array(4097).fill(1)],
    ['a long string', 'x'.repeat(4097)],
    ['a lone surrogate', '\uD800'],
    ['17 levels', deep],
    ['100,000 levels', veryDeep],
    ['too many values', Array.from({ length: 17 }, () => Array(4096).fill(1))],
  ])('refuses %s', (_, value) => {
    expect(code(() => makeFacts({ value }))).toBe('E_TYPE');
  });

  it('has names of prototypes only where a fact is called so', () => {
    const data = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}');
    const run = (source: string, facts: unknown) => evaluateExpr(parse(source), makeFacts(facts), freshBudget());
    expect(run('__proto__.x + constructor', data)).toBe(3);
    expect(run('has(__proto__) || has(constructor) || has(a.toString)', { a: {} })).toBe(false);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('normalizes -0 and small bigints', () => {
    expect(Object.is(makeFacts({ a: -0 }).a, 0)).toBe(true);
    expect(makeFacts({ a: 9007199254740991n, b: 9007199254740992n })).toEqual({
      a: 9007199254740991,
      b: 9007199254740992n,
    });
  });
});

describe('schemas', () => {
  const schema = readSchema({
    type: 'rec',
    fields: {
      n: { type: 'int' },
      s: { type: 'str', max: 3, optional: true },
      xs: { type: 'list', max: 2, of: { type: 'rec', fields: { ok: { type: 'bool' } } } },
    },
  });

  it.each<[unknown, string | undefined]>([
    [{ n: 1, xs: [] }, undefined],
    [{ n: 1, s: 'abc', xs: [{ ok: true }, { ok: false }] }, undefined],
    [{ xs: [] }, 'E_ABSENT'],
    [{ n: 'a', xs: [] }, 'E_TYPE'],
    [{ n: 1, s: 'abcd', xs: [] }, 'E_TYPE'],
    [{ n: 1, xs: [{ ok: true }, { ok: true }, { ok: true }] }, 'E_TYPE'],
    [{ n: 1, xs: [{}] }, 'E_ABSENT'],
    [{ n: 1, xs: [], more: 1 }, 'E_UNKNOWN_FACT'],
  ])('hold facts to what they say: %j', (facts, wanted) => {
    expect(code(() => makeFacts(facts, schema))).toBe(wanted);
  });

  it.each<unknown>([
    1,
    { type: 'int' },
    { type: 'rec' },
    { type: 'rec', fields: { 'a-b': { type: 'int' } } },
    { type: 'rec', fields: { a: { type: 'float' } } },
    { type: 'rec', fields: { a: { type: 'int', max: 3 } } },
    { type: 'rec', fields: { a: { type: 'str', max: 5000 } } },
    { type: 'rec', fields: { a: { type: 'list' } } },
    { type: 'rec', fields: { a: { type: 'int', optional: 1 } } },
  ])('are refused where they are none: %j', (json) => {
    expect(code(() => readSchema(json))).toBe('E_RULESET');
  });
});

it('writes values as JSON and reads them again', () => {
  const value = { a: [1, 2n ** 60n], b: { c: 'x', d: false } };
  const json = JSON.stringify(toJson(makeFacts(value)));
  expect(json).toBe('{"a":[1,{"$int":"1152921504606846976"}],"b":{"c":"x","d":false}}');
  expect(makeFacts(fromJson(JSON.parse(json)))).toEqual(makeFacts(value));
});
