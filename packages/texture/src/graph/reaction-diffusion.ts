// biome-ignore-all lint/complexity/useMathMinMax: comparisons are several times as fast here as Math.min, which must mind NaN and -0
/**
 * The Gray-Scott model (J. Pearson, "Complex patterns in a simple system", 1993) in steps of a whole picture, each from a
 * copy of the last. Both substances have a border of one pixel, so that no step asks where the picture ends.
 */
import { Pcg32 } from '@speccade/numerics';
import { type Reaction, reactionFields } from '../wasm/reaction.ts';
import type { WholeOperation } from './types.ts';

export const reactionDiffusion: WholeOperation<'reaction_diffusion'> = {
  whole(node, { width, height, tileable, seed, borrow }) {
    const { steps, feed, kill, diffuse_a, diffuse_b, dt, seed_density } = node;
    const stride = width + 2;
    const { fields, step } = reactionFields(width, height) ?? plainFields(width, height);
    let [a, b, nextA, nextB] = fields as [Float64Array, Float64Array, Float64Array, Float64Array];
    const draws = new Float64Array(width);
    const rng = new Pcg32(seed);
    for (let y = 1; y <= height; y++) {
      rng.fillF64(draws);
      for (let x = 1; x <= width; x++) {
        const seeded = draws[x - 1]! < seed_density;
        a[y * stride + x] = seeded ? 0 : 1;
        b[y * stride + x] = seeded ? 1 : 0;
      }
    }
    const reaction: Reaction = [feed, kill + feed, diffuse_a, diffuse_b, dt];
    for (let count = 0; count < steps; count++) {
      fillBorder(a, width, height, tileable);
      fillBorder(b, width, height, tileable);
      step(a, b, nextA, nextB, reaction);
      [a, nextA] = [nextA, a];
      [b, nextB] = [nextB, b];
    }
    const out = borrow();
    for (let y = 0; y < height; y++) {
      const from = (y + 1) * stride + 1;
      out.set(b.subarray(from, from + width), y * width);
    }
    stretch(out);
    return out;
  },
};

function fillBorder(f: Float64Array, width: number, height: number, wraps: boolean): void {
  const stride = width + 2;
  for (let y = 1; y <= height; y++) {
    const row = y * stride;
    f[row] = f[row + (wraps ? width : 1)]!;
    f[row + width + 1] = f[row + (wraps ? 1 : width)]!;
  }
  const first = wraps ? height : 1;
  const last = wraps ? 1 : height;
  f.copyWithin(0, first * stride, (first + 1) * stride);
  f.copyWithin((height + 1) * stride, last * stride, (last + 1) * stride);
}

/** {@link reactionFields} without a kernel. */
export function plainFields(width: number, height: number): NonNullable<ReturnType<typeof reactionFields>> {
  const stride = width + 2;
  return {
    fields: Array.from({ length: 4 }, () => new Float64Array(stride * (height + 2))),
    step: (a, b, nextA, nextB, reaction) => {
      const constants = Float64Array.from(reaction);
      for (let y = 1; y <= height; y++) stepRow(a, b, nextA, nextB, y * stride + 1, width, stride, constants);
    },
  };
}

function stepRow(
  a: Float64Array,
  b: Float64Array,
  nextA: Float64Array,
  nextB: Float64Array,
  from: number,
  width: number,
  stride: number,
  constants: Float64Array,
): void {
  const feed = constants[0]!;
  const loss = constants[1]!;
  const da = constants[2]!;
  const db = constants[3]!;
  const dt = constants[4]!;
  for (let i = from; i < from + width; i++) {
    const up = i - stride;
    const down = i + stride;
    const va = a[i]!;
    const vb = b[i]!;
    const la =
      (a[i - 1]! + a[i + 1]! + a[up]! + a[down]!) * 0.2 +
      (a[up - 1]! + a[up + 1]! + a[down - 1]! + a[down + 1]!) * 0.05 -
      va;
    const lb =
      (b[i - 1]! + b[i + 1]! + b[up]! + b[down]!) * 0.2 +
      (b[up - 1]! + b[up + 1]! + b[down - 1]! + b[down + 1]!) * 0.05 -
      vb;
    const reaction = va * vb * vb;
    const na = va + dt * (da * la - reaction + feed * (1 - va));
    const nb = vb + dt * (db * lb + reaction - loss * vb);
    nextA[i] = na > 0 ? (na < 1 ? na : 1) : 0;
    nextB[i] = nb > 0 ? (nb < 1 ? nb : 1) : 0;
  }
}

/** To 0 ... 1; a picture without contrast becomes 0. */
function stretch(out: Float64Array): void {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < out.length; k++) {
    const v = out[k]!;
    if (v < least) least = v;
    if (v > most) most = v;
  }
  const range = most - least;
  for (let k = 0; k < out.length; k++) out[k] = range <= 1e-12 ? 0 : (out[k]! - least) / range;
}
