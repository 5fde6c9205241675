import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { LibraryFunction } from '../library/define.ts';
import { LIBRARY } from '../library/index.ts';
import { areaOf } from './area.ts';
import { takesPositions } from './bind.ts';
import * as builders from './index.ts';
import { animation, audio, BuilderError, core, type JsonObject, mesh, music, texture } from './index.ts';
import { AREAS, callable, minimal } from './testing.ts';

const refusal = (call: () => unknown): unknown[] => {
  try {
    call();
  } catch (error) {
    if (error instanceof BuilderError) return [error.code, error.function, error.param];
    throw error;
  }
  return [];
};

it('has every function of the library in its area, and no other', () => {
  for (const [name, area] of Object.entries(AREAS)) {
    const expected = LIBRARY.filter(({ category }) => areaOf(category) === name).map((fn) => fn.name);
    expect(Object.keys(area)).toEqual(expected);
  }
  expect(Object.values(AREAS).flatMap((area) => Object.keys(area))).toHaveLength(LIBRARY.length);
});

describe('each function takes its least arguments', () => {
  it.each(LIBRARY.map((fn) => [fn.name, fn] as const))('%s', (_, fn: LibraryFunction) => {
    const call = callable(fn);
    const args = minimal(fn);
    const result = call(args);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    if (takesPositions(fn)) {
      expect(call(...fn.params.map(({ name }) => args[name]))).toEqual(result);
    } else {
      const byPosition = () => call(...fn.params.map(({ name }) => args[name]), null);
      expect(refusal(byPosition)).toEqual(['S102', fn.name, '']);
    }
  });
});

it('gives what scripts give, as plain numbers', () => {
  expect(audio.oscillator({ frequency: 440, waveform: 'square' })).toEqual({
    type: 'oscillator',
    waveform: 'square',
    frequency: 440,
  });
  expect(audio.oscillator(440, 'square')).toEqual(audio.oscillator({ frequency: 440, waveform: 'square' }));
  expect(audio.audio_layer({ synthesis: audio.oscillator(440), volume: -0 })).toMatchObject({
    synthesis: { type: 'oscillator' },
    volume: 0,
  });
  expect(mesh.array_modifier(4, [1, 0, 0.5])).toEqual({ type: 'array', count: 4, offset: [1, 0, 0.5] });
  expect(music.tracker_pattern(4, { 0: [music.pattern_note(0, 'C4', 1)] })).toEqual({
    rows: 4,
    notes: { 0: [{ row: 0, note: 'C4', inst: 1 }] },
  });
});

it('makes whole specs', () => {
  const spec = core.spec({
    asset_id: 'laser-01',
    asset_type: 'audio',
    seed: 7,
    outputs: [core.output('sfx/laser.wav', 'wav')],
    description: undefined,
  });
  expect(spec).toEqual({
    spec_version: 1,
    asset_id: 'laser-01',
    asset_type: 'audio',
    license: 'CC0-1.0',
    seed: 7,
    outputs: [{ kind: 'primary', format: 'wav', path: 'sfx/laser.wav' }],
  });
});

it('keeps nothing of its arguments, and changes none', () => {
  const tags = ['retro'];
  const made = core.spec('a-1', 'audio', 1, [core.output('a.wav', 'wav')], null, null, tags);
  tags.push('loud');
  expect(made.style_tags).toEqual(['retro']);
});

it('keeps a key called __proto__', () => {
  const position = JSON.parse('{"__proto__": {"x": 1}}') as JsonObject;
  expect(JSON.stringify(animation.animation_keyframe({ time: 0, bones: position }))).toContain('{"__proto__":{"x":1}}');
});

// biome-ignore lint/suspicious/noExplicitAny: what types refuse
const loose = (value: unknown): any => value;
const cycle: unknown[] = [];
cycle.push(cycle);

it.each<[string, () => unknown, string, string, string]>([
  ['missing', () => audio.oscillator(loose({})), 'S101', 'oscillator', 'frequency'],
  ['missing altogether', () => loose(audio).oscillator(), 'S101', 'oscillator', 'frequency'],
  ['undefined', () => audio.oscillator(loose({ frequency: undefined })), 'S101', 'oscillator', 'frequency'],
  ['empty', () => core.output('', 'wav'), 'S101', 'output', 'path'],
  ['inherited', () => loose(audio).oscillator({ constructor: 1 }), 'S102', 'oscillator', 'constructor'],
  ['unknown', () => audio.oscillator(loose({ frequency: 1, freq: 1 })), 'S102', 'oscillator', 'freq'],
  ['too many', () => loose(audio).lowpass(1, 1, 1, 1), 'S102', 'lowpass', ''],
  ['a string for num', () => audio.oscillator(loose('440')), 'S102', 'oscillator', 'frequency'],
  ['null for num', () => audio.oscillator(loose(null)), 'S102', 'oscillator', 'frequency'],
  ['NaN', () => audio.oscillator(NaN), 'S102', 'oscillator', 'frequency'],
  ['infinity', () => audio.reverb(Infinity), 'S102', 'reverb', 'decay'],
  ['a bigint', () => audio.oscillator(loose(1n)), 'S102', 'oscillator', 'frequency'],
  ['a fraction for int', () => audio.bitcrush(1.5), 'S102', 'bitcrush', 'bits'],
  ['a large int', () => audio.bitcrush(2 ** 31), 'S102', 'bitcrush', 'bits'],
  ['a wrong item', () => mesh.array_modifier(1, loose([1, 2, '3'])), 'S102', 'array_modifier', 'offset'],
  ['no list', () => mesh.array_modifier(1, loose(3)), 'S102', 'array_modifier', 'offset'],
  [
    'a function',
    () =>
      audio.additive(
        220,
        loose(() => 1),
      ),
    'S102',
    'additive',
    'harmonics',
  ],
  ['a date', () => audio.noise_burst('white', loose(new Date(0))), 'S102', 'noise_burst', 'filter'],
  ['a cycle', () => audio.additive(220, loose(cycle)), 'S102', 'additive', 'harmonics'],
  ['an item of the wrong type', () => audio.additive(220, ['1']), 'S102', 'additive', 'harmonics item'],
  ['out of range', () => audio.oscillator(0), 'S103', 'oscillator', 'frequency'],
  ['a large seed', () => texture.texture_spec(loose({ ...LEAST, seed: 2 ** 60 })), 'S103', 'texture_spec', 'seed'],
  ['no choice', () => audio.oscillator(440, loose('sqare')), 'S104', 'oscillator', 'waveform'],
])('refuses %s', (_, call, ...expected) => {
  expect(refusal(call)).toEqual(expected);
});

const LEAST = { asset_id: 't-1', output_path: 't.png', format: 'png', resolution: [1, 1], nodes: [] };

it('says what is wrong, as an issue too', () => {
  expect(() => audio.oscillator(440, loose('sqare'))).toThrow(
    expect.objectContaining({
      name: 'BuilderError',
      message: expect.stringContaining("oscillator(): 'waveform' must be one of: sine, square"),
      issues: [expect.objectContaining({ code: 'S104', trace: expect.objectContaining({ param: 'waveform' }) })],
    }),
  );
});

it('needs no WebAssembly', async () => {
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  vi.stubGlobal('fetch', undefined);
  try {
    const fresh = await import('./index.ts');
    expect(fresh.audio).not.toBe(builders.audio);
    expect(fresh.audio.oscillator(440)).toEqual(audio.oscillator(440));
  } finally {
    vi.unstubAllGlobals();
  }
});

it('has types', () => {
  expectTypeOf(audio.oscillator).toBeCallableWith(440, 'square');
  expectTypeOf(audio.oscillator).toBeCallableWith({ frequency: 440, waveform: 'square', sweep_to: null });
  expectTypeOf(audio.oscillator(440)).toEqualTypeOf<JsonObject>();
  expectTypeOf(audio.impact_builder).returns.toEqualTypeOf<builders.Json[]>();
  expectTypeOf<builders.OscillatorParams['frequency']>().toEqualTypeOf<number>();
  expectTypeOf<builders.OscillatorParams['waveform']>().toEqualTypeOf<
    'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | undefined
  >();
  expectTypeOf<builders.BakingSettingsParams['bake_types']>().toEqualTypeOf<
    readonly ('normal' | 'ao' | 'curvature' | 'combined')[]
  >();
  const refused = (): unknown[] => [
    // @ts-expect-error no such waveform
    audio.oscillator({ frequency: 440, waveform: 'sqare' }),
    // @ts-expect-error frequency is missing
    audio.oscillator({ waveform: 'sine' }),
    // @ts-expect-error no such parameter
    audio.oscillator({ frequency: 440, freq: 440 }),
    // @ts-expect-error by name only
    audio.pitched_body(440, 220),
    // @ts-expect-error of another area
    mesh.oscillator(440),
    // @ts-expect-error no JSON
    audio.additive(220, () => 1),
  ];
  expect(refused).toBeTypeOf('function');
});
