/** The largest true peak of a sound, found without looking closely at most of it. */
import { EARLY, MAX_GAIN, MIDDLE, TAPS } from './true-peak-filter.ts';

/**
 * The same points in another order: a pair of phases, mirrored to each other, is the sum and the difference of one part
 * that is even around the middle of the samples and one that is odd, and the larger magnitude of both is half the sum of
 * the parts' magnitudes. From the middle outwards; half of the multiplications.
 */
const EVEN_AND_ODD = [EARLY, MIDDLE].flatMap((taps) =>
  [1, -1].map((sign) => Float64Array.from({ length: TAPS / 2 }, (_, k) => taps[6 + k]! + sign * taps[5 - k]!)),
);

/**
 * How far twice the larger point of a pair may lie from what the four middle taps give: the lesser of a gain times the
 * largest magnitude around, and of another gain times that and a third one times the largest difference of neighbours,
 * which is less for sounds that move slowly.
 */
interface OuterTaps {
  readonly gain: number;
  readonly steady: number;
  readonly change: number;
}

function outerTaps(taps: Float64Array): OuterTaps {
  // From the middle outwards.
  const sides = [Array.from(taps.subarray(0, 4)).reverse(), Array.from(taps.subarray(8))];
  const both = (measure: (side: readonly number[]) => number) => 2 * (1 + 1e-12) * total(sides.map(measure));
  return {
    gain: both((side) => total(side.map(Math.abs))),
    steady: both((side) => Math.abs(total(side))),
    // A difference is part of all samples that are further out.
    change: both((side) => total(side.map((_, k) => Math.abs(total(side.slice(k)))))),
  };
}

function total(taps: readonly number[]): number {
  return taps.reduce((sum, tap) => sum + tap, 0);
}

const EARLY_OUTER = outerTaps(EARLY);
const MIDDLE_OUTER = outerTaps(MIDDLE);

/** Points whose surroundings are judged together. */
const STRETCH = 128;

/**
 * The larger of `floor` and the largest magnitude of the points in the middle of all `x[i..i + TAPS)`. Looks closely only
 * where a point may lie above what was found so far, told by its four middle taps and by how loud and how fast the sound
 * is around it: 2 ns per sample of what fades away, 8 of what stays at full level, where every point takes 13. Asking
 * first whether the two middle samples are large enough was no faster for tones and twice as slow for noise.
 */
export function largestBetween(x: Float64Array, floor: number): number {
  const count = x.length - TAPS + 1;
  let peak = floor;
  for (let start = 0; start < count; start += STRETCH) {
    const end = Math.min(start + STRETCH, count);
    const level = largestIn(x, start, end + TAPS - 1);
    if (level * MAX_GAIN <= peak) continue;
    const change = largestChange(x, start, end + TAPS - 1);
    const early = Math.min(EARLY_OUTER.gain * level, EARLY_OUTER.steady * level + EARLY_OUTER.change * change);
    const middle = Math.min(MIDDLE_OUTER.gain * level, MIDDLE_OUTER.steady * level + MIDDLE_OUTER.change * change);
    peak = largestOf(x, start, end, peak, early, middle);
  }
  return peak;
}

function largestIn(x: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) {
    const magnitude = Math.abs(x[i]!);
    if (magnitude > largest) largest = magnitude;
  }
  return largest;
}

function largestChange(x: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from + 1; i < to; i++) {
    const change = Math.abs(x[i]! - x[i - 1]!);
    if (change > largest) largest = change;
  }
  return largest;
}

function largestOf(x: Float64Array, start: number, end: number, floor: number, outer: number, outer2: number): number {
  const [early, earlyOdd, middle, middleOdd] = EVEN_AND_ODD as [Float64Array, Float64Array, Float64Array, Float64Array];
  const e0 = early[0]!;
  const e1 = early[1]!;
  const f0 = earlyOdd[0]!;
  const f1 = earlyOdd[1]!;
  const m0 = middle[0]!;
  const m1 = middle[1]!;
  const n0 = middleOdd[0]!;
  const n1 = middleOdd[1]!;
  // Of twice the magnitudes; what the middle taps have to pass.
  let found = 2 * floor;
  let limit = found - outer;
  let limit2 = found - outer2;
  let d = x[start + 4]!;
  let b = x[start + 5]!;
  let a = x[start + 6]!;
  for (let i = start; i < end; i++) {
    const c = x[i + 7]!;
    const s0 = a + b;
    const d0 = a - b;
    const s1 = c + d;
    const d1 = c - d;
    d = b;
    b = a;
    a = c;
    const near = Math.abs(e0 * s0 + e1 * s1) + Math.abs(f0 * d0 + f1 * d1) > limit;
    const near2 = Math.abs(m0 * s0 + m1 * s1) + Math.abs(n0 * d0 + n1 * d1) > limit2;
    if (near) found = Math.max(found, evenAndOdd(x, i, early, earlyOdd));
    if (near2) found = Math.max(found, evenAndOdd(x, i, middle, middleOdd));
    limit = found - outer;
    limit2 = found - outer2;
  }
  return found / 2;
}

/** Twice the larger one of a pair of points. */
function evenAndOdd(x: Float64Array, i: number, even: Float64Array, odd: Float64Array): number {
  const a0 = x[i + 6]!;
  const a1 = x[i + 7]!;
  const a2 = x[i + 8]!;
  const a3 = x[i + 9]!;
  const a4 = x[i + 10]!;
  const a5 = x[i + 11]!;
  const b0 = x[i + 5]!;
  const b1 = x[i + 4]!;
  const b2 = x[i + 3]!;
  const b3 = x[i + 2]!;
  const b4 = x[i + 1]!;
  const b5 = x[i]!;
  const e =
    even[0]! * (a0 + b0) +
    even[1]! * (a1 + b1) +
    even[2]! * (a2 + b2) +
    even[3]! * (a3 + b3) +
    even[4]! * (a4 + b4) +
    even[5]! * (a5 + b5);
  const o =
    odd[0]! * (a0 - b0) +
    odd[1]! * (a1 - b1) +
    odd[2]! * (a2 - b2) +
    odd[3]! * (a3 - b3) +
    odd[4]! * (a4 - b4) +
    odd[5]! * (a5 - b5);
  return Math.abs(e) + Math.abs(o);
}
