/** Helpers of the tests: spectra, pitch and aliasing of signals. */
import { atan2, blackmanHarris, cos, log2, log10, RealFft, sin } from '@speccade/numerics';

const once = (make: (size: number) => Float64Array) => {
  const made = new Map<number, Float64Array>();
  return (size: number): Float64Array => {
    const window = made.get(size) ?? make(size);
    made.set(size, window);
    return window;
  };
};
const windowOf = once(blackmanHarris);
const hann = once((size) => Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * cos((2 * Math.PI * i) / size)));

/** The component of the samples from `from` on at a frequency in turns per sample, its phase that at `from`. */
function component(x: Float64Array, turns: number, from: number, window: Float64Array): [re: number, im: number] {
  const c = cos(2 * Math.PI * turns);
  const s = -sin(2 * Math.PI * turns);
  let u = 1;
  let v = 0;
  let re = 0;
  let im = 0;
  for (let i = 0; i < window.length; i++) {
    const y = window[i]! * x[from + i]!;
    re += y * u;
    im += y * v;
    const next = u * c - v * s;
    v = u * s + v * c;
    u = next;
  }
  return [re, im];
}

/** Power per bin of the first `size` samples from `start`. */
export function powerSpectrum(x: Float64Array, size = 16384, start = 0): Float64Array {
  const window = windowOf(size);
  const fft = new RealFft(size);
  const re = new Float64Array(fft.bins);
  const im = new Float64Array(fft.bins);
  fft.forward(
    x.slice(start, start + size).map((v, i) => v * window[i]!),
    re,
    im,
  );
  return re.map((r, k) => r * r + im[k]! * im[k]!);
}

/** Power outside the harmonics of `hz` below Nyquist, relative to the whole, in dB. */
export function aliasing(x: Float64Array, hz: number, sampleRate: number): number {
  const size = 16384;
  const binHz = sampleRate / size;
  let alias = 0;
  let total = 0;
  powerSpectrum(x, size).forEach((p, bin) => {
    const nearest = Math.round((bin * binHz) / hz) * hz;
    total += p;
    if (Math.abs(bin * binHz - nearest) > 8 * binHz) alias += p;
  });
  return 10 * log10(alias / total);
}

/** Frequency near `hz` by the phase advance of its component between two windows. */
export function pitchNear(x: Float64Array, hz: number, sampleRate: number, start: number, size = 16384): number {
  let found = hz;
  for (let round = 0; round < 4; round++) {
    const near = found;
    const hop = Math.round(8 * (sampleRate / near));
    const phaseAt = (from: number) => {
      const [re, im] = component(x, near / sampleRate, from, hann(size));
      return atan2(im, re) - 2 * Math.PI * ((near * from) / sampleRate);
    };
    const turn = (phaseAt(start + hop) - phaseAt(start)) / (2 * Math.PI);
    found = near + ((turn - Math.round(turn)) * sampleRate) / hop;
  }
  return found;
}

/** Amplitude of the sinusoid at `hz` in the `size` samples from `start`. */
export function amplitudeAt(x: Float64Array, hz: number, sampleRate: number, start = 0, size = 16384): number {
  const window = windowOf(size);
  const [re, im] = component(x, hz / sampleRate, start, window);
  return (2 * Math.sqrt(re * re + im * im)) / window.reduce((sum, v) => sum + v, 0);
}

export const decibels = (ratio: number) => 20 * log10(ratio);

/**
 * By how much a partial that should have the frequency and amplitude misses them; no amplitude is anything below −80 dB.
 */
export function partialError(
  x: Float64Array,
  [hz, amplitude]: readonly [number, number],
  sampleRate: number,
  start = 0,
  size = 16384,
): { cents: number; dB: number } {
  const level = amplitudeAt(x, hz, sampleRate, start, size);
  if (amplitude < 1e-4) return { cents: 0, dB: level < 1e-4 ? 0 : decibels(level / 1e-4) };
  return {
    cents: Math.abs(centsOff(pitchNear(x, hz, sampleRate, start, size), hz)),
    dB: Math.abs(decibels(level / amplitude)),
  };
}

/** Largest errors of many partials; of harmonics whose levels only count relative to the first, with `relative`. */
export function partialErrors(
  x: Float64Array,
  partials: readonly (readonly [number, number])[],
  sampleRate: number,
  { relative = false, start = 0, size = 16384 } = {},
): { cents: number; dB: number } {
  const [first] = partials;
  const scale = relative ? amplitudeAt(x, first![0], sampleRate, start, size) / first![1] : 1;
  const errors = partials.map(([hz, a]) => partialError(x, [hz, a * scale], sampleRate, start, size));
  return { cents: Math.max(...errors.map((e) => e.cents)), dB: Math.max(...errors.map((e) => e.dB)) };
}

export const centsOff = (measured: number, hz: number) => 1200 * log2(measured / hz);

export const rms = (x: Float64Array) => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);

export const mean = (x: Float64Array) => x.reduce((sum, v) => sum + v, 0) / x.length;

/** Of two signals of equal length, −1 to 1. */
export function correlation(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum / a.length / (rms(a) * rms(b));
}
