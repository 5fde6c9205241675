import { describe, expect, it } from 'vitest';
import { createEvaluator } from './evaluate.ts';

const evaluator = createEvaluator({ limits: { steps: 200_000 } });
const evaluate = (source: string) => evaluator.evaluate({ filename: 'gate.star', source });

const WITH = (value: string) =>
  `spec("ab-1", "audio", 7, [output("a.wav", "wav")], recipe = {"kind": "audio_v1", "params": {"v": ${value}}})`;

async function value(expression: string): Promise<string> {
  const result = await evaluate(WITH(expression));
  if (!result.ok) throw new Error(result.issues[0]!.message);
  return result.json.slice(result.json.indexOf('"v":') + 4, -3);
}

async function issue(source: string) {
  const result = await evaluate(source);
  return result.ok ? undefined : result.issues[0];
}

describe('values', () => {
  it.each([
    ['440', '440'],
    ['440.0', '440.0'],
    ['-0.0', '-0.0'],
    ['1234567.89', '1234567.89'],
    ['9999999.9', '9999999.9'],
    ['0.1 + 0.2', '0.30000000000000004'],
    ['5e-324', '5e-324'],
    ['1e16', '1e+16'],
    ['123456789012345.0', '123456789012345.0'],
    ['0.00001', '0.00001'],
    ['2.5e-10', '2.5e-10'],
    ['1 << 63', '9223372036854775808'],
    ['None', 'null'],
    ['{"b": 1, "a": [True, (1, 2)]}', '{"a":[true,[1,2]],"b":1}'],
    ['oscillator(99999999999)["frequency"]', '99999999999.0'],
    ['[i * i for i in range(4) if i % 2]', '[1,9]'],
    ['({"a": 1} | {"b": 2})', '{"a":1,"b":2}'],
    ['"%d-%s" % (3, "x")', '"3-x"'],
    [
      '[type(x) for x in [1, 1 << 70, 2.0, 2.5, float("nan"), "a", True, None, [], {}, (1,), range(2), len, spec]]',
      '["int","int","float","float","float","string","bool","NoneType","list","dict","tuple","range","function","function"]',
    ],
    ['additive(1, range(1, 3))["harmonics"]', '[1.0,2.0]'],
  ])('%s is written %s', async (expression, json) => {
    expect(await value(expression)).toBe(json);
  });

  it('is that of the last expression, with None left out, a BOM and CRLF or not', async () => {
    const result = await evaluate(`\ufeffx = 3\r\n${WITH('x')} | {"variants": None}\r\n`);
    expect(result).toMatchObject({ ok: true, document: { asset_id: 'ab-1', recipe: { params: { v: 3 } } } });
    expect(result.ok && Object.keys(result.document)).not.toContain('variants');
  });

  it('may call itself, loop and decide at the top level', async () => {
    const source = `def f(n):\n    return 1 if n == 0 else n * f(n - 1)\nx = 0\nfor i in range(3):\n    if i > 0:\n        x += f(i)\n`;
    expect(await evaluate(source + WITH('x'))).toMatchObject({ ok: true, document: { recipe: { params: { v: 3 } } } });
  });
});

describe('errors', () => {
  it.each([
    ['x = [1,', 'S001'],
    ['load("a.star", "b")\n{}', 'S001'],
    ['return 3', 'S001'],
    ['while True:\n    pass', 'S001'],
    ['oscilator(3)', 'S002'],
    ['def f():\n    return unknown\n{}', 'S002'],
    ['fail("no")', 'S002'],
    ['{}["a"]', 'S002'],
    ['oscillator()', 'S002'],
    ['oscillator(-1)', 'S002'],
    ['for i in range(1000000000):\n    pass', 'S003'],
    ['spec = {}', 'S004'],
    ['[1]', 'S004'],
    ['len', 'S004'],
    [WITH('len'), 'S005'],
    [WITH('float("nan")'), 'S005'],
    [WITH('1 << 64'), 'S005'],
    [WITH('{1: 2}'), 'S005'],
    ['{1: 2}', 'S005'],
    ['a = []\na.append(a)\n' + WITH('a'), 'S005'],
    ['{}', 'S006'],
    [WITH('1') + ' | {"seed": 1.0}', 'S006'],
    [WITH('1') + ' | {"zzz": 1}', 'S006'],
    [WITH('1') + ' | {"asset_type": "sound"}', 'S006'],
    ['spec("ab-1", "audio", 7, [output("a.ogg", "ogg")])', 'S006'],
  ])('%j is %s', async (source, code) => {
    expect((await issue(source))?.code).toBe(code);
  });

  it('say where, in which function and for which parameter', async () => {
    const source = 'def layer(f):\n    return oscillator(f, "squar")\n\nlayer(-3)\n';
    expect(await issue(source)).toMatchObject({
      code: 'S002',
      file: 'gate.star',
      line: 2,
      column: 12,
      message: "runtime error: S103: oscillator(): 'frequency' must be positive, got -3",
      trace: {
        innerCode: 'S103',
        function: 'oscillator',
        param: 'frequency',
        calls: [
          { name: '<toplevel>', line: 4, column: 1 },
          { name: 'layer', line: 2, column: 12 },
        ],
        sourceLine: '    return oscillator(f, "squar")',
      },
    });
  });

  it('suggest names, and tell all that are unknown', async () => {
    const result = await evaluate('[oscilator(3), lowpas(4)]');
    expect(!result.ok && result.issues.map(({ suggestion }) => suggestion)).toEqual([
      'did you mean "oscillator"?',
      'did you mean "lowpass"?',
    ]);
  });

  it('of the shape name the place', async () => {
    expect(await issue(`${WITH('1')} | {"outputs": [{"kind": "primary", "format": "wav"}]}`)).toMatchObject({
      code: 'S006',
      path: 'outputs[0].path',
    });
  });
});

describe('modules', () => {
  const files: Readonly<Record<string, string>> = {
    'notes.star': '\ufeffload("base.star", "BASE")\nprint("loaded")\ndef note(n):\n    return BASE * n\n',
    'base.star': 'BASE = 110\n',
    'bad.star': 'def wrong():\n    return oscillator(-1)\n',
    'a.star': 'load("b.star", "b")\na = b\n',
    'b.star': 'load("a.star", "a")\nb = a\n',
  };
  const load = (path: string) => (files[path] === undefined ? undefined : { source: files[path], file: path });
  const run = (source: string) => evaluator.evaluate({ filename: 'gate.star', source, load });

  it('are evaluated and named, each once', async () => {
    const source = 'load("notes.star", "note")\nload("base.star", "BASE")\n';
    expect(await run(source + WITH('note(2) + BASE'))).toMatchObject({
      ok: true,
      document: { recipe: { params: { v: 330 } } },
      modules: [
        { file: 'notes.star', source: files['notes.star']!.slice(1) },
        { file: 'base.star', source: files['base.star'] },
      ],
      prints: [{ message: 'loaded', file: 'notes.star', line: 2 }],
    });
  });

  it('are named by errors, with their own line', async () => {
    const result = await run('load("bad.star", "wrong")\nwrong()\n');
    expect(!result.ok && result.issues).toMatchObject([
      {
        code: 'S002',
        file: 'bad.star',
        line: 2,
        trace: {
          sourceLine: '    return oscillator(-1)',
          calls: [
            { name: '<toplevel>', file: 'gate.star', line: 2 },
            { name: 'wrong', line: 2 },
          ],
        },
      },
    ]);
  });

  it('that load each other, or are not there, are errors', async () => {
    const cycle = await run('load("a.star", "a")\n{}\n');
    expect(!cycle.ok && cycle.issues[0]).toMatchObject({ code: 'S001', message: expect.stringContaining('cycle') });
    const missing = await run('load("nowhere.star", "a")\n{}\n');
    expect(!missing.ok && missing.issues[0]).toMatchObject({ code: 'S001', file: 'gate.star', line: 1 });
  });
});
