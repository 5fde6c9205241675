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

/** Where a fade lies: `count` samples from `at` on fade out while those from `from` on fade in over them. */
export interface Fade {
  readonly at: number;
  readonly from: number;
  readonly count: number;
}

/** The fade of the end of a loop into what leads to its start, of at most `wanted` samples. */
export type Crossfade = (points: LoopPoints, wanted: number) => Fade;

/** A sample of the first channel. */
export type Reader = (i: number) => number;

/** What of a configuration does not depend on the samples. */
export interface LoopPlan {
  readonly config: LoopConfig;
  /** Points before they move to zero crossings. */
  readonly start: number;
  readonly end: number;
  /** Samples of the crossfade at most. */
  readonly fade: number;
}

const DEFAULTS: LoopConfig = {
  enabled: true,
  crossfade_ms: 10,
  snap_to_zero_crossing: true,
  zero_crossing_tolerance: 1000,
};

/** The loop that the parameters ask of a sound of `length` samples, at least 1; `undefined` without one. */
export function planLoop(params: AudioParams, length: number): LoopPlan | undefined {
  const config = params.loop_config ?? (params.generate_loop_points ? DEFAULTS : undefined);
  const envelope = params.layers[0]?.envelope;
  if (config === undefined || !config.enabled || envelope === undefined) return undefined;
  const { sample_rate } = params;
  const last = length - 1;
  const settled = Math.max(Math.trunc((envelope.attack + envelope.decay) * sample_rate), 0);
  let start = Math.min(config.start_sample ?? settled, last);
  let end = Math.min(config.end_sample ?? last, last);
  if (start >= end) {
    start = 0;
    end = last;
  }
  // The duration of the crossfade is kept in single precision.
  const fade = Math.max(Math.trunc((Math.fround(config.crossfade_ms) / 1000) * sample_rate), 0);
  return { config, start, end, fade };
}

/** The points of the plan, moved to zero crossings where it says so. Reads within their tolerance, and one beyond. */
export function findLoopPoints({ config, start, end }: LoopPlan, length: number, read: Reader): LoopPoints {
  if (!config.snap_to_zero_crossing) return { start, end, snapped: false };
  const snappedStart = nearestZeroCrossing(read, length, start, config.zero_crossing_tolerance);
  const snappedEnd = nearestZeroCrossing(read, length, end, config.zero_crossing_tolerance);
  const snapped = snappedStart !== start || snappedEnd !== end;
  const early = snapped && snappedStart >= snappedEnd && snappedStart > 0;
  return { start: early ? snappedStart - 1 : snappedStart, end: snappedEnd, snapped };
}

/**
 * The sample next to a change of sign that is nearest to `target`, then of the smallest value, then the earliest.
 * Without a change of sign within `tolerance` samples: the smallest value there, then the nearest.
 */
export function nearestZeroCrossing(read: Reader, length: number, target: number, tolerance: number): number {
  const from = Math.max(0, target - tolerance);
  const to = Math.min(target + tolerance, length - 1);
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  let bestValue = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const a = read(i);
    const b = read(i + 1);
    if (!((a >= 0 && b < 0) || (a < 0 && b >= 0))) continue;
    const at = Math.abs(a) < Math.abs(b) ? i : i + 1;
    const distance = Math.abs(at - target);
    const value = Math.abs(read(at));
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
    const value = Math.abs(read(i));
    if (value < bestValue || (value === bestValue && distance < bestDistance)) {
      best = i;
      bestDistance = distance;
      bestValue = value;
    }
  }
  return best;
}

/** From the samples before the start, so that the jump lands where the fade has led. */
export const crossfadeIntoLead: Crossfade = ({ start, end }, wanted) => {
  const count = Math.min(wanted, Math.floor((end - start) / 2), start);
  return { at: end - count, from: start - count, count };
};

/** Equal power: `count` samples of `x` from `at` on fade out while those of `y` from `from` on fade in. */
export function fadeInto(x: Float64Array, at: number, y: Float64Array, from: number, count: number): void {
  for (let j = 0; j < count; j++) {
    const quarter = j / count / 4;
    x[at + j] = x[at + j]! * cosTurns(quarter) + y[from + j]! * sinTurns(quarter);
  }
}

/** Sets loop points, applies the crossfade to every channel and returns the points; `undefined` without a loop. */
export function applyLoop(
  channels: readonly Float64Array[],
  params: AudioParams,
  crossfade: Crossfade,
): LoopPoints | undefined {
  const first = channels[0]!;
  const plan = planLoop(params, first.length);
  if (plan === undefined) return undefined;
  const points = findLoopPoints(plan, first.length, (i) => first[i]!);
  const { at, from, count } = crossfade(points, plan.fade);
  for (const channel of channels) fadeInto(channel, at, channel, from, count);
  return points;
}
