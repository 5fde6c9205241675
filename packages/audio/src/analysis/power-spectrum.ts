/** The mean power spectrum of a whole sound. */
import { log10 } from '@speccade/numerics';
import { meanSquare } from './level.ts';
import type { Wav } from './read-wav.ts';
import { MagnitudeSpectrum } from './spectral.ts';

const SIZE = 8192;
/** Below is no tone, in Hz. */
const LOWEST_TONE = 20;

export interface PowerSpectrum {
  /** Width of a bin in Hz; bin k is around k times this. */
  readonly binHz: number;
  /** Power of each bin; all of them together have the mean square of the sound's samples. */
  readonly power: Float64Array;
}

/** Windows of 8192 samples, half overlapped (Welch's method), averaged over all channels. */
export function powerSpectrum({ channels, sampleRate }: Wav): PowerSpectrum {
  const spectrum = new MagnitudeSpectrum(SIZE);
  const power = new Float64Array(SIZE / 2);
  let wanted = 0;
  for (const channel of channels) {
    wanted += meanSquare(channel) / channels.length;
    // From half a window early, so that the first samples count as much as all others.
    for (let start = -SIZE / 2; start < channel.length; start += SIZE / 2) {
      spectrum.measure(channel, start);
      for (let k = 0; k < power.length; k++) power[k]! += spectrum.values[k]! * spectrum.values[k]!;
    }
  }
  let total = 0;
  for (const bin of power) total += bin;
  const scale = total > 0 ? wanted / total : 0;
  for (let k = 0; k < power.length; k++) power[k]! *= scale;
  return { binHz: sampleRate / SIZE, power };
}

/** Frequency in Hz of the largest bin from 20 Hz on, refined by a parabola through its neighbours in decibels. */
export function strongestPeak({ binHz, power }: PowerSpectrum): number | undefined {
  let best = 0;
  for (let k = Math.max(Math.ceil(LOWEST_TONE / binHz), 1); k < power.length; k++) {
    if (power[k]! > (power[best] ?? 0) || (best === 0 && power[k]! > 0)) best = k;
  }
  if (best === 0) return undefined;
  const [left, right] = [power[best - 1]!, power[best + 1] ?? 0];
  if (left === 0 || right === 0) return best * binHz;
  const [a, b, c] = [log10(left), log10(power[best]!), log10(right)];
  const bend = a - 2 * b + c;
  const shift = bend < 0 ? (0.5 * (a - c)) / bend : 0;
  return (best + Math.max(-0.5, Math.min(0.5, shift))) * binHz;
}
