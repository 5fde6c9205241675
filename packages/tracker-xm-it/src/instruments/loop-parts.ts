/** What loops are made of: samples around zero, crossfades, places to turn round at. */
import { cos, sin } from '@speccade/numerics';
import type { LoopMode, TrackerEnvelope } from '@speccade/spec/kinds/music.tracker_song_v1';
import type { SampleLoop } from '../song/model.ts';
import { correlation, dotProduct } from './loop-search.ts';

export interface LoopQuery {
  readonly pcm: Int16Array;
  /** Hz. */
  readonly rate: number;
  /** Hz; of the sample's pitch. */
  readonly frequency: number;
  readonly envelope: TrackerEnvelope;
  readonly mode: Exclude<LoopMode, 'none'>;
}

export interface FoundLoop {
  readonly loop: SampleLoop;
  /** The samples without their mean and with the crossfade. */
  readonly pcm: Int16Array;
  readonly desiredStart: number;
  /** What was taken off every sample, if anything. */
  readonly mean?: number | undefined;
  /** How alike the best two places are, also where they were not alike enough. */
  readonly correlation?: number | undefined;
  /** Samples. */
  readonly crossfade?: number | undefined;
}

/** From here on two places are alike. */
export const ALIKE = 0.85;
/** Below it the two sides of a crossfade are of one power rather than of one shape. */
const SAME_SHAPE = 0.6;
const HALF_PI = Math.PI / 2;
/** Of how much a step up is worse than a step away from the place that is wanted. */
const SLOPE_WEIGHT = 16;

/** A copy whose mean is at most 1. */
export function withoutMean(pcm: Int16Array): { samples: Int16Array; mean: number | undefined } {
  const mean = Math.trunc(pcm.reduce((sum, value) => sum + value, 0) / pcm.length);
  if (Math.abs(mean) < 2) return { samples: pcm.slice(), mean: undefined };
  return { samples: pcm.map((value) => clamp16(value - mean)), mean };
}

/** Samples of a crossfade in so many. */
export function crossfadeLength(length: number, rate: number): number {
  const most = Math.max(Math.floor(rate / 25), 512);
  return Math.max(2, Math.min(Math.max(Math.floor(rate / 100), 128), most, Math.floor(length / 2)));
}

/** Fades the `count` samples before the end into those after the start. */
export function bakeCrossfade(s: Int16Array, start: number, end: number, count: number): void {
  const dot = (a: number, b: number): number => dotProduct(s, a, b, count, 4);
  const tail = end - count;
  const equalPower = (correlation(dot(start, tail), dot(start, start), dot(tail, tail)) ?? 0) < SAME_SHAPE;
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1);
    const out = equalPower ? cos(t * HALF_PI) : 1 - t;
    const into = equalPower ? sin(t * HALF_PI) : t;
    const at = end - count + i;
    s[at] = clamp16(roundAway(s[at]! * out + s[start + i]! * into));
  }
}

/** The stillest places near to the start that is wanted and near to the end. */
export function turningPoints(
  s: Int16Array,
  desired: number,
  radius: number,
  shortest: number,
  rate: number,
): SampleLoop {
  const n = s.length;
  const stillest = (from: number, to: number, cost: (i: number) => number, fallback: number): number => {
    let best = fallback;
    let least = Number.POSITIVE_INFINITY;
    for (let i = from; i <= to; i++) {
      const price = cost(i);
      if (price < least) [least, best] = [price, i];
    }
    return best;
  };
  const start = stillest(
    Math.max(0, desired - radius),
    Math.min(desired + radius, n - 2),
    (i) => SLOPE_WEIGHT * Math.abs(s[i + 1]! - s[i]!) + Math.abs(i - desired),
    Math.min(desired, n - 2),
  );
  const lowest = Math.min(start + shortest, n - 1);
  const last = stillest(
    Math.max(lowest, n - 1 - Math.max(rate, 4096)),
    n - 1,
    (i) => SLOPE_WEIGHT * Math.abs(s[i]! - s[i - 1]!) + (n - 1 - i),
    n - 1,
  );
  return { mode: 'pingpong', start, end: last + 1 };
}

function roundAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

function clamp16(value: number): number {
  return Math.min(Math.max(value, -32_768), 32_767);
}
