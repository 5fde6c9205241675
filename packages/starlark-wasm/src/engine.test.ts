import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { wasmApi } from './host/platform.ts';
import { createEngine, decodeJson, type EvalRequest, formatError, type Load } from './index.ts';

const engine = createEngine();
const run = (source: string, more: Partial<EvalRequest> = {}) =>
  engine.eval({ filename: 'dir/a.star', source, ...more });

test('values', async () => {
  expect(await run('{"b": [1, 1.0, 2.5, True, None, "é\\n😀"], "a": {}}')).toEqual({
    value: { b: [1, 1, 2.5, true, null, 'é\n😀'], a: {} },
    json: '{"b":[1,1.0,2.5,true,null,"é\\n😀"],"a":{}}',
    prints: [],
    steps: expect.any(Number),
  });
});

test('ints beyond 2^53 are bigints', async () => {
  const { value, json } = (await run('[9007199254740991, 9007199254740992, -1 << 70]')) as {
    value: unknown;
    json: string;
  };
  expect(value).toEqual([9007199254740991, 9007199254740992n, -1180591620717411303424n]);
  expect(json).toBe('[9007199254740991,9007199254740992,-1180591620717411303424]');
});

test('the JSON keeps the order of dicts that objects lose', async () => {
  const { json } = (await run('{"x": 1, "2": 2, "1": 3, "__proto__": 4}')) as { json: string };
  expect(json).toBe('{"x":1,"2":2,"1":3,"__proto__":4}');
  expect([...(decodeJson(json, { dicts: 'map' }) as Map<string, unknown>).keys()]).toEqual([
    'x',
    '2',
    '1',
    '__proto__',
  ]);
  expect(Object.keys(decodeJson(json) as object)).toEqual(['1', '2', 'x', '__proto__']);
});

test.each([
  ['{"a": [1, float("nan")]}', ['a', 1]],
  ['{"a": {"b": {1: 2}}}', ['a', 'b']],
  ['[[], [lambda: 1]]', [1, 0]],
  ['{"a": (1,)}', ['a']],
])('what is no JSON is an error with a path: %s', async (source, path) => {
  expect((await run(source)).error).toMatchObject({ code: 'value', path, stack: [] });
});

test('tuples can be arrays', async () => {
  const other = createEngine({ tuples: 'array' });
  expect(await other.eval({ filename: 'a', source: '(1, (2.0,))' })).toMatchObject({ json: '[1,[2.0]]' });
});

test('what is printed comes with its place', async () => {
  const { prints } = await run('def f():\n    print("in", 1, [2.0])\nf()\nprint()');
  expect(prints).toEqual([
    { message: 'in 1 [2.0]', file: 'dir/a.star', line: 2, column: 5 },
    { message: '', file: 'dir/a.star', line: 4, column: 1 },
  ]);
});

test('what was printed before an error is there', async () => {
  const { prints, error } = await run('print("a")\n1 / 0');
  expect([prints.length, error?.code]).toEqual([1, 'eval']);
});

test('an error of the script has a stack, outermost call first', async () => {
  const { error } = await run('def f(x):\n    return [1][x]\n\ndef g():\n    return f(\n        5)\n\ng()');
  expect(error).toEqual({
    code: 'eval',
    message: 'list index 5 out of range [-1:0]',
    file: 'dir/a.star',
    line: 2,
    column: 15,
    stack: [
      { name: '<toplevel>', file: 'dir/a.star', line: 8, column: 1 },
      { name: 'g', file: 'dir/a.star', line: 5, column: 12 },
      { name: 'f', file: 'dir/a.star', line: 2, column: 15 },
    ],
  });
  expect(formatError(error!)).toBe('dir/a.star:2:15: list index 5 out of range [-1:0]');
});

test('builtins that call each other have no place of their own', async () => {
  const { error } = await run(
    'def f(x):\n    return abs(x)\nsorted([1, 2], key = lambda x: max([f(x), "a"], key = abs))',
  );
  expect(error).toMatchObject({ code: 'eval', callee: 'abs', line: 3, column: 32 });
  expect(error?.stack.map(({ name, line }) => [name, line])).toEqual([
    ['<toplevel>', 3],
    ['lambda', 3],
  ]);
});

test('all names that are not defined are reported', async () => {
  const { error } = await run('x = a\ndef f(): return lenn(b)');
  expect(error).toMatchObject({ code: 'undefined', name: 'a', line: 1, column: 5 });
  expect(error?.more).toMatchObject([
    { code: 'undefined', name: 'lenn', line: 2, column: 17, message: 'undefined: lenn' },
    { code: 'undefined', name: 'b', line: 2, column: 22 },
  ]);
});

test('a script that breaks rules of names and syntax says so with its own codes', async () => {
  expect((await run('f(')).error?.code).toBe('syntax');
  expect((await run('return 1')).error?.code).toBe('resolve');
  expect((await run('fail("no")')).error).toMatchObject({ code: 'fail', message: 'fail: no' });
});

test('a byte order mark and Windows line ends are no errors', async () => {
  expect(await run('\uFEFFx = [\r\n  1,\r\n]\r\nx\r\n')).toMatchObject({ value: [1] });
});

test('lone surrogates of JavaScript become U+FFFD', async () => {
  expect(await run('"a\ud800b"')).toMatchObject({ value: 'a\ufffdb' });
});

test('evaluations share nothing', async () => {
  await run('x = 5\nlen = 7');
  expect((await run('x')).error).toMatchObject({ name: 'x' });
  expect(await run('len("ab")')).toMatchObject({ value: 2 });
});

test('functions of Starlark can be left out', async () => {
  const other = createEngine({ omit: ['print', 'bytes'] });
  expect((await other.eval({ filename: 'a', source: 'print(1)' })).error).toMatchObject({
    code: 'undefined',
    name: 'print',
  });
  expect(await run('print(1)')).toMatchObject({ value: null });
});

test('without named formats a dict is a value like any other in a format string', async () => {
  const other = createEngine({ language: { namedFormats: false } });
  const eval_ = async (source: string) => other.eval({ filename: 'a', source });
  expect((await eval_('x = {"a": 1}\n"%(a)s" % x')).error).toMatchObject({
    code: 'eval',
    message: 'format strings have no %(name)s here',
    line: 2,
    column: 9,
    stack: [{ line: 2, column: 9 }],
  });
  expect((await eval_('s = "%(a)s"\ns %= {"a": 1}')).error).toMatchObject({ code: 'eval', line: 2, column: 3 });
  expect((await eval_('7 % {}')).error?.message).toBe('unknown binary op: int % dict');
  expect((await eval_('"%d" % {}')).error?.message).toContain('dict');
  expect(await eval_('d = {"a": [2]}\n["%s %r" % (d, d), "%s" % d, 7 % int("4"), "%d" % d["a"][0]]')).toMatchObject({
    value: ['{"a": [2]} {"a": [2]}', '{"a": [2]}', 3, '2'],
  });
  expect(await run('"%(a)s" % {"a": 1}')).toMatchObject({ value: '1' });
});

test('the text of a builtin is its name', async () => {
  const other = createEngine({ builtins: [{ name: 'one', params: [], handler: () => 1 }] });
  const source = '[str(one), str([one, len]), one == one, {one: one()}[one]]';
  expect(await other.eval({ filename: 'a', source })).toMatchObject({ value: ['one', '[one, len]', true, 1] });
});

test('many evaluations at once', async () => {
  const results = await Promise.all(Array.from({ length: 50 }, (_, i) => run(`${i} * 2`)));
  expect(results.map((result) => 'value' in result && result.value)).toEqual(results.map((_, i) => i * 2));
});

test('evaluations that start together do not share an instance that breaks', async () => {
  const results = await Promise.all([run('1'), run('"a" * 1000000000'), run('2'), run('[0] * 100000000'), run('3')]);
  expect(results.map((result) => result.error?.limit ?? ('value' in result && result.value))).toEqual([
    1,
    'memory',
    2,
    'memory',
    3,
  ]);
});

test('arguments of the wrong kind are refused', async () => {
  await expect(engine.eval({ filename: 'a' } as EvalRequest)).rejects.toThrow(TypeError);
  await expect(engine.eval({ source: '1' } as EvalRequest)).rejects.toThrow(TypeError);
});

test('load: by a function that knows who asks, each file once', async () => {
  const asked: string[][] = [];
  const load: Load = (path, from) => {
    asked.push([path, from]);
    const file = path.replace('./', 'dir/');
    if (file === 'dir/b') return { file, source: 'load("./c", "c")\nprint("b runs")\nb = [c]' };
    if (file === 'dir/c') return { file, source: 'load("dir/d", "d")\nc = d' };
    if (file === 'dir/d') return { file, source: 'print("d runs")\nd = {}' };
    return undefined;
  };
  const result = await run('load("./b", "b")\nload("./d", "d")\n[b, b[0] == d]', { load });
  expect(result).toMatchObject({
    value: [[{}], true],
    prints: [{ message: 'd runs', file: 'dir/d' }, { message: 'b runs' }],
  });
  expect(asked).toEqual([
    ['./b', 'dir/a.star'],
    ['./c', 'dir/b'],
    ['dir/d', 'dir/c'],
    ['./d', 'dir/a.star'],
  ]);
});

test('load: errors in modules have their own place and the whole stack', async () => {
  const { error } = await run('load("m", "x")', { load: { m: 'def f():\n    return 1 // 0\nx = f()' } });
  expect(error).toMatchObject({ code: 'eval', file: 'm', line: 2, column: 14 });
  expect(error?.stack.map(({ name, file }) => [name, file])).toEqual([
    ['<toplevel>', 'dir/a.star'],
    ['<toplevel>', 'm'],
    ['f', 'm'],
  ]);
  expect((await run('load("m", "x")', { load: { m: 'x = (' } })).error).toMatchObject({
    code: 'syntax',
    file: 'm',
    line: 1,
  });
});

test('load: what the function throws is the reason', async () => {
  const load = () => {
    throw new Error('permission denied');
  };
  const { error } = await run('load("m", "x")', { load });
  expect(error).toMatchObject({ code: 'load', message: 'cannot load m: permission denied', line: 1, column: 1 });
});

test('load: limits count for all files together', async () => {
  const endless = { m: 'x = [i for i in range(1000000000)]' };
  expect((await run('load("m", "x")', { load: endless })).error).toMatchObject({
    code: 'limit',
    limit: 'steps',
    file: 'm',
  });
  const chain: Load = (path) => `load("${path}x", "y")\ny = 1`;
  expect((await run('load("m", "y")', { load: chain })).error).toMatchObject({ code: 'limit', limit: 'depth' });
});

test('the wasm can be given as bytes, compiled, or as a URL', async () => {
  const url = new URL('../wasm/starlark.wasm', import.meta.url);
  const bytes = readFileSync(url);
  for (const wasm of [bytes, Promise.resolve(bytes), await wasmApi.compile(bytes), url, url.href]) {
    const other = createEngine({ wasm });
    expect(await other.eval({ filename: 'a', source: '1' })).toMatchObject({ value: 1 });
    other.close();
  }
  const response = () => new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
  expect(await createEngine({ wasm: response() }).eval({ filename: 'a', source: '1' })).toMatchObject({ value: 1 });
});

test('an engine that cannot start rejects, and tries again the next time', async () => {
  const bad = createEngine({ wasm: new URL('file:///no/such.wasm') });
  await expect(bad.ready()).rejects.toThrow(/no.such\.wasm/);
  await expect(bad.eval({ filename: 'a', source: '1' })).rejects.toThrow(/no.such\.wasm/);
  await expect(createEngine({ wasm: Uint8Array.of(1, 2) }).ready()).rejects.toThrow();
});

it('works after close', async () => {
  const other = createEngine();
  await other.ready();
  other.close();
  expect(await other.eval({ filename: 'a', source: '3' })).toMatchObject({ value: 3 });
});
