/** Whether the brightness of two sounds moves alike. */
import { centroid, MagnitudeSpectrum } from './spectral.ts';

const WINDOW = 2048;
const HOP = 512;
/** Hz²: a sequence that varies less is constant. */
const CONSTANT = 1e-9;

/**
 * Pearson correlation of the centroids of windows of 2048 samples, 512 apart, over the shorter of both sequences. 0 for
 * fewer than two windows, 1 when either sequence is constant.
 */
export function centroidCorrelation(a: Float64Array, rateA: number, b: Float64Array, rateB: number): number {
  const count = Math.min(windowsIn(a), windowsIn(b));
  if (count < 2) return 0;
  return pearson(centroids(a, rateA, count), centroids(b, rateB, count));
}

function windowsIn(x: Float64Array): number {
  return x.length < WINDOW ? 0 : Math.floor((x.length - WINDOW) / HOP) + 1;
}

function centroids(x: Float64Array, sampleRate: number, count: number): Float64Array {
  const spectrum = new MagnitudeSpectrum(WINDOW);
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    spectrum.measure(x, i * HOP);
    out[i] = centroid(spectrum.values, sampleRate / WINDOW);
  }
  return out;
}

function pearson(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let sumA = 0;
  let sumB = 0;
  for (let i = 0; i < n; i++) {
    sumA += a[i]!;
    sumB += b[i]!;
  }
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let i = 0; i < n; i++) {
    const x = a[i]! - sumA / n;
    const y = b[i]! - sumB / n;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  if (aa / n < CONSTANT || bb / n < CONSTANT) return 1;
  return ab / Math.sqrt(aa * bb);
}
