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
      moving.forEach((v, i) => {
        expect(v).toBeCloseTo(fixed[i]!, 12);
      });
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

describe('a tone of 5 kHz', () => {
  const hz = 5003.1;
  /** Level of a frequency in dB of the amplitude. */
  const level = (power: Float64Array, at: number) => {
    const bin = Math.round((at * SIZE) / RATE);
    return 10 * Math.log10(power.subarray(bin - 3, bin + 4).reduce((sum, p) => sum + p, 0));
  };
  const ideal = {
    sawtooth: (h: number) => 1 / h,
    square: (h: number) => (h % 2 === 1 ? 2 / h : 0),
    triangle: (h: number) => (h % 2 === 1 ? 4 / (Math.PI * h * h) : 0),
  };

  it.each(['sawtooth', 'square', 'triangle'] as const)(
    '%s has the partials of the formula and no others',
    (waveform) => {
      const glide = (out: Float64Array, start: number, end: number) => void out.fill(hz / RATE, 0, end - start);
      for (const step of [hz / RATE, glide]) {
        const power = spectrum(render({ waveform, step }));
        const reference = level(power, hz) - 20 * Math.log10(ideal[waveform](1));
        for (let h = 1; h <= 4; h++) {
          const expected = reference + 20 * Math.log10(ideal[waveform](h));
          if (ideal[waveform](h) > 0) expect(Math.abs(level(power, h * hz) - expected)).toBeLessThan(1);
        }
        const binHz = RATE / SIZE;
        const strongest = power.reduce((most, p, bin) => {
          const near = Math.abs(bin * binHz - Math.round((bin * binHz) / hz) * hz) < 8 * binHz;
          return near ? most : Math.max(most, p);
        }, 0);
        expect(10 * Math.log10(strongest) - level(power, hz)).toBeLessThan(-85);
      }
    },
  );
});

it('glides from rounded edges to tables without a step', () => {
  for (const waveform of ['sawtooth', 'triangle', 'square'] as const) {
    const glide = (out: Float64Array, start: number, end: number) => {
      for (let i = start; i < end; i++) out[i - start] = 0.03 + (0.05 * i) / SIZE;
    };
    const x = render({ waveform, step: glide });
    expect(Math.max(...x.map(Math.abs))).toBeLessThan(1.3);
    // Where the pitch is that of a constant tone, so is the level.
    const rms = (from: number) => Math.sqrt(x.subarray(from, from + 1000).reduce((sum, v) => sum + v * v, 0) / 1000);
    for (let at = 0; at + 2000 < SIZE; at += 1000) expect(Math.abs(rms(at + 1000) / rms(at) - 1)).toBeLessThan(0.06);
  }
});
