import type { Curve } from './dsp/curve.ts';
import { BLOCK, inBlocks } from './dsp/process.ts';

/** Writes the samples `[start, end)` of a signal of one channel to `out[0..end − start)`; blocks come in order. */
export type MonoSource = (out: Float64Array, start: number, end: number) => void;

/**
 * A finished signal of `length` samples with its pitch bent by frequency ratios: it is read at a speed that follows the
 * ratios, scaled so that the end stays the end. Linear interpolation. Signals of one sample or none stay as they are.
 * `ratios` makes the curve; it is run through once beforehand.
 */
export function bend(source: MonoSource, length: number, ratios: () => Curve): MonoSource {
  const last = length - 1;
  if (last < 1) return source;
  const scale = last / sumOf(ratios(), last);
  const curve = ratios();
  /** Two blocks of the signal, of which the second is the one that was made last. */
  const window = new Float64Array(2 * BLOCK);
  const made = window.subarray(BLOCK);
  let from = -2 * BLOCK;
  /** Sample after the last one that is in the window. */
  let filled = 0;
  let reached = 0;
  const makeUpTo = (needed: number) => {
    while (filled <= needed) {
      window.copyWithin(0, BLOCK);
      from += BLOCK;
      const to = Math.min(filled + BLOCK, length);
      source(made, filled, to);
      filled = to;
    }
  };
  return (out, start, end) => {
    if (start === 0) {
      makeUpTo(0);
      out[0] = made[0]!;
    }
    const first = Math.max(start, 1);
    const steps = curve.block(first - 1, end - 1);
    let position = reached;
    for (let j = first; j < end; j++) {
      position += steps[j - first]! * scale;
      const at = Math.min(Math.max(position, 0), last);
      const k = Math.min(Math.floor(at), last - 1);
      const f = at - k;
      makeUpTo(k + 1);
      out[j - start] = (1 - f) * window[k - from]! + f * window[k + 1 - from]!;
    }
    reached = position;
  };
}

function sumOf(curve: Curve, count: number): number {
  let sum = 0;
  inBlocks(count, (start, end) => {
    const values = curve.block(start, end);
    for (let k = 0; k < end - start; k++) sum += values[k]!;
  });
  return sum;
}
