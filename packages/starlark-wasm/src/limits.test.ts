import { describe, expect, it } from 'vitest';
import { createEngine, DEFAULT_LIMITS, type EngineOptions, type LimitName } from './index.ts';

const DEEP_LIST = 'x = []\nfor i in range(300):\n    x = [x]\nx';

/** Each aborts an engine with short limits. */
const ABUSE: [name: string, limit: LimitName, source: string][] = [
  ['an endless while', 'steps', 'while True:\n    pass'],
  ['a long comprehension', 'steps', '[i for i in range(1000000000)]\n1'],
  ['nested comprehensions', 'steps', '[0 for i in range(100000) for j in range(100000)]\n1'],
  ['self-recursion', 'depth', 'def f():\n    return f()\nf()'],
  ['mutual recursion', 'depth', 'def f():\n    return g()\ndef g():\n    return f()\nf()'],
  ['recursion through a builtin', 'depth', 'def f(x):\n    return sorted([1], key = f)\nf(1)'],
  ['a long source', 'source', `x = "${'a'.repeat(1 << 20)}"`],
  ['a long source in few characters', 'source', `x = "${'é'.repeat(600_000)}"`],
  ['700 brackets', 'nesting', '('.repeat(700) + ')'.repeat(700)],
  ['a million brackets', 'nesting', '['.repeat(1_000_000)],
  ['a million operators in front', 'nesting', '-'.repeat(1_000_000) + '1'],
  ['a million nots', 'nesting', 'not '.repeat(200_000) + '1'],
  ['lambdas of lambdas', 'nesting', 'lambda: '.repeat(100_000) + '1'],
  ['a long chain of operators', 'expression', '1' + ' + 1'.repeat(200_000)],
  ['a long chain of calls', 'expression', 'f' + '()'.repeat(300_000)],
  ['a long chain of attributes', 'expression', 'f' + '.a'.repeat(300_000)],
  ['a long chain of elifs', 'expression', 'if 1:\n  pass\n' + 'elif 1:\n  pass\n'.repeat(20_000)],
  ['a deep value', 'valueDepth', DEEP_LIST],
  ['a list in itself', 'valueDepth', 'x = []\nx.append(x)\nx'],
  ['a dict in itself', 'valueDepth', 'x = {}\nx["a"] = x\nx'],
  ['a wide value made of few objects', 'output', 'x = ["abc"] * 1000\ny = [x] * 1000\n[y] * 1000'],
  ['much printing', 'output', 'x = "a" * 1000000\nfor i in range(100):\n    print(x)'],
  ['a string of a gigabyte', 'memory', '"a" * 1000000000'],
  ['a list of 100 million', 'memory', '[0] * 100000000'],
  ['a string that doubles', 'memory', 'x = "abcdefgh"\nfor i in range(40):\n    x += x'],
  ['a list that doubles', 'memory', 'x = [0]\nfor i in range(40):\n    x = x + x'],
  ['sorting 50 million', 'memory', 'sorted(range(50000000))'],
];

describe('abuse ends with a limit, and the next evaluation works', () => {
  const engine = createEngine({ language: { while: true } });
  it.each(ABUSE)('%s', async (_, limit, source) => {
    const { error } = await engine.eval({ filename: 'abuse.star', source });
    expect(error).toMatchObject({ code: 'limit', limit });
    expect(await engine.eval({ filename: 'next.star', source: 'x = [1 + 1]\nx' })).toMatchObject({ value: [2] });
  });
});

const run = (source: string, options: EngineOptions = {}) => createEngine(options).eval({ filename: 'a.star', source });
const withLimits = (limits: EngineOptions['limits']) => ({ limits });

describe('limits are exact', () => {
  it('steps', async () => {
    const { steps } = await run('[i for i in range(100)]');
    expect(steps).toBeGreaterThan(400);
    expect((await run('[i for i in range(100)]', withLimits({ steps }))).error).toBeUndefined();
    expect((await run('[i for i in range(100)]', withLimits({ steps: steps - 1 }))).error?.limit).toBe('steps');
  });

  it.each([2, 3, 7, 50, 1000])('call depth %d', async (callDepth) => {
    const source = (calls: number) => `def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\nf(${calls})`;
    // The top level is a frame, f(0) another.
    expect(await run(source(callDepth - 2), withLimits({ callDepth }))).toMatchObject({ value: callDepth - 2 });
    expect((await run(source(callDepth - 1), withLimits({ callDepth }))).error?.limit).toBe('depth');
  });

  it('value depth', async () => {
    const nested = (levels: number) => `x = 1\nfor i in range(${levels}):\n    x = [x]\nx`;
    expect((await run(nested(200))).error).toBeUndefined();
    expect((await run(nested(201))).error?.limit).toBe('valueDepth');
  });

  it('depth of the syntax tree', async () => {
    const chain = (terms: number) => '1' + ' + 1'.repeat(terms - 1);
    expect(await run(chain(1000))).toMatchObject({ value: 1000 });
    expect((await run(chain(1002))).error?.limit).toBe('expression');
  });

  it('source, in bytes', async () => {
    expect((await run('"é"', withLimits({ sourceBytes: 4 }))).error).toBeUndefined();
    expect((await run('"éé"', withLimits({ sourceBytes: 5 }))).error?.limit).toBe('source');
  });
});

it('time is looked at between steps', async () => {
  const engine = createEngine({ limits: { milliseconds: 50, steps: 1e12 } });
  const started = performance.now();
  const { error } = await engine.eval({ filename: 'a.star', source: '[i for i in range(1000000000)]' });
  expect(error).toMatchObject({
    code: 'limit',
    limit: 'time',
    message: 'took longer than 50 ms',
    file: 'a.star',
    line: 1,
  });
  expect(performance.now() - started).toBeLessThan(5_000);
});

it('an error by a limit has position and stack', async () => {
  const { error } = await run('def f(n):\n    return f(n)\n\nf(1)', withLimits({ callDepth: 4 }));
  expect(error).toMatchObject({ file: 'a.star', line: 2, message: 'call depth exceeds 4' });
  expect(error?.stack.map(({ name, line }) => [name, line])).toEqual([
    ['<toplevel>', 4],
    ['f', 2],
    ['f', 2],
    ['f', 2],
    ['f', 2],
  ]);
});

it('a stack that JavaScript does not have is a limit, too', async () => {
  const engine = createEngine({ limits: { callDepth: 1_000_000, steps: 1e9 } });
  const { error } = await engine.eval({ filename: 'a.star', source: 'def f(): return 1 + f()\nf()' });
  expect(error).toMatchObject({ code: 'limit', limit: 'stack' });
  expect(await engine.eval({ filename: 'a.star', source: '1' })).toMatchObject({ value: 1 });
});

it('a limit that is no whole number above 0 is refused', () => {
  for (const steps of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => createEngine({ limits: { steps } })).toThrow(RangeError);
  }
  expect(DEFAULT_LIMITS.steps).toBe(2_000_000);
});

it('the same script takes the same steps everywhere', async () => {
  expect((await run('[i * 2 for i in range(1000)]')).steps).toBe((await run('[i * 2 for i in range(1000)]')).steps);
});
