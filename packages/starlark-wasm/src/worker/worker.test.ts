import { afterAll, describe, expect, it, test } from 'vitest';
import { createWorkerEngine, type WorkerEngineOptions } from './index.ts';

const setup = new URL('../../test/worker-setup.ts', import.meta.url);
const engines: { close(): void }[] = [];
const make = (options: WorkerEngineOptions = {}) => {
  const engine = createWorkerEngine(options);
  engines.push(engine);
  return engine;
};
afterAll(() => {
  for (const engine of engines) engine.close();
});

const at = (source: string) => ({ filename: 'a.star', source });

test('values, prints and errors are those of the engine', async () => {
  const engine = make({ setup, tuples: 'array', language: { while: true } });
  expect(await engine.eval(at('print("hi")\n(1 << 60, 1.0)'))).toMatchObject({
    value: [2n ** 60n, 1],
    json: '[1152921504606846976,1.0]',
    prints: [{ message: 'hi' }],
  });
  expect((await engine.eval(at('x = 1\nx.y'))).error).toMatchObject({ code: 'eval', line: 2, column: 2 });
  expect(await engine.eval(at('note(2)'))).toMatchObject({ value: 2 });
  expect((await engine.eval(at('note(-2)'))).error).toMatchObject({
    code: 'host',
    hostCode: 'range',
    param: 'frequency',
  });
  const { error } = await engine.eval(at('explode()'));
  expect(error).toMatchObject({ code: 'host', hostCode: 'exception', message: 'not to be sent' });
  expect(error).not.toHaveProperty('cause');
});

test('modules are sent along, or found by the setup module', async () => {
  const engine = make({ setup });
  expect(await engine.eval(at('load("shared", "x")\nx'))).toMatchObject({ value: 5 });
  expect(await engine.eval({ ...at('load("own", "x")\nx'), load: { own: 'x = 6' } })).toMatchObject({ value: 6 });
  expect((await make().eval(at('load("own", "x")'))).error?.code).toBe('syntax');
});

describe('abuse', () => {
  const engine = make({ limits: { milliseconds: 400 }, graceMilliseconds: 300, language: { while: true } });
  const next = () => engine.eval(at('1 + 1'));

  it.each([
    ['an endless loop', 'while True:\n    pass', /time|steps/],
    ['a huge comprehension', '[i for i in range(1 << 40)]', /time|steps/],
    ['self-recursion', 'def f(): return f()\nf()', /depth/],
    ['a gigabyte', '"a" * 1000000000', /memory/],
    ['list growth', 'x = [0]\nfor i in range(40):\n    x += x', /memory|time/],
    ['sorted(range(5e7))', 'sorted(range(50000000))', /memory/],
  ])('%s', async (_, source, limit) => {
    expect((await engine.eval(at(source))).error?.limit).toMatch(limit);
    expect(await next()).toMatchObject({ value: 2 });
  });

  it('repeated squaring of an int is one long step: only termination stops it', async () => {
    const started = performance.now();
    const { error } = await engine.eval(at('x = 3\nfor i in range(60):\n    x = x * x'));
    const took = performance.now() - started;
    expect(error).toMatchObject({
      code: 'limit',
      limit: 'time',
      message: 'took longer than 400 ms and was terminated',
    });
    expect(took).toBeGreaterThan(650);
    expect(took).toBeLessThan(5_000);
    expect(await next()).toMatchObject({ value: 2 });
  });
});

test('requests wait for each other; one that is terminated does not take the next with it', async () => {
  const engine = make({ limits: { milliseconds: 200 }, graceMilliseconds: 100 });
  const [slow, fast] = await Promise.all([
    engine.eval(at('x = 3\nfor i in range(60):\n    x *= x')),
    engine.eval(at('2')),
  ]);
  expect(slow.error?.limit).toBe('time');
  expect(fast).toMatchObject({ value: 2 });
});

test('closing rejects what runs; afterwards a new worker starts', async () => {
  const engine = make();
  await engine.ready();
  const running = engine.eval(at('x = 3\nfor i in range(60):\n    x *= x'));
  setTimeout(() => engine.close(), 50);
  await expect(running).rejects.toThrow('the engine was closed');
  expect(await engine.eval(at('3'))).toMatchObject({ value: 3 });
});

test('a worker that cannot start says why', async () => {
  const engine = make({ setup: new URL('file:///no/such/setup.ts') });
  await expect(engine.eval(at('1'))).rejects.toThrow(/cannot start.*setup/);
  expect(() => make({ limits: { steps: 0 } })).toThrow(RangeError);
});
