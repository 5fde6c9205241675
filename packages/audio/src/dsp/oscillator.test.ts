import { blackmanHarris, RealFft } from '@speccade/numerics';
import { describe, expect, it } from 'vitest';
import { createOscillator } from './oscillator.ts';
import { inBlocks } from './process.ts';

const RATE = 44100;
const SIZE = 16384;

/** Power outside the harmonics of `hz` below Nyquist, relative to the whole, in dB. */
function aliasing(x: Float64Array, hz: number): number {
  const power = spectrum(x);
  const binHz = RATE / SIZE;
  let alias = 0;
  let total = 0;
  power.forEach((p, bin) => {
    const nearest = Math.round((bin * binHz) / hz) * hz;
    total += p;
    if (Math.abs(bin * binHz - nearest) > 8 * binHz) alias += p;
  });
  return 10 * Math.log10(alias / total);
}

function spectrum(x: Float64Array): Float64Array {
  const n = x.length;
  const window = blackmanHarris(n);
  const fft = new RealFft(n);
  const re = new Float64Array(n / 2 + 1);
  const im = new Float64Array(n / 2 + 1);
  fft.forward(
    x.map((v, i) => v * window[i]!),
    re,
    im,
  );
  return re.map((r, k) => r * r + im[k]! * im[k]!);
}

function render(setup: Parameters<typeof createOscillator>[0], length = SIZE): Float64Array {
  const out = new Float64Array(length);
  const fill = createOscillator(setup);
  inBlocks(length, (start, end) => fill(out.subarray(start, end), start, end));
  return out;
}

describe('a tone of 3 kHz', () => {
  const hz = 3001.7;
  const naiveSaw = Float64Array.from({ length: SIZE }, (_, i) => 2 * (((i * hz) / RATE) % 1) - 1);

  it.each(['sawtooth', 'square'] as const)('%s has far less aliasing than the naive wave', (waveform) => {
    const naive = waveform === 'sawtooth' ? naiveSaw : naiveSaw.map((v) => (v < 0 ? 1 : -1));
    expect(aliasing(render({ waveform, step: hz / RATE }), hz)).toBeLessThan(aliasing(naive, hz) - 12);
  });

  it('moves like a constant one when its step does not change', () => {
    const step = hz / RATE;
    for (const waveform of ['sine', 'triangle', 'sawtooth', 'pulse'] as const) {
      const fixed = render({ waveform, step, duty: 0.3, phase: 0.2 });
      const moving = render({
        waveform,
        step: (out, start, end) => void out.fill(step, 0, end - start),
        duty: 0.3,
        phase: 0.2,
      });
      expect(moving).toEqual(fixed);
    }
  });
});

it('keeps to ±1 but for the rounding of edges', () => {
  for (const waveform of ['sine', 'triangle', 'sawtooth', 'square'] as const) {
    const x = render({ waveform, step: 0.0137 });
    expect(Math.max(...x.map(Math.abs))).toBeLessThanOrEqual(1 + 1e-12);
  }
});

it('runs backwards with a negative step', () => {
  const forward = render({ waveform: 'triangle', step: 0.01 }, 100);
  const backward = render({ waveform: 'triangle', step: -0.01 }, 100);
  backward.forEach((v, i) => {
    expect(v).toBeCloseTo(forward[i]!, 10);
  });
});

it('is constant where the duty leaves no edge', () => {
  expect(new Set(render({ waveform: 'pulse', step: 0.01, duty: 1 }, 300))).toEqual(new Set([1]));
  expect(new Set(render({ waveform: 'pulse', step: 0.01, duty: -3 }, 300))).toEqual(new Set([-1]));
});
