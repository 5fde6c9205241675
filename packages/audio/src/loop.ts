/** Loop points of a sound and the crossfade that makes its loop seamless. */
import type { AudioParams, LoopConfig } from '@speccade/spec/kinds/audio_v1';
import { cosTurns, sinTurns } from './dsp/sine.ts';

/** `end` is the sample after the last one that is played before the jump back to `start`. */
export interface LoopPoints {
  readonly start: number;
  readonly end: number;
  /** Whether a point moved to a zero crossing. */
  readonly snapped: boolean;
}

/** Fades the end of a loop into what leads to its start, over at most `wanted` samples. */
export type Crossfade = (x: Float64Array, points: LoopPoints, wanted: number) => void;

const DEFAULTS: LoopConfig = {
  enabled: true,
  crossfade_ms: 10,
  snap_to_zero_crossing: true,
  zero_crossing_tolerance: 1000,
};

/** Sets loop points, applies the crossfade to every channel and returns the points; `undefined` without a loop. */
export function applyLoop(
  channels: readonly Float64Array[],
  params: AudioParams,
  crossfade: Crossfade,
): LoopPoints | undefined {
  const config = params.loop_config ?? (params.generate_loop_points ? DEFAULTS : undefined);
  const envelope = params.layers[0]?.envelope;
  if (config === undefined || !config.enabled || envelope === undefined) return undefined;
  const { sample_rate } = params;
  const settled = Math.max(Math.trunc((envelope.attack + envelope.decay) * sample_rate), 0);
  const points = findLoopPoints(channels[0]!, config, settled);
  // The duration of the crossfade is kept in single precision.
  const wanted = Math.max(Math.trunc((Math.fround(config.crossfade_ms) / 1000) * sample_rate), 0);
  for (const channel of channels) crossfade(channel, points, wanted);
  return points;
}

/** Points as configured, in range, and moved to zero crossings. `settled` is where a loop starts by default. */
export function findLoopPoints(x: Float64Array, config: LoopConfig, settled: number): LoopPoints {
  const last = x.length - 1;
  let start = Math.min(config.start_sample ?? settled, last);
  let end = Math.min(config.end_sample ?? last, last);
  if (start >= end) {
    start = 0;
    end = last;
  }
  if (!config.snap_to_zero_crossing) return { start, end, snapped: false };
  const snappedStart = nearestZeroCrossing(x, start, config.zero_crossing_tolerance);
  const snappedEnd = nearestZeroCrossing(x, end, config.zero_crossing_tolerance);
  const snapped = snappedStart !== start || snappedEnd !== end;
  start = snappedStart;
  end = snappedEnd;
  if (snapped && start >= end && start > 0) start -= 1;
  return { start, end, snapped };
}

/**
 * The sample next to a change of sign that is nearest to `target`, then of the smallest value, then the earliest.
 * Without a change of sign within `tolerance` samples: the smallest value there, then the nearest.
 */
export function nearestZeroCrossing(x: Float64Array, target: number, tolerance: number): number {
  const from = Math.max(0, target - tolerance);
  const to = Math.min(target + tolerance, x.length - 1);
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  let bestValue = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const a = x[i]!;
    const b = x[i + 1]!;
    if (!((a >= 0 && b < 0) || (a < 0 && b >= 0))) continue;
    const at = Math.abs(a) < Math.abs(b) ? i : i + 1;
    const distance = Math.abs(at - target);
    const value = Math.abs(x[at]!);
    if (distance < bestDistance || (distance === bestDistance && value < bestValue)) {
      best = at;
      bestDistance = distance;
      bestValue = value;
    }
  }
  if (best >= 0) return best;
  best = target;
  for (let i = from; i <= to; i++) {
    const distance = Math.abs(i - target);
    const value = Math.abs(x[i]!);
    if (value < bestValue || (value === bestValue && distance < bestDistance)) {
      best = i;
      bestDistance = distance;
      bestValue = value;
    }
  }
  return best;
}

/** Equal power, into the samples before the start, so that the jump lands where the fade has led. */
export const crossfadeIntoLead: Crossfade = (x, { start, end }, wanted) => {
  const count = Math.min(wanted, Math.floor((end - start) / 2), start);
  mixInto(x, end - count, start - count, count);
};

/** `x[at + j]` fades out while `x[from + j]` fades in, `j` from 0 to `count − 1`. */
export function mixInto(x: Float64Array, at: number, from: number, count: number): void {
  for (let j = 0; j < count; j++) {
    const quarter = j / count / 4;
    x[at + j] = x[at + j]! * cosTurns(quarter) + x[from + j]! * sinTurns(quarter);
  }
}
