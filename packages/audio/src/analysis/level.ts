/** Levels of one run of samples. */
import { gainToDb } from '@speccade/numerics';

/** What stands for the level of silence. */
export const SILENCE_DB = -100;

/** Decibels of an amplitude; {@link SILENCE_DB} for 0. */
export function decibels(amplitude: number): number {
  return amplitude > 0 ? gainToDb(amplitude) : SILENCE_DB;
}

/** Largest magnitude; 0 without samples. */
export function peakOf(x: Float64Array): number {
  let peak = 0;
  for (let i = 0; i < x.length; i++) {
    const magnitude = Math.abs(x[i]!);
    if (magnitude > peak) peak = magnitude;
  }
  return peak;
}

/** Mean of the squares of samples `from` up to but not including `to`; 0 without samples. */
export function meanSquare(x: Float64Array, from = 0, to = x.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += x[i]! * x[i]!;
  return to > from ? sum / (to - from) : 0;
}

/** Mean; 0 without samples. */
export function mean(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]!;
  return x.length > 0 ? sum / x.length : 0;
}

/** Mean and mean square of the mix of both channels, as of {@link monoMix} but without its memory; 0 without samples. */
export function mixLevels(
  left: Float64Array,
  right: Float64Array,
): { readonly mean: number; readonly meanSquare: number } {
  const { length } = left;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < length; i++) {
    const x = (left[i]! + right[i]!) / 2;
    sum += x;
    squares += x * x;
  }
  return length > 0 ? { mean: sum / length, meanSquare: squares / length } : { mean: 0, meanSquare: 0 };
}
