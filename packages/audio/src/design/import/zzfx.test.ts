import { canonicalHash } from '@speccade/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricsOf, pcmOf, validParams } from '../_sound.ts';
import { cents, found, layerIn, pitchOf } from './_measure.ts';
import { importZzfx } from './zzfx.ts';
import { ZZFX_NAMES, ZZFX_POSITIVE, type ZzfxName } from './zzfx-parameters.ts';

/** An array with the named parameters, holes elsewhere. */
function zzfx(values: Partial<Record<ZzfxName, number>>): string {
  return `[${ZZFX_NAMES.map((name) => values[name] ?? '').join(',')}]`;
}

describe('importZzfx: what the numbers mean', () => {
  it('takes the defaults of ZzFX for an empty array', () => {
    expect(found(importZzfx('[]')).params).toEqual({
      duration_seconds: 0.100204,
      layers: [
        {
          synthesis: { type: 'oscillator', waveform: 'sine', frequency: 220 },
          envelope: { attack: 0.000204082, decay: 0, sustain: 1, release: 0.1 },
          volume: 1,
          pan: 0,
        },
      ],
    });
  });

  it('sounds at its frequency', async () => {
    const result = importZzfx(zzfx({ frequency: 537, sustain: 0.4, shape: 2 }));
    expect(Math.abs(cents(await pitchOf(result, 0.02, 0.4), 537))).toBeLessThan(1);
  });

  it('slides by 500 Hz a second', async () => {
    const result = importZzfx(zzfx({ frequency: 300, slide: 2, sustain: 0.4 }));
    expect(layerIn(result).synthesis.freq_sweep.curve).toBe('linear');
    expect(Math.abs(cents(await pitchOf(result, 0.19, 0.21), 300 + 1000 * 0.2))).toBeLessThan(10);
    expect(found(result).lost).toEqual([]);
  });

  it('slides through 0 and up again', () => {
    const result = importZzfx(zzfx({ frequency: 300, slide: -2, sustain: 0.4 }));
    expect(layerIn(result).synthesis.freq_sweep).toEqual({ end_freq: expect.closeTo(300 - 500.2, 0), curve: 'linear' });
  });

  it('jumps by Hz', async () => {
    const result = importZzfx(zzfx({ frequency: 400, pitchJump: 200, pitchJumpTime: 0.1, sustain: 0.4, attack: 0.01 }));
    expect(Math.abs(cents(await pitchOf(result, 0.01, 0.095), 400))).toBeLessThan(2);
    expect(Math.abs(cents(await pitchOf(result, 0.105, 0.4), 600))).toBeLessThan(2);
  });

  it('makes the waveform of every shape and curve', async () => {
    // The root mean square of |sin|^c over its peak, and of the others.
    const expected: [number, number, number][] = [
      [0, 1, Math.SQRT1_2],
      [0, 2, Math.sqrt(3 / 8)],
      [1, 2, Math.sqrt(1 / 5)],
      [2, 3, Math.sqrt(1 / 7)],
      [3, 1, Math.sqrt(4 / Math.PI - 0.5)],
    ];
    for (const [shape, shapeCurve, rms] of expected) {
      const result = importZzfx(zzfx({ shape, shapeCurve, frequency: 100, attack: 0.01, sustain: 0.5, release: 0.01 }));
      const { channels } = await pcmOf(found(result).spec);
      const held = channels[0]!.subarray(4410, 4410 + 441 * 40);
      const level = Math.sqrt(held.reduce((sum, v) => sum + v * v, 0) / held.length);
      // Partials beyond the sixteenth are missing, and ripple at the edges of what jumps.
      expect(level / held.reduce((most, v) => Math.max(most, Math.abs(v)), 0) / rms).toBeCloseTo(1, 0);
    }
    // At full level, so that noise beside it has its share.
    const { channels } = await pcmOf(found(importZzfx(zzfx({ shapeCurve: 2, sustain: 0.1, attack: 0.001 }))).spec);
    expect(channels[0]!.reduce((most, v) => Math.max(most, v), 0)).toBeCloseTo(1, 1);
    expect(layerIn(importZzfx(zzfx({ shape: 0, shapeCurve: 0 }))).synthesis).toMatchObject({ waveform: 'square' });
    expect(layerIn(importZzfx(zzfx({ shape: 5, shapeCurve: 0.4 }))).synthesis).toMatchObject({ duty: 0.2 });
  });

  it('swings the frequency through 0', async () => {
    const result = importZzfx(zzfx({ frequency: 500, modulation: 20, sustain: 0.3 }));
    expect(layerIn(result).synthesis).toEqual({
      type: 'fm_synth',
      carrier_freq: 0.001,
      modulator_freq: 20,
      modulation_index: 25,
    });
    expect(found(result).lost).toEqual([]);
    // The phase itself: 500/20 sin(2π 20 t).
    const { channels } = await pcmOf(found(result).spec);
    for (const i of [500, 1234, 4000]) {
      const phase = 25 * Math.sin((2 * Math.PI * 20 * i) / 44100);
      expect(channels[0]![i]).toBeCloseTo(Math.sin(phase), 2);
    }
  });

  it('filters, crushes and trembles', () => {
    const { params, lost } = found(
      importZzfx(zzfx({ filter: -400, bitCrush: 0.05, tremolo: 0.3, repeatTime: 0.1, sustain: 0.2 })),
    );
    expect(layerIn(importZzfx(zzfx({ filter: 400 }))).filter).toEqual({ type: 'highpass', cutoff: 800, resonance: 2 });
    expect(params).toMatchObject({
      layers: [
        {
          filter: { type: 'lowpass', cutoff: 800, resonance: 2 },
          lfo: { config: { rate: 10 }, target: { target: 'volume', amount: 0.6 } },
        },
      ],
      effects: [{ type: 'bitcrush', bits: 16, sample_rate_reduction: 5 }],
    });
    expect(lost).toEqual([]);
  });

  it('echoes half as loud each time', async () => {
    const { spec, params, lost } = found(importZzfx(zzfx({ delay: 0.1, release: 0.05, shape: 2, attack: 0.001 })));
    expect([params.duration_seconds, lost]).toEqual([0.151, []]);
    const { channels } = await pcmOf(spec);
    const level = (from: number) =>
      channels[0]!.subarray(from * 44100, (from + 0.05) * 44100).reduce((m, v) => Math.max(m, Math.abs(v)), 0);
    expect(level(0.1) / level(0)).toBeCloseTo(0.5, 1);
  });
});

describe('importZzfx: what has no equivalent', () => {
  it.each<[Partial<Record<ZzfxName, number>>, ZzfxName[]]>([
    [{ randomness: 0.1 }, ['randomness']],
    [{ randomness: 0 }, []],
    [{ shape: 4 }, ['shape']],
    [{ noise: 0.5 }, ['noise']],
    [{ delay: 0.1, sustain: 0.1 }, ['delay']],
    [{ delay: 3 }, ['delay']],
    [{ sustainVolume: 1.5, sustain: 0.1 }, ['sustainVolume']],
    [{ modulation: 10, shape: 1 }, ['modulation']],
    [{ tremolo: 0.9, repeatTime: 0.1 }, ['tremolo']],
    [{ slide: -0.5, repeatTime: 0.05, sustain: 0.3 }, ['repeatTime']],
    [{ pitchJump: 100, pitchJumpTime: 0.05, tremolo: 0.2, repeatTime: 1, sustain: 0.3 }, ['tremolo']],
  ])('%j is told', (values, paths) => {
    expect(found(importZzfx(zzfx(values))).lost).toEqual(paths);
  });
});

describe('importZzfx: the forms of a preset', () => {
  it('reads calls, arrays, holes and comments alike', () => {
    const expected = importZzfx('[1,0.05,925,0.04,0.3,0.6,1,0.3]');
    for (const text of [
      'zzfx(...[,,925,.04,.3,.6,1,.3])',
      'zzfx(...[1,,925,.04,.3,.6,1,.3,,]); // Pickup 3',
      '[ , null, 925, .04, 3e-1, .6, 1., +.3 ]',
      'zzfxP([undefined,undefined,925,.04,.3,.6,1,.3])',
      'zzfx(1,undefined,925,.04,.3,.6,1,.3)',
      '/* game */ [,,925,.04,.3,.6,1,.3];',
    ]) {
      const result = importZzfx(text);
      expect(found(result).params).toEqual(found(expected).params);
    }
  });

  it('reads the example of its documentation', async () => {
    const result = importZzfx('zzfx(...[,,925,.04,.3,.6,1,.3,,6.27,-184,.09,.17]); // Game Over');
    // The staircase that repeats make of a jump is more than a sweep and an LFO.
    expect(found(result).lost).toEqual(['repeatTime']);
    await metricsOf(found(result).spec);
    expect(canonicalHash(found(result).spec)).toMatchInlineSnapshot(
      `"65ae175d0594471d7792efff658237d8da8049aa4718087e26a690174655237c"`,
    );
  });

  it.each([
    ['', 'DESIGN_001 '],
    ['zzfx', 'DESIGN_001 '],
    ['{}', 'DESIGN_001 '],
    ['[1,[2]]', 'DESIGN_001 '],
    ['[1,2', 'DESIGN_001 '],
    ['zzfx(...[1],[2])', 'DESIGN_001 '],
    ['alert([1])', 'DESIGN_001 '],
    [`[${'1,'.repeat(22)}]`, 'DESIGN_001 '],
    ['['.repeat(9000), 'DESIGN_001 '],
    ['1'.repeat(20_000), 'DESIGN_001 '],
    ['[x]', 'DESIGN_002 volume'],
    ['[NaN]', 'DESIGN_002 volume'],
    ['[Infinity]', 'DESIGN_002 volume'],
    ['["1"]', 'DESIGN_002 volume'],
    ['[1e400]', 'DESIGN_002 volume'],
    ['[0x10]', 'DESIGN_002 volume'],
    ['[,,1e9,-1]', 'DESIGN_002 frequency, DESIGN_002 attack'],
    ['[,,,,31]', 'DESIGN_002 sustain'],
  ])('refuses %j with issues', (input, expected) => {
    const result = importZzfx(input);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.issues.map(({ code, path }) => `${code} ${path}`).join(', ')).toBe(expected);
  });

  it('makes a valid, finite sound of any preset', async () => {
    const times = new Set<ZzfxName>(['attack', 'sustain', 'release', 'decay', 'delay', 'pitchJumpTime', 'repeatTime']);
    const value = (name: ZzfxName) => {
      const most = times.has(name) ? 0.1 : name === 'shape' ? 5 : ['frequency', 'filter'].includes(name) ? 5000 : 50;
      const low = ZZFX_POSITIVE.has(name) ? 0 : -most;
      return fc.option(fc.oneof(fc.double({ min: low, max: most, noNaN: true }), fc.constantFrom(0, 1)), {
        nil: undefined,
      });
    };
    const preset = fc.record(Object.fromEntries(ZZFX_NAMES.map((name) => [name, value(name)])));
    await fc.assert(
      fc.asyncProperty(preset, async (values) => {
        const { spec } = found(importZzfx(zzfx(values as Record<ZzfxName, number>)));
        await validParams(spec);
        await metricsOf(spec);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
