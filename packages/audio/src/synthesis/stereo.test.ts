import { describe, expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { correlation, mean, pitchNear, powerSpectrum, rms } from '../_spectrum.ts';
import { renderParams } from '../render.ts';

const RATE = 44100;
const render = (layer: object, compat?: 'reference', change: object = {}) =>
  renderParams(paramsOf([{ ...layer }], { duration_seconds: 0.5, sample_rate: RATE, ...change }), 5, { compat })
    .channels as Float64Array[];

/** Power above 2 kHz, as a share of the whole. */
function brightness(x: Float64Array): number {
  const power = powerSpectrum(x);
  return power.subarray(743).reduce((a, b) => a + b, 0) / power.reduce((a, b) => a + b, 0);
}
const dark = { type: 'lowpass', cutoff: 500, resonance: 1 };
const panLfo = { config: { waveform: 'sine', rate: 2, depth: 1 }, target: { target: 'pan', amount: 1 } };

describe('a stereo cloud', () => {
  const synthesis = {
    type: 'granular',
    source: { type: 'noise', noise_type: 'white' },
    grain_size_ms: 20,
    grain_density: 60,
    pan_spread: 1,
  };

  it('keeps its image, which the reference folds', () => {
    const [l, r] = render({ synthesis });
    expect(correlation(l!, r!)).toBeLessThan(0.8);
    const [rl, rr] = render({ synthesis }, 'reference');
    expect(rl).toEqual(rr);
  });

  it('goes through filter and volume LFO', () => {
    for (const [k, channel] of render({ synthesis, filter: dark }).entries()) {
      expect(brightness(channel)).toBeLessThan(0.2 * brightness(render({ synthesis })[k]!));
    }
    const tremolo = { config: { waveform: 'square', rate: 4, depth: 1 }, target: { target: 'volume', amount: 1 } };
    const [l, r] = render({ synthesis, lfo: tremolo });
    for (const channel of [l!, r!]) expect(rms(channel.subarray(6000, 11_000))).toBe(0);
  });

  it('moves with a pan LFO', () => {
    const [l, r] = render({ synthesis, lfo: panLfo });
    const near = (x: Float64Array) => rms(x.subarray(4000, 7000));
    expect(near(r!)).toBeGreaterThan(3 * near(l!));
  });

  it('an LFO on the size of grains is read when they are due', () => {
    const sizes = {
      config: { waveform: 'square', rate: 2, depth: 1 },
      target: { target: 'grain_size', amount_ms: 40 },
    };
    const [x] = render({
      synthesis: { ...synthesis, pan_spread: 0, grain_size_ms: 50, grain_density: 10 },
      lfo: sizes,
    });
    const silentShare = (from: number, to: number) => mean(x!.subarray(from, to).map((v) => (v === 0 ? 1 : 0)));
    expect(silentShare(0, 10_000)).toBeLessThan(0.2);
    expect(silentShare(12_000, 22_000)).toBeGreaterThan(0.8);
  });
});

describe('a supersaw', () => {
  const synthesis = { type: 'supersaw_unison', frequency: 220, voices: 5, detune_cents: 20, spread: 0.8 };

  it('goes through filter, LFO and pitch envelope, which the reference leaves out', () => {
    const [plain] = render({ synthesis });
    expect(brightness(render({ synthesis, filter: dark })[0]!)).toBeLessThan(0.1 * brightness(plain!));
    expect(render({ synthesis, filter: dark }, 'reference')).toEqual(render({ synthesis }, 'reference'));

    const up = { pitch_envelope: { attack: 0, decay: 0, sustain: 1, release: 0, depth: 12 } };
    const [bent] = render({ synthesis }, undefined, up);
    const [octave] = render({ synthesis: { ...synthesis, frequency: 440 } });
    expect(bent).toEqual(octave);

    const vibrato = { config: { waveform: 'square', rate: 0.1, depth: 1 }, target: { target: 'pitch', semitones: 12 } };
    const one = { ...synthesis, voices: 1 };
    expect(pitchNear(render({ synthesis: one, lfo: vibrato })[0]!, 440, RATE, 0)).toBeCloseTo(440, 1);
  });

  it('moves with a pan LFO', () => {
    const [l, r] = render({ synthesis: { ...synthesis, spread: 0.1 }, lfo: panLfo });
    const near = (x: Float64Array) => rms(x.subarray(4000, 7000));
    expect(near(r!)).toBeGreaterThan(3 * near(l!));
  });

  it('is mono without spread', () => {
    expect(render({ synthesis: { ...synthesis, spread: 0 } }).length).toBe(1);
  });
});

it('the bandwidth of a vocoder band is its Q', () => {
  const synthesis = (bandwidth: number) => ({
    type: 'vocoder',
    carrier_freq: 110,
    carrier_type: 'noise',
    num_bands: 8,
    band_spacing: 'linear',
    envelope_attack: 0.01,
    envelope_release: 0.01,
    bands: [{ center_freq: 1000, bandwidth, envelope_pattern: [1] }],
  });
  const narrow = render({ synthesis: synthesis(20) })[0]!;
  const wide = render({ synthesis: synthesis(0.5) })[0]!;
  expect(brightness(narrow)).toBeLessThan(0.1 * brightness(wide));
  expect(render({ synthesis: synthesis(20) }, 'reference')).toEqual(render({ synthesis: synthesis(0.5) }, 'reference'));
});
