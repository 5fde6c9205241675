/**
 * Finds where a sample can go on for ever: two places that look alike, joined by a crossfade baked into the tail, or two
 * still places to turn round at.
 */
import { cos, sin } from '@speccade/numerics';
import type { LoopMode, TrackerEnvelope } from '@speccade/spec/kinds/music.tracker_song_v1';
import type { SampleLoop } from '../song/model.ts';

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
const ALIKE = 0.85;
/** Below it the two sides of a crossfade are of one power rather than of one shape. */
const SAME_SHAPE = 0.6;
const SHORTEST_WINDOW = 1024;
const HALF_PI = Math.PI / 2;
/** Of how much a step up is worse than a step away from the place that is wanted. */
const SLOPE_WEIGHT = 16;
/** Products of two windows after which it is asked whether the rest is worth the work. */
const BLOCK = 64;

/** Needs at least 4 samples. */
export function findLoop({ pcm, rate, frequency, envelope, mode }: LoopQuery): FoundLoop {
  const n = pcm.length;
  const cycle = Math.max(1, Math.round(rate / frequency));
  const desired = Math.min(Math.max(Math.round((envelope.attack + envelope.decay) * rate), 0), n - 1);
  const radius = Math.max(Math.floor(rate / 50), Math.floor(cycle / 2), 64);
  const shortest = Math.max(Math.floor(rate / 20), 256);
  const { samples, mean } = withoutMean(pcm);
  const best = mode === 'pingpong' ? undefined : findAlike(samples, { rate, cycle, desired, radius, shortest });
  const common = { desiredStart: desired, mean, correlation: best?.correlation };
  const forward = best !== undefined && (mode === 'forward' || best.correlation >= ALIKE) ? best : undefined;
  const forced = { start: Math.max(1, Math.min(desired, n - 2)), end: n };
  const chosen = forward ?? (mode === 'forward' && best === undefined && n - forced.start >= 4 ? forced : undefined);
  if (chosen !== undefined) {
    const crossfade = bakeCrossfade(samples, chosen.start, chosen.end, rate);
    if (crossfade !== undefined) {
      const loop: SampleLoop = { mode: 'forward', start: chosen.start + crossfade, end: chosen.end };
      return { ...common, loop, pcm: samples, crossfade };
    }
  }
  return { ...common, loop: turningPoints(samples, desired, radius, shortest, rate), pcm: samples };
}

/** A copy whose mean is at most 1. */
function withoutMean(pcm: Int16Array): { samples: Int16Array; mean: number | undefined } {
  const mean = Math.trunc(pcm.reduce((sum, value) => sum + value, 0) / pcm.length);
  if (Math.abs(mean) < 2) return { samples: pcm.slice(), mean: undefined };
  return { samples: pcm.map((value) => clamp16(value - mean)), mean };
}

export interface Search {
  readonly rate: number;
  readonly cycle: number;
  readonly desired: number;
  readonly radius: number;
  readonly shortest: number;
}

export interface Alike {
  readonly start: number;
  readonly end: number;
  readonly correlation: number;
  readonly score: number;
}

const between = (low: number, value: number, high: number): number => Math.min(Math.max(value, low), high);

/** The two places that are most alike; `undefined` where no two windows fit. */
export function findAlike(s: Int16Array, search: Search): Alike | undefined {
  const { rate, cycle, desired, radius, shortest } = search;
  const n = s.length;
  const first = Math.max(1, desired - radius);
  const last = Math.max(first, Math.min(desired + radius, n - (shortest + 2)));
  const startStep = between(16, Math.floor(cycle / 8), 128);
  const endStep = between(16, Math.floor(cycle / 8), 256);
  const stride = between(8, Math.floor(cycle / 16), 128);
  const energy = new WindowEnergy(s, stride);
  let best: Alike | undefined;
  let distance = 0;
  for (let start = first; start <= last; start += startStep) {
    const window = Math.min(Math.floor((n - start) / 3), rate);
    if (window < SHORTEST_WINDOW) continue;
    const firstEnd = Math.min(n, Math.max(start + shortest, start + 2 * window));
    if (firstEnd >= n) continue;
    const pair = new WindowPair(s, energy, start, window);
    const scan = (from: number, to: number, step: number, least: number): Alike | undefined => {
      let found: Alike | undefined;
      let enough = least;
      for (let end = from; end <= to; end += step) {
        if (end - window < start + window) continue;
        const bonus = (0.01 * (end - start)) / rate;
        const likeness = pair.likeness(end - window, enough - bonus);
        if (likeness === undefined) continue;
        const score = likeness + bonus;
        if (found !== undefined && score <= found.score) continue;
        found = { start, end, correlation: likeness, score };
        enough = Math.max(enough, score);
      }
      return found;
    };
    // A sound with a pitch is like itself at the same distance wherever one looks: that much has to be surpassed.
    const near = firstEnd + endStep * Math.max(0, Math.round((start + distance - firstEnd) / endStep));
    const guess = near <= n ? scan(near, near, endStep, Number.NEGATIVE_INFINITY)?.score : undefined;
    const coarse = scan(firstEnd, n, endStep, guess ?? Number.NEGATIVE_INFINITY);
    if (coarse === undefined) continue;
    distance = coarse.end - start;
    const around = Math.max(2 * endStep, 64);
    // The fine scan alone decides, also where the coarse one saw something better between its steps.
    const to = Math.min(coarse.end + around, n);
    const fine = scan(Math.max(coarse.end - around, firstEnd), to, 4, best?.score ?? Number.NEGATIVE_INFINITY);
    if (fine === undefined || fine.end - start < shortest + 2) continue;
    if (best === undefined || fine.score > best.score) best = fine;
  }
  return best;
}

/** Of the samples `stride` apart in two windows. Exact: sums of integers below 2^53, in any order. */
function dotProduct(s: Int16Array, a: number, b: number, length: number, stride: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += stride) sum += s[a + i]! * s[b + i]!;
  return sum;
}

/** A window and others of its length that may be like it. */
class WindowPair {
  private readonly s: Int16Array;
  private readonly energy: WindowEnergy;
  private readonly start: number;
  private readonly window: number;
  private readonly own: number;

  constructor(s: Int16Array, energy: WindowEnergy, start: number, window: number) {
    [this.s, this.energy, this.start, this.window] = [s, energy, start, window];
    this.own = energy.of(start, window);
  }

  /**
   * The correlation with the window at `other`; `undefined` where one of the two is silent, and where it is less than
   * `least`: what is left of a product is at most the root of what is left of the energies (Cauchy and Schwarz), so that
   * most windows need not be looked at to their end. With that, searching takes a quarter of the time.
   */
  likeness(other: number, least: number): number | undefined {
    const { s, energy, start, window, own } = this;
    const theirs = energy.of(other, window);
    if (own === 0 || theirs === 0) return undefined;
    const whole = Math.sqrt(own * theirs);
    // Below what rounding could make of it.
    const needed = (least - 1e-9) * whole;
    const block = BLOCK * energy.stride;
    let product = 0;
    for (let from = 0; from < window; from += block) {
      const rest = window - from;
      if (product + Math.sqrt(energy.of(start + from, rest) * energy.of(other + from, rest)) < needed) return undefined;
      product += dotProduct(s, start + from, other + from, Math.min(block, rest), energy.stride);
    }
    return product / whole;
  }
}

/** Energies of windows, of samples `stride` apart, by running sums. */
class WindowEnergy {
  /** At `i + stride`: of samples `i`, `i - stride` and so on. */
  private readonly sums: Float64Array;
  readonly stride: number;

  constructor(s: Int16Array, stride: number) {
    this.stride = stride;
    this.sums = new Float64Array(s.length + stride);
    for (let i = 0; i < s.length; i++) this.sums[i + stride] = this.sums[i]! + s[i]! * s[i]!;
  }

  of(at: number, length: number): number {
    return this.sums[at + Math.ceil(length / this.stride) * this.stride]! - this.sums[at]!;
  }
}

/** Normalised correlation; `undefined` where a window is silent. */
function correlation(product: number, energyA: number, energyB: number): number | undefined {
  return energyA === 0 || energyB === 0 ? undefined : product / Math.sqrt(energyA * energyB);
}

/** Fades the tail into the samples after the start; its length, or `undefined` where it does not fit. */
function bakeCrossfade(s: Int16Array, start: number, end: number, rate: number): number | undefined {
  const length = end - start;
  const most = Math.max(Math.floor(rate / 25), 512);
  const count = Math.max(2, Math.min(Math.max(Math.floor(rate / 100), 128), most, Math.floor(length / 2)));
  if (length < count + 2 || start + count + 1 >= end) return undefined;
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
  return count;
}

/** The stillest places near to the start that is wanted and near to the end. */
function turningPoints(s: Int16Array, desired: number, radius: number, shortest: number, rate: number): SampleLoop {
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
  return between(-32_768, value, 32_767);
}
