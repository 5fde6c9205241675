import { deriveComponentSeed, deriveLayerSeed } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { paramsOf, sound } from './_fixtures.ts';
import { FILTER_VECTORS, MODULATION_VECTORS, SYNTHESIS_VECTORS, type Vector } from './_vectors.ts';
import { layerEnvelope } from './adsr.ts';
import { filters } from './filters/index.ts';
import { createFilter } from './filters/types.ts';

const describeVectors = (name: string, vectors: readonly Vector[]) =>
  describe(name, () => {
    for (const { layers, params, hash, head, differs } of vectors) {
      const label = JSON.stringify([layers, params]);
      it(`as the reference: ${label}`, () => {
        const made = sound(paramsOf([...layers], params), 42, { compat: 'reference' });
        expect([...made.pcm.subarray(0, head.length)]).toEqual(head);
        expect(made.hash).toBe(hash);
      });
      it(`by default ${differs === undefined ? 'the same' : `other (${differs})`}: ${label}`, () => {
        const made = sound(paramsOf([...layers], params));
        if (differs === undefined) expect(made.hash).toBe(hash);
        else expect(made.hash).not.toBe(hash);
      });
    }
  });

describeVectors('filters', FILTER_VECTORS);
describeVectors('modulation, envelopes, mix and loops', MODULATION_VECTORS);
describeVectors('synthesis', SYNTHESIS_VECTORS);

it('seeds are derived as everywhere', () => {
  expect([deriveLayerSeed(42, 0), deriveLayerSeed(42, 1)]).toEqual([2787436282, 46759151]);
  expect([deriveLayerSeed(7, 0), deriveLayerSeed(12345, 3)]).toEqual([3448189551, 792012542]);
  expect(deriveComponentSeed(42, 'layer_pan_lfo')).toBe(2125676728);
});

it('the envelope has its peak for two samples and ends with the layer', () => {
  const level = new Float64Array(4410).fill(1);
  layerEnvelope({ attack: 0.01, decay: 0.02, sustain: 0.5, release: 0.03 }, 44100, 4410).process(level, 0, 4410);
  const expected = {
    0: 0,
    1: 0.002268,
    220: 0.498866,
    440: 0.997732,
    442: 1,
    443: 1,
    882: 0.751134,
    1000: 0.68424,
    1325: 0.5,
    3086: 0.5,
    3087: 0.5,
    3088: 0.499622,
    3748: 0.250189,
    4409: 0.000378,
  };
  for (const [i, value] of Object.entries(expected)) expect(level[Number(i)]).toBeCloseTo(value, 5);
});

describe('filters at 44.1 kHz on two sines', () => {
  // Written out in the vectors, so not the square root of a half.
  const Q = Number('0.707');
  const cases = [
    [{ type: 'lowpass', cutoff: 1000, resonance: Q }, 0.125969, -0.399325, 0.313957, -0.360894, 0.352452],
    [
      { type: 'lowpass', cutoff: 4000, resonance: 2, cutoff_end: 300 },
      0.294626,
      -0.697739,
      0.393394,
      -0.92716,
      0.48594,
    ],
    [{ type: 'highpass', cutoff: 500, resonance: 1 }, -0.041905, -0.090056, -0.457583, -0.006063, 0.252326],
    [{ type: 'bandpass', center: 800, resonance: 3 }, 0.065673, -0.001241, -0.07104, 0.063028, 0.061276],
    [{ type: 'notch', center: 330, resonance: 1 }, 0.033147, -0.274181, -0.240178, -0.243887, 0.17693],
    [{ type: 'allpass', frequency: 600, resonance: 0.8 }, -0.174591, -0.247816, 0.254417, -0.656199, 0.393991],
    [{ type: 'comb', delay_ms: 5, feedback: 0.7, wet: 0.5 }, 0.12451, -0.718237, -0.237939, -0.307687, 0.324387],
    [{ type: 'formant', vowel: 'a', intensity: 0.8 }, 0.050669, -0.174983, -0.095112, -0.100719, 0.095866],
    [{ type: 'ladder', cutoff: 1200, resonance: 0.5 }, 0.041134, -0.161287, 0.074855, -0.104633, 0.123891],
    [{ type: 'shelf_low', frequency: 300, gain_db: 6 }, 0.17964, -0.81631, 0.12737, -0.764185, 0.505723],
    [{ type: 'shelf_high', frequency: 2000, gain_db: -6 }, 0.189369, -0.588146, -0.01122, -0.38953, 0.369361],
  ] as const;

  it.each(cases)('%j', (filter, y10, y100, y1000, y4000, rms) => {
    const x = Float64Array.from(
      { length: 4410 },
      (_, i) => 0.5 * Math.sin((2 * Math.PI * 330 * i) / 44100) + 0.25 * Math.sin((2 * Math.PI * 2500 * i) / 44100),
    );
    const process = createFilter(filters, filter, { sampleRate: 44100, span: x.length });
    for (let at = 0; at < x.length; at += 441) process.process(x.subarray(at), at, at + 441);
    [y10, y100, y1000, y4000].forEach((value, k) => {
      expect(x[[10, 100, 1000, 4000][k]!]).toBeCloseTo(value, 5);
    });
    expect(Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length)).toBeCloseTo(rms, 5);
  });
});

describe('a whole sound of 0.25 s', () => {
  const E = { attack: 0.005, decay: 0.05, sustain: 0.4, release: 0.08 };
  const at = { duration_seconds: 0.25, sample_rate: 44100 };
  const frames = (pcm: Int16Array, indices: number[]) => indices.map((i) => pcm[i]);

  it('FM with a sweep', () => {
    const synthesis = {
      type: 'fm_synth',
      carrier_freq: 440,
      modulator_freq: 880,
      modulation_index: 2.5,
      freq_sweep: { end_freq: 110, curve: 'exponential' },
    };
    const params = paramsOf([{ synthesis, envelope: E, volume: 0.8 }], at);
    for (const compat of [undefined, 'reference'] as const) {
      const made = sound(params, 42, { compat });
      expect(made.channels.length).toBe(1);
      expect(frames(made.pcm, [0, 50, 500, 2000, 5000, 9000])).toEqual([0, 530, 1918, 2291, 8984, -5095]);
      expect(Math.max(...made.channels[0]!.map(Math.abs))).toBeCloseTo(0.797064, 6);
    }
  });

  it('a supersaw in stereo', () => {
    const synthesis = {
      type: 'supersaw_unison',
      frequency: 220,
      voices: 5,
      detune_cents: 20,
      spread: 0.8,
      detune_curve: 'exp2',
    };
    for (const compat of [undefined, 'reference'] as const) {
      const made = sound(paramsOf([{ synthesis, envelope: E, volume: 0.8 }], at), 42, { compat });
      expect([1, 50, 500, 2000, 5000, 9000].map((i) => [made.pcm[2 * i], made.pcm[2 * i + 1]])).toEqual([
        [-115, -114],
        [-2908, -2888],
        [-664, 136],
        [6653, -2009],
        [3431, -1205],
        [650, -422],
      ]);
      expect(Math.max(...made.channels.flatMap((channel) => [...channel.map(Math.abs)]))).toBeCloseTo(0.465169, 6);
    }
  });

  it('a swept saw and a sine with vibrato', () => {
    const params = paramsOf(
      [
        {
          synthesis: { type: 'oscillator', waveform: 'sawtooth', frequency: 220 },
          envelope: E,
          volume: 0.8,
          filter: { type: 'lowpass', cutoff: 1200, resonance: 2 },
          lfo: { config: { waveform: 'sine', rate: 6, depth: 0.5 }, target: { target: 'filter_cutoff', amount: 800 } },
        },
        {
          synthesis: { type: 'oscillator', waveform: 'sine', frequency: 440 },
          envelope: E,
          volume: 0.4,
          lfo: {
            config: { waveform: 'triangle', rate: 5, depth: 1, phase: 0.25 },
            target: { target: 'pitch', semitones: 1 },
          },
        },
      ],
      at,
    );
    const made = sound(params, 42, { compat: 'reference' });
    expect(frames(made.pcm, [1, 50, 500, 2000, 5000, 9000])).toEqual([2, -2298, 753, 9237, 8931, 1548]);
    expect(Math.max(...made.channels[0]!.map(Math.abs))).toBeCloseTo(1.011764, 6);
  });
});
