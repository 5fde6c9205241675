/** `temporal.*`: how the sound begins and how busy its wave is. */
import { peakOf } from './level.ts';

export interface TemporalMetrics {
  readonly attack_ms: number;
  /** Changes of sign for each sample. */
  readonly zero_crossing_rate: number;
}

const SILENT = 0.001;

export function temporalMetrics(mono: Float64Array, sampleRate: number): TemporalMetrics {
  return { attack_ms: attack(mono, sampleRate), zero_crossing_rate: zeroCrossingRate(mono) };
}

/** From the first sample at a tenth of the peak to the first one after it at nine tenths. */
function attack(x: Float64Array, sampleRate: number): number {
  const peak = peakOf(x);
  if (peak < SILENT) return 0;
  let start = 0;
  while (Math.abs(x[start]!) < 0.1 * peak) start++;
  let end = start;
  while (Math.abs(x[end]!) < 0.9 * peak) end++;
  return ((end - start) / sampleRate) * 1000;
}

function zeroCrossingRate(x: Float64Array): number {
  let crossings = 0;
  for (let i = 1; i < x.length; i++) if (x[i - 1]! >= 0 !== x[i]! >= 0) crossings++;
  return x.length > 1 ? crossings / (x.length - 1) : 0;
}
