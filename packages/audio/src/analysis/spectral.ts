/** `spectral.*`: where the energy at the beginning of the sound lies. */
import { hann, RealFft } from '@speccade/numerics';
import { monoMix } from './mono.ts';

export interface SpectralMetrics {
  /** Hz. */
  readonly centroid_hz: number;
  /** Hz. */
  readonly dominant_frequency_hz: number;
}

const MAX_WINDOW = 4096;
const MIN_SAMPLES = 64;
/** Below is no tone, in Hz. */
const LOWEST_TONE = 20;

/** Measured on the first 4096 samples, or as many as there are; 0 for fewer than 64. */
export function spectralMetrics(mono: Float64Array, sampleRate: number): SpectralMetrics {
  const magnitudes = beginning(mono);
  if (magnitudes === undefined) return { centroid_hz: 0, dominant_frequency_hz: 0 };
  const binHz = sampleRate / (2 * magnitudes.length);
  return { centroid_hz: centroid(magnitudes, binHz), dominant_frequency_hz: dominant(magnitudes, binHz) };
}

/** `centroid_hz` of the mix of channels. */
export function centroidOf(channels: readonly Float64Array[], sampleRate: number): number {
  return spectralMetrics(monoMix(channels.map((x) => x.subarray(0, MAX_WINDOW))), sampleRate).centroid_hz;
}

/** One for each size that was asked for: making it takes four times as long as measuring with it. */
const spectra = new Map<number, MagnitudeSpectrum>();

/** Magnitudes of the beginning, valid until the next call. */
function beginning(mono: Float64Array): Float64Array | undefined {
  if (mono.length < MIN_SAMPLES) return undefined;
  let size = MIN_SAMPLES;
  while (size < mono.length && size < MAX_WINDOW) size *= 2;
  let spectrum = spectra.get(size);
  if (spectrum === undefined) spectra.set(size, (spectrum = new MagnitudeSpectrum(size)));
  spectrum.measure(mono, 0);
  return spectrum.values;
}

/** Magnitudes of windowed pieces of a sound: bins from 0 to below half the sampling frequency. */
export class MagnitudeSpectrum {
  /** Of the piece measured last. */
  readonly values: Float64Array;
  private readonly window: Float64Array;
  private readonly piece: Float64Array;
  private readonly fft: RealFft;
  private readonly re: Float64Array;
  private readonly im: Float64Array;

  /** @param size samples of a piece, a power of two */
  constructor(size: number) {
    this.values = new Float64Array(size / 2);
    this.window = hann(size);
    this.piece = new Float64Array(size);
    this.fft = new RealFft(size);
    this.re = new Float64Array(this.fft.bins);
    this.im = new Float64Array(this.fft.bins);
  }

  /** Measures the piece that starts at a sample, which may be before the first; outside of the sound is silence. */
  measure(x: Float64Array, start: number): void {
    const { piece, window, re, im, values } = this;
    for (let i = 0; i < piece.length; i++) {
      const at = start + i;
      piece[i] = at >= 0 && at < x.length ? window[i]! * x[at]! : 0;
    }
    this.fft.forward(piece, re, im);
    for (let k = 0; k < values.length; k++) values[k] = Math.sqrt(re[k]! * re[k]! + im[k]! * im[k]!);
  }
}

/** Mean frequency weighted by magnitude; 0 for silence. */
export function centroid(magnitudes: Float64Array, binHz: number): number {
  let weighted = 0;
  let total = 0;
  for (let k = 0; k < magnitudes.length; k++) {
    weighted += k * binHz * magnitudes[k]!;
    total += magnitudes[k]!;
  }
  return total > 0 ? weighted / total : 0;
}

function dominant(magnitudes: Float64Array, binHz: number): number {
  let best = -1;
  let largest = 0;
  for (let k = Math.ceil(LOWEST_TONE / binHz); k < magnitudes.length; k++) {
    if (magnitudes[k]! <= largest) continue;
    largest = magnitudes[k]!;
    best = k;
  }
  return best < 0 ? 0 : best * binHz;
}
