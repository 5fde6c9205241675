/** Modes that ring and fade: their frequencies within a cent, their levels within 1 dB, their decay within a few percent. */
import { describe, expect, it } from 'vitest';
import { curveOf, voiceOf } from '../_fixtures.ts';
import { amplitudeAt, centsOff, decibels, pitchNear } from '../_spectrum.ts';

const RATE = 44100;
const SIZE = 16384;
/** Hz, amplitude at the start, nepers per second. */
type Mode = readonly [hz: number, amplitude: number, rate: number];

/** Level in the window from `start` of what had the amplitude 1 at the beginning of the sound. */
function faded(rate: number, start: number): number {
  const x = Float64Array.from(
    { length: start + SIZE },
    (_, i) => Math.exp((-rate * i) / RATE) * Math.cos((2 * Math.PI * i) / 40),
  );
  return amplitudeAt(x, RATE / 40, RATE, start, SIZE);
}

function expectModes(synthesis: object, modes: readonly Mode[]): void {
  const x = voiceOf(synthesis, 4 * SIZE);
  const level = (hz: number, start: number) => amplitudeAt(x, hz, RATE, start, SIZE);
  const start = 500;
  const scale = level(modes[0]![0], start) / faded(modes[0]![2], start) / modes[0]![1];
  for (const [hz, amplitude, rate] of modes) {
    expect(Math.abs(centsOff(pitchNear(x, hz, RATE, start), hz))).toBeLessThan(1);
    expect(Math.abs(decibels(level(hz, start) / (amplitude * scale * faded(rate, start))))).toBeLessThan(1);
    const measured = Math.log(level(hz, start) / level(hz, start + 6000)) / (6000 / RATE);
    expect(Math.abs(measured / rate - 1)).toBeLessThan(0.03);
  }
}

describe('modal', () => {
  const modes = [
    { freq_ratio: 1, amplitude: 1, decay_time: 1 },
    { freq_ratio: 2.76, amplitude: 0.6, decay_time: 0.5 },
    { freq_ratio: 5.4, amplitude: 0.3, decay_time: 2 },
  ];
  it.each(['impulse', 'noise', 'pluck'])('modes after a %s fall by 26 dB in their decay time', (excitation) => {
    expectModes(
      { type: 'modal', frequency: 440, modes, excitation },
      modes.map((m) => [440 * m.freq_ratio, m.amplitude, 3 / m.decay_time]),
    );
  });
});

it.each([0.4, 1, 1.4])('metallic partials lie at powers of their number, here %d', (inharmonicity) => {
  expectModes(
    { type: 'metallic', base_freq: 900, num_partials: 5, inharmonicity },
    [1, 2, 3, 4, 5].map((n) => {
      const ratio = n ** inharmonicity;
      return [900 * ratio, 0.5 ** (n - 1), 3 * (1 + (ratio - 1) / 2)];
    }),
  );
});

it.each([
  [0.9, 0.5],
  [0.2, 1],
])('membrane modes of a drum with a decay of %d and a tone of %d', (decay, tone) => {
  const base = 0.1 + 2 * (1 - decay);
  const ratios = [1, 1.593, 2.135, 2.295, 2.653, 2.917, 3.155, 3.5, 3.598];
  expectModes(
    { type: 'membrane_drum', frequency: 400, decay, tone, strike: 0.5 },
    ratios.map((ratio, m) => {
      const level = m === 0 ? 1 - 0.5 * tone : 0.3 + 0.7 * tone;
      return [400 * ratio, level / (1 + 0.5 * m), (3 / base) * (1 + 0.3 * m + 0.2 * (ratio - 1))];
    }),
  );
});

it('a body glides from pitch to pitch as an exponential over its length', () => {
  const length = 200_000;
  const x = voiceOf({ type: 'pitched_body', start_freq: 400, end_freq: 200 }, length);
  for (const start of [0, 50_000, 100_000, 170_000]) {
    const size = 2048;
    const middle = start + size / 2;
    const hz = 400 * 0.5 ** (middle / length);
    const measured = pitchNear(x, hz, RATE, start, size);
    // The second window is eight periods later, and the two stand for their middle.
    const expected = 400 * 0.5 ** ((middle + (4 * RATE) / hz) / length);
    expect(Math.abs(centsOff(measured, expected))).toBeLessThan(1);
  }
});

describe('strings', () => {
  it.each([
    [220, 0.99, 0.5],
    [440, 0.995, 0.8],
    [987.77, 0.998, 0.9],
  ])('a pluck of %d Hz loses its decay of %d at every pass', (frequency, decay, blend) => {
    const x = voiceOf({ type: 'karplus_strong', frequency, decay, blend }, 4 * SIZE);
    const omega = (2 * Math.PI * frequency) / RATE;
    const average = Math.hypot(blend + (1 - blend) * Math.cos(omega), (1 - blend) * Math.sin(omega));
    const level = (start: number) => amplitudeAt(x, frequency, RATE, start, SIZE);
    const measured = Math.log(level(0) / level(8000)) / (8000 / RATE);
    expect(measured / (-frequency * Math.log(decay * average))).toBeCloseTo(1, 1.5);
    expect(Math.abs(centsOff(pitchNear(x, frequency, RATE, 0), frequency))).toBeLessThan(1);
  });

  it.each([40, 110, 440, 1760, 4000])('a pipe sounds its %d Hz whatever blows it', (frequency) => {
    const blown = (noise: number) =>
      voiceOf({ type: 'waveguide', frequency, breath: 0.5, noise, damping: 0.3, resonance: 0.95 }, 4 * SIZE);
    expect(Math.abs(centsOff(pitchNear(blown(0), frequency, RATE, 10_000), frequency))).toBeLessThan(0.1);
    expect(Math.abs(centsOff(pitchNear(blown(0.2), frequency, RATE, 10_000, 32_768), frequency))).toBeLessThan(2);
  });

  it('a comb loses its decay at every period, bent or not', () => {
    const pitch = curveOf(new Float64Array(4 * SIZE).fill(2));
    for (const [change, period] of [
      [{}, 100],
      [{ modulation: { pitch } }, 50],
    ] as const) {
      const x = voiceOf(
        { type: 'comb_filter_synth', frequency: 441, decay: 0.99, excitation: 'saw' },
        4 * SIZE,
        change,
      );
      const level = (start: number) => amplitudeAt(x, RATE / period, RATE, start, SIZE);
      expect(level(1000 + 40 * period) / level(1000)).toBeCloseTo(0.99 ** 40, 3);
    }
  });
});
