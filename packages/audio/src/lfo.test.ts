/** Rate and depth of every modulation, and the times of envelopes, measured on what comes out. */
import { describe, expect, it } from 'vitest';
import { paramsOf } from './_fixtures.ts';
import { amplitudeAt, pitchNear, rms } from './_spectrum.ts';
import { BLOCK } from './dsp/process.ts';
import { renderParams } from './render.ts';

const RATE = 44100;
const sine = { type: 'oscillator', waveform: 'sine', frequency: 1000 };
/** Half of every cycle up, half down: 1 Hz, so that the first half second is all up. */
const square = (target: object, depth = 1) => ({ config: { waveform: 'square', rate: 1, depth }, target });

function render(layer: object, change: object = {}): Float64Array[] {
  return renderParams(paramsOf([{ ...layer }], { duration_seconds: 1, sample_rate: RATE, ...change }), 1)
    .channels as Float64Array[];
}
/** The same measure in the half that is up and in the one that is down. */
function halves(x: Float64Array, measure: (part: Float64Array) => number): [number, number] {
  return [measure(x.subarray(1000, 21_000)), measure(x.subarray(23_000, 43_000))];
}
const pitch = (hz: number) => (part: Float64Array) => pitchNear(part, hz, RATE, 0, 8192);

describe('an LFO', () => {
  it('on the pitch moves it by its semitones, either way', () => {
    const [x] = render({ synthesis: sine, lfo: square({ target: 'pitch', semitones: 2 }, 0.5) });
    expect(pitch(1059)(x!.subarray(1000, 21_000))).toBeCloseTo(1000 * 2 ** (1 / 12), 1);
    expect(pitch(944)(x!.subarray(23_000, 43_000))).toBeCloseTo(1000 * 2 ** (-1 / 12), 1);
  });

  it('on the pitch of what is finished bends it, and keeps its length', () => {
    const synthesis = { type: 'metallic', base_freq: 1000, num_partials: 1, inharmonicity: 1 };
    const [x] = render({ synthesis, lfo: square({ target: 'pitch', semitones: 2 }) });
    const [up, down] = [pitch(1100)(x!.subarray(1000, 21_000)), pitch(880)(x!.subarray(23_000, 43_000))];
    expect(up / down).toBeCloseTo(2 ** (4 / 12), 3);
    expect((up + down) / 2).toBeCloseTo(1000, 0);
  });

  it('on the volume takes away its share', () => {
    const [up, down] = halves(
      render({ synthesis: sine, lfo: square({ target: 'volume', amount: 0.8 }, 0.5) })[0]!,
      rms,
    );
    expect(up).toBeCloseTo(Math.SQRT1_2, 3);
    expect(down / up).toBeCloseTo(0.6, 3);
  });

  it.each([2, 7.3, 20])('of %d Hz has side bands that far from the tone', (rate) => {
    const lfo = { config: { waveform: 'sine', rate, depth: 1 }, target: { target: 'volume', amount: 0.5 } };
    const [x] = render({ synthesis: sine, lfo }, { duration_seconds: 4 });
    for (const side of [-1, 1]) expect(amplitudeAt(x!, 1000 + side * rate, RATE, 0, 131_072)).toBeCloseTo(0.125, 3);
    expect(amplitudeAt(x!, 1000, RATE, 0, 131_072)).toBeCloseTo(0.75, 3);
  });

  it('on the pan moves a tone from side to side', () => {
    const [l, r] = render({ synthesis: sine, pan: 0.1, lfo: square({ target: 'pan', amount: 0.6 }) });
    const ratio = (pan: number) => Math.tan(((pan + 1) * Math.PI) / 4);
    const [lefts, rights] = [halves(l!, rms), halves(r!, rms)];
    expect(rights[0] / lefts[0]).toBeCloseTo(ratio(0.7), 3);
    expect(rights[1] / lefts[1]).toBeCloseTo(ratio(-0.5), 3);
  });

  it('on a cutoff moves it by its hertz', () => {
    const filter = { type: 'lowpass', cutoff: 1000, resonance: Math.SQRT1_2 };
    const [up, down] = halves(
      render({ synthesis: sine, filter, lfo: square({ target: 'filter_cutoff', amount: 500 }) })[0]!,
      rms,
    );
    const gain = (cutoff: number) =>
      1 / Math.sqrt(1 + (Math.tan((Math.PI * 1000) / RATE) / Math.tan((Math.PI * cutoff) / RATE)) ** 4);
    expect(up / Math.SQRT1_2).toBeCloseTo(gain(1500), 3);
    expect(down / Math.SQRT1_2).toBeCloseTo(gain(500), 3);
  });

  it('on a pulse width moves it by its share', () => {
    const pulse = { type: 'oscillator', waveform: 'pulse', frequency: 100, duty: 0.5 };
    const [x] = render({ synthesis: pulse, lfo: square({ target: 'pulse_width', amount: 0.3 }) });
    // The mean of a pulse is twice its width less 1.
    const [up, down] = halves(x!, (part) => part.subarray(0, 441 * 40).reduce((a, b) => a + b, 0) / (441 * 40));
    expect(up).toBeCloseTo(0.6, 2);
    expect(down).toBeCloseTo(-0.6, 2);
  });

  it('on an FM index opens and closes the side bands', () => {
    const synthesis = { type: 'fm_synth', carrier_freq: 1000, modulator_freq: 200, modulation_index: 0.2 };
    const [x] = render({ synthesis, lfo: square({ target: 'fm_index', amount: 0.2 }) });
    const [up, down] = halves(x!, (part) => amplitudeAt(part, 1200, RATE));
    // The first Bessel function at 0.4, and at 0.
    expect(up).toBeCloseTo(0.19603, 3);
    expect(down).toBeLessThan(1e-4);
  });

  it('on grains changes how long they are, and how many', () => {
    const cloud = (grain_size_ms: number, grain_density: number) => ({
      type: 'granular',
      source: { type: 'noise', noise_type: 'white' },
      grain_size_ms,
      grain_density,
    });
    const sounding = (part: Float64Array) => part.filter((v) => v !== 0).length / part.length;
    const sizes = halves(
      render({ synthesis: cloud(30, 10), lfo: square({ target: 'grain_size', amount_ms: 20 }) })[0]!,
      sounding,
    );
    expect(sizes[0]).toBeCloseTo(0.5, 1);
    expect(sizes[1]).toBeCloseTo(0.1, 1);
    const densities = halves(
      render({ synthesis: cloud(10, 30), lfo: square({ target: 'grain_density', amount: 20 }) })[0]!,
      sounding,
    );
    expect(densities[0]).toBeCloseTo(0.5, 1);
    expect(densities[1]).toBeCloseTo(0.1, 1);
  });
});

describe('an LFO of the effects', () => {
  const clicks = { type: 'pulsar', frequency: 0, pulse_rate: 1e-3, grain_size_ms: 1, shape: 'square' };
  const both = (effect: object, target: object, synthesis: object = sine) =>
    render({ synthesis }, { effects: [effect], post_fx_lfos: [square(target)] })[0]!;

  it('on a delay time moves the echo', () => {
    const echo = { type: 'delay', time_ms: 100, feedback: 0, wet: 1 };
    const x = both(echo, { target: 'delay_time', amount_ms: 30 }, clicks);
    const still = render({ synthesis: clicks }, { effects: [echo] })[0]!;
    const peakAt = (y: Float64Array) => y.reduce((best, v, i) => (Math.abs(v) > Math.abs(y[best]!) ? i : best), 0);
    expect((peakAt(x) - peakAt(still)) / RATE).toBeCloseTo(0.03, 3);
  });

  it('on a drive changes how much it distorts', () => {
    const x = both({ type: 'waveshaper', drive: 4, curve: 'tanh', wet: 1 }, { target: 'distortion_drive', amount: 3 });
    const [up, down] = halves(x, (part) => amplitudeAt(part, 3000, RATE) / amplitudeAt(part, 1000, RATE));
    expect(up).toBeGreaterThan(3 * down);
  });

  it('on a room changes what it holds', () => {
    const x = both({ type: 'reverb', room_size: 0.5, damping: 0.2, wet: 1 }, { target: 'reverb_size', amount: 0.4 });
    const [up, down] = halves(x, rms);
    expect(Math.abs(20 * Math.log10(up / down))).toBeGreaterThan(1);
  });
});

describe('an envelope', () => {
  const flat = { type: 'oscillator', waveform: 'pulse', frequency: 50, duty: 1.5 };
  it.each([
    [0.1, 0.2, 0.5, 0.3],
    [0.0371, 0.05, 0.25, 0.111],
    [0.5, 0.1, 0.8, 0.1],
  ])('of %d, %d, %d and %d s peaks, holds and ends within a block of its times', (attack, decay, sustain, release) => {
    const x = render({ synthesis: flat, envelope: { attack, decay, sustain, release } })[0]!;
    const near = (i: number, seconds: number) => expect(Math.abs(i - seconds * RATE)).toBeLessThan(BLOCK);
    near(x.indexOf(1), attack);
    near(
      x.findIndex((v, i) => i > x.indexOf(1) && v === sustain),
      attack + decay,
    );
    near(x.lastIndexOf(sustain), 1 - release);
    expect(x[x.length - 1]).toBeLessThan(1e-3);
    expect(x[Math.round((attack / 2) * RATE)]).toBeCloseTo(0.5, 3);
    expect(x[Math.round((attack + decay / 2) * RATE)]).toBeCloseTo((1 + sustain) / 2, 2);
    expect(x[Math.round((1 - release / 2) * RATE)]).toBeCloseTo(sustain / 2, 3);
  });
});

it.each(['linear', 'exponential', 'logarithmic'])('a %s sweep starts and ends where it should', (curve) => {
  const freq_sweep = { end_freq: 3000, curve };
  const [x] = render({ synthesis: { ...sine, freq_sweep } }, { duration_seconds: 20 });
  expect(pitchNear(x!, 1000, RATE, 0, 2048) / 1000).toBeCloseTo(1, 1.5);
  // The logarithmic one goes 95 % of the way.
  const end = curve === 'logarithmic' ? 3000 - 2000 * Math.exp(-3) : 3000;
  expect(pitchNear(x!, end, RATE, x!.length - 3000, 2048) / end).toBeCloseTo(1, 2);
});
