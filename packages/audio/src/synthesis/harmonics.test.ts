/** Partials of the types whose spectrum a formula gives: within 1 cent and 1 dB. */
import { describe, expect, it } from 'vitest';
import { voiceOf } from '../_fixtures.ts';
import { partialErrors } from '../_spectrum.ts';

const RATE = 44100;
const SIZE = 32768;
const LENGTH = 50_000;
type Partial = readonly [hz: number, amplitude: number];

function expectPartials(synthesis: object, partials: readonly Partial[], relative = false): void {
  const { cents, dB } = partialErrors(voiceOf(synthesis, LENGTH), partials, RATE, { relative, size: SIZE });
  expect(cents).toBeLessThan(1);
  expect(dB).toBeLessThan(1);
}

const series = (count: number, partial: (h: number) => Partial) =>
  Array.from({ length: count }, (_, k) => partial(k + 1));

/** Amplitude of harmonic `h` of a wave of one turn. */
function fourier(wave: (x: number) => number, h: number): number {
  const n = 4096;
  let re = 0;
  let im = 0;
  for (let k = 0; k < n; k++) {
    const x = (k + 0.5) / n;
    re += wave(x) * Math.cos(2 * Math.PI * h * x);
    im += wave(x) * Math.sin(2 * Math.PI * h * x);
  }
  return (2 * Math.hypot(re, im)) / n;
}

/** Bessel function of the first kind. */
function bessel(n: number, x: number): number {
  let sum = 0;
  for (let k = 0; k < 2000; k++) {
    const t = (Math.PI * (k + 0.5)) / 2000;
    sum += Math.cos(n * t - x * Math.sin(t));
  }
  return sum / 2000;
}

describe('waveforms', () => {
  const f = 220.7;
  it.each([
    ['sine', 1, (h: number) => (h === 1 ? 1 : 0)],
    ['sawtooth', 1, (h: number) => 2 / (Math.PI * h)],
    ['square', 0.5, (h: number) => (h % 2 === 1 ? 4 / (Math.PI * h) : 0)],
    ['pulse', 0.2, (h: number) => Math.abs((4 * Math.sin(0.2 * Math.PI * h)) / (Math.PI * h))],
    ['triangle', 1, (h: number) => (h % 2 === 1 ? 8 / (Math.PI * h) ** 2 : 0)],
  ] as const)('of a %s oscillator with a duty of %d', (waveform, duty, amplitude) => {
    expectPartials(
      { type: 'oscillator', waveform, frequency: f, duty },
      series(11, (h) => [f * h, amplitude(h)]),
    );
  });

  it('of several oscillators are their mean, each with its detune and volume', () => {
    const oscillators = [
      { waveform: 'sine', detune: -30 },
      { waveform: 'sine', detune: 45, volume: 0.4 },
      { waveform: 'triangle', detune: 1200, phase: 2 },
    ];
    expectPartials({ type: 'multi_oscillator', frequency: 440, oscillators }, [
      [440 * 2 ** (-30 / 1200), 1 / 3],
      [440 * 2 ** (45 / 1200), 0.4 / 3],
      [880, 8 / Math.PI ** 2 / 3],
      [2640, 8 / (3 * Math.PI) ** 2 / 3],
    ]);
  });

  it('of a supersaw are as many as its voices, spread over its detune', () => {
    const voices = [-1, -0.5, 0, 0.5, 1];
    const saw = { type: 'supersaw_unison', frequency: 220, voices: 5, detune_cents: 40, spread: 0 };
    const hz = (share: number) => 10 * 220 * 2 ** ((share * 40) / 1200);
    const level = 2 / (10 * Math.PI) / 5;
    expectPartials(
      saw,
      voices.map((v) => [hz(v), level]),
    );
    expectPartials(
      { ...saw, detune_curve: 'exp2' },
      [-1, 0, 1].map((v) => [hz(v), level]),
    );
  });

  it('of additive synthesis are its harmonics, but none above Nyquist', () => {
    const harmonics = [1, -0.5, 0, 0.25, 0.1];
    expectPartials(
      { type: 'additive', base_freq: 310, harmonics },
      series(5, (h) => [310 * h, Math.abs(harmonics[h - 1]!)]),
      true,
    );
    expectPartials(
      { type: 'additive', base_freq: 9000, harmonics: [1, 0.5, 0.5] },
      [
        [9000, 1],
        [18000, 0.5],
        [17100, 0],
      ],
      true,
    );
  });

  it('of a body are four harmonics, each half of the one below', () => {
    expectPartials(
      { type: 'pitched_body', start_freq: 300, end_freq: 300 },
      series(6, (h) => [300 * h, h < 5 ? 0.5 ** (h - 1) : 0]),
      true,
    );
  });
});

describe('tables', () => {
  const at = (table: string, position: number) => ({ type: 'wavetable', table, frequency: 110.3, position });
  it('of a sine, and of a sine that becomes a sawtooth', () => {
    expectPartials(
      at('basic', 0),
      series(4, (h) => [110.3 * h, h === 1 ? 1 : 0]),
    );
    // A third of a turn of the knob is all sawtooth; frame 10.5 of 63 lies half-way.
    const mix = 10.5 / 63 / 0.33;
    const saw = (h: number) => (2 / (Math.PI * h)) * mix;
    expectPartials(
      at('basic', 1 / 6),
      series(8, (h) => [110.3 * h, h === 1 ? Math.abs(1 - mix - saw(1)) : saw(h)]),
    );
  });
  it('of ever more harmonics', () => {
    expectPartials(
      at('analog', 0.5),
      series(7, (h) => [110.3 * h, h < 5 ? 0.5 / h : h === 5 ? 0.05 : 0]),
    );
  });
  it('of a pulse', () => {
    const duty = 0.05 + (0.9 * 20) / 63;
    expectPartials(
      at('pwm', 20 / 63),
      series(9, (h) => [110.3 * h, Math.abs((4 * Math.sin(Math.PI * h * duty)) / (Math.PI * h))]),
    );
  });
  it('of several voices', () => {
    const voices = { ...at('basic', 0), frequency: 880, voices: 3, detune: 20 };
    expectPartials(
      voices,
      [-1, 0, 1].map((o) => [880 * 2 ** (o / 60), 1 / 3]),
    );
  });
});

describe('a vector', () => {
  const sources = [1, 2, 3, 5].map((frequency_ratio) => ({ source_type: 'sine', frequency_ratio }));
  it.each([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0.5, 0.5],
    [0.25, 0.6],
  ])('at (%d, %d) mixes its corners', (x, y) => {
    const weights = [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y];
    expectPartials(
      { type: 'vector', frequency: 300, sources, position_x: x, position_y: y },
      [1, 2, 3, 5].map((r, k) => [300 * r, weights[k]!]),
    );
  });
});

describe('modulation', () => {
  it.each([0.5, 2.5, 5])('FM with an index of %d has side bands by Bessel', (index) => {
    const bands = Array.from({ length: 13 }, (_, k) => k - 6);
    expectPartials(
      { type: 'fm_synth', carrier_freq: 3000, modulator_freq: 217, modulation_index: index },
      bands.map((k) => [3000 + 217 * k, Math.abs(bessel(k, index))]),
    );
  });

  it.each([0.3, 0.9])('feedback FM of %d has the partials of a wave that moves its own phase', (feedback) => {
    // Of a wave that does so without delay: Bessel functions, which a sample at 100 Hz does not change by much.
    expectPartials(
      { type: 'feedback_fm', frequency: 100, feedback, modulation_index: 1 },
      series(8, (h) => [100 * h, Math.abs((2 * bessel(h, h * feedback)) / (h * feedback))]),
    );
  });

  it('AM has two side bands of half its depth', () => {
    expectPartials({ type: 'am_synth', carrier_freq: 1000, modulator_freq: 130, modulation_depth: 0.6 }, [
      [1000, 1 / 1.6],
      [870, 0.3 / 1.6],
      [1130, 0.3 / 1.6],
      [1260, 0],
    ]);
  });

  it('ring modulation has two side bands, and the carrier that is left', () => {
    expectPartials({ type: 'ring_mod_synth', carrier_freq: 1000, modulator_freq: 130, mix: 0.7 }, [
      [1000, 0.3],
      [870, 0.35],
      [1130, 0.35],
    ]);
    expectPartials({ type: 'ring_mod_synth', carrier_freq: 1000, modulator_freq: 130, mix: 1 }, [
      [1000, 0],
      [870, 0.5],
    ]);
  });
});

describe('phase distortion', () => {
  const D = 1.5;
  const knee = 0.5 / (1 + D / 2);
  const steep = 1 + 2 * D;
  it.each([
    ['resonant', (x: number) => x ** (1 + D)],
    ['sawtooth', (x: number) => (x < knee ? (0.5 * x) / knee : 0.5 + (0.5 * (x - knee)) / (1 - knee))],
    ['pulse', (x: number) => 0.5 + (0.5 * Math.tanh((x - 0.5) * steep)) / Math.tanh(steep)],
  ] as const)('as %s has the partials of a sine read at a bent phase', (waveform, warp) => {
    expectPartials(
      { type: 'pd_synth', frequency: 150, distortion: D, waveform },
      series(9, (h) => [150 * h, fourier((x) => Math.sin(2 * Math.PI * warp(x)), h)]),
    );
  });
});
