import { describe, expect, it, test } from 'vitest';
import {
  type Arguments,
  type Builtin,
  createEngine,
  HostError,
  type Parameter,
  type ParameterType,
  StarlarkFloat,
  type StarlarkHandle,
} from './index.ts';

/** Runs a source with one builtin `f` and returns what its last call got. */
async function call(params: Parameter[], source: string, more: Partial<Builtin> = {}) {
  let got: Arguments | undefined;
  const handler: Builtin['handler'] = (args) => {
    got = { ...args };
    return null;
  };
  const engine = createEngine({ builtins: [{ name: 'f', params, handler, ...more }] });
  const result = await engine.eval({ filename: 'a.star', source });
  engine.close();
  return { got, result, error: result.error };
}

const AB: Parameter[] = [
  { name: 'a', type: 'int', required: true },
  { name: 'b', type: 'str' },
];

describe('binding', () => {
  test.each([
    ['f(1)', { a: 1 }],
    ['f(1, "x")', { a: 1, b: 'x' }],
    ['f(b = "x", a = 1)', { a: 1, b: 'x' }],
    ['f(*[1], **{"b": "y"})', { a: 1, b: 'y' }],
  ])('%s', async (source, expected) => {
    expect((await call(AB, source)).got).toEqual(expected);
  });

  test.each([
    ['f()', 'missing', 'a', 'missing argument for a'],
    ['f(b = "x")', 'missing', 'a', 'missing argument for a'],
    ['f(1, "x", 2)', 'excess', undefined, 'got 3 positional arguments, want at most 2'],
    ['f(1, c = 2)', 'unknown', 'c', 'unexpected keyword argument c'],
    ['f(1, a = 2)', 'duplicate', 'a', 'got multiple values for parameter a'],
    ['f("x")', 'type', 'a', 'for parameter a: got string, want int'],
    ['f(1.0)', 'type', 'a', 'for parameter a: got float, want int'],
    ['f(True)', 'type', 'a', 'for parameter a: got bool, want int'],
    ['f(1, None)', 'type', 'b', 'for parameter b: got NoneType, want string'],
  ])('%s is refused', async (source, problem, param, message) => {
    const { error, got } = await call(AB, `x = 1\nx + [\n  ${source}]`);
    const place = { file: 'a.star', line: 3, column: 3 };
    expect(error).toMatchObject({ code: 'bind', callee: 'f', problem, message, ...place });
    expect(error?.param).toBe(param);
    expect(got).toBeUndefined();
  });

  it('keyword-only functions and parameters', async () => {
    expect((await call(AB, 'f(1)', { keywordOnly: true })).error).toMatchObject({ problem: 'excess' });
    expect((await call(AB, 'f(a = 1)', { keywordOnly: true })).got).toEqual({ a: 1 });
    const params: Parameter[] = [AB[0]!, { name: 'k', type: 'int', keywordOnly: true }, AB[1]!];
    expect((await call(params, 'f(1, k = 2, b = "x")')).got).toEqual({ a: 1, k: 2, b: 'x' });
    expect((await call(params, 'f(1, 2)')).error).toMatchObject({ problem: 'excess' });
  });
});

describe('types', () => {
  const BIG = '123456789012345678901234567890';
  test.each<[ParameterType, string, unknown]>([
    ['int', '5', 5],
    ['int', BIG, 123456789012345678901234567890n],
    ['int32', '-2147483648', -2147483648],
    ['int64', '9223372036854775807', 9223372036854775807n],
    ['num', '5', 5],
    ['num', '2.5', 2.5],
    ['num', '1 << 60', 2 ** 60],
    ['num', 'float("nan")', Number.NaN],
    ['num', 'float("-inf")', Number.NEGATIVE_INFINITY],
    ['float', '5.0', 5],
    ['str', '"é\\n\\"😀"', 'é\n"😀'],
    ['bool', 'True', true],
    ['int?', 'None', null],
    ['int?', '3', 3],
    ['list<int>', '[1, 2]', [1, 2]],
    ['list<num>', '[1, 2.5]', [1, 2.5]],
    ['list<str>', '[]', []],
    ['list<any>', '[1, 1.0, "a", None]', [1, new StarlarkFloat(1), 'a', null]],
    ['list<num>?', 'None', null],
    ['dict<num>', '{"a": 1, "b": 2.5}', { a: 1, b: 2.5 }],
    ['value', '{"a": [1.0, {"b": None}]}', { a: [1, { b: null }] }],
    ['any', '1', 1],
    ['any', '1.0', new StarlarkFloat(1)],
    ['any', '1.5', 1.5],
    ['any', 'None', null],
    ['any', 'True', true],
  ])('%s takes %s', async (type, argument, expected) => {
    const { got, error } = await call([{ name: 'p', type }], `f(${argument})`);
    expect(error).toBeUndefined();
    expect(got).toEqual({ p: expected });
  });

  test.each<[ParameterType, string, string]>([
    ['int32', '2147483648', '2147483648 does not fit into int32'],
    ['int64', BIG, `${BIG} does not fit into int64`],
    ['num', '"1"', 'got string, want int or float'],
    ['num', 'True', 'got bool, want int or float'],
    ['num', 'int("9" * 400)', 'is too large for a float'],
    ['float', '1', 'got int, want float'],
    ['str', '1', 'got int, want string'],
    ['str', 'b"a"', 'got bytes, want string'],
    ['str', '"é"[0]', 'cannot represent a string that is not UTF-8'],
    ['bool', '1', 'got int, want bool'],
    ['list<int>', '(1, 2)', 'got tuple, want list'],
    ['list<int>', '[1, "a"]', 'got string, want int'],
    ['list<int>', 'None', 'got NoneType, want list'],
    ['dict<num>', '[1]', 'got list, want dict'],
    ['dict<num>', '{1: 2}', 'dict keys must be strings, got int'],
    ['value', '[lambda: 1]', 'cannot represent a value of type function'],
    ['int?', '"a"', 'got string, want int'],
  ])('%s refuses %s', async (type, argument, message) => {
    const { error } = await call([{ name: 'p', type }], `f(${argument})`);
    expect(error).toMatchObject({ code: 'bind', problem: 'type', param: 'p' });
    expect(error?.message).toContain(message);
  });

  it('refuses a table that cannot work', () => {
    const make = (builtin: Partial<Builtin>) => () =>
      createEngine({ builtins: [{ name: 'f', params: [], handler: () => null, ...builtin }] });
    expect(make({ name: 'a.b' })).toThrow(TypeError);
    expect(make({ params: [{ name: 'p', type: 'lists' as 'int' }] })).toThrow('unknown type lists of p');
    expect(make({ params: [AB[0]!, AB[0]!] })).toThrow('parameter a is there twice');
    expect(make({ handler: undefined as never })).toThrow(TypeError);
    const f: Builtin = { name: 'f', params: [], handler: () => null };
    expect(() => createEngine({ builtins: [f, f] })).toThrow('defined twice');
  });
});

describe('results', () => {
  const give = async (value: unknown, source = 'f()') => {
    const engine = createEngine({ builtins: [{ name: 'f', params: [], handler: () => value as null }] });
    const result = await engine.eval({ filename: 'a.star', source });
    return result.error ?? (result as { json: string }).json;
  };

  test.each([
    [5, '5'],
    [5.5, '5.5'],
    [-0, '-0.0'],
    [new StarlarkFloat(5), '5.0'],
    [new StarlarkFloat(2 ** 70), '1.1805916207174113e+21'],
    [2 ** 70, '1180591620717411303424'],
    [10n ** 30n, '1000000000000000000000000000000'],
    [1e-7, '1e-07'],
    ['a"\\\n\u0001é😀', '"a\\"\\\\\\n\\u0001é😀"'],
    [undefined, 'null'],
    [true, 'true'],
    [[1, [2, { a: undefined, b: null }]], '[1,[2,{"b":null}]]'],
    [new Map([['2', 1], ['1', 2]]), '{"2":1,"1":2}'], // biome-ignore format: one case, one line
  ])('%o', async (value, json) => {
    expect(await give(value)).toBe(json);
  });

  it('are values of Starlark like any other', async () => {
    expect(await give({ a: [1] }, 'x = f()\nx["a"].append(2.0)\nx["b"] = type(x)\nx')).toBe('{"a":[1,2.0],"b":"dict"}');
    expect(await give(Number.NaN, 'str(f())')).toBe('"nan"');
  });

  it('that Starlark has no value for are errors', async () => {
    const circle: unknown[] = [];
    circle.push(circle);
    for (const value of [Symbol('x'), () => 1, [() => 1], circle]) {
      expect(await give(value)).toMatchObject({ code: 'host', hostCode: 'exception', line: 1, column: 1 });
    }
  });
});

describe('handles', () => {
  const seen: StarlarkHandle[] = [];
  const engine = createEngine({
    builtins: [
      { name: 'same', params: [{ name: 'x', type: 'any' }], handler: ({ x }) => x },
      { name: 'wrap', params: [{ name: 'x', type: 'any' }], handler: ({ x }) => ({ wrapped: [x, x] }) },
      {
        name: 'look',
        params: [{ name: 'x', type: 'any' }],
        handler({ x }, { read }) {
          seen.push(x as StarlarkHandle);
          return [(x as StarlarkHandle).type, read(x as StarlarkHandle)];
        },
      },
      { name: 'last', params: [], handler: () => seen.at(-1) },
      { name: 'each', params: [{ name: 'x', type: 'list<any>' }], handler: ({ x }) => [...(x as [])].reverse() },
    ],
  });
  const run = (source: string) => engine.eval({ filename: 'a.star', source });

  it('keep identity', async () => {
    expect(await run('x = [1]\ny = same(x)\ny.append(2)\nx')).toMatchObject({ json: '[1,2]' });
    expect(await run('x = {}\nw = wrap(x)\nx["a"] = 1.0\nw')).toMatchObject({
      json: '{"wrapped":[{"a":1.0},{"a":1.0}]}',
    });
    expect(await run('f = same(lambda: 7)\nf()')).toMatchObject({ value: 7 });
    expect(await run('type(same((1, 2)))')).toMatchObject({ value: 'tuple' });
    expect(await run('x = [1]\neach([x, 2, 3.0])[2].append(4)\nx')).toMatchObject({ json: '[1,4]' });
  });

  it('nest: results of builtins are arguments of builtins', async () => {
    expect(await run('wrap(wrap(wrap(same([1.0]))))["wrapped"][0]["wrapped"][1]')).toMatchObject({
      json: '{"wrapped":[[1.0],[1.0]]}',
    });
  });

  it('can be read during the call', async () => {
    expect(await run('look({"a": [1, 2.5]})')).toMatchObject({ value: ['dict', { a: [1, 2.5] }] });
    expect((await run('look(lambda: 1)')).error).toMatchObject({
      code: 'host',
      message: 'cannot represent a value of type function',
    });
  });

  it('end with their evaluation', async () => {
    expect(await run('look([1])\nlast()')).toMatchObject({ value: [1] });
    expect((await run('last()')).error).toMatchObject({
      hostCode: 'exception',
      message: 'a handle was kept from another evaluation',
    });
  });
});

describe('refusals', () => {
  const cause = new TypeError('broken');
  const engine = createEngine({
    builtins: [
      { name: 'returned', params: [], handler: () => new HostError('R1', 'no "way"\n', 'p') },
      {
        name: 'thrown',
        params: [],
        handler() {
          throw new HostError('T1', 'no');
        },
      },
      {
        name: 'exception',
        params: [],
        handler() {
          throw cause;
        },
      },
    ],
  });
  const run = (source: string) => engine.eval({ filename: 'a.star', source });

  it('are raised where the call is', async () => {
    const { error } = await run('def g():\n    return [1, returned()]\n\ng()');
    expect(error).toEqual({
      code: 'host',
      hostCode: 'R1',
      message: 'no "way"\n',
      param: 'p',
      callee: 'returned',
      file: 'a.star',
      line: 2,
      column: 16,
      stack: [
        { name: '<toplevel>', file: 'a.star', line: 4, column: 1 },
        { name: 'g', file: 'a.star', line: 2, column: 16 },
      ],
    });
    const { error: other } = await run('thrown()');
    expect(other).toMatchObject({ code: 'host', hostCode: 'T1', message: 'no' });
    expect(other).not.toHaveProperty('param');
  });

  it('exceptions keep their cause, and the engine goes on', async () => {
    const { error } = await run('exception()');
    expect(error).toMatchObject({ code: 'host', hostCode: 'exception', message: 'broken', line: 1, column: 1 });
    expect(error?.cause).toBe(cause);
    expect(await run('1')).toMatchObject({ value: 1 });
  });

  it('through builtins of Starlark', async () => {
    expect((await run('sorted([1, 2], key = lambda x: thrown())')).error).toMatchObject({ hostCode: 'T1', column: 32 });
  });
});

test('a thousand calls, and builtins hide functions of Starlark', async () => {
  const builtins: Builtin[] = [
    { name: 'len', params: [{ name: 'n', type: 'num' }], handler: ({ n }) => (n as number) / 2 },
  ];
  const result = await createEngine({ builtins }).eval({ filename: 'a', source: '[len(i) for i in range(1000)][999]' });
  expect(result).toMatchObject({ value: 499.5 });
});
